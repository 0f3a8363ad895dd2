// See algorithms.h.
#include "check/algorithms.h"

#include <array>
#include <cstddef>

#include "check/compact.h"

namespace maske::check {

bool LuhnValid(std::string_view digits) {
  if (digits.empty()) return false;
  int sum = 0;
  bool twice = false;
  for (std::size_t i = digits.size(); i-- > 0; twice = !twice) {
    int value = DigitValue(digits[i]);
    if (twice) value = value > 4 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

bool Mod11_10Valid(std::string_view digits) {
  if (digits.size() < 2) return false;
  int product = 10;
  for (const char c : digits.substr(0, digits.size() - 1)) {
    int sum = (product + DigitValue(c)) % 10;
    if (sum == 0) sum = 10;
    product = sum * 2 % 11;
  }
  return (11 - product) % 10 == DigitValue(digits.back());
}

int Mod97(std::string_view text, int start) {
  int rest = start;
  for (const char c : text) {
    const int value = Base36Value(c);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

bool Ean13Valid(std::string_view digits) {
  if (digits.size() != 13) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 13; ++i) sum += DigitValue(digits[i]) * (i % 2 == 0 ? 1 : 3);
  return sum % 10 == 0;
}

bool DateExists(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[static_cast<std::size_t>(month) - 1] + (month == 2 && leap ? 1 : 0);
}

bool DateExistsInSomeCentury(int year, int month, int day) {
  return DateExists(1900 + year, month, day) || DateExists(2000 + year, month, day);
}

bool LuhnAlphanumericValid(std::string_view text) {
  if (text.empty()) return false;
  int sum = 0;
  bool twice = false;
  for (std::size_t i = text.size(); i-- > 0; twice = !twice) {
    int value = Base36Value(text[i]) * (twice ? 2 : 1);
    if (twice && value > 9) value -= 9;
    sum += value;
  }
  return sum % 10 == 0;
}

int Weight731(std::string_view text) {
  constexpr std::array<int, 3> kWeights = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) sum += (text[i] == '<' ? 0 : Base36Value(text[i])) * kWeights[i % 3];
  return sum % 10;
}

}  // namespace maske::check
