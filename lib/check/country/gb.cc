// United Kingdom: NHS number, National Insurance number, tax reference (UTR), pupil number (UPN).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool Nhs(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  constexpr std::array<int, 9> kWeights = {10, 9, 8, 7, 6, 5, 4, 3, 2};
  if (!number.ok() || view.size() != 10 || !AllDigits(view) || ToNumber(view) == 0) return false;
  const int check = 11 - WeightedSum(view, kWeights) % 11;
  return check != 10 && check % 11 == DigitValue(view[9]);
}

// Two letters of those in use, six digits, A to D.
bool NationalInsurance(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() < 8 || view.size() > 9 || !AllDigits(view.substr(2, 6))) return false;
  if (view.size() == 9 && (view[8] < 'A' || view[8] > 'D')) return false;
  if (!IsCapital(view[0]) || !IsCapital(view[1])) return false;
  if (std::string_view("DFIQUV").find(view[0]) != std::string_view::npos) return false;
  if (std::string_view("DFIOQUV").find(view[1]) != std::string_view::npos) return false;
  constexpr std::string_view kUnused = "BG GB KN NK NT TN ZZ";
  return kUnused.find(view.substr(0, 2)) == std::string_view::npos;
}

// The first digit checks the other nine.
bool TaxReference(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  constexpr std::array<int, 9> kWeights = {6, 7, 8, 9, 10, 5, 4, 3, 2};
  return number.ok() && view.size() == 10 && AllDigits(view) && ToNumber(view) > 0 &&
         view[0] == "21987654321"[WeightedSum(view.substr(1), kWeights) % 11];
}

// Check letter, authority, school, year, serial; the last place may be a letter (temporary numbers).
bool Pupil(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";
  if (!number.ok() || view.size() != 13 || !AllDigits(view.substr(1, 11))) return false;
  const auto last = IsDigit(view[12]) ? static_cast<std::size_t>(DigitValue(view[12])) : kLetters.find(view[12]);
  if (last == std::string_view::npos) return false;
  int sum = static_cast<int>(last) * 13;
  for (std::size_t i = 1; i < 12; ++i) sum += DigitValue(view[i]) * static_cast<int>(i + 1);
  return view[0] == kLetters[static_cast<std::size_t>(sum % 23)];
}

constexpr std::array kRows = {
    Check{"nhs_gb", &Nhs, "NHS Data Dictionary: NHS number, modulus 11"},
    Check{"nino_gb", &NationalInsurance, "HMRC, National Insurance Manual NIM39110: format of the number"},
    Check{"upn_gb", &Pupil, "Department for Education, Unique pupil numbers: check letter"},
    Check{"utr_gb", &TaxReference, "HMRC, unique taxpayer reference: modulus 11"},
};

}  // namespace

std::span<const Check> CountryGb() { return kRows; }

}  // namespace maske::check
