// VAT numbers of Belgium, France, Ireland, the Netherlands and the United Kingdom. See vat.h.
#include <array>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/vat.h"

namespace maske::check {
namespace {

constexpr std::string_view kNoIO = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // French keys know neither I nor O

// Weights 8..2 over seven digits, 9 for a second letter (A 1 .. V 22, W 0); the check letter counts W 0, A 1 .. V 22.
bool CheckLetterIe(std::string_view seven, char check, int second) {
  constexpr std::array<int, 7> kWeights = {8, 7, 6, 5, 4, 3, 2};
  const int rest = (WeightedSum(seven, kWeights) + 9 * second) % 23;
  return check == (rest == 0 ? 'W' : static_cast<char>('A' + rest - 1));
}

}  // namespace

bool VatBe(std::string_view number) {
  if (!AllDigits(number) || number.size() < 9 || number.size() > 10) return false;
  if (number.size() == 10 && number[0] > '1') return false;
  const long long value = ToNumber(number);
  return value / 100 > 0 && 97 - value / 100 % 97 == value % 100;
}

bool VatNl(std::string_view number) {
  if (number.size() != 12 || number[9] != 'B' || !AllDigits(number.substr(0, 9)) || !AllDigits(number.substr(10))) {
    return false;
  }
  // Since 2020 sole traders have numbers that are no longer made from the BSN: MOD 97-10 over the whole.
  return number.substr(10) != "00" && (BsnNl(number.substr(0, 9)) || Mod97(number, Mod97("NL")) == 1);
}

bool VatFr(std::string_view number) {
  if (number.size() != 11 || !AllDigits(number.substr(2))) return false;
  const std::string_view siren = number.substr(2);
  if (!siren.starts_with("000") && !LuhnValid(siren)) return false;  // 000: Monaco
  const auto first = kNoIO.find(number[0]);
  const auto second = kNoIO.find(number[1]);
  if (first == std::string_view::npos || second == std::string_view::npos) return false;
  const long long value = ToNumber(siren);
  if (first < 10 && second < 10) return (12 + 3 * (value % 97)) % 97 == ToNumber(number.substr(0, 2));
  const long long key = static_cast<long long>(first < 10 ? first * 24 + second - 10 : first * 34 + second - 100);
  return (value + 1 + key / 11) % 11 == key % 11;
}

bool VatGb(std::string_view number) {
  if (number.size() == 5 && AllDigits(number.substr(2))) {  // government departments and health authorities
    const long long value = ToNumber(number.substr(2));
    return (number.starts_with("GD") && value < 500) || (number.starts_with("HA") && value >= 500);
  }
  if ((number.size() != 9 && number.size() != 12) || !AllDigits(number)) return false;
  constexpr std::array<int, 9> kWeights = {8, 7, 6, 5, 4, 3, 2, 10, 1};
  const int rest = WeightedSum(number, kWeights) % 97;
  // The series since 2010 begins at 100 and is 55 off.
  return rest == 0 || (number[0] != '0' && (rest == 42 || rest == 55));
}

bool VatIe(std::string_view number) {
  if (number.size() < 8 || number.size() > 9 || !IsDigit(number[0]) || !AllDigits(number.substr(2, 5))) return false;
  if (!IsDigit(number[1])) {  // until 2013: digit, letter, five digits, check letter
    const std::array<char, 7> seven = {'0', number[2], number[3], number[4], number[5], number[6], number[0]};
    return number.size() == 8 && CheckLetterIe({seven.data(), seven.size()}, number[7], 0);
  }
  if (number.size() == 8) return CheckLetterIe(number.substr(0, 7), number[7], 0);
  if (number[8] < 'A' || number[8] > 'W') return false;
  return CheckLetterIe(number.substr(0, 7), number[7], number[8] == 'W' ? 0 : number[8] - 'A' + 1);
}

bool BsnNl(std::string_view nine) {
  if (nine.size() != 9 || !AllDigits(nine) || ToNumber(nine) == 0) return false;
  constexpr std::array<int, 9> kWeights = {9, 8, 7, 6, 5, 4, 3, 2, -1};
  return WeightedSum(nine, kWeights) % 11 == 0;
}

}  // namespace maske::check
