// The slow twin of lib/text/token: ICU's word break iterator of the root locale over the whole text, without the
// segments that hold neither letter nor number. ICU 72 takes '@' for a letter, other versions do not, and older ones
// join over
// ':'; both are shown to it as '%', which joins nothing. Not for scripts that ICU cuts by dictionaries.
#ifndef MASKE_TESTS_REFERENCE_TOKEN_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_TOKEN_REFERENCE_H_

#include <string_view>
#include <vector>

#include "text/prepared.h"

namespace maske::reference {

std::vector<text::Token> Tokens(std::string_view text);  // valid UTF-8

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_TOKEN_REFERENCE_H_
