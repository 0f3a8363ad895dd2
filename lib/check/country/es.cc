// Spain: DNI, NIE and NIF, account number (CCC).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool Nif(std::string_view text) {
  const Compact number(text);
  return number.ok() && NifEs(number.view());
}

int AccountDigit(std::string_view ten) {
  constexpr std::array<int, 10> kWeights = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
  const int check = 11 - WeightedSum(ten, kWeights) % 11;
  return check == 11 ? 0 : check == 10 ? 1 : check;
}

// Bank and branch (four digits each), two check digits, account (ten digits).
bool Account(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 20 || !AllDigits(view)) return false;
  std::array<char, 10> bank = {'0', '0'};
  for (std::size_t i = 0; i < 8; ++i) bank[i + 2] = view[i];
  return AccountDigit({bank.data(), bank.size()}) == DigitValue(view[8]) &&
         AccountDigit(view.substr(10)) == DigitValue(view[9]);
}

constexpr std::array kRows = {
    Check{"ccc_es", &Account, "Banco de España, Consejo Superior Bancario: código cuenta cliente"},
    Check{"nif_es", &Nif, "Real Decreto 1065/2007 and Orden EHA/451/2008"},
};

}  // namespace

std::span<const Check> CountryEs() { return kRows; }

}  // namespace maske::check
