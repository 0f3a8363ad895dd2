// Social security number of the United States: no check digit; only the ranges that are never given out are refused.
// Covered by tests/check/id_europe_test.cc.
#include <array>
#include <string_view>

#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

bool SsnUs(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 9 || !AllDigits(view)) return false;
  return !view.starts_with("000") && !view.starts_with("666") && view[0] != '9' && view.substr(3, 2) != "00" &&
         view.substr(5) != "0000";
}

constexpr std::array kRows = {
    Check{"ssn_us", &SsnUs, "Social Security Administration, RM 10201.035: invalid numbers"},
};

}  // namespace

std::span<const Check> IdChecksUs() { return kRows; }

}  // namespace maske::check
