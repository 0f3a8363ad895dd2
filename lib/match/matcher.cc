// See matcher.h. For every event of the slice the patterns of its groups are tried, walking left from the event as long
// as some pattern of the group may begin there (match/dispatch.h). The same position may be reached from two events, so
// the candidates are made unique at the end.
#include "match/matcher.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <tuple>

#include "match/set_impl.h"

namespace maske::match {
namespace {

using Mask = Group::Mask;

constexpr std::uint32_t kPatience = 8;  // bytes to walk before what follows the event is asked, where it says little

class Matcher {
 public:
  Matcher(const PatternSetImpl& set, const text::Prepared& slice, std::uint32_t begin, std::uint32_t end,
          const ContextHint& hint, std::vector<Candidate>* out)
      : set_(set), slice_(slice), text_(slice.text()), begin_(begin), end_(end), label_(hint.label), out_(out) {}

  Status Run() {
    const Dispatch& dispatch = set_.dispatch();
    if (const std::uint32_t reach = dispatch.special_reach(), lead = dispatch.special_lead(); true) {
      ForEachBit(
          From(lead), To(reach), [&](std::size_t word) { return slice_.maps().special[word]; },
          [&](std::uint32_t pos) {
            for (std::uint16_t index : dispatch.OfSpecial(text_[pos])) Sift(dispatch.groups()[index], pos);
          });
      VisitSifted();
    }
    for (std::uint16_t index : dispatch.Of(Event::kDigit)) {
      const auto& digit = slice_.maps().digit;
      RunGroup(dispatch.groups()[index], [&](std::size_t word) {
        return digit[word] & ~((digit[word] << 1) | (word > 0 ? digit[word - 1] >> 63 : 0));
      });
    }
    for (std::uint16_t index : dispatch.Of(Event::kCapital)) {
      const auto& words = slice_.maps().word;
      const auto& upper = slice_.maps().upper;
      RunGroup(dispatch.groups()[index], [&](std::size_t word) {
        return upper[word] & ((words[word] << 1) | (word > 0 ? words[word - 1] >> 63 : 0));
      });
    }
    for (std::uint16_t index : dispatch.Of(Event::kWord)) {
      RunWords(dispatch.groups()[index]);
    }
    for (std::uint16_t index : dispatch.Of(Event::kUpper)) {
      RunGroup(dispatch.groups()[index], [&](std::size_t word) { return slice_.maps().upper[word]; });
    }
    for (std::uint16_t index : dispatch.Of(Event::kByte)) RunByte(dispatch.groups()[index]);
    if (set_.scanner() != nullptr) RunScanner();
    Unique();
    return status_;
  }

