// Estonia and Lithuania: isikukood, asmens kodas.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// Sex and century, yymmdd, three digits, check digit: weights 1..9, 1; when the rest is 10, weights 3..9, 1, 2, 3.
bool PersonalCode(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || !AllDigits(view) || view[0] < '1' || view[0] > '8') return false;
  const int century = 1800 + (DigitValue(view[0]) - 1) / 2 * 100;
  if (!DateExists(century + TwoDigits(view, 1), TwoDigits(view, 3), TwoDigits(view, 5))) return false;
  constexpr std::array<int, 10> kFirst = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1};
  constexpr std::array<int, 10> kSecond = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3};
  int check = WeightedSum(view, kFirst) % 11;
  if (check == 10) check = WeightedSum(view, kSecond) % 11 % 10;
  return check == DigitValue(view[10]);
}

constexpr std::array kRows = {
    Check{"personal_code_ee", &PersonalCode,
          "EVS 585:2007 isikukood; Lietuvos gyventojų registro įstatymas, asmens kodas"},
};

}  // namespace

std::span<const Check> CountryEe() { return kRows; }

}  // namespace maske::check
