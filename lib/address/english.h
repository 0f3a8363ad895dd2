// Addresses as English writes them: number first ("98 Tooley Street"), the place before the postcode, lines from small to
// large. Read around two anchors that hardly occur elsewhere: a state and ZIP code ("CA 94104", "Ohio 43004"), and a
// postcode of the UK, Ireland or Canada ("GL1 1AU", "D02 NA07", "V6E 1A5"); without one, a number in front of a name that
// ends in a street word, or a "PO Box".
// Cost: a look at the neighbours of a digit run; a few words where they fit. Tested by tests/address/english_test.cc.
#ifndef MASKE_ADDRESS_ENGLISH_H_
#define MASKE_ADDRESS_ENGLISH_H_

#include <cstdint>

#include "address/cursor.h"

namespace maske::address {

struct English {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  float score = 0;
  bool has_street = false;
  [[nodiscard]] bool ok() const { return end > begin; }
};

// The address whose postcode holds the digit run [begin, end).
English EnglishByPostcode(const Cursor& c, std::uint32_t begin, std::uint32_t end);
// The street whose number is the digit run [begin, end): "98 Tooley Street"; with a city that follows, "Dublin 2" included.
English EnglishByNumber(const Cursor& c, std::uint32_t begin, std::uint32_t end);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_ENGLISH_H_
