// The first look at a capitalised word: may any rule have something to say about it? Four of five words end here, so this is
// what the detector's speed is made of: one pass over neighbouring bytes and what the lexicon said of the word and the
// word before, no calls on the common way. Promising() may say yes too often, never too seldom: tests/names/sift_test.cc
// holds the detector with it equal to the detector without it.
#ifndef MASKE_NAMES_SIFT_H_
#define MASKE_NAMES_SIFT_H_

#include <cstdint>
#include <cstring>
#include <string_view>

#include "names/glance.h"
#include "names/memory.h"
#include "names/view.h"
#include "text/chars.h"

namespace maske::names {

enum class Look : std::uint8_t {
  kNothing,
  kWeak,   // a clear surname, alone
  kRules,  // ask the rules
};

class Sift {
 public:
  Sift(View* view, const std::vector<text::Token>& tokens, const NameMemory* memory)
      : text_(view->text().data()),
        size_(static_cast<std::uint32_t>(view->text().size())),
        tokens_(tokens.data()),
        count_(static_cast<Index>(tokens.size())),
        view_(view),
        memory_(memory) {}

  // Token i is capitalised, without digits, and loaded; closing is the last token that closes a letter.
  Look At(Index i, Index closing) {
    const text::Token token = tokens_[i];
    const Info& info = view_->loaded(i);
    if (i == 0 || token.begin < 4 || token.end + 2 >= size_) return Look::kRules;
    const text::Token before = tokens_[i - 1];
    const std::uint32_t gap = token.begin - before.end;
    const char left = text_[token.begin - 1];
    const char next = text_[token.end];
    const std::uint16_t classes = info.classes;
    if (gap == 1 && left == '-') return Look::kNothing;  // later part of a compound
    if ((token.flags & text::Token::kHasMid) != 0) return Look::kRules;

    const unsigned given = classes & kGivenMask;
    if (given == 3 && (classes & (kAlsoNoun | kAlsoWord | kEveryday)) == 0) return Look::kRules;
    if (next == '.' && token.end - token.begin <= 2) return Look::kRules;
    if (given != 0 && next == '-') return Look::kRules;
    const bool followed = next == ' ' && i + 1 < count_ && tokens_[i + 1].begin == token.end + 1;
    if (given != 0 && followed && WorthTrying(*view_, i, classes, next, false)) return Look::kRules;

    // Before the word.
    bool newline = false;
    if (gap != 1 || left != ' ') {
      newline = NewlineIn(*view_, before.end, token.begin);
      if (newline && NewLine(i, token, before, closing, next, given)) return Look::kRules;
      if (left == '"' && AddressSoon(token.end)) return Look::kRules;
    }
    if (left == ' ' && (text_[token.begin - 2] == ',' || text_[token.begin - 2] == ';')) {
      if (AddressSoon(token.end)) return Look::kRules;
      if (((before.flags & text::Token::kUpperFirst) != 0 || before.end - before.begin <= 3) &&
          ColonBefore(token.begin)) {
        return Look::kRules;
      }
    }
    if (SpeaksBefore(i, before, newline)) return Look::kRules;

    // The session.
    if (!memory_->empty()) {
      if (memory_->Knows(info.hash)) return Look::kRules;
      if (next == '-' && memory_->Knows(info.hash ^ kHyphenated)) return Look::kRules;
    }
    if (text_[token.end - 1] == 's' && token.end - token.begin > 4 &&
        (classes & (kGivenMask | kSurnameMask | kHasRole)) == 0) {
      const std::uint64_t stem = text::HashWord({text_ + token.begin, token.end - 1 - token.begin});
      if ((FindName(stem) & kGivenMask) >= 2 || memory_->Knows(stem)) return Look::kRules;
    }

    // Behind the word.
    if ((next == ' ' || next == ',' || next == '-') && RightMaySpeak(*view_, i, newline, next)) return Look::kRules;
    constexpr unsigned kClear = kSurnameMask | kAlsoNoun | kAlsoWord | kEveryday | kAlsoPlace | kHasRole;
    return (classes & kClear) == kSurnameMask && next != '-' ? Look::kWeak : Look::kNothing;
  }

 private:
  bool SpeaksBefore(Index i, const text::Token& before, bool newline) {
    if ((before.flags & text::Token::kUpperFirst) == 0) {
      return MaySpeak(text_ + before.begin, before.end - before.begin, size_ - before.begin);
    }
    const Info& info = view_->info(i - 1);
    if ((info.roles & kSpeaksBefore) != 0) return true;
    const std::uint32_t length = before.end - before.begin;
    if (length <= 2) return true;
    return length >= 9 && !newline && info.roles == 0 && (info.classes & (kGivenMask | kSurnameMask)) == 0 &&
           RoleByEnding({text_ + before.begin, length});
  }

  bool NewLine(Index i, const text::Token& token, const text::Token& before, Index closing, char next, unsigned given) {
    if (closing != View::kNone && i - closing <= kClosingReach) return true;
    if (next == ',' || (next == ':' && given != 0)) return true;
    if (text_[token.begin - 4] == '-' || text_[token.begin - 3] == '-') return true;  // perhaps "-- "
    if (AddressSoon(token.end) || (ListLine(*view_, i) && ColonBefore(token.begin))) return true;
    // A short line of capitalised words may be a name over a function.
    for (Index j = i; j < i + 7 && j < count_; ++j) {
      if (j > i && NewlineIn(*view_, tokens_[j - 1].end, tokens_[j].begin)) return j >= i + 2;
      if ((tokens_[j].flags & text::Token::kUpperFirst) == 0 && tokens_[j].end - tokens_[j].begin > 3) return false;
    }
    return before.end == 0 || i + 7 >= count_;
  }

  bool AddressSoon(std::uint32_t at) const {
    const std::size_t length = size_ - at < 44 ? size_ - at : 44;
    return std::memchr(text_ + at, '<', length) != nullptr || std::memchr(text_ + at, '[', length) != nullptr;
  }

  bool ColonBefore(std::uint32_t at) const {
    const std::uint32_t low = at > 960 ? at - 960 : 0;
    return std::memchr(text_ + low, ':', at - low) != nullptr;
  }

  const char* text_;
  std::uint32_t size_;
  const text::Token* tokens_;
  Index count_;
  View* view_;
  const NameMemory* memory_;
};

}  // namespace maske::names

#endif  // MASKE_NAMES_SIFT_H_
