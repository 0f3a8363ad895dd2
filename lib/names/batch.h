// The first look, part one: sixty-four capitalised words at once. Hash and look-up (the waits for memory overlap), a few
// loads of what stands before and behind each word, then vectors of sixteen words that weigh all of it without a branch,
// because a mispredicted one costs as much as a word. What comes out are hints: which of the rules (detector.cc) may have
// something to say about which word. Nine of ten words have none and are done with. Lower-case words are looked at as
// neighbours only. A hint may be given too often, never too seldom (tests/names/sift_test.cc). Cost: about 300
// instructions a word, two thirds of them hash, look-up and loads.
#ifndef MASKE_NAMES_BATCH_H_
#define MASKE_NAMES_BATCH_H_

#include <array>
#include <cstdint>
#include <vector>

#include "names/batch_data.h"
#include "names/memory.h"
#include "names/view.h"

namespace maske::names {

class Batch {
 public:
  static constexpr std::size_t kWords = BatchData::kWords;
  using Mask = Hints::Mask;

  // The tokens [first, stop) of the view are taken.
  Batch(View* view, const std::vector<text::Token>& tokens, const NameMemory* memory, Index first, Index stop);

  // Takes the next words; false when there are none. closing: the last word before that closes a letter, or kNone.
  bool Next(Index closing);
  [[nodiscard]] std::size_t size() const { return b_.taken; }
  [[nodiscard]] Index word(std::size_t n) const { return b_.words[n]; }
  [[nodiscard]] std::uint16_t classes(std::size_t n) const { return b_.classes[n]; }
  [[nodiscard]] std::uint64_t hash(std::size_t n) const { return b_.hashes[n]; }
  // Is it in no list, and ends in an s? Then stem() is the hash of the word without it.
  [[nodiscard]] bool HasStem(std::size_t n) const { return (stem_words_ >> n & 1) != 0; }
  [[nodiscard]] std::uint64_t stem(std::size_t n) const { return stems_[n]; }
  [[nodiscard]] const Hints& hints() const { return b_.hints; }
  [[nodiscard]] Mask hinted() const { return hinted_; }      // words with any hint, and edge()
  [[nodiscard]] Mask edge() const { return edge_; }          // words at the slice's ends: all rules
  [[nodiscard]] Mask closing() const { return closing_; }    // words not long behind a closing, if they begin a line
  [[nodiscard]] Mask function() const { return function_; }  // words that begin a line perhaps over one of a function
  [[nodiscard]] Mask mail() const { return mail_; }          // words before a bracket, where a mail's name may begin
  [[nodiscard]] bool lower_closing() const { return b_.lower_closing; }  // perhaps "mfg" in it or not long before
  // Gives the hint to words from n on that the names taught since may be (NameMemory::Taught); returns them.
  Mask Remember(std::size_t n, std::uint64_t since);

 private:
  [[nodiscard]] bool AtEdge(Index i) const;
  bool Pick();
  void GatherEdge(std::size_t n);
  void Combine(Index closing);
  Mask WithRole(Mask words, int offset, std::uint32_t roles);
  [[nodiscard]] Mask ShortBefore(Mask words) const;
  [[nodiscard]] Mask WithEnding(Mask words, int offset) const;
  Mask BehindLabel(Mask words);
  void AskStems(Mask words);

  BatchData b_;
  Index count_;
  Index next_;
  Index stop_;
  Index label_;                                // the last one before the batch
  std::array<std::uint64_t, kWords> stems_{};  // 0: none
  Mask hinted_ = 0;
  Mask edge_ = 0;
  Mask stem_words_ = 0;
  Mask closing_ = 0;
  Mask function_ = 0;
  Mask mail_ = 0;
};

}  // namespace maske::names

#endif  // MASKE_NAMES_BATCH_H_
