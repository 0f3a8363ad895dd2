// The first look: may any rule have something to say about a capitalised word? Nine of ten words end here, so this is what
// the detector's speed is made of. Two steps. Next() takes 64 capitalised words at once: hash, look-up (the waits for memory
// overlap), and a few loads and bit operations on what stands before and behind, with as few branches as can be, because a
// mispredicted one costs as much as all the rest. At() looks closer at the words that are left, by the conditions that the
// rules would ask first. Lower-case words are looked at as neighbours only.
// Both may say yes too often, never too seldom: tests/names/sift_test.cc holds the detector with them equal to the
// detector without.
#ifndef MASKE_NAMES_SIFT_H_
#define MASKE_NAMES_SIFT_H_

#include <array>
#include <cstdint>
#include <vector>

#include "names/glance.h"
#include "names/memory.h"
#include "names/view.h"

namespace maske::names {

enum class Look : std::uint8_t {
  kNothing,
  kWeak,   // a clear surname, alone
  kRules,  // ask the rules
};

class Sift {
 public:
  static constexpr std::size_t kBatch = 64;
  static constexpr std::size_t kRoom = kBatch + 16;
  using Mask = std::uint64_t;  // bit n: the batch's word n

  // The tokens [first, last) of the view are looked at.
  Sift(View* view, const std::vector<text::Token>& tokens, const NameMemory* memory, Index first, Index last);

  // Takes the next batch; false when there is none.
  bool Next();
  [[nodiscard]] Index Word(std::size_t n) const { return words_[n]; }
  // Words of the batch that need At(): capitalised, without digits, in [first, last).
  [[nodiscard]] Mask look() const { return look_; }
  // Words of the batch before which one of the two tokens may be a particle behind a title in lower case, and those
  // behind which a particle may stand because they may be a title.
  [[nodiscard]] Mask particle_before() const { return particle_before_; }
  [[nodiscard]] Mask particle_behind() const { return particle_behind_; }
  // Words of the batch behind n that the memory may know by now.
  [[nodiscard]] Mask Remembered(std::size_t n) const;

  // Word n of the batch; closer.
  Look At(std::size_t n);

 private:
  // Of the batch's words, one byte each.
  struct Seen {
    using Bytes = std::array<std::uint8_t, kRoom>;
    Bytes edge{}, own{}, role{}, flags{}, size{}, sign{}, ending{};
    Bytes left{}, left2{}, line{}, gap{}, before_speaks{}, behind_word{}, dotted{};
    Bytes next{}, opening{}, follows{}, after_flags{}, after_size{}, after_speaks{}, known{};
    std::array<std::uint8_t, kRoom + 16> says{};  // of word n - 1: the first is of the batch before
  };
  [[nodiscard]] bool Speaks(const text::Token& token) const {  // of a word in lower case
    return MaySpeak(text_ + token.begin, token.end - token.begin, size_ - token.begin);
  }
  void Survey();
  void Gather(std::size_t n);
  void Weigh();
  bool BeginsLine(std::size_t n);
  bool SpeaksBefore(Index i, const text::Token& before, bool newline);
  bool NewLine(std::size_t n, const text::Token& token, const text::Token& before);
  bool Behind(Index i, const text::Token& token, char next, bool newline);
  bool BehindHyphen(Index i);
  bool RoleOverLine(Index i, const text::Token& before);
  bool MailSoon(Index i) const;
  bool ItemSoon(Index i);
  bool FunctionUnder(Index i);
  [[nodiscard]] std::uint32_t Size(Index i) const { return tokens_[i].end - tokens_[i].begin; }
  [[nodiscard]] bool Capital(Index i) const { return (tokens_[i].flags & text::Token::kUpperFirst) != 0; }

  const char* text_;
  std::uint32_t size_;
  const text::Token* tokens_;
  Index count_;
  View* view_;
  const NameMemory* memory_;
  Index next_;  // the first token that no batch has taken
  Index last_;

  // The batch: its words, and one word behind that is in the next batch too.
  std::size_t taken_ = 0;
  std::array<Index, kBatch + 1> words_{};
  std::array<std::uint64_t, kBatch + 1> hashes_{};
  std::array<std::uint16_t, kBatch + 1> classes_{};
  Seen seen_;
  Index before_ = View::kNone;  // the last word of the batch before
  Index end_ = View::kNone;     // the last word that closes a letter
  bool brackets_ = false;       // a '<' or '[' stands in the batch or soon behind
  bool lower_closing_ = false;  // what may be a closing in lower case stands there or not long before
  bool closing_ = false;        // any closing does
  Mask look_ = 0;
  Mask odd_ = 0;    // words before which not just a blank stands
  Mask ends_ = 0;   // words that close a letter
  Mask lines_ = 0;  // words that begin a line that the rules ask about
  Mask particle_before_ = 0;
  Mask particle_behind_ = 0;
};

}  // namespace maske::names

#endif  // MASKE_NAMES_SIFT_H_
