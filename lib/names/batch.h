// The first look, part one: sixty-four capitalised words at once. Hash and look-up (the waits for memory overlap), a few
// loads of what stands before and behind each word, then vectors of sixteen words that weigh all of it without a branch,
// because a mispredicted one costs as much as a word. What comes out are hints: which of the rules (detector.cc) may have
// something to say about which word. Nine of ten words have none and are done with. Lower-case words are looked at as
// neighbours only. A hint may be given too often, never too seldom (tests/names/sift_test.cc). Cost: 150 instructions a
// word.
#ifndef MASKE_NAMES_BATCH_H_
#define MASKE_NAMES_BATCH_H_

#include <array>
#include <cstdint>
#include <vector>

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

class Batch {
 public:
  static constexpr std::size_t kWords = 64;
  using Mask = std::uint64_t;  // bit n: the batch's word n

  // The tokens [first, stop) of the view are taken.
  Batch(View* view, const std::vector<text::Token>& tokens, const NameMemory* memory, Index first, Index stop);

  // Takes the next words; false when there are none. closing: the last word before that closes a letter, or kNone.
  bool Next(Index closing);
  [[nodiscard]] std::size_t size() const { return taken_; }
  [[nodiscard]] Index word(std::size_t n) const { return words_[n]; }
  [[nodiscard]] std::uint16_t classes(std::size_t n) const { return classes_[n]; }
  [[nodiscard]] std::uint64_t hash(std::size_t n) const { return hashes_[n]; }
  // Is it in no list, and ends in an s? Then stem() is the hash of the word without it.
  [[nodiscard]] bool HasStem(std::size_t n) const { return (stem_words_ >> n & 1) != 0; }
  [[nodiscard]] std::uint64_t stem(std::size_t n) const { return stems_[n]; }
  [[nodiscard]] std::uint8_t hints(std::size_t n) const { return hints_[n]; }
  [[nodiscard]] std::uint8_t line_hints(std::size_t n) const { return lines_[n]; }

  [[nodiscard]] Mask hinted() const { return hinted_; }  // words with any hint, and edge()
  [[nodiscard]] Mask edge() const { return edge_; }      // words at the slice's ends: all rules
  [[nodiscard]] Mask ends() const { return ends_; }      // words that close a letter
  // Words before which one of the two tokens may be a particle behind a title in lower case, and those behind which a
  // particle may stand because they may be a title.
  [[nodiscard]] Mask particle_before() const { return particle_before_; }
  [[nodiscard]] Mask particle_behind() const { return particle_behind_; }
  [[nodiscard]] bool brackets() const { return brackets_; }            // a '<' or '[' stands in it or soon behind
  [[nodiscard]] bool lower_closing() const { return lower_closing_; }  // perhaps "mfg", "lg" in it or not long before
  // Gives the hint to words from n on that the memory may know by now; returns them.
  Mask Remember(std::size_t n);
  [[nodiscard]] Mask closing() const { return closing_; }    // words not long behind a closing, if they begin a line
  [[nodiscard]] Mask function() const { return function_; }  // words that begin a line perhaps over one of a function

 private:
  static constexpr std::size_t kRoom = kWords + 16;
  using Bytes = std::array<std::uint8_t, kRoom>;
  struct Around {  // four bytes a word
    std::array<std::uint8_t, 4 * kRoom> bytes;
  };
  [[nodiscard]] bool AtEdge(Index i) const;
  void Survey();
  void Hash();
  void Gather(std::size_t from, std::size_t to);
  void GatherEdge(std::size_t n);
  void Saturate(std::size_t from, std::size_t to);
  void LookUp();
  void Prepare();
  void Weigh(Index closing);
  void AskStems(Mask asked);
  void Give(std::size_t n, Hint hint) {
    hints_[n] |= hint;
    hinted_ |= Mask{1} << n;
  }

  const char* text_;
  std::uint32_t size_;
  const text::Token* tokens_;
  Index count_;
  View* view_;
  const NameMemory* memory_;
  Index next_;
  Index stop_;

  // The batch's words, and one behind that is in the next batch too.
  std::size_t taken_ = 0;
  std::size_t all_ = 0;
  std::array<Index, kWords + 1> words_{};
  std::array<std::uint64_t, kWords + 1> hashes_{};
  std::array<std::uint64_t, kWords> stems_{};
  std::array<std::uint16_t, kWords + 1> classes_{};

  // What was gathered. head_: the four bytes before a word. tail_: its last two and the two behind.
  Around head_{}, tail_{};
  Bytes size_of_{}, gap_{}, flags_{}, own_{}, role_{}, known_{};
  Bytes before_flags_{}, before_speaks_{}, dot2_{}, dot3_{};
  Bytes after_flags_{}, after_size_{}, after_gap_{}, after_speaks_{};
  std::array<std::uint8_t, kRoom + 16> says_{};  // of word n - 1: the first is of the batch before
  Bytes worth_{};                                // may go on a doubtful given name before it
  Bytes last_{}, next_byte_{}, second_{};        // the word's last byte, and the two behind

  Bytes hints_{}, lines_{};
  Mask open_ = 0;  // words that are not the later part of a compound and hold no digit
  Mask hinted_ = 0;
  Mask edge_ = 0;
  Mask stem_words_ = 0;
  Mask ends_ = 0;
  Mask particle_before_ = 0;
  Mask particle_behind_ = 0;
  bool brackets_ = false;
  bool lower_closing_ = false;
  Mask closing_ = 0;
  Mask function_ = 0;
};

}  // namespace maske::names

#endif  // MASKE_NAMES_BATCH_H_
