// Serbia, Bosnia, Montenegro, North Macedonia and Slovenia: unique citizen number (JMBG, EMŠO).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// ddmmyyy (the last three of the year), region, three digits, check digit.
bool CitizenNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 13 || !AllDigits(view)) return false;
  constexpr std::array<int, 12> kWeights = {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  const int year = static_cast<int>(ToNumber(view.substr(4, 3)));
  return DateExists((year >= 800 ? 1000 : 2000) + year, TwoDigits(view, 2), TwoDigits(view, 0)) &&
         (11 - WeightedSum(view, kWeights) % 11) % 11 % 10 == DigitValue(view[12]);
}

constexpr std::array kRows = {
    Check{"jmbg", &CitizenNumber,
          "Zakon o jedinstvenom matičnom broju građana (JMBG); Zakon o centralnem registru prebivalstva (EMŠO)"},
};

}  // namespace

std::span<const Check> CountryRs() { return kRows; }

}  // namespace maske::check
