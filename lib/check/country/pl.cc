// Poland: PESEL, NIP, REGON, identity card.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// yymmdd, the month says the century (80 for 18yy, 20 for 20yy …).
bool Pesel(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || !AllDigits(view)) return false;
  constexpr std::array<int, 5> kCenturies = {1900, 2000, 2100, 2200, 1800};
  const auto century = static_cast<std::size_t>(TwoDigits(view, 2) / 20);
  constexpr std::array<int, 11> kWeights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
  return DateExists(kCenturies[century] + TwoDigits(view, 0), TwoDigits(view, 2) % 20, TwoDigits(view, 4)) &&
         WeightedSum(view, kWeights) % 10 == 0;
}

bool Nip(std::string_view text) {
  const Compact number(text);
  return number.ok() && VatPl(number.view()) && ToNumber(number.view()) > 0;
}

// Nine digits, or fourteen whose first nine are one.
bool Regon(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || !AllDigits(view) || (view.size() != 9 && view.size() != 14)) return false;
  constexpr std::array<int, 8> kNine = {8, 9, 2, 3, 4, 5, 6, 7};
  constexpr std::array<int, 13> kFourteen = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
  if (WeightedSum(view, kNine) % 11 % 10 != DigitValue(view[8])) return false;
  return view.size() == 9 || WeightedSum(view, kFourteen) % 11 % 10 == DigitValue(view[13]);
}

// Three letters, check digit, five digits.
bool IdCard(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 9 || !AllDigits(view.substr(3))) return false;
  if (!IsCapital(view[0]) || !IsCapital(view[1]) || !IsCapital(view[2])) return false;
  constexpr std::array<int, 9> kWeights = {7, 3, 1, 9, 7, 3, 1, 7, 3};
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += Base36Value(view[i]) * kWeights[i];
  return sum % 10 == 0;
}

constexpr std::array kRows = {
    Check{"id_card_pl", &IdCard, "Ustawa o dowodach osobistych; seria i numer, wagi 7 3 1"},
    Check{"nip_pl", &Nip, "Ustawa o zasadach ewidencji podatników, NIP"},
    Check{"pesel_pl", &Pesel, "Ustawa o ewidencji ludności, art. 15 (PESEL)"},
    Check{"regon_pl", &Regon, "Rozporządzenie w sprawie REGON, cyfra kontrolna"},
};

}  // namespace

std::span<const Check> CountryPl() { return kRows; }

}  // namespace maske::check
