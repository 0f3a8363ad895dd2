// Italy: codice fiscale, partita IVA.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

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
  const int month = static_cast<int>(std::string_view("ABCDEHLMPRST").find(view[8])) + 1;
  const int year = OmocodiaDigit(view[6]) * 10 + OmocodiaDigit(view[7]);
  if (!DateExistsInSomeCentury(year, month, day > 40 ? day - 40 : day)) return false;  // women: 40 more
  constexpr std::array<int, 26> kOdd = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                        20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) {
    const int value = IsDigit(view[i]) ? DigitValue(view[i]) : view[i] - 'A';
    sum += i % 2 == 0 ? kOdd[static_cast<std::size_t>(value)] : value;
  }
  return view[15] == static_cast<char>('A' + sum % 26);
}

bool PartitaIva(std::string_view text) {
  const Compact number(text);
  return number.ok() && VatIt(number.view());
}

constexpr std::array kRows = {
    Check{"codice_fiscale_it", &CodiceFiscale, "Decreto 23 dicembre 1976, codice fiscale"},
    Check{"partita_iva_it", &PartitaIva, "DPR 633/1972 art. 35; Luhn, code of the province"},
};

}  // namespace

std::span<const Check> CountryIt() { return kRows; }

}  // namespace maske::check
