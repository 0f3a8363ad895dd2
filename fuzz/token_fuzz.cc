// Any bytes, prepared: the bitmaps equal the twin's and the tokens equal those of ICU's break iterator. Text in scripts
// that ICU cuts by dictionaries is only tried for crashes. Corpus: fuzz/corpus/token/.
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "reference/scan_reference.h"
#include "reference/token_reference.h"
#include "reference/utf8_reference.h"
#include "text/prepared.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

// Cut by dictionaries in ICU: the East Asian scripts and those of line break class SA.
bool NeedsDictionary(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_getIntPropertyValue(code, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  for (const UScriptCode script : {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL}) {
    if (uscript_hasScript(code, script) != 0) return true;
  }
  return u_getIntPropertyValue(code, UCHAR_WORD_BREAK) == U_WB_KATAKANA;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static maske::text::Prepared prepared;
  prepared.Assign({reinterpret_cast<const char*>(data), size});
  const std::string_view text = prepared.text();
  const auto expected_maps = maske::reference::Scan(text).maps;
  Require(prepared.maps().word == expected_maps.word);
  Require(prepared.maps().upper == expected_maps.upper);
  Require(prepared.maps().digit == expected_maps.digit);
  Require(prepared.maps().newline == expected_maps.newline);
  Require(prepared.maps().special == expected_maps.special);

  for (const auto& character : maske::reference::Decode(text)) {
    if (NeedsDictionary(character.c)) return 0;
  }
  const std::vector<maske::text::Token> expected = maske::reference::Tokens(text);
  const std::vector<maske::text::Token>& tokens = prepared.tokens();
  Require(tokens.size() == expected.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Require(tokens[i].begin == expected[i].begin);
    Require(tokens[i].end == expected[i].end);
    Require(tokens[i].flags == expected[i].flags);
  }
  return 0;
}
