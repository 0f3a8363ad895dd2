// Austria: Sozialversicherungsnummer, Abgabenkontonummer.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// Serial number (from 100 on), check digit, ddmmyy. Months 13 to 15 stand for a birth date not known to the day.
bool SocialSecurityAt(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 10 || !AllDigits(view) || view[0] == '0') return false;
  constexpr std::array<int, 10> kWeights = {3, 7, 9, 0, 5, 8, 4, 2, 1, 6};
  if (WeightedSum(view, kWeights) % 11 != DigitValue(view[3])) return false;
  const int day = static_cast<int>(ToNumber(view.substr(4, 2)));
  const int month = static_cast<int>(ToNumber(view.substr(6, 2)));
  const int year = static_cast<int>(ToNumber(view.substr(8, 2)));
  if (month >= 13 && month <= 15) return day >= 1 && day <= 31;
  return DateExists(1900 + year, month, day) || DateExists(2000 + year, month, day);
}

// Tax office (two digits), six digits, check digit: doubled every second digit as in Luhn.
bool TaxAccountAt(std::string_view text) {
  const Compact number(text);
  return number.ok() && number.size() == 9 && AllDigits(number.view()) && LuhnValid(number.view());
}

constexpr std::array kRows = {
    Check{"abgabenkonto_at", &TaxAccountAt, "BMF Österreich, Prüfziffer der Abgabenkontonummer"},
    Check{"svnr_at", &SocialSecurityAt,
          "Dachverband der Sozialversicherungsträger, Versicherungsnummer (section 31 ASVG)"},
};

}  // namespace

std::span<const Check> CountryAt() { return kRows; }

}  // namespace maske::check
