// Hungary: tax number of persons, social security number (TAJ).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// 8, days since 1867 (five digits), serial number (three), check digit: weights 1..9, modulo 11.
bool TaxNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  constexpr std::array<int, 9> kWeights = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  return number.ok() && view.size() == 10 && AllDigits(view) && view[0] == '8' &&
         WeightedSum(view, kWeights) % 11 == DigitValue(view[9]);
}

bool Taj(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  constexpr std::array<int, 8> kWeights = {3, 7, 3, 7, 3, 7, 3, 7};
  return number.ok() && view.size() == 9 && AllDigits(view) && ToNumber(view) > 0 &&
         WeightedSum(view, kWeights) % 10 == DigitValue(view[8]);
}

constexpr std::array kRows = {
    Check{"taj_hu", &Taj, "1996. évi XX. törvény, társadalombiztosítási azonosító jel"},
    Check{"tax_number_hu", &TaxNumber, "1996. évi XX. törvény, adóazonosító jel"},
};

}  // namespace

std::span<const Check> CountryHu() { return kRows; }

}  // namespace maske::check
