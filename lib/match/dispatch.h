// Which patterns may match where. Patterns of one event are put into groups of up to 64 bits; all 64 are asked at once,
// by AND: is there a word near that they need (match/keys.h), do the bytes around the event fit (tables), does the text
// to the right and to the left fit (match/prefilter.h), can the left edge hold? So a pattern whose shape is absent costs
// nothing. The answer may let a pattern through that cannot match, never the other way round: the twin
// (tests/reference) proves it. Memory: 22 KB a group, of which the rows of frequent bytes are hot.
#ifndef MASKE_MATCH_DISPATCH_H_
#define MASKE_MATCH_DISPATCH_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "match/keys.h"
#include "match/pattern.h"
#include "match/prefilter.h"
#include "text/prepared.h"

namespace maske::match {

class Group {
 public:
  using Mask = std::uint64_t;
  static constexpr std::size_t kSize = 64;

  Group(Event event, char byte) : event_(event), byte_(byte) {}
  // At most kSize times. row is the pattern's index in its set.
  void Add(const Pattern& pattern, const Start& start, std::uint16_t row);

  [[nodiscard]] Event event() const { return event_; }
  [[nodiscard]] char byte() const { return byte_; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::uint16_t row(std::size_t bit) const { return rows_[bit]; }
  [[nodiscard]] const Pattern& pattern(std::size_t bit) const { return *patterns_[bit]; }
  [[nodiscard]] std::uint32_t reach() const { return reach_; }
  // Bytes that a finding's begin may lie behind its match's begin.
  [[nodiscard]] std::uint32_t lead() const { return lead_; }
  [[nodiscard]] Mask grouped() const { return grouped_; }  // those whose finding is not the whole match
  [[nodiscard]] Mask all() const { return all_; }
  // Those that find nothing without a context word; with them, those that begin with one of few words. Their words are known to the keys as
  // track().
  [[nodiscard]] Mask contextual() const { return contextual_; }
  [[nodiscard]] Mask keyed() const { return keyed_; }
  [[nodiscard]] std::size_t track() const { return track_; }
  // Adds what the keyed ones need.
  void AddKeys(std::size_t track, Keys* keys);
  // Whether the bytes behind the event are to be asked before those farther left than its neighbour: the words before
  // ':' and '=' and capitals are followed by anything.
  [[nodiscard]] bool ahead_first() const { return event_ != Event::kKeyword && event_ != Event::kCapital; }
  // The automata of a pattern's event and how far it stands behind a match's begin.
  struct Walk {
    Dfa ahead;
    Dfa back;
    std::uint32_t reach = 0;
  };
  [[nodiscard]] const Walk& walk(std::size_t bit) const { return walks_[bit]; }
  // Of kWord. Made at the first call; thread-safe. The patterns must outlive the group.
  [[nodiscard]] const Prefilter& prefilter() const {
    const Prefilter* made = late_->made.load(std::memory_order_acquire);
    return made != nullptr ? *made : Make();
  }

  // Those that the bytes next to an event at `at` allow, and of these those that the bytes behind allow. This ends most
  // events. Without a branch, since none could be foretold. kLeftBytes before `at` and kRightBytes from there on are
  // readable.
  static constexpr std::size_t kNearBytes = 4;
  [[nodiscard]] Mask Around(const unsigned char* at) const {
    const bool joined = kJointBytes.Has(at[-1]) & (at[-2] >= '0') & (at[-2] <= '9');
    return left_[0][at[-1]] & left_[1][at[-2]] & right_[0][at[0]] & right_[1][at[1]] & right_[2][at[2]] &
           right_[3][at[3]] & ~(number_edge_ & -Mask{joined});
  }
  [[nodiscard]] Mask Behind(const unsigned char* at) const {
    static_assert(kNearBytes == 4 && kRightBytes == 8);
    return right_[4][at[4]] & right_[5][at[5]] & right_[6][at[6]] & right_[7][at[7]];
  }

  // Those of alive whose left edge may hold at pos.
  [[nodiscard]] Mask Edges(Mask alive, std::string_view text, std::size_t pos) const {
    if (pos == 0) return alive;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const unsigned char before = bytes[pos - 1];
    alive &= before_[before];
    if (kAlnumBytes.Has(before) && kAlnumBytes.Has(bytes[pos])) alive &= ~word_edge_;
    if (kJointBytes.Has(before) && pos >= 2 && bytes[pos - 2] >= '0' && bytes[pos - 2] <= '9') alive &= ~number_kind_;
    return alive;
  }

 private:
  struct Late {
    std::mutex mutex;
    std::unique_ptr<Prefilter> prefilter;
    std::atomic<const Prefilter*> made = nullptr;
  };
  const Prefilter& Make() const;
  using Table = std::array<Mask, 256>;
  static void Put(const ByteSet& bytes, Mask bit, Table* table);

  Event event_;
  char byte_;
  std::uint32_t reach_ = 0;
  std::uint32_t lead_ = 0;
  Mask all_ = 0;
  Mask grouped_ = 0;
  Mask contextual_ = 0;
  Mask keyed_ = 0;
  std::size_t track_ = 0;
  Mask word_edge_ = 0;    // those that do not begin inside a word
  Mask number_kind_ = 0;  // nor behind a digit and a joint
  Mask number_edge_ = 0;  // of these, those that begin with their event
  std::array<Table, kLeftBytes> left_{};
  std::array<Table, kRightBytes> right_{};
  Table before_{};  // by the byte before a match: those that do not forbid it
  std::vector<std::uint16_t> rows_;
  std::vector<const Pattern*> patterns_;
  std::vector<Walk> walks_;
  std::unique_ptr<Late> late_ = std::make_unique<Late>();
};

class Dispatch {
 public:
  Dispatch() { groups_.reserve(kRoom); }
  void Add(const Pattern& pattern, std::uint16_t row);
  // Call once, behind the last Add.
  void Build();

