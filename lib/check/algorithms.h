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

// Luhn over letters too, which count 10..35 (ISIN apart: a letter is one place).
bool LuhnAlphanumericValid(std::string_view text);

// The weights 7, 3, 1 of machine-readable travel documents (ICAO Doc 9303-3, 4.9): letters count 10..35, '<' 0.
int Weight731(std::string_view text);

// A calendar date exists (proleptic Gregorian). month and day count from 1.
bool DateExists(int year, int month, int day);
// A year of two digits: in the twentieth or the twenty-first century.
bool DateExistsInSomeCentury(int year, int month, int day);

}  // namespace maske::check

#endif  // MASKE_CHECK_ALGORITHMS_H_
