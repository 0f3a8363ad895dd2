// VAT numbers of Bulgaria, Czechia, Croatia, Hungary, Poland, Romania, Slovenia and Slovakia. See vat.h.
#include <array>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/vat.h"

namespace maske::check {
namespace {

int Two(std::string_view text, std::size_t pos) { return static_cast<int>(ToNumber(text.substr(pos, 2))); }

// Nine digits, companies: weights 1..8; when the rest is 10, weights 3..10.
bool CompanyBg(std::string_view number) {
  constexpr std::array<int, 8> kFirst = {1, 2, 3, 4, 5, 6, 7, 8};
  constexpr std::array<int, 8> kSecond = {3, 4, 5, 6, 7, 8, 9, 10};
  int check = WeightedSum(number, kFirst) % 11;
  if (check == 10) check = WeightedSum(number, kSecond) % 11 % 10;
  return check == DigitValue(number[8]);
}

// Ten digits: a citizen's number (ЕГН), a foreigner's (ЛНЧ), or another.
bool PersonBg(std::string_view number) {
  constexpr std::array<int, 9> kCitizen = {2, 4, 8, 5, 10, 9, 7, 3, 6};
  constexpr std::array<int, 9> kForeigner = {21, 19, 17, 13, 11, 9, 7, 3, 1};
  constexpr std::array<int, 9> kOther = {4, 3, 2, 7, 6, 5, 4, 3, 2};
  const int check = DigitValue(number[9]);
  int month = Two(number, 2);
  int year = 1900 + Two(number, 0);
  if (month > 40) {
    month -= 40;
    year += 100;
  } else if (month > 20) {
    month -= 20;
    year -= 100;
  }
  if (DateExists(year, month, Two(number, 4)) && WeightedSum(number, kCitizen) % 11 % 10 == check) return true;
  if (WeightedSum(number, kForeigner) % 10 == check) return true;
  const int rest = 11 - WeightedSum(number, kOther) % 11;
  return rest != 10 && rest % 11 == check;
}

}  // namespace

bool VatBg(std::string_view number) {
  if (!AllDigits(number)) return false;
  return number.size() == 9 ? CompanyBg(number) : number.size() == 10 && PersonBg(number);
}

// yymmdd with 50 added to the month for women (and 20 more since 2004), three digits, since 1954 a check digit: the rest
// of the nine by 11, and 0 where that is 10 (hardly given out since 1985, but taken here whatever the year).
bool BirthNumberCz(std::string_view text) {
  if ((text.size() != 9 && text.size() != 10) || !AllDigits(text)) return false;
  int month = Two(text, 2) % 50;
  if (month > 20) month -= 20;
  int year = 1900 + Two(text, 0);
  if (text.size() == 9) {
    if (year >= 1980) year -= 100;  // 1880 to 1953
    return year <= 1953 && DateExists(year, month, Two(text, 4)) && text.substr(6) != "000";
  }
  if (year < 1954) year += 100;
  const long long rest = ToNumber(text.substr(0, 9)) % 11 % 10;
  return DateExists(year, month, Two(text, 4)) && rest == DigitValue(text[9]);
}

bool VatCz(std::string_view number) {
  if (!AllDigits(number)) return false;
  if (number.size() == 8) {
    constexpr std::array<int, 7> kWeights = {8, 7, 6, 5, 4, 3, 2};
    return number[0] != '9' && (11 - WeightedSum(number, kWeights) % 11) % 10 == DigitValue(number[7]);
  }
  if (number.size() == 9 && number[0] == '6') {  // persons without a birth number
    constexpr std::array<int, 7> kWeights = {8, 7, 6, 5, 4, 3, 2};
    const int rest = WeightedSum(number.substr(1), kWeights) % 11;
    return (8 - (10 - rest + 11) % 11 + 10) % 10 == DigitValue(number[8]);
  }
  return BirthNumberCz(number);
}

bool VatHr(std::string_view number) { return number.size() == 11 && AllDigits(number) && Mod11_10Valid(number); }

bool VatHu(std::string_view number) {
  constexpr std::array<int, 8> kWeights = {9, 7, 3, 1, 9, 7, 3, 1};
  return number.size() == 8 && AllDigits(number) && WeightedSum(number, kWeights) % 10 == 0;
}

bool VatPl(std::string_view number) {
  constexpr std::array<int, 10> kWeights = {6, 5, 7, 2, 3, 4, 5, 6, 7, -1};
  return number.size() == 10 && AllDigits(number) && WeightedSum(number, kWeights) % 11 == 0;
}

// Two to ten digits, weights from the right.
bool VatRo(std::string_view number) {
  if (!AllDigits(number) || number.size() < 2 || number.size() > 10 || number[0] == '0') return false;
  constexpr std::array<int, 9> kWeights = {2, 3, 5, 7, 1, 2, 3, 5, 7};
  int sum = 0;
  for (std::size_t i = 0; i + 1 < number.size(); ++i) sum += DigitValue(number[number.size() - 2 - i]) * kWeights[i];
  return sum * 10 % 11 % 10 == DigitValue(number.back());
}

bool VatSi(std::string_view number) {
  constexpr std::array<int, 7> kWeights = {8, 7, 6, 5, 4, 3, 2};
  if (number.size() != 8 || !AllDigits(number) || number[0] == '0') return false;
  const int check = 11 - WeightedSum(number, kWeights) % 11;
  return check != 11 && check % 10 == DigitValue(number[7]);
}

bool VatSk(std::string_view number) {
  if (number.size() != 10 || !AllDigits(number)) return false;
  if (BirthNumberCz(number)) return true;
  const char third = number[2];
  return number[0] != '0' &&
         (third == '2' || third == '3' || third == '4' || third == '7' || third == '8' || third == '9') &&
         ToNumber(number) % 11 == 0;
}

}  // namespace maske::check
