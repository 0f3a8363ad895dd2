// See char_info.h.
#include "text/char_info.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utypes.h>

namespace maske::text {

std::array<std::atomic<std::uint16_t>, kCharInfoTable> g_char_info;

namespace {

WordBreak BreakClass(char32_t c) {
  if (c == U':' || c == U'\uFE55' || c == U'\uFF1A') return WordBreak::kOther;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return WordBreak::kALetter;
    case U_WB_HEBREW_LETTER:
      return WordBreak::kHebrewLetter;
    case U_WB_NUMERIC:
      return WordBreak::kNumeric;
    case U_WB_KATAKANA:
      return WordBreak::kKatakana;
    case U_WB_EXTENDNUMLET:
      return WordBreak::kExtendNumLet;
    case U_WB_MIDLETTER:
      return WordBreak::kMidLetter;
    case U_WB_MIDNUM:
      return WordBreak::kMidNum;
    case U_WB_MIDNUMLET:
      return WordBreak::kMidNumLet;
    case U_WB_SINGLE_QUOTE:
      return WordBreak::kSingleQuote;
    case U_WB_DOUBLE_QUOTE:
      return WordBreak::kDoubleQuote;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      return WordBreak::kExtend;
    case U_WB_REGIONAL_INDICATOR:
      return WordBreak::kRegional;
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
      return WordBreak::kLineEnd;
    default:
      return WordBreak::kOther;
  }
}

// What folding does to the character on its own.
std::uint16_t FoldBits(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfkc = unorm2_getNFKCInstance(&error);
  if (U_FAILURE(error)) return 0;
  const auto code = static_cast<UChar32>(c);
  std::uint16_t bits = 0;
  if (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) bits |= CharInfo::kIgnorable;
  if (!unorm2_hasBoundaryBefore(nfkc, code) || unorm2_getCombiningClass(nfkc, code) != 0) bits |= CharInfo::kJoins;
  // Longest decomposition: 18 units (U+FDFA). A longer one in a later Unicode is reported by `error` as a change.
  UChar form[32];
  const int length = unorm2_getDecomposition(nfkc, code, form, 32, &error);
  if (c == U'\u2026' || (length > 1 && form[0] == u' ')) {
    bits |= CharInfo::kKeepsForm;
  } else if (length >= 0) {
    UChar alone[2];
    int units = 0;
    U16_APPEND_UNSAFE(alone, units, code);
    UErrorCode ignored = U_ZERO_ERROR;
    if (U_FAILURE(error) || !unorm2_isNormalized(nfkc, alone, units, &ignored)) bits |= CharInfo::kChanges;
  }
  // The hyphens, the figure dash and the minus sign are '-' to a pattern; – and — are punctuation and stay.
  if (c == U'\u2010' || c == U'\u2011' || c == U'\u2012' || c == U'\u2212') bits |= CharInfo::kChanges;
  return bits;
}

}  // namespace

CharInfo AskCharInfo(char32_t c) {
  if (c > 0x10FFFF) return CharInfo(CharInfo::kKnown);
  const auto code = static_cast<UChar32>(c);
  auto bits = static_cast<std::uint16_t>(CharInfo::kKnown | static_cast<std::uint16_t>(BreakClass(c)) | FoldBits(c));
  const std::uint32_t category = U_MASK(u_charType(code));
  if ((category & U_GC_L_MASK) != 0) bits |= CharInfo::kLetter;
  if ((category & U_GC_N_MASK) != 0) bits |= CharInfo::kNumber;
  if ((category & U_GC_M_MASK) != 0) bits |= CharInfo::kMark;
  if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) bits |= CharInfo::kUpper;
  if ((category & U_GC_LL_MASK) != 0) bits |= CharInfo::kLower;
  if (c < kCharInfoTable) g_char_info[c].store(bits, std::memory_order_relaxed);
  return CharInfo(bits);
}

}  // namespace maske::text
