// Romania: cod numeric personal.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// Sex and century, yymmdd, county, three digits, check digit.
bool Cnp(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 13 || !AllDigits(view) || view[0] == '0') return false;
  constexpr std::array<int, 12> kWeights = {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9};
  const int check = WeightedSum(view, kWeights) % 11;
  const int first = DigitValue(view[0]);
  const int year = TwoDigits(view, 1);
  const int month = TwoDigits(view, 3);
  const int day = TwoDigits(view, 5);
  const bool date = first <= 2   ? DateExists(1900 + year, month, day)
                    : first <= 4 ? DateExists(1800 + year, month, day)
                    : first <= 6 ? DateExists(2000 + year, month, day)
                                 : DateExistsInSomeCentury(year, month, day);
  const int county = TwoDigits(view, 7);
  const bool place = (county >= 1 && county <= 48) || county == 51 || county == 52 || county == 70 || county >= 80;
  return date && place && (check == 10 ? 1 : check) == DigitValue(view[12]);
}

constexpr std::array kRows = {
    Check{"cnp_ro", &Cnp, "Legea 105/1996, cod numeric personal"},
};

}  // namespace

std::span<const Check> CountryRo() { return kRows; }

}  // namespace maske::check
