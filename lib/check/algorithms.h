// The check-digit systems that many numbers share. Arguments are compact (check/compact.h): capitals and digits only.
// Covered by tests/check/algorithms_test.cc against slow twins written from the standards' text.
#ifndef MASKE_CHECK_ALGORITHMS_H_
#define MASKE_CHECK_ALGORITHMS_H_

#include <string_view>

namespace maske::check {

// Luhn (ISO/IEC 7812-1 annex B): the last digit is the check digit. False when digits is empty.
bool LuhnValid(std::string_view digits);

// ISO/IEC 7064 MOD 11,10: the last digit is the check digit.
bool Mod11_10Valid(std::string_view digits);

// The number that the text spells when letters stand for 10..35, modulo 97; goes on from `start`.
// ISO/IEC 7064 MOD 97-10 holds when the whole gives 1.
int Mod97(std::string_view text, int start = 0);

// EAN-13 / GTIN-13 (weights 1,3): 13 digits, the last one checks.
bool Ean13Valid(std::string_view digits);

// A calendar date exists (proleptic Gregorian). month and day count from 1.
bool DateExists(int year, int month, int day);

}  // namespace maske::check

#endif  // MASKE_CHECK_ALGORITHMS_H_
