// Sweden: personnummer (and samordningsnummer), organisation number.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

// yymmdd or yyyymmdd, '-' or, from the age of 100 on, '+', three digits, Luhn over ten; 60 more in the day: samordningsnummer.
bool PersonalNumber(std::string_view text) {
  std::array<char, 12> digits{};
  std::size_t count = 0;
  for (const char c : text) {
    if (IsDigit(c)) {
      if (count == digits.size()) return false;
      digits[count++] = c;
    } else if (c != '-' && c != '+' && c != ' ') {
      return false;
    }
  }
  std::string_view view(digits.data(), count);
  const auto day_of = [](int day) { return day > 60 ? day - 60 : day; };
  if (count == 12) {
    const int year = static_cast<int>(ToNumber(view.substr(0, 4)));
    if (year < 1800 || year > 2099 || !DateExists(year, TwoDigits(view, 4), day_of(TwoDigits(view, 6)))) return false;
    view.remove_prefix(2);
    return LuhnValid(view);
  }
  return count == 10 && LuhnValid(view) &&
         DateExistsInSomeCentury(TwoDigits(view, 0), TwoDigits(view, 2), day_of(TwoDigits(view, 4)));
}

bool Organisation(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 10 && AllDigits(view) && ToNumber(view) > 0 && LuhnValid(view);
}

constexpr std::array kRows = {
    Check{"orgnr_se", &Organisation, "Lag 1974:174 om identitetsbeteckning; Luhn"},
    Check{"personnummer_se", &PersonalNumber, "Folkbokföringslag 1991:481, 18 §; Skatteverket SKV 704; Luhn"},
};

}  // namespace

std::span<const Check> CountrySe() { return kRows; }

}  // namespace maske::check
