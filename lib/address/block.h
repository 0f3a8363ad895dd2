// Puts the parts of one address together around its postcode and place: the street or box before it (or behind it:
// "9011 Neustadt, Erich-Kästner-Platz 5"), short lines in between ("Hinterhaus", "c/o WeWork"), lines in front that belong
// to the address ("c/o Muster GmbH", "Technologiepark").
//
// Why from the place: it is the rarest and surest part, and with it in hand a word that is no street by itself may be
// one. Everything is decided within kBlockBytes and five lines before the place, so it does not matter where a text was cut.
// Tested by tests/address/forms_test.cc, locality_test.cc and generator_test.cc.
#ifndef MASKE_ADDRESS_BLOCK_H_
#define MASKE_ADDRESS_BLOCK_H_

#include <cstdint>

#include "address/cursor.h"
#include "address/place.h"

namespace maske::address {

inline constexpr std::uint32_t kBlockBytes = 384;

// A line, or a part of one, that ends before some position.
struct Segment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t newlines = 0;  // between it and what follows
  char separator = 0;          // ',' ';' '|' '-' '/' '.' (middot) or 0
  bool line = false;           // begins at the begin of its line
  [[nodiscard]] bool ok() const { return end > begin; }
  [[nodiscard]] bool joined() const { return newlines == 0 && separator == 0; }
};
// The segment before `pos`. Not ok: the text begins there, or a blank line too many stands between.
Segment SegmentBefore(const Cursor& c, std::uint32_t pos, std::uint32_t limit);
// Skips one separator (and blanks, and at most one newline) forwards; returns `pos` when there is none.
std::uint32_t SkipSeparator(const Cursor& c, std::uint32_t pos);

struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  float score = 0;
  bool has_street = false;
  bool has_postbox = false;
};
// The address around a place.
Block BlockAround(const Cursor& c, const Place& place);

// Lines in front of an address's first line that belong to it; returns the new begin.
std::uint32_t ExtendUp(const Cursor& c, std::uint32_t begin, std::uint32_t limit);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_BLOCK_H_
