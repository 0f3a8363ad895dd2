// VAT numbers of Germany, Austria, Switzerland (with Liechtenstein) and Luxembourg. See vat.h.
#include <array>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/vat.h"

namespace maske::check {

bool VatDe(std::string_view number) {
  return number.size() == 9 && AllDigits(number) && number[0] != '0' && Mod11_10Valid(number);
}

bool VatAt(std::string_view number) {
  if (number.size() != 9 || number[0] != 'U' || !AllDigits(number.substr(1))) return false;
  int sum = 4;
  for (std::size_t i = 0; i < 7; ++i) {
    const int value = DigitValue(number[i + 1]);
    sum += i % 2 == 0 ? value : value * 2 / 10 + value * 2 % 10;
  }
  return (10 - sum % 10) % 10 == DigitValue(number[8]);
}

bool VatCh(std::string_view number) {
  if (number.starts_with('E')) number.remove_prefix(1);  // CHE
  if (number.size() < 9 || !AllDigits(number.substr(0, 9))) return false;
  const std::string_view tail = number.substr(9);
  if (!tail.empty() && tail != "MWST" && tail != "TVA" && tail != "IVA" && tail != "VAT") return false;
  constexpr std::array<int, 8> kWeights = {5, 4, 3, 2, 7, 6, 5, 4};
  return (11 - WeightedSum(number, kWeights) % 11) % 11 == DigitValue(number[8]);
}

bool VatLu(std::string_view number) {
  return number.size() == 8 && AllDigits(number) && ToNumber(number.substr(0, 6)) % 89 == ToNumber(number.substr(6));
}

}  // namespace maske::check
