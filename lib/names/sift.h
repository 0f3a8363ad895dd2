// The first look, part two: of the words for which a batch (batch.h) has a hint, which rules shall be asked? At() looks
// closer, one word at a time, by the conditions that the rules themselves would ask first, so that only rules run that
// have a chance. Both parts may ask too much, never too little: tests/names/sift_test.cc holds the detector with them
// equal to the detector without.
#ifndef MASKE_NAMES_SIFT_H_
#define MASKE_NAMES_SIFT_H_

#include <cstdint>
#include <vector>

#include "names/batch.h"
#include "names/memory.h"
#include "names/view.h"

namespace maske::names {

// Rules of the detector, in the order in which they are asked.
enum Ask : std::uint16_t {
  kAskMail = 1 << 0,
  kAskTitle = 1 << 1,  // the four of Before()
  kAskField = 1 << 2,
  kAskGreeting = 1 << 3,
  kAskSignature = 1 << 4,
  kAskItem = 1 << 5,
  kAskLine = 1 << 6,
  kAskLexicon = 1 << 7,
  kAskMemory = 1 << 8,
  kAskSpeaker = 1 << 9,
  kAskBehind = 1 << 10,
  kAskWeak = 1 << 11,
  kAskAll = 1 << 12,  // all, each after its own first condition
};
inline constexpr std::uint16_t kAskBefore = kAskTitle | kAskField | kAskGreeting | kAskSignature;

class Sift {
 public:
  using Mask = Hints::Mask;

  // The tokens [first, last) of the view are looked at.
  Sift(View* view, const std::vector<text::Token>& tokens, const NameMemory* memory, Index first, Index last);

  // Takes the next batch; false when there is none.
  bool Next();
  [[nodiscard]] std::size_t words() const { return batch_.size(); }
  [[nodiscard]] Index Word(std::size_t n) const { return batch_.word(n); }
  // Words of the batch that need At().
  [[nodiscard]] Mask look() const { return batch_.hinted(); }
  [[nodiscard]] Mask particle_before() const { return batch_.hints().particle_before; }
  [[nodiscard]] Mask particle_behind() const { return batch_.hints().particle_behind; }
  // Words of the batch from n on that names taught since may be.
  [[nodiscard]] Mask Remember(std::size_t n, std::uint64_t since) { return batch_.Remember(n, since); }

  // What to ask about word n of the batch, to which the view is anchored. *newline: it begins a line.
  std::uint16_t At(std::size_t n, bool* newline);

 private:
  [[nodiscard]] bool Speaks(const text::Token& token) const {  // of a word in lower case
    return MaySpeak(text_ + token.begin, token.end - token.begin, size_ - token.begin);
  }
  std::uint16_t Before(std::size_t n, bool newline);
  [[nodiscard]] Index Closing(std::size_t n) const;
  bool ClosingSoon(std::size_t n);
  [[nodiscard]] bool OnItsLine(Index closing, Index i) const;
  std::uint16_t Line(std::size_t n, const text::Token& token, char next);
  std::uint16_t Closed(std::size_t n, const text::Token& before);
  bool Known(std::size_t n, char next) const;
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
  Batch batch_;
  Index end_ = View::kNone;  // the last word before the batch that closes a letter
};

}  // namespace maske::names

#endif  // MASKE_NAMES_SIFT_H_
