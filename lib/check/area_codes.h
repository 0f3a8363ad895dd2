// German and Austrian area codes, from patterns/lexicons/area_codes_*.txt by way of the build. Sorted arrays, binary
// search.
#ifndef MASKE_CHECK_AREA_CODES_H_
#define MASKE_CHECK_AREA_CODES_H_

#include <string_view>

namespace maske::check {

// digits: with the trunk 0 ("030", "033203"); true when it is exactly a code in use.
bool IsAreaCodeDe(std::string_view digits);
bool IsAreaCodeAt(std::string_view digits);
// True when some beginning of the digits is a code in use.
bool StartsWithAreaCodeDe(std::string_view digits);

}  // namespace maske::check

#endif  // MASKE_CHECK_AREA_CODES_H_
