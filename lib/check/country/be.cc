// Belgium: national number (also of people without residence), number of the identity card, structured payment reference, account.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// yymmdd (month 20 or 40 more for people without a Belgian residence), order, 97 less the rest; 2 before it since 2000.
bool NationalNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || !AllDigits(view)) return false;
  const int month = TwoDigits(view, 2) % 20;
  if (TwoDigits(view, 2) > 52 || month > 12 || TwoDigits(view, 4) > 31) return false;
  const long long nine = ToNumber(view.substr(0, 9));
  const long long check = ToNumber(view.substr(9));
  return 97 - nine % 97 == check || 97 - (nine + 2000000000LL) % 97 == check;
}

// Ten digits and their rest by 97, 97 for 0.
bool RestOfTen(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 12 || !AllDigits(view)) return false;
  const long long rest = ToNumber(view.substr(0, 10)) % 97;
  return ToNumber(view.substr(10)) == (rest == 0 ? 97 : rest);
}

// "+++010/8068/17183+++": Compact knows no plus.
bool Reference(std::string_view text) {
  while (text.starts_with('+') || text.starts_with('*')) text.remove_prefix(1);
  while (text.ends_with('+') || text.ends_with('*')) text.remove_suffix(1);
  return RestOfTen(text);
}

constexpr std::array kRows = {
    Check{"eid_be", &RestOfTen, "Arrêté royal du 25 mars 2003, cartes d'identité"},
    Check{"nn_be", &NationalNumber, "Arrêté royal du 3 avril 1984, numéro national"},
    Check{"reference_be", &Reference, "Febelfin: structured communication (OGM-VCS)"},
};

}  // namespace

std::span<const Check> CountryBe() { return kRows; }

}  // namespace maske::check
