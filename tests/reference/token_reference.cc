// See token_reference.h.
#include "reference/token_reference.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <memory>

#include "reference/utf8_reference.h"

namespace maske::reference {
namespace {

unsigned FlagsOf(char32_t c, bool first) {
  using text::Token;
  const auto code = static_cast<UChar32>(c);
  const std::uint32_t category = U_MASK(u_charType(code));
  unsigned flags = 0;
  if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) {
    flags |= first ? unsigned{Token::kUpperFirst} : unsigned{Token::kHasUpperInside};
  }
  if ((category & U_GC_LL_MASK) != 0) flags |= Token::kHasLower;
  if ((category & U_GC_L_MASK) != 0) flags |= Token::kHasLetter;
  if (c >= '0' && c <= '9') flags |= Token::kHasDigit;
  if (c >= 0x80) flags |= Token::kNonAscii;
  switch (u_getIntPropertyValue(code, UCHAR_WORD_BREAK)) {
    case U_WB_MIDLETTER:
    case U_WB_MIDNUM:
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
    case U_WB_DOUBLE_QUOTE:
    case U_WB_EXTENDNUMLET:
      flags |= Token::kHasMid;
      break;
    default:
      break;
  }
  return flags;
}

}  // namespace

std::vector<text::Token> Tokens(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  const std::vector<Character> characters = Decode(text);
  icu::UnicodeString shown;
  std::vector<std::size_t> character_of;  // of each UTF-16 unit, and the end
  for (std::size_t i = 0; i < characters.size(); ++i) {
    char32_t c = characters[i].c;
    if (c == U'@' || c == U':' || c == U'\uFE55' || c == U'\uFF1A') c = U'%';
    shown.append(static_cast<UChar32>(c));
    character_of.resize(static_cast<std::size_t>(shown.length()), i);
  }
  character_of.push_back(characters.size());
  words->setText(shown);
  std::vector<text::Token> tokens;
  for (int begin = words->first(), end = words->next(); end != icu::BreakIterator::DONE;
       begin = end, end = words->next()) {
    const std::size_t first = character_of[static_cast<std::size_t>(begin)];
    const std::size_t last = character_of[static_cast<std::size_t>(end)];
    unsigned flags = 0;
    bool keep = false;
    for (std::size_t i = first; i < last; ++i) {
      flags |= FlagsOf(characters[i].c, i == first);
      const auto category = U_MASK(u_charType(static_cast<UChar32>(characters[i].c)));
      keep = keep || (category & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
    }
    if (!keep) continue;
    text::Token token;
    token.begin = static_cast<std::uint32_t>(characters[first].begin);
    token.end = static_cast<std::uint32_t>(characters[last - 1].end);
    token.flags = static_cast<std::uint16_t>(flags);
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace maske::reference