 private:
  // Where the events of a group whose findings begin in [begin, end) may stand.
  [[nodiscard]] std::uint32_t From(std::uint32_t lead) const { return begin_ > lead ? begin_ - lead : 0; }
  [[nodiscard]] std::uint32_t To(std::uint32_t reach) const {
    return static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), std::size_t{end_} + reach));
  }

  // Calls visit for the position of every bit. The positions are gathered first, four at a time whether there are so
  // many or not: their number cannot be foretold, and the processor should not try.
  template <typename Bits, typename Visit>
  void ForEachBit(std::uint32_t from, std::uint32_t to, const Bits& bits, const Visit& visit) {
    if (from >= to) return;
    constexpr std::size_t kFull = 512;
    std::array<std::uint32_t, kFull + 64 + 4> places;
    std::size_t count = 0;
    const std::size_t last = (to - 1) / 64;
    for (std::size_t word = from / 64; word <= last; ++word) {
      std::uint64_t set = bits(word);
      if (word == from / 64) set &= ~std::uint64_t{0} << (from % 64);
      if (word == last && to % 64 != 0) set &= ~std::uint64_t{0} >> (64 - to % 64);
      while (set != 0) {
        for (int i = 0; i < 4; ++i) {
          places[count] = static_cast<std::uint32_t>(word * 64 + static_cast<unsigned>(std::countr_zero(set)));
          count += set != 0 ? 1 : 0;
          set &= set - 1;
        }
      }
      if (count < kFull && word != last) continue;
      for (std::size_t i = 0; i < count; ++i) visit(places[i]);
      count = 0;
    }
  }

  template <typename Bits>
  void RunGroup(const Group& group, const Bits& bits) {
    ForEachBit(From(group.lead()), To(group.reach()), bits, [&](std::uint32_t pos) { Sift(group, pos); });
    VisitSifted();
  }

  // The begins of words, which are the begins of matches: their first three letters are looked up.
  void RunWords(const Group& group) {
    const auto& words = slice_.maps().word;
    const auto& special = slice_.maps().special;  // the only special byte among word bytes is '_', which parts words
    const auto bits = [&](std::size_t word) {
      const std::uint64_t here = words[word] & ~special[word];
      const std::uint64_t before = word > 0 ? words[word - 1] & ~special[word - 1] : 0;
      return here & ~((here << 1) | (before >> 63));
    };
    const Prefilter& prefilter = group.prefilter();
    const auto& begins = prefilter.begins();
    ForEachBit(From(group.lead()), end_, bits, [&](std::uint32_t pos) {
      if (std::size_t{pos} + 4 <= text_.size()) {
        std::uint32_t letters = 0;
        std::memcpy(&letters, text_.data() + pos, sizeof(letters));
        if constexpr (std::endian::native == std::endian::big) letters = __builtin_bswap32(letters);
        const std::uint32_t hash = Prefilter::Hash(letters);
        if (((begins[hash / 64] >> (hash % 64)) & 1) == 0) return;
      }
      Mask starts = group.Edges(pos < begin_ ? group.grouped() : group.all(), text_, pos);
      if (starts != 0) starts = prefilter.Ahead(starts, text_, pos);
      if ((starts & group.contextual()) != 0) starts = NearWords(group, starts, pos, pos);
      if (starts != 0) Try(group, starts, pos);
    });
  }

  void RunByte(const Group& group) {
    std::size_t pos = From(group.lead());
    const std::size_t to = To(group.reach());
    while (pos < to) {
      const void* hit = std::memchr(text_.data() + pos, group.byte(), to - pos);
      if (hit == nullptr) break;
      pos = static_cast<std::size_t>(static_cast<const char*>(hit) - text_.data());
      Sift(group, static_cast<std::uint32_t>(pos));
      ++pos;
    }
    VisitSifted();
  }

  // Those of alive that have something like a context word near a begin in [first, last], or need none.
  Mask NearWords(const Group& group, Mask alive, std::size_t first, std::size_t last) {
    if (!label_.empty()) return alive;
    const Mask asked = alive & group.contextual();
    return (alive & ~asked) | group.context().Near(asked, text_, slice_.maps(), first, last, &memory_);
  }

  // Keeps the event if the bytes around it allow a pattern. Events are looked at in heaps, first all of them like this
  // and then those that are left: what happens to one cannot be foretold, and the processor should not try.
  void Sift(const Group& group, std::uint32_t event) {
    sifted_[count_] = {&group, group.Around(text_, event), event};
    count_ += sifted_[count_].alive != 0 ? 1 : 0;
    if (count_ == sifted_.size()) VisitSifted();
  }
  void VisitSifted() {
    for (std::size_t i = 0; i < count_; ++i) Visit(*sifted_[i].group, sifted_[i].alive, sifted_[i].event);
    count_ = 0;
  }

  // Tries those of alive at every position from which the event at `event` can be theirs.
  void Visit(const Group& group, Mask alive, std::uint32_t event) {
    const std::uint32_t limit = std::min(event - std::min(event, From(group.lead())), group.reach());
    if ((alive & group.contextual()) != 0) {
      alive = NearWords(group, alive, event - std::min(limit, group.contextual_reach()), event);
      if (alive == 0) return;
    }
    const Prefilter& prefilter = group.prefilter();
    const Automaton::View back = prefilter.back().view();
    const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
    const std::uint32_t patience = group.ahead_first() ? 0 : kPatience;
    const std::uint32_t last = event - limit;
    bool asked = false;  // whether the text goes on from the event as alive do
    Automaton::Masks at = back.MasksOf(back.start);
    Automaton::State state = back.start;
    for (std::uint32_t pos = event;; --pos) {
      Mask starts = alive & at.accept;
      if (starts != 0) starts = pos < end_ ? group.Edges(starts, text_, pos) : 0;
      if (pos < begin_) starts &= group.grouped();
      Mask live = alive & at.live;
      if (live != 0 && pos > last) {
        state = back.Next(state, bytes[pos - 1]);
        at = back.MasksOf(state);
        live = alive & (at.accept | at.live);
      } else {
        live = 0;
      }
      if ((starts | live) == 0) return;
      if (!asked && (starts != 0 || event - pos >= patience)) {
        asked = true;
        alive = prefilter.Ahead(starts | live, text_, event);
        starts &= alive;
      }
      if (starts != 0) Try(group, starts, pos);
      if ((live & alive) == 0) return;
    }
  }

  void Try(const Group& group, Mask starts, std::uint32_t pos) {
    for (; starts != 0; starts &= starts - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(starts));
      const Mask asks = label_.empty() ? starts & -starts & group.contextual() : 0;
      if (asks != 0 && !group.context().NearOne(group.pattern(bit), asks, text_, slice_.maps(), pos)) continue;
      Try(group.row(bit), pos);
    }
  }

  void Try(std::uint16_t row, std::size_t pos) {
    const Runner& runner = set_.runner(row);
    if (Status ready = runner.Prepare(); !ready) {
      status_ = std::move(ready);
      return;
    }
    Candidate candidate;
    if (!runner.Run(text_, pos, label_, &candidate)) return;
    if (candidate.begin < begin_ || candidate.begin >= end_) return;
    candidate.rule = row;
    candidate.type = set_.type(row);
    out_->push_back(candidate);
  }

  void RunScanner() {
    std::vector<std::uint16_t> rows;
    const std::size_t from = From(kMaxWindow);
    set_.scanner()->Which(text_.substr(from, To(kMaxWindow) - from), &rows);
    for (std::uint16_t row : rows) {
      const Runner& runner = set_.runner(row);
      if (Status ready = runner.Prepare(); !ready) {
        status_ = std::move(ready);
        return;
      }
      const Pattern& pattern = runner.pattern();
      std::size_t pos = pattern.group == 0 ? begin_ : From(pattern.max_bytes);
      while (pos < text_.size() && (static_cast<unsigned char>(text_[pos]) & 0xC0) == 0x80) ++pos;
      const std::size_t to = To(pattern.max_bytes);
      while (pos < end_) {
        pos = runner.NextMatch(text_, pos, to);
        if (pos >= end_) break;
        Try(row, pos);
        do ++pos;
        while (pos < text_.size() && (static_cast<unsigned char>(text_[pos]) & 0xC0) == 0x80);
      }
    }
  }

  void Unique() {
    const auto key = [](const Candidate& c) { return std::tuple(c.begin, c.end, c.rule, c.score, c.open); };
    std::sort(out_->begin() + first_, out_->end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    out_->erase(std::unique(out_->begin() + first_, out_->end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                out_->end());
  }

  const PatternSetImpl& set_;
  const text::Prepared& slice_;
  std::string_view text_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::string_view label_;
  std::vector<Candidate>* out_;
  std::ptrdiff_t first_ = static_cast<std::ptrdiff_t>(out_->size());
  Status status_;
  ContextFilter::Memory memory_;
  struct Sifted {
    const Group* group;
    Mask alive;
    std::uint32_t event;
  };
  std::array<Sifted, 128> sifted_;
  std::size_t count_ = 0;
};

}  // namespace

Status FindCandidates(const PatternSet& patterns, const text::Prepared& slice, std::uint32_t begin, std::uint32_t end,
                      const ContextHint& hint, std::vector<Candidate>* out) {
  end = static_cast<std::uint32_t>(std::min<std::size_t>(end, slice.text().size()));
  if (begin >= end) return Status::Ok();
  return Matcher(static_cast<const PatternSetImpl&>(patterns), slice, begin, end, hint, out).Run();
}

}  // namespace maske::match
