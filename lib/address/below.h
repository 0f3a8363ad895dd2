// What stands below a street, or behind it and a comma, where the place comes without a postcode that can be read by itself:
// flat, city, region, postcode, country. "12 Sample Road, Flat 3" "Sydney NSW 2000" "London / E10 / United Kingdom"
// "Springfield, IL" "Suite 310 / Tartu / Estonia 62488".
//
// The parts are read until one says that this was an address: a region with or without a postcode, a country. What was read
// behind the last such part is left alone, and so is the country itself unless a postcode stands behind it.
// Cost: at most seven parts of six words, and only where a street was found. Tested by tests/address/english_test.cc.
#ifndef MASKE_ADDRESS_BELOW_H_
#define MASKE_ADDRESS_BELOW_H_

#include <cstdint>

#include "address/cursor.h"

namespace maske::address {

struct Below {
  std::uint32_t end = 0;  // == where the reading began: nothing belongs to the street
  bool place = false;     // a region, a postcode or a country was among it
};
// From `end` of a street or, with `flat`, of a flat's number; at most 320 bytes on.
Below ReadBelow(const Cursor& c, std::uint32_t end, bool flat = false);

// Behind a label ("lives at", "address:") any number with a name and perhaps a second number: "333 Golfhaven 78, Borgar".
// Returns its end; `digits`, where it begins, when there is none.
std::uint32_t LabelledEnd(const Cursor& c, std::uint32_t digits);

// A flat with its number, the street in front of it or on the line above, and what stands below: "41086 Kiannonkatu 98 /
// Suite 464 / Oulu / Finland 80896". `digits` is the flat's number, `end` behind it. None without a street.
struct FlatAddress {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool ok() const { return end > begin; }
};
FlatAddress FlatAt(const Cursor& c, std::uint32_t digits, std::uint32_t end, std::uint32_t limit);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_BELOW_H_
