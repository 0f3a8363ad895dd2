// The inside of a JSON string: its text, and where each byte of it is spelled. RFC 8259, section 7.
// Tested by tests/format/json_test.cc against simdjson.
#ifndef MASKE_FORMAT_JSON_STRING_H_
#define MASKE_FORMAT_JSON_STRING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maske::format {

// spelled: what stands between the quotes. places[i]: where the character that byte i of text belongs to is spelled; one
// more for the end. False when it is no sound string. A lone surrogate (\ud800) becomes U+FFFD.
bool DecodeJsonString(std::string_view spelled, std::string* text, std::vector<std::uint32_t>* places);

}  // namespace maske::format

#endif  // MASKE_FORMAT_JSON_STRING_H_
