// Post office boxes: "Postfach 10 12 34", "PF 1234", "P.O. Box 567", "Postbus 12", read from the first digit of the number.
// Tested by tests/address/forms_test.cc.
#ifndef MASKE_ADDRESS_POSTBOX_H_
#define MASKE_ADDRESS_POSTBOX_H_

#include <cstdint>

#include "address/cursor.h"

namespace maske::address {

struct Postbox {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool sure = false;  // the word says so: "Postfach"; "PF" and "BP" want a place behind
  [[nodiscard]] bool ok() const { return end > begin; }
};

// The box whose number begins at `digits`; nothing below limit is read.
Postbox PostboxAt(const Cursor& c, std::uint32_t digits, std::uint32_t limit);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_POSTBOX_H_
