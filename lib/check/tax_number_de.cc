// German Steuernummer. `steuernummer_de_13` checks the nationwide form (13 digits); `steuernummer_de` takes the forms
// of the Länder too, as they are printed (10 or 11 digits): there the Land is not known, so each Land that writes this
// form is tried and one that agrees is enough. Since five to ten Länder share a form, about half of all 10-digit
// strings pass: it sorts out typing noise and proves nothing; patterns need a word or the slashes beside it. Covered by
// tests/check/tax_number_de_test.cc.
#include <array>
#include <string_view>

#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

using Thirteen = std::array<int, 13>;
using Factors = std::array<int, 12>;

int SumOfDigits(int value) {
  int sum = 0;
  for (; value > 0; value /= 10) sum += value % 10;
  return sum;
}

int Product(const Thirteen& digits, const Factors& factors) {
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += digits[i] * factors[i];
  return sum;
}

// 11 - sum mod 11; a rest that would give 10 is not issued.
bool ByEleven(const Thirteen& digits, const Factors& factors) {
  return (11 - Product(digits, factors) % 11) % 11 == digits[12];
}

constexpr Factors kCommon = {0, 5, 4, 3, 0, 2, 7, 6, 5, 4, 3, 2};
constexpr Factors kHansa = {0, 0, 4, 3, 0, 2, 7, 6, 5, 4, 3, 2};
constexpr Factors kLowerSaxony = {0, 0, 2, 9, 0, 8, 7, 6, 5, 4, 3, 2};
constexpr Factors kBerlinA = {0, 0, 0, 0, 0, 7, 6, 5, 8, 4, 3, 2};
constexpr Factors kWestphalia = {0, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1};
constexpr Factors kPalatinate = {0, 0, 1, 2, 0, 1, 2, 1, 2, 1, 2, 1};

bool Common(const Thirteen& digits) { return ByEleven(digits, kCommon); }
bool Hansa(const Thirteen& digits) { return ByEleven(digits, kHansa); }
bool LowerSaxony(const Thirteen& digits) { return ByEleven(digits, kLowerSaxony); }
bool Berlin(const Thirteen& digits) { return ByEleven(digits, kBerlinA) || ByEleven(digits, kLowerSaxony); }
bool Westphalia(const Thirteen& digits) { return Product(digits, kWestphalia) % 11 == digits[12]; }

bool Palatinate(const Thirteen& digits) {
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += SumOfDigits(digits[i] * kPalatinate[i]);
  return (10 - sum % 10) % 10 == digits[12];
}

bool ByPowersOfTwo(const Thirteen& digits) {
  constexpr Factors kAdded = {0, 0, 9, 8, 0, 7, 6, 5, 4, 3, 2, 1};
  constexpr Factors kFactors = {0, 0, 512, 256, 0, 128, 64, 32, 16, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) {
    int value = (digits[i] + kAdded[i]) % 10 * kFactors[i];
    while (value > 9) value = SumOfDigits(value);
    sum += value;
  }
  return (10 - sum % 10) % 10 == digits[12];
}

// How a Land writes its numbers: the pattern of the 13 digits, where F stands for the tax office, x for the rest.
// The printed form is the same without the digits that the pattern fixes, after `printed` (0FF: BB HE MV SL).
struct Land {
  std::string_view thirteen;  // digits are fixed, F and x run
  std::string_view printed;   // what the printed form has before the office's two digits
  bool (*check)(const Thirteen&);
};

constexpr auto kLaender = std::to_array<Land>({
    {"28FF0xxxxxxxx", "", &ByPowersOfTwo},   // Baden-Württemberg
    {"9FFF0xxxxxxxx", "", &Common},          // Bayern
    {"11FF0xxxxxxxx", "", &Berlin},          // Berlin
    {"30FF0xxxxxxxx", "0", &Common},         // Brandenburg
    {"24FF0xxxxxxxx", "", &Hansa},           // Bremen
    {"22FF0xxxxxxxx", "", &Hansa},           // Hamburg
    {"26FF0xxxxxxxx", "0", &ByPowersOfTwo},  // Hessen
    {"40FF0xxxxxxxx", "0", &Common},         // Mecklenburg-Vorpommern
    {"23FF0xxxxxxxx", "", &LowerSaxony},     // Niedersachsen
    {"5FFF0xxxxxxxx", "", &Westphalia},      // Nordrhein-Westfalen
    {"27FF0xxxxxxxx", "", &Palatinate},      // Rheinland-Pfalz
    {"10FF0xxxxxxxx", "0", &Common},         // Saarland
    {"32FF0xxxxxxxx", "2", &Common},         // Sachsen
    {"31FF0xxxxxxxx", "1", &Common},         // Sachsen-Anhalt
    {"21FF0xxxxxxxx", "", &ByPowersOfTwo},   // Schleswig-Holstein
    {"41FF0xxxxxxxx", "1", &Common},         // Thüringen
});

bool CheckThirteen(std::string_view view, const Land& land) {
  Thirteen digits{};
  for (std::size_t i = 0; i < 13; ++i) {
    if (IsDigit(land.thirteen[i]) && land.thirteen[i] != view[i]) return false;
    digits[i] = DigitValue(view[i]);
  }
  return land.check(digits);
}

bool NationwideValid(std::string_view view) {
  if (view.size() != 13) return false;
  for (const Land& land : kLaender) {
    if (CheckThirteen(view, land)) return true;
  }
  return false;
}

// The printed form of one Land, made into its 13 digits.
bool PrintedValid(std::string_view view, const Land& land) {
  if (!view.starts_with(land.printed)) return false;
  const std::string_view running = view.substr(land.printed.size());
  std::array<char, 13> full{};
  std::size_t next = 0;
  for (std::size_t i = 0; i < 13; ++i) {
    if (IsDigit(land.thirteen[i])) {
      full[i] = land.thirteen[i];
    } else if (next == running.size()) {
      return false;
    } else {
      full[i] = running[next++];
    }
  }
  return next == running.size() && CheckThirteen({full.data(), full.size()}, land);
}

bool TaxNumber13(std::string_view text) {
  const Compact number(text);
  return number.ok() && AllDigits(number.view()) && NationwideValid(number.view());
}

bool TaxNumber(std::string_view text) {
  const Compact number(text);
  if (!number.ok() || !AllDigits(number.view())) return false;
  if (NationwideValid(number.view())) return true;
  for (const Land& land : kLaender) {
    if (PrintedValid(number.view(), land)) return true;
  }
  return false;
}

constexpr std::array kRows = {
    Check{"steuernummer_de", &TaxNumber,
          "forms of the Länder; ELSTER, Prüfung der Steuer- und Steueridentifikationsnummer"},
    Check{"steuernummer_de_13", &TaxNumber13, "ELSTER, Prüfung der Steuer- und Steueridentifikationsnummer"},
};

}  // namespace

std::span<const Check> TaxNumberChecks() { return kRows; }

}  // namespace maske::check
