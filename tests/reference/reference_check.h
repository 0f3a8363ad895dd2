// Slow twins of the check-digit systems, each written from the wording of its standard: whole numbers as decimal strings,
// long division, tables. Shares nothing with lib/check. Cost: quadratic; used by tests/check.
#ifndef MASKE_TESTS_REFERENCE_REFERENCE_CHECK_H_
#define MASKE_TESTS_REFERENCE_REFERENCE_CHECK_H_

#include <string>
#include <string_view>

namespace maske::reference {

// ISO/IEC 7812-1: from the right, double every second digit, add the digits of the products; ends in 0.
bool Luhn(std::string_view digits);
// ISO/IEC 7064: P(1) = 10; S(j) = P(j) mod 11 + a(j); P(j+1) = S(j) mod 10 (10 for 0) * 2; S(n) mod 10 = 1.
bool Mod11_10(std::string_view digits);
// The remainder by long division of the decimal string that the text spells (A = 10 … Z = 35).
int Mod97(std::string_view text);
// The date exists: counted day by day from 1 January of the year.
bool DateExists(int year, int month, int day);
// RFC 4291 text form, without zones: 8 groups after "::" is written out; empty when it is no address.
std::string ExpandIpv6(std::string_view text);
// The digits that a German Steuer-IdNr may have in its first ten places (section 139b AO).
bool TaxIdRepeats(std::string_view ten);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_REFERENCE_CHECK_H_
