// VAT numbers of Denmark, Estonia, Finland, Lithuania, Latvia, Norway and Sweden. See vat.h.
#include <array>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/vat.h"

namespace maske::check {

bool VatDk(std::string_view number) {
  constexpr std::array<int, 8> kWeights = {2, 7, 6, 5, 4, 3, 2, 1};
  return number.size() == 8 && AllDigits(number) && number[0] != '0' && WeightedSum(number, kWeights) % 11 == 0;
}

bool VatEe(std::string_view number) {
  constexpr std::array<int, 9> kWeights = {3, 7, 1, 3, 7, 1, 3, 7, 1};
  return number.size() == 9 && AllDigits(number) && WeightedSum(number, kWeights) % 10 == 0;
}

bool VatFi(std::string_view number) {
  constexpr std::array<int, 8> kWeights = {7, 9, 10, 5, 8, 4, 2, 1};
  return number.size() == 8 && AllDigits(number) && WeightedSum(number, kWeights) % 11 == 0;
}

// Weights run 1..9 and begin anew; when the rest is 10 they start at 3.
bool VatLt(std::string_view number) {
  if ((number.size() != 9 && number.size() != 12) || !AllDigits(number) || number[number.size() - 2] != '1')
    return false;
  const auto rest = [number](std::size_t start) {
    int sum = 0;
    for (std::size_t i = 0; i + 1 < number.size(); ++i) {
      sum += DigitValue(number[i]) * static_cast<int>((start + i) % 9 + 1);
    }
    return sum % 11;
  };
  int check = rest(0);
  if (check == 10) check = rest(2) % 10;
  return check == DigitValue(number.back());
}

bool VatLv(std::string_view number) {
  if (number.size() != 11 || !AllDigits(number)) return false;
  if (number[0] > '3') {  // companies
    constexpr std::array<int, 11> kWeights = {9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1};
    return WeightedSum(number, kWeights) % 11 == 3;
  }
  if (number.starts_with("32")) return true;  // persons since 2017: no date and no check digit
  constexpr std::array<int, 10> kWeights = {10, 5, 8, 4, 2, 1, 6, 3, 7, 9};
  const int century = 1800 + 100 * DigitValue(number[6]);
  return DateExists(century + static_cast<int>(ToNumber(number.substr(4, 2))),
                    static_cast<int>(ToNumber(number.substr(2, 2))), static_cast<int>(ToNumber(number.substr(0, 2)))) &&
         (1 + WeightedSum(number, kWeights)) % 11 % 10 == DigitValue(number[10]);
}

bool VatNo(std::string_view number) {
  if (number.size() == 12 && number.ends_with("MVA")) number.remove_suffix(3);
  constexpr std::array<int, 9> kWeights = {3, 2, 7, 6, 5, 4, 3, 2, 1};
  return number.size() == 9 && AllDigits(number) && (number[0] == '8' || number[0] == '9') &&
         WeightedSum(number, kWeights) % 11 == 0;
}

bool VatSe(std::string_view number) {
  return number.size() == 12 && AllDigits(number) && number.ends_with("01") && LuhnValid(number.substr(0, 10));
}

}  // namespace maske::check
