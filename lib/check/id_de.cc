// German personal numbers with a check digit: tax identification number, pension insurance number, health insurance
// number, physician's number.
// Covered by tests/check/id_de_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

// Among the first ten digits exactly one digit occurs twice or three times (three times not in a row), no other twice.
bool RepeatsAsIssued(std::string_view ten) {
  std::array<int, 10> count{};
  for (const char c : ten) ++count[static_cast<std::size_t>(DigitValue(c))];
  int repeated = 0;
  for (const int n : count) {
    if (n > 3) return false;
    repeated += n >= 2 ? 1 : 0;
  }
  if (repeated != 1) return false;
  for (std::size_t i = 0; i + 2 < ten.size(); ++i) {
    if (ten[i] == ten[i + 1] && ten[i] == ten[i + 2]) return false;
  }
  return true;
}

bool TaxIdDe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 11 && AllDigits(view) && view[0] != '0' && RepeatsAsIssued(view.substr(0, 10)) &&
         Mod11_10Valid(view);
}

int DigitSum(int value) { return value / 10 + value % 10; }

// Two digits of a letter: A 01 .. Z 26, each counted with its own factor.
int LetterSum(char letter, int first_factor, int second_factor) {
  const int value = letter - 'A' + 1;
  return DigitSum(value / 10 * first_factor) + DigitSum(value % 10 * second_factor);
}

// Areas of the pension insurance institutions, section 2 VKVV; DRV Bund adds 40 to the area of the first registration.
bool IsPensionArea(int area) {
  constexpr std::string_view kAreas =
      "0203040809101112131415161718192021232425262829383940"  // regional institutions, miners and railways
      "424344484950515253545556575859606163646566686980818289";
  for (std::size_t i = 0; i < kAreas.size(); i += 2) {
    if (ToNumber(kAreas.substr(i, 2)) == area) return true;
  }
  return false;
}

// ddmmyy with no century: some 19yy or 20yy date; days above 50 were given out when the serial numbers of a day ran
// out.
bool BirthDateOfPension(std::string_view six) {
  int day = static_cast<int>(ToNumber(six.substr(0, 2)));
  const int month = static_cast<int>(ToNumber(six.substr(2, 2)));
  const int year = static_cast<int>(ToNumber(six.substr(4, 2)));
  if (day > 50) day -= 50;
  return DateExists(1900 + year, month, day) || DateExists(2000 + year, month, day);
}

bool PensionDe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 12 || !AllDigits(view.substr(0, 8)) || !IsCapital(view[8]) ||
      !AllDigits(view.substr(9))) {
    return false;
  }
  if (!IsPensionArea(static_cast<int>(ToNumber(view.substr(0, 2)))) || !BirthDateOfPension(view.substr(2, 6))) {
    return false;
  }
  constexpr std::array<int, 8> kFactors = {2, 1, 2, 5, 7, 1, 2, 1};
  int sum = LetterSum(view[8], 2, 1);
  for (std::size_t i = 0; i < 8; ++i) sum += DigitSum(DigitValue(view[i]) * kFactors[i]);
  sum += DigitSum(DigitValue(view[9]) * 2) + DigitValue(view[10]);
  return sum % 10 == DigitValue(view[11]);
}

bool HealthDe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 10 || !IsCapital(view[0]) || !AllDigits(view.substr(1))) return false;
  int sum = LetterSum(view[0], 1, 2);
  for (std::size_t i = 1; i < 9; ++i) sum += DigitSum(DigitValue(view[i]) * (i % 2 == 1 ? 1 : 2));
  return sum % 10 == DigitValue(view[9]);
}

bool PhysicianDe(std::string_view text) {
  const Compact number(text);
  if (!number.ok() || number.size() != 9 || !AllDigits(number.view())) return false;
  constexpr std::array<int, 6> kWeights = {4, 9, 4, 9, 4, 9};
  return (10 - WeightedSum(number.view(), kWeights) % 10) % 10 == DigitValue(number.view()[6]);
}

constexpr std::array kRows = {
    Check{"kvnr_de", &HealthDe, "section 290 SGB V; GKV-Spitzenverband, Richtlinie Krankenversichertennummer"},
    Check{"lanr_de", &PhysicianDe, "KBV, Richtlinie nach section 75 Abs. 7 SGB V (Arztnummer)"},
    Check{"rvnr_de", &PensionDe, "VKVV sections 2 and 4"},
    Check{"tax_id_de", &TaxIdDe, "section 139b AO; ISO/IEC 7064 MOD 11,10"},
};

}  // namespace

std::span<const Check> IdChecksDe() { return kRows; }

}  // namespace maske::check
