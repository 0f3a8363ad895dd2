// Finland: henkilötunnus, company number (Y-tunnus).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// ddmmyy, sign of the century, three digits, check character: the nine digits modulo 31.
bool PersonalCode(std::string_view text) {
  if (text.size() != 11 || !AllDigits(text.substr(0, 6)) || !AllDigits(text.substr(7, 3))) return false;
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  const char sign = upper(text[6]);
  int century = 0;
  if (sign == '+') {
    century = 1800;
  } else if (sign == '-' || (sign >= 'U' && sign <= 'Y')) {
    century = 1900;
  } else if (sign >= 'A' && sign <= 'F') {
    century = 2000;
  } else {
    return false;
  }
  if (!DateExists(century + TwoDigits(text, 4), TwoDigits(text, 2), TwoDigits(text, 0))) return false;
  const long long nine = ToNumber(text.substr(0, 6)) * 1000 + ToNumber(text.substr(7, 3));
  if (ToNumber(text.substr(7, 3)) < 2) return false;
  return upper(text[10]) == "0123456789ABCDEFHJKLMNPRSTUVWXY"[nine % 31];
}

bool CompanyNumber(std::string_view text) {
  const Compact number(text);
  return number.ok() && VatFi(number.view());
}

constexpr std::array kRows = {
    Check{"hetu_fi", &PersonalCode, "Valtioneuvoston asetus väestötietojärjestelmästä 128/2010, henkilötunnus"},
    Check{"ytunnus_fi", &CompanyNumber, "Yritys- ja yhteisötietolaki 244/2001, Y-tunnus"},
};

}  // namespace

std::span<const Check> CountryFi() { return kRows; }

}  // namespace maske::check
