// Postcode and place, read forwards from the postcode's first digit: "10115 Berlin", "D-12345 Musterstadt", "A-1010 Wien",
// "8000 Zürich", "60313 Frankfurt a. M.", "25746 Werder (Havel)", "1012 AB Amsterdam".
//
//   pair     the gazetteer knows the place under this postcode
//   known    a valid postcode and the name of some place
//   unknown  a valid German postcode and a capital word: an address in an address's position only
//   foreign  five digits (or four, or a Dutch postcode, or one in two parts) and a capital word: only behind a street
//
// Cost: a bitmap for most digit runs; a few look-ups for the rest. Tested by tests/address/forms_test.cc.
#ifndef MASKE_ADDRESS_PLACE_H_
#define MASKE_ADDRESS_PLACE_H_

#include <cstdint>

#include "address/cursor.h"

namespace maske::address {

enum class PlaceStrength : std::uint8_t { kNone, kForeign, kUnknown, kKnown, kPair };

struct Place {
  std::uint32_t begin = 0;  // of the postcode's prefix or the postcode
  std::uint32_t end = 0;
  PlaceStrength strength = PlaceStrength::kNone;
  bool valid = false;  // the postcode is in use
  bool four_digits = false;
  bool prefixed = false;    // "D-"
  bool lower_case = false;  // "köln"
  bool own_line = false;    // fills its line
  bool known = false;       // the name is a place's of the gazetteer
  [[nodiscard]] bool any() const { return strength != PlaceStrength::kNone; }
};

// The place at the digit run [begin, end) of the text.
Place PlaceAt(const Cursor& c, std::uint32_t begin, std::uint32_t end);
// The same where [begin, end) are the last digits of a postcode in two parts: "00-238 Warszawa", "110 00 Praha",
// "1200-195 Lisboa".
Place SplitPlaceAt(const Cursor& c, std::uint32_t begin, std::uint32_t end);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_PLACE_H_
