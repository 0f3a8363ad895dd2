// United States: social security number, taxpayer numbers (ITIN), bank routing number. Only the last has a check digit; of the others the ranges that are never given out are refused.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool SsnUs(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 9 || !AllDigits(view)) return false;
  return !view.starts_with("000") && !view.starts_with("666") && view[0] != '9' && view.substr(3, 2) != "00" &&
         view.substr(5) != "0000";
}

bool Itin(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 9 || !AllDigits(view) || view[0] != '9') return false;
  const int group = TwoDigits(view, 3);
  return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group <= 92) || group >= 94;
}

// Weights 3, 7, 1; the first two digits say the Federal Reserve district.
bool Routing(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  constexpr std::array<int, 9> kWeights = {3, 7, 1, 3, 7, 1, 3, 7, 1};
  if (!number.ok() || view.size() != 9 || !AllDigits(view) || WeightedSum(view, kWeights) % 10 != 0) return false;
  const int district = TwoDigits(view, 0);
  return (district >= 1 && district <= 12) || (district >= 21 && district <= 32) ||
         (district >= 61 && district <= 72) || district == 80;
}

constexpr std::array kRows = {
    Check{"itin_us", &Itin, "IRS, Internal Revenue Manual 3.21.263: ranges of the ITIN"},
    Check{"routing_us", &Routing, "American Bankers Association, routing number: weights 3 7 1"},
    Check{"ssn_us", &SsnUs, "Social Security Administration, RM 10201.035: invalid numbers"},
};

}  // namespace

std::span<const Check> CountryUs() { return kRows; }

}  // namespace maske::check
