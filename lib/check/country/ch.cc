// Switzerland and Liechtenstein: AHV number, reference of payment slips.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool Ahv(std::string_view text) {
  const Compact number(text);
  return number.ok() && AllDigits(number.view()) && number.view().starts_with("756") && Ean13Valid(number.view());
}

// 27 digits, modulo 10 recursively.
bool Reference(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 27 || !AllDigits(view) || view.find_first_not_of('0') == std::string_view::npos)
    return false;
  constexpr std::array<int, 10> kTable = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
  int carry = 0;
  for (const char c : view.substr(0, 26)) carry = kTable[static_cast<std::size_t>((carry + DigitValue(c)) % 10)];
  return (10 - carry) % 10 == DigitValue(view[26]);
}

constexpr std::array kRows = {
    Check{"ahv_ch", &Ahv, "AHVV art. 133bis; GS1 EAN-13"},
    Check{"reference_ch", &Reference, "SIX, Swiss Implementation Guidelines QR-bill, annex B: modulo 10 recursive"},
};

}  // namespace

std::span<const Check> CountryCh() { return kRows; }

}  // namespace maske::check
