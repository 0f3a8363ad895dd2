// What stands around a placeholder: [PERSON_1], <PERSON_1>, {{PERSON_1}}, or delimiters of the user's own. And the table of
// delimiters that are read beside them, since models put others in their place.
//
// An own style is given as an example, "((PERSON_1))", of at most 32 bytes. It is taken when whatever it writes is read back
// between any bytes of a text (law 4); tests/redact/style_test.cc tries that. For this
// - both delimiters are made of characters that no label, separator, escape or JSON string needs: no letters, digits,
//   blanks, controls, and none of _ - * ~ ` \ & ; " or the punctuation U+2000 to U+206F;
// - no character of the opening one stands in a closing one of any style, so that a half form of the text before a placeholder
//   cannot be closed by its beginning (so %PERSON_1% is refused);
// - it does not end an opening delimiter of another style, since {{PERSON_1}} would be read where {PERSON_1} was written
//   between braces of the text.
// Thread-safe: immutable. Cost: nothing but at creation.
#ifndef MASKE_REDACT_STYLE_H_
#define MASKE_REDACT_STYLE_H_

#include <span>
#include <string>
#include <string_view>

#include "maske/status.h"

namespace maske::redact {

inline constexpr std::size_t kMaxStyleBytes = 32;

struct Delimiters {
  std::u32string_view open;
  std::u32string_view close;
};

// Those that are always read; the first three are styles that can be written.
std::span<const Delimiters> KnownDelimiters();

// Delimiters that placeholders are written with.
struct Style {
  std::string open = "[";
  std::string close = "]";
  std::u32string own_open;  // of a style that is none of the known ones; else empty
  std::u32string own_close;

  // "" and "brackets", "angles", "braces", or an example that holds PERSON_1 once. kInvalidArgument with the reason otherwise.
  static Result<Style> Create(std::string_view example);
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_STYLE_H_
