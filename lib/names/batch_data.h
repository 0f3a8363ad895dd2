// The words of a batch (batch.h) and what is gathered of them, in arrays that vectors read; and the kernel that fills them.
// It is compiled for each instruction set. Inner header of the first look. Test: tests/names/sift_test.cc.
#ifndef MASKE_NAMES_BATCH_DATA_H_
#define MASKE_NAMES_BATCH_DATA_H_

#include <array>
#include <cstdint>

#include "names/memory.h"
#include "names/view.h"

namespace maske::names {

// What may speak for a word, wherever it stands.
enum Hint : std::uint8_t {
  kHintBefore = 1,   // the word before
  kHintItem = 2,     // ", " or "; " before, or a quote mark and a bracket soon
  kHintLexicon = 4,  // the lists
  kHintKnown = 8,    // the memory
  kHintStem = 16,    // the lists, for the word without its s
  kHintBehind = 32,  // what stands behind
  kHintWeak = 64,    // a clear surname
};
// The same for the first word of a line.
enum LineHint : std::uint8_t {
  kLineBegins = 1,      // it is one
  kLineMay = 2,         // it may be one; the gap before is long
  kLineDelimiter = 4,   // "-- " is the line above
  kLineComma = 8,       // "Surname," or a comma and a given name or function
  kLineSpeaker = 16,    // a given name and a colon
  kLineItem = 32,       // of a list
  kLineOther = 64,      // a hyphen behind, a bracket soon, a dash above
  kLineFunction = 128,  // perhaps a short line, which a function may follow
};

// Hints that make a line's first word be looked at, by themselves.
inline constexpr std::uint8_t kLineAsks = kLineDelimiter | kLineComma | kLineSpeaker | kLineItem | kLineOther;

struct BatchData {
  static constexpr std::size_t kWords = 64;
  static constexpr std::size_t kRoom = kWords + 16;
  using Mask = std::uint64_t;  // bit n: the batch's word n
  using Bytes = std::array<std::uint8_t, kRoom>;
  using Around = std::array<std::uint8_t, 4 * kRoom>;  // four bytes a word

  const char* text = nullptr;
  std::uint32_t size = 0;  // of the text
  const text::Token* tokens = nullptr;
  View* view = nullptr;
  const NameMemory* memory = nullptr;

  // The batch's words, and one behind that is in the next batch too.
  std::size_t taken = 0;
  std::size_t all = 0;
  std::array<Index, kWords + 1 + 8> words{};
  std::array<std::uint64_t, kWords + 1> hashes{};
  std::array<std::uint16_t, kWords + 1> classes{};

  // What was gathered; a number that does not fit is 255. head: the four bytes before a word. tail: its last two and the
  // two behind.
  Around head{}, tail{};
  Bytes size_of{}, gap{}, flags{}, own{}, role{}, known{};
  Bytes before_flags{}, before_speaks{}, dot2{}, dot3{};  // dot2, dot3: the byte behind the last token but one, but two
  Bytes after_flags{}, after_size{}, after_gap{}, after_speaks{};
  std::array<std::uint8_t, kRoom + 16> says{};  // of word n - 1: the first is of the batch before
  Bytes worth{};                                // may go on a doubtful given name before it
  Bytes last{}, next_byte{}, second{};          // the word's last byte, and the two behind

  // What comes out; bits at and beyond `taken` say nothing.
  Bytes hints{}, lines{};
  Mask hinted = 0;          // words with a hint or one of kLineAsks
  Mask open = 0;            // words that are not the later part of a compound and hold no digit
  Mask begins = 0;          // of those, words that begin a line
  Mask short_lines = 0;     // of those, with kLineFunction
  Mask stems = 0;           // words with kHintStem
  Mask hyphens = 0;         // open words before a hyphen
  Mask function_words = 0;  // words that are a function
  Mask functions = 0;       // of those, at the begin of a line
  Mask ends = 0;
  Mask particle_before = 0;
  Mask particle_behind = 0;
  bool brackets = false;
  bool lower_closing = false;
};

// Fills in all but the arrays of what was gathered for words outside [from, to), which lie at the slice's ends and are
// gathered by the caller. `words`, `all` and `taken` are given.
void LoadBatch(std::size_t from, std::size_t to, BatchData* batch);

}  // namespace maske::names

#endif  // MASKE_NAMES_BATCH_DATA_H_
