// Czechia and Slovakia: birth number, company number (IČO), account number.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool BirthNumber(std::string_view text) {
  const Compact number(text);
  return number.ok() && BirthNumberCz(number.view());
}

bool CompanyNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 8 || !AllDigits(view)) return false;
  constexpr std::array<int, 7> kWeights = {8, 7, 6, 5, 4, 3, 2};
  return (11 - WeightedSum(view, kWeights) % 11) % 10 == DigitValue(view[7]);
}

// Do the weights, from the right, give a multiple of 11?
bool ByEleven(std::string_view digits, std::size_t most) {
  constexpr std::array<int, 10> kFromRight = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
  if (!AllDigits(digits) || digits.size() > most) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += DigitValue(digits[digits.size() - 1 - i]) * kFromRight[i];
  return sum % 11 == 0;
}

// Prefix of up to six digits, number of up to ten, code of the bank.
bool Account(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || text.size() != slash + 5 || !AllDigits(text.substr(slash + 1))) return false;
  const std::string_view account = text.substr(0, slash);
  const auto hyphen = account.find('-');
  const std::string_view main = hyphen == std::string_view::npos ? account : account.substr(hyphen + 1);
  if (hyphen != std::string_view::npos && !ByEleven(account.substr(0, hyphen), 6)) return false;
  return main.size() >= 2 && ByEleven(main, 10) && main.find_first_not_of('0') != std::string_view::npos;
}

constexpr std::array kRows = {
    Check{"account_cz", &Account, "ČNB, vyhláška č. 169/2011 Sb., stanovení pravidel tvorby čísla účtu"},
    Check{"ico_cz", &CompanyNumber, "Zákon 304/2013 Sb., identifikační číslo osoby"},
    Check{"rc_cz", &BirthNumber, "Zákon 133/2000 Sb., rodné číslo"},
};

}  // namespace

std::span<const Check> CountryCz() { return kRows; }

}  // namespace maske::check
