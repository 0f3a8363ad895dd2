// The words that go with a name when somebody is addressed: "Herr", "Frau Dr.", "Prof. Dr. h. c.". They are no part of a
// PERSON finding; a policy may want them masked too, because they tell a gender or a rank, and the vault must know that
// "Herr Muster" and "Muster" are one person.
//
// Works on bytes between blanks, not on tokens: it is asked about few places, behind the resolver. A word is a blank-free
// run within the line; it counts when each part between its dots and hyphens is a salutation or title of patterns/words. Cost:
// some look-ups a word. Tested by tests/names/address_form_test.cc.
#ifndef MASKE_NAMES_ADDRESS_FORM_H_
#define MASKE_NAMES_ADDRESS_FORM_H_

#include <cstddef>
#include <string_view>

namespace maske::names {

// How far left of a name they are looked for, in bytes.
inline constexpr std::size_t kAddressFormReach = 128;

// Bytes at the end of `left` that are salutations and titles of the name that begins behind it, blanks between them and
// before the name included; 0: there are none. cut: something may stand right before `left`, so that its first word may be
// a part of one.
std::size_t AddressFormBefore(std::string_view left, bool cut);

// Bytes at the begin of `name` that are salutations and titles, the blanks behind them included. 0 also when nothing would
// be left.
std::size_t AddressFormOf(std::string_view name);

}  // namespace maske::names

#endif  // MASKE_NAMES_ADDRESS_FORM_H_
