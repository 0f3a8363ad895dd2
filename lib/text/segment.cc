// The word rules of UAX #29, one character at a time; see token.h. The rules' numbers are those of the annex. A
// character's Extend and Format followers belong to it (WB4); line ends take none. Look-ahead goes one character, with
// its followers, past a character that may join.
#include "text/char_info.h"
#include "text/token.h"
#include "text/utf8.h"

namespace maske::text {
namespace {

bool IsLetterClass(WordBreak c) { return c == WordBreak::kALetter || c == WordBreak::kHebrewLetter; }
bool IsMidLetter(WordBreak c) {  // WB6, WB7
  return c == WordBreak::kMidLetter || c == WordBreak::kMidNumLet || c == WordBreak::kSingleQuote;
}
bool IsMidNumber(WordBreak c) {  // WB11, WB12
  return c == WordBreak::kMidNum || c == WordBreak::kMidNumLet || c == WordBreak::kSingleQuote;
}

// WB5, WB8 to WB10, WB13 to WB13b: no break between two characters.
bool Joined(WordBreak left, WordBreak right) {
  const auto letter_or_number = [](WordBreak c) { return IsLetterClass(c) || c == WordBreak::kNumeric; };
  if (letter_or_number(left) && letter_or_number(right)) return true;
  const auto may_extend = [&](WordBreak c) { return letter_or_number(c) || c == WordBreak::kKatakana; };
  if (left == WordBreak::kExtendNumLet) return may_extend(right) || right == WordBreak::kExtendNumLet;
  if (right == WordBreak::kExtendNumLet) return may_extend(left);
  return left == WordBreak::kKatakana && right == WordBreak::kKatakana;
}

// WB6/7, WB7b/c, WB11/12: left × middle × right.
bool JoinedOver(WordBreak left, WordBreak middle, WordBreak right) {
  if (IsLetterClass(left) && IsMidLetter(middle) && IsLetterClass(right)) return true;
  if (left == WordBreak::kNumeric && IsMidNumber(middle) && right == WordBreak::kNumeric) return true;
  return left == WordBreak::kHebrewLetter && middle == WordBreak::kDoubleQuote && right == WordBreak::kHebrewLetter;
}

class Segmenter {
 public:
  Segmenter(std::string_view text, std::size_t end, TokenWriter* tokens)
      : text_(text.substr(0, end)), tokens_(tokens) {}

  void Run(std::size_t pos) {
    while (pos < text_.size()) {
      Unit unit = Read(pos);
      Token token;
      token.begin = static_cast<std::uint32_t>(pos);
      unsigned flags = unit.info.Has(CharInfo::kUpper) ? unsigned{Token::kUpperFirst} : 0u;
      flags |= FlagsOf(unit) & ~unsigned{Token::kHasUpperInside};
      while (unit.end < text_.size()) {
        if (IsLetterClass(unit.info.word_break())) flags |= FlagsOf(PassLetters(&unit));
        if (unit.end == text_.size()) break;
        Unit next = Read(unit.end);
        if (Joined(unit.info.word_break(), next.info.word_break())) {
          flags |= FlagsOf(next);
          unit = next;
          continue;
        }
        if (!MayJoin(next.info.word_break())) break;
        const Unit over = next.end < text_.size() ? Read(next.end) : Unit{};
        if (JoinedOver(unit.info.word_break(), next.info.word_break(), over.info.word_break())) {
          flags |= Token::kHasMid | FlagsOf(next) | FlagsOf(over);
          unit = over;
          continue;
        }
        if (unit.info.word_break() == WordBreak::kHebrewLetter && next.info.word_break() == WordBreak::kSingleQuote) {
          flags |= Token::kHasMid | FlagsOf(next);  // WB7a
          unit = next;
        }
        break;
      }
      pos = unit.end;
      if ((flags & (kHasNumber | Token::kHasLetter)) == 0) continue;
      token.end = static_cast<std::uint32_t>(pos);
      token.flags = static_cast<std::uint16_t>(flags & ~kHasNumber);
      *tokens_->Next(1) = token;
      tokens_->Keep(1);
    }
  }

 private:
  static constexpr unsigned kHasNumber = 0x8000;  // numbers that are no digits count for a token too

  struct Unit {  // a character and its followers
    CharInfo info;
    std::size_t end = 0;
    bool ascii = true;
    bool digit = false;
    std::uint16_t more = 0;  // what the followers are
  };

  static bool MayJoin(WordBreak c) { return IsMidLetter(c) || IsMidNumber(c) || c == WordBreak::kDoubleQuote; }

  static unsigned FlagsOf(const Unit& unit) {
    const std::uint16_t bits = unit.info.bits() | unit.more;
    unsigned flags = 0;
    if ((bits & CharInfo::kUpper) != 0) flags |= Token::kHasUpperInside;
    if ((bits & CharInfo::kLower) != 0) flags |= Token::kHasLower;
    if ((bits & CharInfo::kLetter) != 0) flags |= Token::kHasLetter;
    if ((bits & CharInfo::kNumber) != 0) flags |= kHasNumber;
    if (unit.digit) flags |= Token::kHasDigit;
    if (unit.info.word_break() == WordBreak::kExtendNumLet) flags |= Token::kHasMid;
    if (!unit.ascii) flags |= Token::kNonAscii;
    return flags;
  }

  // Most of most words: letters that follow the letter *unit, and their followers. Returns what they are, all together.
  Unit PassLetters(Unit* unit) const {
    Unit passed;
    std::size_t pos = unit->end;
    while (pos < text_.size()) {
      const Decoded decoded = DecodeAt(text_, pos);
      const CharInfo info = InfoOf(decoded.c);
      if (info.word_break() == WordBreak::kALetter) {
        unit->info = info;
      } else if (info.word_break() != WordBreak::kExtend) {
        break;
      }
      passed.more |= info.bits();
      passed.ascii = passed.ascii && decoded.c < 0x80;
      pos += decoded.size;
    }
    unit->end = pos;
    return passed;
  }

  Unit Read(std::size_t pos) const {
    Unit unit;
    const auto byte = static_cast<unsigned char>(text_[pos]);
    if (byte < 0x80) {
      unit.info = InfoOf(byte);
      unit.end = pos + 1;
      unit.digit = byte >= '0' && byte <= '9';
    } else {
      const Decoded decoded = DecodeAt(text_, pos);
      unit.info = InfoOf(decoded.c);
      unit.end = pos + decoded.size;
      unit.ascii = false;
    }
    if (unit.info.word_break() == WordBreak::kLineEnd) return unit;
    while (unit.end < text_.size() && static_cast<unsigned char>(text_[unit.end]) >= 0x80) {
      const Decoded decoded = DecodeAt(text_, unit.end);
      const CharInfo info = InfoOf(decoded.c);
      if (info.word_break() != WordBreak::kExtend) break;
      unit.end += decoded.size;
      unit.more |= info.bits();
      unit.ascii = false;
    }
    return unit;
  }

  std::string_view text_;
  TokenWriter* tokens_;
};

}  // namespace

void SegmentByRules(std::string_view text, std::size_t begin, std::size_t end, TokenWriter* tokens) {
  Segmenter(text, end, tokens).Run(begin);
}

}  // namespace maske::text
