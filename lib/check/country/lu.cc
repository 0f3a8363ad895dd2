// Luxembourg: national identification number.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// ISO/IEC 7064 knows no such scheme: Verhoeff's, over the dihedral group of ten elements, the last digit checks.
bool VerhoeffValid(std::string_view digits) {
  constexpr std::array<std::array<int, 10>, 8> kPermutations = {{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
                                                                 {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
                                                                 {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
                                                                 {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
                                                                 {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
                                                                 {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
                                                                 {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
                                                                 {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}}};
  const auto times = [](int a, int b) {  // rotations 0..4, reflections 5..9
    if (a < 5) return b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5;
    return b < 5 ? 5 + (a - 5 - b + 5) % 5 : (a - b + 5) % 5;
  };
  int value = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const auto digit = static_cast<std::size_t>(DigitValue(digits[digits.size() - 1 - i]));
    value = times(value, kPermutations[i % 8][digit]);
  }
  return value == 0;
}

// yyyymmdd, three digits, Luhn and Verhoeff over these eleven.
bool NationalNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 13 || !AllDigits(view)) return false;
  const int year = static_cast<int>(ToNumber(view.substr(0, 4)));
  if (year < 1850 || year > 2100 || !DateExists(year, TwoDigits(view, 4), TwoDigits(view, 6))) return false;
  std::array<char, 12> twelve{};
  for (std::size_t i = 0; i < 11; ++i) twelve[i] = view[i];
  twelve[11] = view[12];
  return LuhnValid(view.substr(0, 12)) && VerhoeffValid({twelve.data(), twelve.size()});
}

constexpr std::array kRows = {
    Check{"national_number_lu", &NationalNumber, "Loi du 19 juin 2013, numéro d'identification national (matricule)"},
};

}  // namespace

std::span<const Check> CountryLu() { return kRows; }

}  // namespace maske::check
