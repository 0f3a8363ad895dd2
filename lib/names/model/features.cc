// Features of tokens; see features.h.
#include "names/model/features.h"

#include <algorithm>

#include "names/lexicon.h"
#include "names/view.h"
#include "text/chars.h"

namespace maske::names::model {
namespace {

constexpr unsigned kFlagBits = 7;

unsigned LengthClass(std::size_t bytes) {
  if (bytes <= 4) return static_cast<unsigned>(bytes) - 1;
  return bytes <= 6 ? 4 : bytes <= 9 ? 5 : bytes <= 14 ? 6 : 7;
}

// The word without an inflected -s or 's; empty when there is none.
std::string_view WithoutS(std::string_view word) {
  if (word.size() < 4 || (word.back() != 's' && word.back() != 'S')) return {};
  word.remove_suffix(1);
  if (word.back() == '\'') word.remove_suffix(1);
  if (word.ends_with("’")) word.remove_suffix(std::string_view("’").size());
  return word;
}

// given 2 bits, surname 2, noun, other word, everyday, place, a compound of German words, read without its -s
std::uint16_t LexRow(std::string_view word, std::uint64_t hash, std::uint16_t classes) {
  unsigned names = classes & (kGivenMask | kSurnameMask);
  unsigned words = classes & (kAlsoNoun | kAlsoWord | kEveryday | kAlsoPlace);
  const std::uint16_t listed = FindWord(hash);
  if ((listed & kWordNoun) != 0) words |= kAlsoNoun;
  if ((listed & kWordOther) != 0) words |= kAlsoWord;
  unsigned row = 0;
  if (names == 0) {
    if (const std::string_view stem = WithoutS(word); !stem.empty()) {
      names = FindName(text::HashWord(stem)) & (kGivenMask | kSurnameMask);
      if (names != 0) row |= 1U << 9;
    }
  }
  row |= names | words;  // bits 0 to 7
  if (listed == 0 && (classes & (kAlsoNoun | kAlsoWord)) == 0 && LooksGerman(word, hash, true)) row |= 1U << 8;
  return static_cast<std::uint16_t>(row);
}

// A hash of characters [begin, end) of the word; what lies outside is '^' and '$'.
std::uint32_t Gram(std::uint32_t kind, const char32_t* chars, int count, int begin, int end) {
  std::uint64_t hash = 0xCBF29CE484222325U + kind * 0x9E3779B97F4A7C15U;
  for (int n = begin; n < end; ++n) {
    const char32_t c = n < 0 ? U'^' : n >= count ? U'$' : chars[n];
    hash = (hash ^ c) * 0x100000001B3U;
    hash ^= hash >> 31;
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

void AddGrams(std::string_view word, WordFeatures* out) {
  std::array<char32_t, kLongToken> chars;
  int count = 0;
  for (std::size_t at = 0; at < word.size() && count < static_cast<int>(kLongToken);) {
    const char32_t c = text::CharAt(word, at, &at);
    chars[static_cast<std::size_t>(count++)] = c >= U'0' && c <= U'9' ? U'0' : text::ToLower(c);
  }
  if (count < 2) return;
  const auto add = [&](std::uint32_t kind, int begin, int end) {
    if (out->gram_count < kMaxGrams) out->grams[out->gram_count++] = Gram(kind, chars.data(), count, begin, end);
  };
  if (count >= 4) add(1, 0, 3);
  for (int size = 2; size <= 4; ++size) {
    if (count > size) add(static_cast<std::uint32_t>(size), count - size, count);
  }
  for (int at = -1; at + 3 <= count + 1; ++at) add(9, at, at + 3);
}

enum Sign : std::uint8_t {
  kNoSign,
  kComma,
  kPeriod,
  kColon,
  kSemicolon,
  kOpen,
  kClose,
  kQuote,
  kHyphen,
  kSlash,
  kAt,
  kMark,  // ! ?
  kDash,  // and bullets
  kApostrophe,
  kLess,
  kGreater,
  kJoin,  // & +
  kHash,
  kStar,
  kOtherSign,
  kSigns
};

Sign SignOf(char32_t c) {
  switch (c) {
    case U',':
      return kComma;
    case U'.':
      return kPeriod;
    case U':':
      return kColon;
    case U';':
      return kSemicolon;
    case U'(':
    case U'[':
    case U'{':
      return kOpen;
    case U')':
    case U']':
    case U'}':
      return kClose;
    case U'"':
    case U'„':
    case U'“':
    case U'”':
    case U'»':
    case U'«':
      return kQuote;
    case U'-':
    case U'\u2010':
    case U'\u2011':
      return kHyphen;
    case U'/':
    case U'\\':
      return kSlash;
    case U'@':
      return kAt;
    case U'!':
    case U'?':
      return kMark;
    case U'\u2013':
    case U'\u2014':
    case U'•':
    case U'·':
      return kDash;
    case U'\'':
    case U'’':
    case U'‘':
    case U'‚':
    case U'`':
      return kApostrophe;
    case U'<':
      return kLess;
    case U'>':
      return kGreater;
    case U'&':
    case U'+':
      return kJoin;
    case U'#':
      return kHash;
    case U'*':
      return kStar;
    default:
      return kOtherSign;
  }
}

// The first of two different signs, and the last, more coarsely.
constexpr unsigned kFirsts = 7;
unsigned CoarseFirst(Sign sign) {
  switch (sign) {
    case kComma:
    case kSemicolon:
      return 0;
    case kPeriod:
      return 1;
    case kMark:
      return 2;
    case kClose:
      return 3;
    case kQuote:
    case kApostrophe:
      return 4;
    case kColon:
      return 5;
    default:
      return 6;
  }
}
constexpr unsigned kLasts = 5;
unsigned CoarseLast(Sign sign) {
  switch (sign) {
    case kOpen:
    case kLess:
      return 0;
    case kQuote:
    case kApostrophe:
      return 1;
    case kHyphen:
    case kDash:
    case kStar:
      return 2;
    case kComma:
    case kPeriod:
    case kColon:
      return 3;
    default:
      return 4;
  }
}

// Where blanks stand: nowhere, in front of the signs, behind them, on both sides, a wide gap, a line end, a paragraph.
constexpr unsigned kBlankKinds = 7;
constexpr unsigned kPairs = kFirsts * kLasts * 3;
constexpr std::uint8_t kCutRow = 250;
constexpr std::uint8_t kBlankRow = kNoSign * kBlankKinds + 1;
static_assert(kSigns * kBlankKinds + kPairs <= kCutRow && kCutRow < kGapRows);

}  // namespace

std::uint16_t ShapeRow(std::size_t size, std::uint16_t flags) {
  return static_cast<std::uint16_t>((flags & ((1U << kFlagBits) - 1)) | LengthClass(size) << kFlagBits);
}

void ReadWord(std::string_view word, std::uint16_t flags, WordFeatures* out) {
  *out = WordFeatures{};
  if (word.empty()) return;
  out->shape = ShapeRow(word.size(), flags);
  if (word.size() > kLongToken) return;
  out->key = text::HashWord(word);
  if ((flags & text::Token::kHasLetter) == 0) return;
  const std::uint16_t classes = FindName(out->key);
  out->roles = RolesOf(classes);
  out->lex = LexRow(word, out->key, classes);
  AddGrams(word, out);
}

std::uint8_t GapRow(std::string_view between, Edge edge) {
  Sign first = kNoSign;
  Sign last = kNoSign;
  bool blank_before = false;
  bool blank_behind = false;
  bool wide = false;
  unsigned lines = edge == Edge::kNone ? 0 : 2;
  bool blank = false;
  for (std::size_t at = 0; at < between.size();) {
    const char32_t c = text::CharAt(between, at, &at);
    if (c == U'\n') {
      ++lines;
      blank = false;
    } else if (c == U' ' || c == U'\t' || c == U'\r' || c == U'\u00A0') {
      wide = wide || c == U'\t' || blank;
      blank = true;
      (first == kNoSign ? blank_before : blank_behind) = true;
    } else {
      last = SignOf(c);
      if (first == kNoSign) first = last;
      blank = false;
      blank_behind = false;
    }
  }
  const unsigned line = std::min(lines, 2U);
  if (first == last) {
    unsigned kind = (blank_before ? 1U : 0) + (blank_behind ? 2U : 0);
    if (wide) kind = 4;
    if (line != 0) kind = 4 + line;
    return static_cast<std::uint8_t>(first * kBlankKinds + kind);
  }
  return static_cast<std::uint8_t>(kSigns * kBlankKinds + (CoarseFirst(first) * kLasts + CoarseLast(last)) * 3 + line);
}

bool CutBefore(const std::vector<text::Token>& tokens, std::size_t i) {
  if (i == 0 || i >= tokens.size()) return true;
  const text::Token& left = tokens[i - 1];
  const text::Token& right = tokens[i];
  return right.begin - left.end > kLongGap || right.end - right.begin > kLongToken ||
         left.end - left.begin > kLongToken;
}

std::uint8_t GapBefore(std::string_view text, const std::vector<text::Token>& tokens, std::size_t i) {
  const std::size_t begin = i == 0 ? 0 : tokens[i - 1].end;
  const std::size_t end = i < tokens.size() ? tokens[i].begin : text.size();
  if (end - begin > kLongGap) return kCutRow;
  if (end - begin == 1 && text[begin] == ' ' && i != 0 && i != tokens.size()) return kBlankRow;
  return GapRow(text.substr(begin, end - begin), i == 0 ? Edge::kBegin : i == tokens.size() ? Edge::kEnd : Edge::kNone);
}

std::uint8_t LineOf(std::string_view text, const std::vector<text::Token>& tokens, std::size_t i) {
  const text::Token& token = tokens[i];
  bool any = false;
  bool capital = false;
  bool lower = false;
  const auto see = [&](const text::Token& other) {  // true when there is no more to learn
    if ((other.flags & text::Token::kHasLetter) != 0) any = true;
    capital = capital || (other.flags & (text::Token::kUpperFirst | text::Token::kHasUpperInside)) != 0;
    lower = lower || (other.flags & text::Token::kHasLower) != 0;
    return capital && lower;
  };
  const auto line_end = [&](std::uint32_t from, std::uint32_t to) {
    if (to - from == 1) return text[from] == '\n';
    return text.substr(from, to - from).find('\n') != std::string_view::npos;
  };
  for (std::size_t n = i; n > 0 && i - n < kLineTokens; --n) {
    const text::Token& other = tokens[n - 1];
    if (other.begin + kLineReach < token.begin || line_end(other.end, tokens[n].begin)) break;
    if (see(other)) return 2;
  }
  for (std::size_t n = i + 1; n < tokens.size() && n - i <= kLineTokens; ++n) {
    const text::Token& other = tokens[n];
    if (other.end > token.begin + kLineReach || line_end(tokens[n - 1].end, other.begin)) break;
    if (see(other)) return 2;
  }
  return !any ? 0 : !lower ? 3 : capital ? 2 : 1;
}

}  // namespace maske::names::model
