// Patterns that count only beside a context word: is there any word near that could be one? Asked for all patterns of a
// group at once, before RE2 is. Words are compared by their first three letters alone, so the answer may be yes too often,
// never no; match/context.h decides. Cost: about 3 ns a word of the stretch. Tested by tests/match/context_test.cc and the twin.
#ifndef MASKE_MATCH_CONTEXT_FILTER_H_
#define MASKE_MATCH_CONTEXT_FILTER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "match/pattern.h"
#include "text/prepared.h"

namespace maske::match {

class ContextFilter {
 public:
  using Mask = std::uint64_t;

  void Add(const Pattern& pattern, Mask bit);
  // Patterns that the filter can drop.
  [[nodiscard]] Mask asked() const { return left_ | both_; }
  // Those of alive that are not asked, or have something like a context word near a match at pos.
  [[nodiscard]] Mask May(Mask alive, std::string_view text, const text::ClassMaps& maps, std::size_t pos) const;

 private:
  static constexpr std::size_t kBits = 12;
  using Table = std::array<Mask, std::size_t{1} << kBits>;
  static std::uint32_t Slot(std::uint32_t letters) { return (letters * 0x9E3779B1U) >> (32 - kBits); }
  void AddKey(std::string_view key, bool open, Mask bit);
  [[nodiscard]] Mask Words(std::string_view text, const text::ClassMaps& maps, std::size_t from, std::size_t to) const;
  [[nodiscard]] Mask WordAt(std::string_view text, std::size_t pos) const;

  Mask left_ = 0;  // asked on the left only
  Mask both_ = 0;  // asked on the right as well
  std::uint32_t reach_left_ = 0;
  std::uint32_t reach_right_ = 0;  // from the match's begin
  std::unique_ptr<Table> table_;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_CONTEXT_FILTER_H_
