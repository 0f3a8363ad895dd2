// Norway: fødselsnummer, organisation number, account number.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// ddmmyy (40 more in the day: D-number; in the month: of health services), three digits, two check digits.
bool BirthNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || !AllDigits(view)) return false;
  constexpr std::array<int, 10> kFirst = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  constexpr std::array<int, 11> kSecond = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  if (WeightedSum(view, kFirst) % 11 != 0 || WeightedSum(view, kSecond) % 11 != 0) return false;
  const int day = TwoDigits(view, 0) > 40 ? TwoDigits(view, 0) - 40 : TwoDigits(view, 0);
  const int month = TwoDigits(view, 2) > 40 ? TwoDigits(view, 2) - 40 : TwoDigits(view, 2);
  const int year = TwoDigits(view, 4);
  const int serial = static_cast<int>(ToNumber(view.substr(6, 3)));
  int century = 1900;
  if (serial >= 500 && year < 40) {
    century = 2000;
  } else if (serial >= 500 && serial < 750 && year >= 54) {
    century = 1800;
  } else if (serial >= 500 && !(serial >= 900 && year >= 40)) {
    return false;
  }
  return DateExists(century + year, month, day);
}

bool Organisation(std::string_view text) {
  const Compact number(text);
  return number.ok() && VatNo(number.view());
}

// Bank, kind and account (eleven digits), modulus 11; of the post until 1995 0000 and seven digits, Luhn.
bool Account(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || !AllDigits(view) || ToNumber(view) == 0) return false;
  constexpr std::array<int, 11> kWeights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  if (view.starts_with("0000")) return LuhnValid(view.substr(4));
  return WeightedSum(view, kWeights) % 11 == 0;
}

constexpr std::array kRows = {
    Check{"account_no", &Account, "Finans Norge, kontonummer: modulus 11"},
    Check{"fodselsnummer_no", &BirthNumber, "Folkeregisterforskriften kap. 2, fødselsnummer og D-nummer"},
    Check{"orgnr_no", &Organisation, "Enhetsregisterloven; Brønnøysundregistrene: modulus 11"},
};

}  // namespace

std::span<const Check> CountryNo() { return kRows; }

}  // namespace maske::check