  [[nodiscard]] const Keys& keys() const { return keys_; }
  static constexpr std::string_view kSpecial = "@[:=_+";  // the trigger bytes
  // Groups of an event; kKeyword's stand under both ':' and '='.
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
  [[nodiscard]] std::span<const std::uint16_t> OfSpecial(char byte) const {
    return special_[kSpecialIndex[static_cast<unsigned char>(byte)]];
  }
  [[nodiscard]] std::span<const std::uint16_t> Of(Event event) const {
    return by_event_[static_cast<std::size_t>(event)];
  }
  [[nodiscard]] const std::vector<std::uint16_t>& scanned() const { return scanned_; }  // rows without an event
  [[nodiscard]] std::uint32_t special_reach() const { return special_reach_; }
  [[nodiscard]] std::uint32_t special_lead() const { return special_lead_; }

 private:
  Group& GroupFor(Event event, char byte, std::uint16_t row);
  static constexpr std::size_t kRoom = 24;  // groups that need no moving; the built-in patterns make 13
  std::vector<Group> groups_;
  std::array<std::vector<std::uint16_t>, kEventCount> by_event_;  // indices into groups_
  static constexpr std::array<std::uint8_t, 256> kSpecialIndex = [] {
    std::array<std::uint8_t, 256> index{};  // 0: no special byte
    for (std::size_t i = 0; i < kSpecial.size(); ++i)
      index[static_cast<unsigned char>(kSpecial[i])] = static_cast<std::uint8_t>(i + 1);
    return index;
  }();
  std::array<std::vector<std::uint16_t>, kSpecial.size() + 1> special_;
  std::vector<std::uint16_t> scanned_;
  std::uint32_t special_reach_ = 0;
  std::uint32_t special_lead_ = 0;
  Keys keys_;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_DISPATCH_H_
