// Words without which a pattern is not tried: context words of patterns that find nothing without one (one of them stands
// near), and the words that a match begins with where they are few (match/begins.h). Asked for the events that the bytes
// around them leave. The words of a block of 64 bytes are looked up when a block is first asked for: a bit by their first
// four letters, up to eight letters for the few that are left; the block's patterns are remembered for the text.
// The answer may be yes too often, never no; match/context.h and RE2 decide. Cost: 2 ns a word, once. Tested by
// tests/match/keys_test.cc and the twin.
#ifndef MASKE_MATCH_KEYS_H_
#define MASKE_MATCH_KEYS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "match/pattern.h"
#include "text/class_maps.h"

namespace maske::match {

// Whether the pattern finds nothing without a context word, and the words' letters can tell that there is none.
bool AsksForWord(const Pattern& pattern);
// Bytes behind a match's begin in which a context word may begin that counts.
std::uint32_t ContextReachRight(const Pattern& pattern);

class Keys {
 public:
  using Mask = std::uint64_t;

  // Patterns are told apart by a track, of a group, and bits in it. Their event stands at most `reach` bytes behind a
  // match's begin.
  struct Owner {
    std::size_t track = 0;
    Mask patterns = 0;
    std::uint32_t reach = 0;
  };
  void AddContext(const Pattern& pattern, const Owner& owner);  // AsksForWord
  void AddBegins(const Pattern& pattern, const Owner& owner);
  // Call once, behind the last of them.
  void Build();

  // The keys of one text; one for each walk over a text. text and maps must outlive it.
  class Walk {
   public:
    Walk(const Keys& keys, std::string_view text, const text::ClassMaps& maps);
    // Those of asked that have something like a word of theirs near an event at pos.
    [[nodiscard]] Mask Near(std::size_t track, Mask asked, std::size_t pos);
    // Whether one of asked has such a word that begins in [from, to).
    [[nodiscard]] bool Holds(std::size_t track, Mask asked, std::size_t from, std::size_t to) const;

   private:
    [[nodiscard]] Mask Blocks(std::size_t track, std::size_t from, std::size_t to);

    const Keys& keys_;
    std::string_view text_;
    const text::ClassMaps& maps_;
    std::vector<std::uint64_t> known_;  // a bit a block
    std::unique_ptr<Mask[]> found_;     // of known blocks, a row of tracks each
  };

 private:
  struct Entry {
    std::uint64_t letters = 0;  // the first one lowest
    std::uint64_t care = 0;     // the bytes of a word's letters that must be these
    std::size_t track = 0;
    Mask patterns = 0;
  };
  // A set of numbers as bits; holds others too.
  template <std::size_t kBits>
  struct Bits {
    std::array<std::uint32_t, (std::size_t{1} << kBits) / 32> words{};
    static std::uint32_t Slot(std::uint32_t number) { return (number * 0x9E3779B1U) >> (32 - kBits); }
    void Add(std::uint32_t number) { words[Slot(number) / 32] |= std::uint32_t{1} << (Slot(number) % 32); }
    [[nodiscard]] bool Has(std::uint32_t number) const {
      return ((words[Slot(number) / 32] >> (Slot(number) % 32)) & 1) != 0;
    }
  };
  static constexpr std::size_t kSlotBits = 10;
  using Slots = Bits<kSlotBits>;
  struct Table {
    Bits<15> fours;   // what the first four letters of a word may be, 0 behind its end
    Bits<12> threes;  // the keys' first three
    std::array<std::uint16_t, (std::size_t{1} << kSlotBits) + 1> begin{};  // of the entries of a slot of three letters
    std::array<std::array<char, 2>, 64> latin{};  // the keys of U+00C0..U+00FF, two letters at most
  };
  struct Track {
    std::uint32_t left = 0;   // bytes before an event that are looked at
    std::uint32_t right = 0;  // and behind
    Mask behind = 0;          // patterns for which words behind their match's begin count
  };

  void Add(std::string_view key, bool open, const Owner& owner);
  template <typename Visit>
  void EachWord(std::string_view text, const text::ClassMaps& maps, std::size_t from, std::size_t to,
                const Visit& visit) const;
  template <typename Visit>
  void LookUp(std::string_view text, std::size_t pos, std::size_t size, const Visit& visit) const;
  [[nodiscard]] bool MayFitWide(std::uint64_t letters) const;

  std::vector<Entry> entries_;  // after Build by slot
  std::vector<Track> tracks_{Track{}};
  bool digits_ = false;  // some key begins with one; else numbers are passed over
  std::unique_ptr<Table> table_ = std::make_unique<Table>();
};

}  // namespace maske::match

#endif  // MASKE_MATCH_KEYS_H_
