// The name of a street, read backwards from where it ends (in front of its house number or of the end of its line).
//
//   strong   the words alone say it is a street: "Hauptstr.", "Lange Straße", "Hans-Böckler-Platz", "Straße des 17. Juni"
//   weak     a street when postcode and place follow: "Hülshof", "Am Mantel", "Alter Markt", "Fördeplatz", "Weg"
//
// Cost: one ending and a few words, at most 96 bytes back. Tested by tests/address/forms_test.cc.
#ifndef MASKE_ADDRESS_STREET_H_
#define MASKE_ADDRESS_STREET_H_

#include <cstdint>

#include "address/cursor.h"

namespace maske::address {

enum class StreetStrength : std::uint8_t { kNone, kWeak, kStrong };

struct Street {
  std::uint32_t begin = 0;
  StreetStrength strength = StreetStrength::kNone;
  bool lead = false;        // begins with "Am", "An der" …
  bool lower_case = false;  // "lindenstr"
  [[nodiscard]] bool strong() const { return strength == StreetStrength::kStrong; }
  [[nodiscard]] bool any() const { return strength != StreetStrength::kNone; }
};

// The street whose name ends at `end` (blanks skipped), no byte below `limit` read. With `weak` false only strong ones
// are looked for, which is cheap; with `weak` true `limit` must be the begin of the line or the segment.
Street StreetBefore(const Cursor& c, std::uint32_t end, std::uint32_t limit, bool weak);

// "Am Markt", "An der Alten Mühle" in front of `end`, standing by itself behind a comma or bar: a street without any street
// word and without a place. `next` is what follows the house number.
Street LeadStreetBefore(const Cursor& c, std::uint32_t end, std::uint32_t limit, std::uint32_t next);

// Where the street's name ends in front of a house number: skips blanks, a comma and "Nr.".
std::uint32_t NameEnd(const Cursor& c, std::uint32_t number, std::uint32_t limit);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_STREET_H_
