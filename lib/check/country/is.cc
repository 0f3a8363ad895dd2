// Iceland: kennitala.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// ddmmyy (40 added to the day: companies), two digits, check digit, century.
bool Kennitala(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 10 || !AllDigits(view) || (view[9] != '9' && view[9] != '0')) return false;
  constexpr std::array<int, 9> kWeights = {3, 2, 7, 6, 5, 4, 3, 2, 1};
  const int century = view[9] == '0' ? 2000 : 1900;
  const int day = TwoDigits(view, 0) > 40 ? TwoDigits(view, 0) - 40 : TwoDigits(view, 0);
  return DateExists(century + TwoDigits(view, 4), TwoDigits(view, 2), day) && WeightedSum(view, kWeights) % 11 == 0;
}

constexpr std::array kRows = {
    Check{"kennitala_is", &Kennitala, "Þjóðskrá Íslands, kennitala"},
};

}  // namespace

std::span<const Check> CountryIs() { return kRows; }

}  // namespace maske::check
