// Patterns that count only beside a context word: is there any word near that could be one? Words are compared by their
// first three letters alone, so the answer may be yes too often, never no; match/context.h decides. Two questions: of
// all patterns of a group near an event, by what is remembered of each 64 bytes (about 2 ns a block once it has been
// read); and of one pattern at its begin, with its own reach and lines. Tested by tests/match/matcher_test.cc and the
// twin.
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

  // What is known of blocks of 64 bytes of one text. One for each walk over a text.
  struct Memory {
    const ContextFilter* of = nullptr;
    static constexpr std::size_t kBlocks = 32;
    std::array<std::uint32_t, kBlocks> block{};  // number of the block + 1
    std::array<Mask, kBlocks> found;
  };

  // Whether the pattern finds nothing without a context word, and the filter can tell.
  static bool Asks(const Pattern& pattern);
  // For patterns that are asked; the pattern must outlive the filter.
  void Add(const Pattern& pattern, Mask bit);
  // Those of asked that have something like a context word near a match that begins in [first, last].
  [[nodiscard]] Mask Near(Mask asked, std::string_view text, const text::ClassMaps& maps, std::size_t first,
                          std::size_t last, Memory* memory) const;
  // Whether one of them has, when its match begins at pos.
  [[nodiscard]] bool NearOne(const Pattern& pattern, Mask bit, std::string_view text, const text::ClassMaps& maps,
                             std::size_t pos) const;

 private:
  static constexpr std::size_t kBits = 12;
  struct Table {
    std::array<std::uint64_t, (std::size_t{1} << kBits) / 64> used{};  // slots with a mask: most words are settled here
    std::array<Mask, std::size_t{1} << kBits> masks{};
  };
  static std::uint32_t Slot(std::uint32_t letters) { return (letters * 0x9E3779B1U) >> (32 - kBits); }
  void AddKey(std::string_view key, bool open, Mask bit);
  [[nodiscard]] Mask Words(std::string_view text, const text::ClassMaps& maps, std::size_t from, std::size_t to) const;
  [[nodiscard]] Mask WordAt(std::string_view text, std::size_t pos) const;

  [[nodiscard]] Mask Blocks(std::string_view text, const text::ClassMaps& maps, std::size_t from, std::size_t to,
                            Memory* memory) const;

  Mask right_ = 0;  // patterns whose words may also stand behind the match's begin
  std::uint32_t reach_left_ = 0;
  std::uint32_t reach_right_ = 0;  // from the match's begin
  std::unique_ptr<Table> table_;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_CONTEXT_FILTER_H_
