// See matcher.h. For every event of the slice the patterns of its groups are tried, walking left from the event as long
// as some pattern of the group admits the bytes on the way (match/dispatch.h). The same position may be reached from
// two events, so the candidates are made unique at the end.
#include "match/matcher.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

#include "match/set_impl.h"

namespace maske::match {
namespace {

using Mask = Group::Mask;

constexpr std::uint32_t kLongWalk = 3;

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
            for (std::uint16_t index : dispatch.OfSpecial(text_[pos])) Walk(dispatch.groups()[index], pos);
          });
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

  template <typename Bits, typename Visit>
  void ForEachBit(std::uint32_t from, std::uint32_t to, const Bits& bits, const Visit& visit) {
    if (from >= to) return;
    const std::size_t last = (to - 1) / 64;
    for (std::size_t word = from / 64; word <= last; ++word) {
      std::uint64_t set = bits(word);
      if (word == from / 64) set &= ~std::uint64_t{0} << (from % 64);
      if (word == last && to % 64 != 0) set &= ~std::uint64_t{0} >> (64 - to % 64);
      for (; set != 0; set &= set - 1) {
        visit(static_cast<std::uint32_t>(word * 64 + static_cast<unsigned>(std::countr_zero(set))));
      }
    }
  }

  template <typename Bits>
  void RunGroup(const Group& group, const Bits& bits) {
    ForEachBit(From(group.lead()), To(group.reach()), bits, [&](std::uint32_t pos) { Walk(group, pos); });
  }

  // The begins of words, which are the begins of matches: their first three letters are looked up.
  void RunWords(const Group& group) {
    const auto& words = slice_.maps().word;
    const auto& special = slice_.maps().special;  // the only special byte among word bytes is '_', which parts words
    const auto& begins = group.prefilter().begins();
    const auto bits = [&](std::size_t word) {
      const std::uint64_t here = words[word] & ~special[word];
      const std::uint64_t before = word > 0 ? words[word - 1] & ~special[word - 1] : 0;
      return here & ~((here << 1) | (before >> 63));
    };
    const std::size_t safe = text_.size() < 4 ? 0 : text_.size() - 4;
    ForEachBit(From(group.lead()), end_, bits, [&](std::uint32_t pos) {
      if (pos <= safe && text_.size() >= 4) {
        std::uint32_t letters = 0;
        std::memcpy(&letters, text_.data() + pos, sizeof(letters));
        if constexpr (std::endian::native == std::endian::big) letters = __builtin_bswap32(letters);
        const std::uint32_t hash = Prefilter::Hash(letters);
        if (((begins[hash / 64] >> (hash % 64)) & 1) == 0) return;
      }
      TryGroup(group, pos < begin_ ? group.grouped() : group.All(), pos);
    });
  }

  void TryGroup(const Group& group, Mask asked, std::uint32_t pos) {
    if (asked == 0) return;
    for (Mask fitting = group.Fitting(asked, text_, slice_.maps(), pos, !label_.empty()); fitting != 0;
         fitting &= fitting - 1) {
      Try(group.row(static_cast<std::size_t>(std::countr_zero(fitting))), pos);
    }
  }

  void RunByte(const Group& group) {
    std::size_t pos = From(group.lead());
    const std::size_t to = To(group.reach());
    while (pos < to) {
      const void* hit = std::memchr(text_.data() + pos, group.byte(), to - pos);
      if (hit == nullptr) return;
      pos = static_cast<std::size_t>(static_cast<const char*>(hit) - text_.data());
      Walk(group, static_cast<std::uint32_t>(pos));
      ++pos;
    }
  }

  // Tries the patterns of the group at every position from which the event at `event` can be theirs.
  void Walk(const Group& group, std::uint32_t event) {
    Mask alive = group.All();
    const std::uint32_t limit = std::min(event - std::min(event, From(group.lead())), group.reach());
    for (std::uint32_t distance = 0;; ++distance) {
      const std::uint32_t pos = event - distance;
      if (const Mask asked = group.ByFirst(alive, static_cast<unsigned char>(text_[pos])); asked != 0 && pos < end_) {
        TryGroup(group, pos < begin_ ? asked & group.grouped() : asked, pos);
      }
      if (distance == limit) return;
      alive = group.StepLeft(alive, static_cast<unsigned char>(text_[pos - 1]), distance + 1);
      if (alive == 0) return;
      if (distance + 1 == kLongWalk && group.asks_events()) {  // before going far: does what follows the event fit?
        alive = group.Beginning(alive, text_, event);
        if (alive == 0) return;
      }
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
};

}  // namespace

Status FindCandidates(const PatternSet& patterns, const text::Prepared& slice, std::uint32_t begin, std::uint32_t end,
                      const ContextHint& hint, std::vector<Candidate>* out) {
  end = static_cast<std::uint32_t>(std::min<std::size_t>(end, slice.text().size()));
  if (begin >= end) return Status::Ok();
  return Matcher(static_cast<const PatternSetImpl&>(patterns), slice, begin, end, hint, out).Run();
}

}  // namespace maske::match
