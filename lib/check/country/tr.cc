// Turkey: T.C. kimlik numarası.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// Eleven digits: the tenth from odd and even places, the eleventh from the sum of ten.
bool IdentityNumber(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || !AllDigits(view) || view[0] == '0') return false;
  int odd = 0;
  int even = 0;
  for (std::size_t i = 0; i < 9; ++i) (i % 2 == 0 ? odd : even) += DigitValue(view[i]);
  const int tenth = (odd * 7 + 90 - even) % 10;
  return tenth == DigitValue(view[9]) && (odd + even + tenth) % 10 == DigitValue(view[10]);
}

constexpr std::array kRows = {
    Check{"identity_number_tr", &IdentityNumber, "Nüfus Hizmetleri Kanunu 5490, T.C. kimlik numarası"},
};

}  // namespace

std::span<const Check> CountryTr() { return kRows; }

}  // namespace maske::check
