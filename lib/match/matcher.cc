// See matcher.h. For every event of the slice the patterns of its groups are tried, walking left from the event as long
// as some pattern of the group may begin there (match/dispatch.h). The same position may be reached from two events, so
// the candidates are made unique at the end.
#include "match/matcher.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <tuple>

#include "match/gather.h"
#include "match/keys.h"
#include "match/set_impl.h"

namespace maske::match {
namespace {

using Mask = Group::Mask;

constexpr std::size_t kBlock = 64;

class Matcher {
 public:
  Matcher(const PatternSetImpl& set, const text::Prepared& slice, std::uint32_t begin, std::uint32_t end,
          const ContextHint& hint, std::vector<Candidate>* out)
      : set_(set), slice_(slice), text_(slice.text()), begin_(begin), end_(end), label_(hint.label), out_(out) {}

  Status Run() {
    const Dispatch& dispatch = set_.dispatch();
    RunSpecials(dispatch);
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

  template <typename Bits>
  void RunGroup(const Group& group, const Bits& bits) {
    Gather(From(group.lead()), To(group.reach()), bits,
           [&](const std::uint32_t* places, std::size_t count) { Sift(group, places, count); });
  }

  // The trigger bytes, parted by byte.
  void RunSpecials(const Dispatch& dispatch) {
    const auto bits = [&](std::size_t word) { return slice_.maps().special[word]; };
    std::array<std::uint32_t, kMaxGathered> own;
    Gather(From(dispatch.special_lead()), To(dispatch.special_reach()), bits,
           [&](const std::uint32_t* places, std::size_t count) {
             for (char byte : Dispatch::kSpecial) {
               if (dispatch.OfSpecial(byte).empty()) continue;
               std::size_t size = 0;
               for (std::size_t i = 0; i < count; ++i) {
                 own[size] = places[i];
                 size += text_[places[i]] == byte ? 1 : 0;
               }
               for (std::uint16_t index : dispatch.OfSpecial(byte)) Sift(dispatch.groups()[index], own.data(), size);
             }
           });
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
    Gather(From(group.lead()), end_, bits, [&](const std::uint32_t* places, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) VisitWord(group, places[i]);
    });
  }

  void VisitWord(const Group& group, std::uint32_t pos) {
    const Prefilter& prefilter = group.prefilter();
    if (std::size_t{pos} + 4 <= text_.size()) {
      std::uint32_t letters = 0;
      std::memcpy(&letters, text_.data() + pos, sizeof(letters));
      if constexpr (std::endian::native == std::endian::big) letters = __builtin_bswap32(letters);
      const std::uint32_t hash = Prefilter::Hash(letters);
      if (((prefilter.begins()[hash / 64] >> (hash % 64)) & 1) == 0) return;
    }
    Mask starts = group.Edges(pos < begin_ ? group.grouped() : group.all(), text_, pos);
    if (starts != 0) starts = prefilter.Ahead(starts, text_, pos);
    starts = WithWords(group, starts, pos);
    if (starts != 0) Try(group, starts, pos);
  }

  void RunByte(const Group& group) {
    std::array<std::uint32_t, kMaxGathered> places;
    std::size_t count = 0;
    std::size_t pos = From(group.lead());
    const std::size_t to = To(group.reach());
    while (pos < to) {
      const void* hit = std::memchr(text_.data() + pos, group.byte(), to - pos);
      if (hit == nullptr) break;
      pos = static_cast<std::size_t>(static_cast<const char*>(hit) - text_.data());
      places[count++] = static_cast<std::uint32_t>(pos++);
      if (count < places.size()) continue;
      Sift(group, places.data(), count);
      count = 0;
    }
    Sift(group, places.data(), count);
  }

  // Those of alive that need no word near, and those that have one.
  Mask WithWords(const Group& group, Mask alive, std::uint32_t pos) {
    const Mask asked = alive & group.keyed() & ~(label_.empty() ? 0 : group.contextual());
    return asked == 0 ? alive : (alive & ~asked) | walk_.Near(group.track(), asked, pos);
  }

