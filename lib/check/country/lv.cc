// Latvia: personas kods.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool PersonalCode(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 11 && AllDigits(view) && view[0] <= '3' && VatLv(view);
}

constexpr std::array kRows = {
    Check{"personal_code_lv", &PersonalCode, "Iedzīvotāju reģistra likums, personas kods"},
};

}  // namespace

std::span<const Check> CountryLv() { return kRows; }

}  // namespace maske::check
