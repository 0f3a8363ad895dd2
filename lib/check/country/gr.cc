// Greece: social security number (AMKA), tax number (AFM).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// ddmmyy, four digits, Luhn.
bool Amka(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 11 && AllDigits(view) && LuhnValid(view) &&
         DateExistsInSomeCentury(TwoDigits(view, 4), TwoDigits(view, 2), TwoDigits(view, 0));
}

bool Afm(std::string_view text) {
  const Compact number(text);
  return number.ok() && number.size() == 9 && VatEl(number.view());
}

constexpr std::array kRows = {
    Check{"afm_gr", &Afm, "ΑΑΔΕ, αριθμός φορολογικού μητρώου; as VIES"},
    Check{"amka_gr", &Amka, "ν. 3655/2008, άρθρο 153 (ΑΜΚΑ); Luhn"},
};

}  // namespace

std::span<const Check> CountryGr() { return kRows; }

}  // namespace maske::check
