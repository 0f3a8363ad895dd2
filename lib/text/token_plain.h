// The plain path of the tokeniser: tokens of text without odd characters, by operations on the bitmaps, 64 bits at a time.
// Inner header of lib/text; everyone else uses token.h. Test: tests/text/token_test.cc.
#ifndef MASKE_TEXT_TOKEN_PLAIN_H_
#define MASKE_TEXT_TOKEN_PLAIN_H_

#include <cstddef>

#include "text/class_maps.h"
#include "text/token.h"

namespace maske::text {

// The tokens of the bytes [begin, end), whose borders are blanks or the text's.
void PlainTokens(const ClassMaps& maps, const ScanResult& scan, std::size_t begin, std::size_t end,
                 TokenWriter* tokens);

}  // namespace maske::text

#endif  // MASKE_TEXT_TOKEN_PLAIN_H_
