// Ukraine: number of the taxpayer's card (РНОКПП).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// Days since 1899 (five digits), four digits, check digit.
bool TaxNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  constexpr std::array<int, 9> kWeights = {-1, 5, 7, 9, 4, 6, 10, 5, 7};
  if (!number.ok() || view.size() != 10 || !AllDigits(view) || ToNumber(view) == 0) return false;
  return ((WeightedSum(view, kWeights) % 11 + 11) % 11) % 10 == DigitValue(view[9]);
}

constexpr std::array kRows = {
    Check{"tax_number_ua", &TaxNumber, "Податковий кодекс України, ст. 70; OECD, TIN sheet Ukraine"},
};

}  // namespace

std::span<const Check> CountryUa() { return kRows; }

}  // namespace maske::check
