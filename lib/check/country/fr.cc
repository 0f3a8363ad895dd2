// France: number of the social security (NIR), tax number (NIF, SPI), SIREN and SIRET.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// Sex, year, month (or 20 and more when unknown), place (2A and 2B: Corsica), order, key.
bool Nir(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 15 || !AllDigits(view.substr(0, 5)) || !IsDigit(view[5]) ||
      !AllDigits(view.substr(7))) {
    return false;
  }
  if (std::string_view("123478").find(view[0]) == std::string_view::npos) return false;
  const int month = TwoDigits(view, 3);
  if (month == 0 || (month > 12 && month < 20)) return false;
  long long value = ToNumber(view.substr(0, 6)) * 10000000 + ToNumber(view.substr(7, 6));
  if (IsDigit(view[6])) {
    value += DigitValue(view[6]) * 1000000LL;
  } else if (view[5] == '2' && (view[6] == 'A' || view[6] == 'B')) {
    value -= view[6] == 'A' ? 1000000LL : 2000000LL;  // 2A counts as 19, 2B as 18
  } else {
    return false;
  }
  return 97 - value % 97 == ToNumber(view.substr(13));
}

// Thirteen digits: the first ten modulo 511 are the last three.
bool TaxNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 13 && AllDigits(view) && view[0] <= '3' &&
         ToNumber(view.substr(0, 10)) % 511 == ToNumber(view.substr(10));
}

bool Siren(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 9 && AllDigits(view) && ToNumber(view) > 0 && LuhnValid(view);
}

// SIREN and establishment; those of La Poste have a digit sum that 5 divides instead.
bool Siret(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 14 || !AllDigits(view) || !Siren(view.substr(0, 9))) return false;
  if (LuhnValid(view)) return true;
  int sum = 0;
  for (const char c : view) sum += DigitValue(c);
  return view.starts_with("356000000") && sum % 5 == 0;
}

constexpr std::array kRows = {
    Check{"nif_fr", &TaxNumber, "DGFiP, numéro fiscal (SPI); OECD, TIN sheet France"},
    Check{"nir_fr", &Nir, "INSEE, numéro d'inscription au répertoire; Code de la sécurité sociale"},
    Check{"siren_fr", &Siren, "Code de commerce R123-220, INSEE SIRENE; Luhn"},
    Check{"siret_fr", &Siret, "Code de commerce R123-221, INSEE SIRENE; Luhn, La Poste apart"},
};

}  // namespace

std::span<const Check> CountryFr() { return kRows; }

}  // namespace maske::check
