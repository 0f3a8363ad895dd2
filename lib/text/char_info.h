// What the text layer knows of one character, in 16 bits: word break class, category, and what folding does to it.
// Asked of ICU once a character, then kept in a table of atomics in zeroed memory (two bytes a character, pages are
// touched only when used), so that a look-up costs about 1 ns and no lock. Characters above U+1FFFF are asked each
// time. Test: tests/text/chars_test.cc.
#ifndef MASKE_TEXT_CHAR_INFO_H_
#define MASKE_TEXT_CHAR_INFO_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace maske::text {

// Word_Break classes of UAX #29, with CLDR's root tailoring: ':' and its compatibility forms join nothing. '@' joins
// nothing either (as in UAX #29; ICU 72 alone takes it for a letter).
enum class WordBreak : std::uint8_t {
  kOther,
  kALetter,
  kHebrewLetter,
  kNumeric,
  kKatakana,
  kExtendNumLet,
  kMidLetter,
  kMidNum,
  kMidNumLet,
  kSingleQuote,
  kDoubleQuote,
  kExtend,  // Extend, Format and ZWJ: belongs to what stands before it
  kRegional,
  kLineEnd,  // CR, LF, Newline
};

class CharInfo {
 public:
  enum Bit : std::uint16_t {
    kKnown = 1 << 4,  // the low four bits are the word break class
    kLetter = 1 << 5,
    kNumber = 1 << 6,
    kMark = 1 << 7,
    kUpper = 1 << 8,
    kLower = 1 << 9,
    kIgnorable = 1 << 10,  // default ignorable: folding drops it
    kJoins = 1 << 11,      // may combine with what stands before it, or is a non-starter
    kChanges = 1 << 12,    // folding alone changes it (compatibility form, hyphen, space)
    kKeepsForm = 1 << 13,  // NFKC would change it, but folding does not: ´ ¨ … and other spacing marks
    kWord = kLetter | kNumber | kMark,
    kFolds = kIgnorable | kJoins | kChanges,
  };
  CharInfo() = default;
  explicit CharInfo(std::uint16_t bits) : bits_(bits) {}

  [[nodiscard]] bool Has(std::uint16_t any_of) const { return (bits_ & any_of) != 0; }
  [[nodiscard]] bool word() const { return Has(kWord); }
  [[nodiscard]] bool folds() const { return Has(kFolds); }
  [[nodiscard]] WordBreak word_break() const { return static_cast<WordBreak>(bits_ & 15); }
  [[nodiscard]] std::uint16_t bits() const { return bits_; }

 private:
  std::uint16_t bits_ = 0;
};

inline constexpr std::size_t kCharInfoTable = 0x20000;
extern std::array<std::atomic<std::uint16_t>, kCharInfoTable> g_char_info;
// Asks ICU, and fills the table where it has a row.
CharInfo AskCharInfo(char32_t c);

inline CharInfo InfoOf(char32_t c) {
  if (c < kCharInfoTable) {
    const std::uint16_t bits = g_char_info[c].load(std::memory_order_relaxed);
    if (bits != 0) return CharInfo(bits);
  }
  return AskCharInfo(c);
}

}  // namespace maske::text

#endif  // MASKE_TEXT_CHAR_INFO_H_