  // Visits the events around which the bytes and words allow a pattern. What happens to one event cannot be foretold, so
  // they are looked at in heaps: all of them by the nearest bytes, those that are left by the bytes behind.
  void Sift(const Group& group, const std::uint32_t* places, std::size_t count) {
    struct Place {
      std::uint32_t pos;
      Mask alive;
    };
    std::array<Place, kMaxGathered> left;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
    std::size_t size = 0;
    const auto at_border = [&](std::uint32_t pos) { return pos < kLeftBytes || pos + kRightBytes > text_.size(); };
    for (; count > 0 && at_border(places[0]); ++places, --count) Visit(group, group.all(), places[0]);
    for (; count > 0 && at_border(places[count - 1]); --count) Visit(group, group.all(), places[count - 1]);
    for (std::size_t i = 0; i < count; ++i) {
      left[size] = {places[i], group.Around(bytes + places[i])};
      size += left[size].alive != 0 ? 1 : 0;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size; ++i) {
      left[kept] = {left[i].pos, left[i].alive & group.Behind(bytes + left[i].pos)};
      kept += left[kept].alive != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < kept; ++i) {
      const Mask alive = WithWords(group, left[i].alive, left[i].pos);
      if (alive != 0) Visit(group, alive, left[i].pos);
    }
  }

  // Tries those of alive at every position from which the event at `event` can be theirs.
  void Visit(const Group& group, Mask alive, std::uint32_t event) {
    for (; alive != 0; alive &= alive - 1)
      Visit(group, static_cast<std::size_t>(std::countr_zero(alive)), alive & -alive, event);
  }

  void Visit(const Group& group, std::size_t bit, Mask mask, std::uint32_t event) {
    const Group::Walk& walk = group.walk(bit);
    bool asked = group.ahead_first();  // whether the text goes on from the event as the pattern does
    if (asked && !walk.ahead.Accepts(text_, event)) return;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
    const bool grouped = (group.grouped() & mask) != 0;
    const std::uint32_t last = std::max(event - std::min(event, walk.reach), grouped ? From(group.lead()) : begin_);
    const Dfa back = walk.back;
    Dfa::State state = back.start;
    for (std::uint32_t pos = event;; --pos) {
      const Dfa::State at = back.At(state);
      if ((at & Dfa::kAccepts) != 0 && pos >= last && pos < end_ && group.Edges(mask, text_, pos) != 0) {
        if (!asked && !walk.ahead.Accepts(text_, event)) return;
        asked = true;
        Try(group, mask, pos);
      }
      if ((at & Dfa::kLives) == 0 || pos <= last) return;
      state = back.Next(state, bytes[pos - 1]);
    }
  }

  void Try(const Group& group, Mask starts, std::uint32_t pos) {
    for (; starts != 0; starts &= starts - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(starts));
      const Mask asks = label_.empty() ? starts & -starts & group.contextual() : 0;
      if (asks != 0 && !HasWord(group, group.pattern(bit), asks, pos)) continue;
      Try(group.row(bit), pos);
    }
  }

  // Whether a context word stands near a match that begins at pos, within the pattern's reach and lines.
  [[nodiscard]] bool HasWord(const Group& group, const Pattern& pattern, Mask bit, std::size_t pos) const {
    std::size_t from = pos > pattern.context_left ? pos - pattern.context_left : 0;
    if (pattern.group == 0) {  // else it is not known where the finding begins
      const auto& newline = slice_.maps().newline;
      std::uint32_t lines = 0;
      for (std::size_t at = pos; at > from;) {
        const std::size_t word = (at - 1) / kBlock;
        const std::uint64_t feeds = newline[word] & (~std::uint64_t{0} >> (63 - (at - 1) % kBlock));
        if (feeds == 0) {
          at = word * kBlock;
          continue;
        }
        at = word * kBlock + 63 - static_cast<unsigned>(std::countl_zero(feeds));
        if (at < from || ++lines <= pattern.context_lines) continue;
        from = at + 1;
        break;
      }
    }
    return walk_.Holds(group.track(), bit, from, pos + ContextReachRight(pattern));
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
  Keys::Walk walk_{set_.dispatch().keys(), text_, slice_.maps()};
};

}  // namespace

Status FindCandidates(const PatternSet& patterns, const text::Prepared& slice, std::uint32_t begin, std::uint32_t end,
                      const ContextHint& hint, std::vector<Candidate>* out) {
  end = static_cast<std::uint32_t>(std::min<std::size_t>(end, slice.text().size()));
  if (begin >= end) return Status::Ok();
  return Matcher(static_cast<const PatternSetImpl&>(patterns), slice, begin, end, hint, out).Run();
}

}  // namespace maske::match
