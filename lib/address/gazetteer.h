// Postcodes and places of DE, AT, CH, LI and LU from the packed table (patterns/lexicons/postcodes_*.tsv).
// A pair is asked by its postcode and the first word of the place, so that "60313 Frankfurt", "60313 Frankfurt/M." and
// "60313 Frankfurt am Main" are one look-up; how far a place's name reaches is asked word by word (KnownName).
// The set answers yes wrongly once in about 2^31 questions (32-bit fingerprints); the postcodes are exact.
// Tested against a std::map of the lists by tests/address/gazetteer_test.cc.
#ifndef MASKE_ADDRESS_GAZETTEER_H_
#define MASKE_ADDRESS_GAZETTEER_H_

#include <cstdint>

#include "address/table_format.h"

namespace maske::address {

// Is it a postcode in use? 5 digits: DE; 4 digits: AT, CH (with LI), LU.
bool IsPostcode(Country country, std::uint32_t postcode);
// Does a place of this postcode begin with the word whose text::HashWord is given?
bool IsPair(Country country, std::uint32_t postcode, std::uint64_t first_word);
// Is it the name of a place: one word's hash, or several put together by AppendWord?
bool IsPlaceName(std::uint64_t name);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_GAZETTEER_H_
