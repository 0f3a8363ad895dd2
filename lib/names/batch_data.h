// The words of a batch (batch.h) and what is gathered of them, in arrays that vectors read; and the kernel that fills them.
// It is compiled for each instruction set. Inner header of the first look. Test: tests/names/sift_test.cc.
#ifndef MASKE_NAMES_BATCH_DATA_H_
#define MASKE_NAMES_BATCH_DATA_H_

#include <array>
#include <cstdint>

#include "names/memory.h"
#include "names/view.h"

namespace maske::names {

// What may speak for a word, one bit a word of the batch. All but those at the end of the list are words that are not the later part of a compound and hold no digit.
struct Hints {
  using Mask = std::uint64_t;
  Mask open = 0;  // all such words
  // Wherever it stands: the word before, by its role, by its look in lower case, by its ending;
  Mask before = 0, before_lower = 0, before_ending = 0;
  Mask item = 0;                        // ", " or "; " before;
  Mask quote = 0;                       // a quote mark before;
  Mask lexicon = 0, with_particle = 0;  // the lists, at once or if a particle follows;
  Mask known = 0;                       // the memory;
  Mask stem = 0;                        // the lists without its last letter, an s;
  Mask behind = 0, behind_lower = 0;    // the word behind;
  Mask behind_capitals = 0;             // the same if a bracket follows soon;
  Mask weak = 0;                        // it is a clear surname.
  // Words that begin a line, or may, the gap before being long.
  Mask feed = 0, wide = 0;
  Mask delimiter = 0;   // "-- " is the line above
  Mask dashed = 0;      // a dash before
  Mask comma = 0;       // "Surname," or a comma and a given name or function
  Mask speaker = 0;     // a given name and a colon
  Mask list = 0;        // a bullet before, or the line above goes on
  Mask short_line = 0;  // perhaps a short line
  Mask hyphen = 0;      // before a hyphen, wherever

  // Of all words.
  Mask bracket = 0;         // a '<' or '[' stands soon behind
  Mask ends = 0;            // closes a letter
  Mask labels = 0;          // a label, perhaps before a colon
  Mask function_words = 0;  // a function
  Mask functions = 0;       // the same where it may begin a line
  // One of the two tokens before may be a particle behind a title in lower case; one may stand behind, the word being a
  // title, or one by its ending.
  Mask particle_before = 0, particle_behind = 0, particle_ending = 0;
};

struct BatchData {
  static constexpr std::size_t kWords = 64;
  static constexpr std::size_t kRoom = kWords + 16;
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

  Hints hints;  // what comes out; bits at and beyond `taken` say nothing
  bool lower_closing = false;
};

// Fills in all but the arrays of what was gathered for words outside [from, to), which lie at the slice's ends and are
// gathered by the caller. `words`, `all` and `taken` are given.
void LoadBatch(std::size_t from, std::size_t to, BatchData* batch);

}  // namespace maske::names

#endif  // MASKE_NAMES_BATCH_DATA_H_
