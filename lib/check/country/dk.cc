// Denmark: CPR number, CVR number.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// ddmmyy-ssss. The seventh digit tells the century; the old check digit is no longer kept to since 2007.
bool Cpr(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 10 || !AllDigits(view)) return false;
  const int year = TwoDigits(view, 4);
  const int seventh = DigitValue(view[6]);
  int century = 1900;
  if ((seventh == 4 || seventh == 9) && year <= 36) century = 2000;
  if (seventh >= 5 && seventh <= 8) century = year <= 57 ? 2000 : 1800;
  return DateExists(century + year, TwoDigits(view, 2), TwoDigits(view, 0));
}

bool Cvr(std::string_view text) {
  const Compact number(text);
  return number.ok() && VatDk(number.view());
}

constexpr std::array kRows = {
    Check{"cpr_dk", &Cpr, "CPR-loven; CPR-kontoret, Personnummeret i CPR (date, century by the seventh digit)"},
    Check{"cvr_dk", &Cvr, "CVR-loven, Erhvervsstyrelsen: modulus 11"},
};

}  // namespace

std::span<const Check> CountryDk() { return kRows; }

}  // namespace maske::check
