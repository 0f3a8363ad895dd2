// Bulgaria: citizen's number (ЕГН).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// yymmdd (20 more in the month: born in 18yy, 40: in 20yy), three digits, check digit.
bool CitizenNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 10 || !AllDigits(view)) return false;
  const int coded = TwoDigits(view, 2);
  const int century = coded > 40 ? 2000 : coded > 20 ? 1800 : 1900;
  constexpr std::array<int, 9> kWeights = {2, 4, 8, 5, 10, 9, 7, 3, 6};
  return DateExists(century + TwoDigits(view, 0), coded % 20, TwoDigits(view, 4)) &&
         WeightedSum(view, kWeights) % 11 % 10 == DigitValue(view[9]);
}

constexpr std::array kRows = {
    Check{"egn_bg", &CitizenNumber, "Закон за гражданската регистрация, чл. 11 (ЕГН)"},
};

}  // namespace

std::span<const Check> CountryBg() { return kRows; }

}  // namespace maske::check
