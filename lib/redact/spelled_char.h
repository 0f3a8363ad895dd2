// One character of a text and how it is spelled: as itself, or in one of the ways in which models and the programs behind
// them escape it.
//
// | escape | spelling of '[' |
// | --- | --- |
// | none | [ |
// | backslash | \[ (Markdown; any ASCII character that is no letter, digit or blank) |
// | HTML | &#91; &#x5B; &lbrack; (numbers of at most seven digits, and the names of the table in spelled_char.cc) |
// | JSON | \u005b (no surrogates: no character of a placeholder has one) |
// | wide | full-width U+FF01 to U+FF5E, the forms of ASCII that Chinese and Japanese texts use |
//
// Cost: a few ns. Tested by tests/redact/spelled_char_test.cc.
#ifndef MASKE_REDACT_SPELLED_CHAR_H_
#define MASKE_REDACT_SPELLED_CHAR_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace maske::redact {

enum class Escape : std::uint8_t { kNone, kBackslash, kHtml, kJson, kWide };

struct SpelledChar {
  char32_t c = 0;
  Escape escape = Escape::kNone;
  std::uint8_t bytes = 0;  // that it takes; 0: no character is there
  bool cut = false;        // with bytes == 0: the text ends, or ends inside of what may be one character
};

// The character that begins at text[at], at <= text.size().
SpelledChar ReadSpelledChar(std::string_view text, std::size_t at);

}  // namespace maske::redact

#endif  // MASKE_REDACT_SPELLED_CHAR_H_
