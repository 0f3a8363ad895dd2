// Ireland: Personal Public Service number.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// Seven digits, check letter, since 2013 a second letter (A..I, W).
bool Pps(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() < 8 || view.size() > 9 || !AllDigits(view.substr(0, 7))) return false;
  if (view.size() == 9 && (view[8] == 'T' || view[8] == 'X'))
    return VatIe(view.substr(0, 8));  // of spouses, until 2013
  return (view.size() == 8 || view[8] == 'W' || (view[8] >= 'A' && view[8] <= 'I')) && VatIe(view);
}

constexpr std::array kRows = {
    Check{"pps_ie", &Pps, "Social Welfare Consolidation Act 2005, PPS number; Revenue: check letter"},
};

}  // namespace

std::span<const Check> CountryIe() { return kRows; }

}  // namespace maske::check
