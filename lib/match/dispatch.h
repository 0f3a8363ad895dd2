// Which patterns may match at a position, by table look-ups alone. Patterns of one event are put into groups of up to
// 64; every condition of a pattern (its first bytes, the bytes between its begin and the event, its word edge, its
// number of digits) is a row of bits, and the conditions of all 64 are asked at once by AND. So a pattern whose shape
// is absent costs nothing. A table may let a pattern through that cannot match, never the other way round: the twin
// (tests/reference) proves it. Memory: 20 KB a group.
#ifndef MASKE_MATCH_DISPATCH_H_
#define MASKE_MATCH_DISPATCH_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "match/context_filter.h"
#include "match/pattern.h"
#include "match/prefilter.h"
#include "text/prepared.h"

namespace maske::match {

class Group {
 public:
  using Mask = std::uint64_t;
  static constexpr std::size_t kSize = 64;
  static constexpr std::uint32_t kClusterReach = 48;  // bytes of a number that are counted

  Group(Event event, char byte) : event_(event), byte_(byte) {}
  // At most kSize times. row is the pattern's index in its set.
  void Add(const Pattern& pattern, const Start& start, std::uint16_t row);

  [[nodiscard]] Event event() const { return event_; }
  [[nodiscard]] char byte() const { return byte_; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::uint16_t row(std::size_t bit) const { return rows_[bit]; }
  [[nodiscard]] std::uint32_t reach() const { return reach_; }
  // Bytes that a finding's begin may lie behind its match's begin.
  [[nodiscard]] std::uint32_t lead() const { return lead_; }

  // The patterns that an event `distance` bytes (at most reach()) behind their begin can be of, given those of
  // distance - 1 and the byte that lies between.
  [[nodiscard]] Mask All() const { return all_; }
  // Those of alive that can go on from an event as the text does.
  [[nodiscard]] Mask Beginning(Mask alive, std::string_view text, std::size_t event) const {
    return events_->May(alive, text, event);
  }
  [[nodiscard]] Mask StepLeft(Mask alive, unsigned char byte, std::uint32_t distance) const {
    return alive & through_[byte] & far_[distance];
  }
  // Those of alive whose match may begin with the byte.
  [[nodiscard]] Mask ByFirst(Mask alive, unsigned char byte) const { return alive & first_[0][byte]; }
  // Whether it pays to ask Beginning; the words before ':' and '=' and capitals are followed by anything.
  [[nodiscard]] bool asks_events() const {
    return event_ == Event::kDigit || event_ == Event::kByte || event_ == Event::kBracket;
  }
  [[nodiscard]] Mask grouped() const { return grouped_; }  // those whose finding is not the whole match

  // Call once, after the last Add. The patterns must outlive the group.
  void Build();
  // Those of alive that may match at pos; labelled: a label may hold context words.
  [[nodiscard]] Mask Fitting(Mask alive, std::string_view text, const text::ClassMaps& maps, std::size_t pos,
                             bool labelled) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    alive &= first_[0][bytes[pos]];
    if (alive == 0) return 0;
    if (pos > 0 && kInsideWord[bytes[pos - 1]] && kInsideWord[bytes[pos]]) alive &= ~word_edge_;
    alive &= pos + 1 < text.size() ? first_[1][bytes[pos + 1]] : ended_[1];
    return alive == 0 ? 0 : FittingRest(alive, text, maps, pos, labelled);
  }
  [[nodiscard]] const Prefilter& prefilter() const { return *prefilter_; }

 private:
  [[nodiscard]] Mask FittingRest(Mask alive, std::string_view text, const text::ClassMaps& maps, std::size_t pos,
                                 bool labelled) const;

  // Bytes that are word characters by themselves.
  static constexpr std::array<bool, 256> kInsideWord = [] {
    std::array<bool, 256> inside{};
    for (char c : std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) {
      inside[static_cast<unsigned char>(c)] = true;
    }
    return inside;
  }();

  Event event_;
  char byte_;
  std::uint32_t reach_ = 0;
  std::uint32_t lead_ = 0;
  Mask all_ = 0;
  Mask grouped_ = 0;
  Mask word_edge_ = 0;
  Mask counted_ = 0;  // those that ask for a number of digits
  std::vector<std::uint16_t> rows_;
  std::vector<const Pattern*> patterns_;
  std::unique_ptr<Prefilter> prefilter_;  // from the match's begin
  std::unique_ptr<Prefilter> events_;     // from the event
  ContextFilter context_;
  std::vector<Mask> far_;  // by distance: those whose reach is at least that
  std::array<Mask, 256> through_{};
  std::array<std::array<Mask, 256>, 2> first_{};  // by the match's first two bytes
  std::array<Mask, kFirstBytes> ended_{};         // those whose match may end before the i-th byte
  std::array<Mask, kClusterReach + 1> digits_{};  // by number of digits in the cluster at pos
};

class Dispatch {
 public:
  void Add(const Pattern& pattern, std::uint16_t row);
  // Call once, after the last Add.
  void Build();

  // Groups of an event; kKeyword's stand under both ':' and '='.
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
  [[nodiscard]] std::span<const std::uint16_t> OfSpecial(char byte) const;
  [[nodiscard]] std::span<const std::uint16_t> Of(Event event) const {
    return by_event_[static_cast<std::size_t>(event)];
  }
  [[nodiscard]] const std::vector<std::uint16_t>& scanned() const { return scanned_; }  // rows without an event
  [[nodiscard]] std::uint32_t special_reach() const { return special_reach_; }
  [[nodiscard]] std::uint32_t special_lead() const { return special_lead_; }

 private:
  Group& GroupFor(Event event, char byte);
  std::vector<Group> groups_;
  std::array<std::vector<std::uint16_t>, kEventCount> by_event_;  // indices into groups_
  std::array<std::vector<std::uint16_t>, 6> special_;
  std::vector<std::uint16_t> scanned_;
  std::uint32_t special_reach_ = 0;
  std::uint32_t special_lead_ = 0;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_DISPATCH_H_
