// Tokens with what the lexicon says of them, and the gaps between them, looked up when asked for and kept for a while.
//
// All of it is a function of the text around a token: nothing here remembers decisions, so that a detector built on it
// gives the same answer wherever the slice begins. Anchor() sets the window that may be looked at (law 1); tokens outside
// do not exist for the functions below. Cost: one hash and one look-up a token that is asked for.
#ifndef MASKE_NAMES_VIEW_H_
#define MASKE_NAMES_VIEW_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/mutation.h"
#include "names/lexicon.h"
#include "names/word_lane.h"
#include "text/prepared.h"

namespace maske::names {

using Index = std::uint32_t;  // of a token

struct Info {
  std::uint64_t hash = 0;
  std::uint32_t roles = 0;
  std::uint16_t classes = 0;
};

// What stands between two tokens.
enum Gap : std::uint32_t {
  kGapBlank = 1 << 0,
  kGapTab = 1 << 1,  // a tab, or two blanks and more: cells
  kGapDot = 1 << 2,
  kGapHyphen = 1 << 3,  // - and its Unicode relatives, not the dash
  kGapComma = 1 << 4,
  kGapSemicolon = 1 << 5,
  kGapColon = 1 << 6,
  kGapNewline = 1 << 7,
  kGapParagraph = 1 << 8,  // two line ends and more
  kGapOpen = 1 << 9,       // ( [
  kGapClose = 1 << 10,     // ) ]
  kGapSlash = 1 << 11,
  kGapQuote = 1 << 12,
  kGapAngle = 1 << 13,  // < >
  kGapAmp = 1 << 14,
  kGapMark = 1 << 15,  // ! ?
  kGapOther = 1 << 16,
  kGapEnd = 1 << 17,  // the text (or the window) begins or ends here
};

class View {
 public:
  explicit View(const text::Prepared& slice) : text_(slice.text()), tokens_(slice.tokens()) { tags_.fill(kNone); }

  static constexpr Index kNone = 0xFFFFFFFF;
  static constexpr std::size_t kSlots = 256;
  static constexpr std::size_t kLongWord = 64;  // bytes that are hashed

  // Names of tokens count only inside [begin - 960, begin + 960) of the anchor token from now on.
  void Anchor(Index i) {
    const std::uint32_t at = tokens_[i].begin;
    const std::uint32_t reach = MASKE_MUTATION("law1_name_reach") ? 1U << 20 : kReach;
    low_ = at > reach ? at - reach : 0;
    high_ = at + reach;
  }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Index size() const { return static_cast<Index>(tokens_.size()); }
  [[nodiscard]] const text::Token& token(Index i) const { return tokens_[i]; }
  [[nodiscard]] std::string_view word(Index i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  // Token i lies wholly inside the window. i may be any number.
  [[nodiscard]] bool Has(Index i) const {
    return i < tokens_.size() && tokens_[i].begin >= low_ && tokens_[i].end <= high_;
  }
  [[nodiscard]] bool Is(Index i, std::uint16_t flag) const { return (tokens_[i].flags & flag) != 0; }
  [[nodiscard]] bool Capital(Index i) const { return Is(i, text::Token::kUpperFirst); }
  // HashWord of token i, of which at most kLongWord bytes count.
  [[nodiscard]] std::uint64_t HashOf(Index i) const {
    const text::Token& token = tokens_[i];
    const std::size_t size = std::min<std::size_t>(token.end - token.begin, kLongWord);
    const char* data = text_.data() + token.begin;
    const std::size_t readable = text_.size() - token.begin;
    return Is(i, text::Token::kHasMid) ? text::HashWordAt(data, size, readable) : HashLetters(data, size, readable);
  }
  // What the lexicon says of token i, whose hash and classes are these.
  void Keep(Index i, std::uint64_t hash, std::uint16_t classes, bool mid) {
    const std::size_t slot = i % kSlots;
    tags_[slot] = i;
    infos_[slot] = {hash, RolesOf(classes), classes};
    if (mid && infos_[slot].roles == 0) infos_[slot].roles = RolesOfParts(word(i));
  }
  // What the lexicon says of token i.
  const Info& info(Index i) {
    const std::size_t slot = i % kSlots;
    if (tags_[slot] != i) {
      const std::uint64_t hash = HashOf(i);
      Keep(i, hash, FindName(hash), Is(i, text::Token::kHasMid));
    }
    return infos_[slot];
  }
  std::uint32_t roles(Index i) { return info(i).roles; }
  // Gap bits between token i and i+1; kGapEnd when there is no such token in the window.
  [[nodiscard]] std::uint32_t gap(Index i) const {
    if (i + 1 < tokens_.size() && tokens_[i].begin >= low_ && tokens_[i + 1].end <= high_ &&
        tokens_[i + 1].begin == tokens_[i].end + 1 && text_[tokens_[i].end] == ' ') {
      return kGapBlank;
    }
    return SlowGap(i);
  }
  // Gap bits before token i.
  [[nodiscard]] std::uint32_t before(Index i) const { return i == 0 ? EdgeGap(0, i) : gap(i - 1); }
  // Nothing but blanks, bullets and quote marks stand between the begin of the line and token i.
  [[nodiscard]] bool AtLineBegin(Index i) const;
  // Nothing but blanks and at most one of , . ! stand between byte at and the end of the line.
  [[nodiscard]] bool AtLineEnd(std::uint32_t at) const;
  [[nodiscard]] char ByteAt(std::uint32_t at) const { return at < text_.size() ? text_[at] : '\n'; }
  [[nodiscard]] std::uint32_t low() const { return low_; }
  [[nodiscard]] std::uint32_t high() const {
    return high_ < text_.size() ? high_ : static_cast<std::uint32_t>(text_.size());
  }

 private:
  static constexpr std::uint32_t kReach = 960;
  static std::uint32_t RolesOfParts(std::string_view word);
  [[nodiscard]] std::uint32_t SlowGap(Index i) const;
  [[nodiscard]] std::uint32_t EdgeGap(std::uint32_t from, Index i) const;

  std::string_view text_;
  const std::vector<text::Token>& tokens_;
  std::uint32_t low_ = 0;
  std::uint32_t high_ = 0xFFFFFFFF;
  std::array<Index, kSlots> tags_;
  std::array<Info, kSlots> infos_;
  // Gaps that were read byte by byte.
  static constexpr std::size_t kGapSlots = 64;
  struct KeptGap {
    Index before = kNone;
    std::uint32_t gap = 0;
  };
  mutable std::array<KeptGap, kGapSlots> gaps_;
};

inline bool Only(std::uint32_t gap, std::uint32_t allowed) { return (gap & ~allowed) == 0; }

// Is this a German word, whatever else it may be: in the word list, with an ending that only nouns and adjectives have, or
// a compound of two listed words. For words after strong evidence, not for every word.
bool LooksGerman(std::string_view word, std::uint64_t hash, bool compounds);

}  // namespace maske::names

#endif  // MASKE_NAMES_VIEW_H_
