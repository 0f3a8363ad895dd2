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
  bool ending = false;      // known by its ending: "Lindenstraße", "lindenweg"
  [[nodiscard]] bool strong() const { return strength == StreetStrength::kStrong; }
  [[nodiscard]] bool any() const { return strength != StreetStrength::kNone; }
};

// The street whose name ends at `end` (blanks skipped), no byte below `limit` read. With `weak` false only strong ones
// are looked for, which is cheap; with `weak` true `limit` must be the begin of the line or the segment.
Street StreetBefore(const Cursor& c, std::uint32_t end, std::uint32_t limit, bool weak);

// "Am Markt", "An der Alten Mühle" in front of `end`, standing by itself behind a comma or bar: a street without any street
// word and without a place. `next` is what follows the house number.
Street LeadStreetBefore(const Cursor& c, std::uint32_t end, std::uint32_t limit, std::uint32_t next);

// The word in front of `at` that a hyphen and a blank or the end of its line cut off: "Brunnen-\nstraße", "Alt- Moabit";
// empty when there is none.
Word CutOffBefore(const Cursor& c, std::uint32_t at, std::uint32_t limit);

// Where the street's name ends in front of a house number: skips blanks, a comma and "Nr.".
std::uint32_t NameEnd(const Cursor& c, std::uint32_t number, std::uint32_t limit);

// The other order: "12 rue de la Paix", "12 bis, rue …", where a word that begins streets' names stands behind the number.
struct NumberFirst {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // of the name
  bool sure = false;      // the word is written out: "1 Bd. Petersilie" is a recipe
  [[nodiscard]] bool ok() const { return end > begin; }
};
// From the number's first digit on; reads at most nine words.
NumberFirst NumberFirstAt(const Cursor& c, std::uint32_t digits);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_STREET_H_
