// VAT numbers of Cyprus, Greece, Spain, Italy, Malta and Portugal. See vat.h.
#include <array>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/vat.h"

namespace maske::check {
namespace {

constexpr std::string_view kDniLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

bool DniEs(std::string_view eight, char check) {
  return kDniLetters[static_cast<std::size_t>(ToNumber(eight) % 23)] == check;
}

// CIF: doubled first, third, fifth, seventh digit; what is missing to a ten is the check, as digit or as letter J A B …
// I.
bool CifEs(std::string_view number) {
  int sum = 0;
  for (std::size_t i = 1; i <= 7; ++i) {
    const int value = DigitValue(number[i]);
    sum += i % 2 == 1 ? value * 2 / 10 + value * 2 % 10 : value;
  }
  const int check = (10 - sum % 10) % 10;
  // Companies (A B E H) have the digit, public bodies (K P Q S) the letter; what was issued does not always keep to it.
  return IsDigit(number[8]) ? DigitValue(number[8]) == check : number[8] == "JABCDEFGHI"[check];
}

}  // namespace

bool NifEs(std::string_view nine) {
  if (nine.size() != 9 || !AllDigits(nine.substr(1, 7))) return false;
  if (AllDigits(nine.substr(0, 8))) return DniEs(nine.substr(0, 8), nine[8]);
  if (nine[0] >= 'X' && nine[0] <= 'Z') {
    const std::array<char, 8> eight = {
        static_cast<char>(nine[0] - 'X' + '0'), nine[1], nine[2], nine[3], nine[4], nine[5], nine[6], nine[7]};
    return DniEs({eight.data(), eight.size()}, nine[8]);
  }
  if (nine[0] == 'K' || nine[0] == 'L' || nine[0] == 'M') return DniEs(nine.substr(1, 7), nine[8]);
  return std::string_view("ABCDEFGHJNPQRSUVW").find(nine[0]) != std::string_view::npos && CifEs(nine);
}

bool VatEs(std::string_view number) { return NifEs(number); }

bool VatCy(std::string_view number) {
  if (number.size() != 9 || !AllDigits(number.substr(0, 8)) || number.starts_with("12")) return false;
  constexpr std::array<int, 10> kOdd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const int value = DigitValue(number[i]);
    sum += i % 2 == 0 ? kOdd[static_cast<std::size_t>(value)] : value;
  }
  return number[8] == static_cast<char>('A' + sum % 26);
}

bool VatEl(std::string_view number) {
  if (number.size() < 8 || number.size() > 9 || !AllDigits(number)) return false;
  int sum = 0;
  for (const char c : number.substr(0, number.size() - 1)) sum = sum * 2 + DigitValue(c);
  return ToNumber(number) > 0 && sum * 2 % 11 % 10 == DigitValue(number.back());
}

bool VatIt(std::string_view number) {
  if (number.size() != 11 || !AllDigits(number) || number.starts_with("0000000")) return false;
  const long long province = ToNumber(number.substr(7, 3));
  const bool known =
      (province >= 1 && province <= 100) || province == 120 || province == 121 || province == 888 || province == 999;
  return known && LuhnValid(number);
}

bool VatMt(std::string_view number) {
  constexpr std::array<int, 8> kWeights = {3, 4, 6, 7, 8, 9, 10, 1};
  return number.size() == 8 && AllDigits(number) && number[0] != '0' && WeightedSum(number, kWeights) % 37 == 0;
}

bool VatPt(std::string_view number) {
  constexpr std::array<int, 8> kWeights = {9, 8, 7, 6, 5, 4, 3, 2};
  return number.size() == 9 && AllDigits(number) && number[0] != '0' &&
         (11 - WeightedSum(number, kWeights) % 11) % 11 % 10 == DigitValue(number[8]);
}

}  // namespace maske::check
