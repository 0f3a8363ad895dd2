// Personal numbers of other European countries: Spain, Italy, France, Netherlands, Belgium, Poland, Czechia and
// Slovakia. Covered by tests/check/id_europe_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

int Two(std::string_view text, std::size_t pos) { return static_cast<int>(ToNumber(text.substr(pos, 2))); }

bool Nif(std::string_view text) {
  const Compact number(text);
  return number.ok() && NifEs(number.view());
}

bool Bsn(std::string_view text) {
  const Compact number(text);
  return number.ok() && BsnNl(number.view());
}

bool BirthNumber(std::string_view text) {
  const Compact number(text);
  return number.ok() && BirthNumberCz(number.view());
}

// Digits of a codice fiscale may be written as letters when two people would share a code.
int OmocodiaDigit(char c) {
  if (IsDigit(c)) return DigitValue(c);
  constexpr std::string_view kLetters = "LMNPQRSTUV";
  const auto pos = kLetters.find(c);
  return pos == std::string_view::npos ? -1 : static_cast<int>(pos);
}

bool CodiceFiscale(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 16) return false;
  constexpr std::string_view kKinds = "aaaaaannmnnannna";  // letter, digit or its letter, letter of a month
  for (std::size_t i = 0; i < 16; ++i) {
    const bool fits = kKinds[i] == 'n'   ? OmocodiaDigit(view[i]) >= 0
                      : kKinds[i] == 'a' ? IsCapital(view[i])
                                         : std::string_view("ABCDEHLMPRST").find(view[i]) != std::string_view::npos;
    if (!fits) return false;
  }
  const int day = OmocodiaDigit(view[9]) * 10 + OmocodiaDigit(view[10]);
  if (day < 1 || day > 71 || (day > 31 && day < 41)) return false;
  constexpr std::array<int, 26> kOdd = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                        20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) {
    const int value = IsDigit(view[i]) ? DigitValue(view[i]) : view[i] - 'A';
    sum += i % 2 == 0 ? kOdd[static_cast<std::size_t>(value)] : value;
  }
  return view[15] == static_cast<char>('A' + sum % 26);
}

// Sex, year, month (or 20 and more when unknown), place (2A and 2B: Corsica), order, key.
bool Nir(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 15 || !AllDigits(view.substr(0, 5)) || !IsDigit(view[5]) ||
      !AllDigits(view.substr(7))) {
    return false;
  }
  if (std::string_view("123478").find(view[0]) == std::string_view::npos) return false;
  const int month = Two(view, 3);
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

// yymmdd (month 20 or 40 more for people without a Belgian residence), order, 97 less the rest; 2 before it since 2000.
bool NationalNumberBe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || !AllDigits(view)) return false;
  const int month = Two(view, 2) % 20;
  const int day = Two(view, 4);
  if (Two(view, 2) > 52 || month > 12 || day > 31) return false;
  const long long nine = ToNumber(view.substr(0, 9));
  const long long check = ToNumber(view.substr(9));
  return 97 - nine % 97 == check || 97 - (nine + 2000000000LL) % 97 == check;
}

// yymmdd, the month says the century (80 for 18yy, 20 for 20yy …).
bool Pesel(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || !AllDigits(view)) return false;
  constexpr std::array<int, 5> kCenturies = {1900, 2000, 2100, 2200, 1800};
  const auto century = static_cast<std::size_t>(Two(view, 2) / 20);
  constexpr std::array<int, 11> kWeights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
  return DateExists(kCenturies[century] + Two(view, 0), Two(view, 2) % 20, Two(view, 4)) &&
         WeightedSum(view, kWeights) % 10 == 0;
}

constexpr std::array kRows = {
    Check{"bsn_nl", &Bsn, "Logisch Ontwerp BSN: 11-proef"},
    Check{"codice_fiscale_it", &CodiceFiscale, "Decreto 23 dicembre 1976, codice fiscale"},
    Check{"nif_es", &Nif, "Real Decreto 1065/2007 and Orden EHA/451/2008"},
    Check{"nir_fr", &Nir, "INSEE, numéro d'inscription au répertoire; Code de la sécurité sociale"},
    Check{"nn_be", &NationalNumberBe, "Arrêté royal du 3 avril 1984, numéro national"},
    Check{"pesel_pl", &Pesel, "Ustawa o ewidencji ludności, art. 15 (PESEL)"},
    Check{"rc_cz", &BirthNumber, "Zákon 133/2000 Sb., rodné číslo"},
};

}  // namespace

std::span<const Check> IdChecksEurope() { return kRows; }

}  // namespace maske::check
