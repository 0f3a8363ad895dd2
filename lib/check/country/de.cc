// German personal numbers with a check digit: tax identification number, pension insurance number, health insurance
// number, physician's number, identity documents, driving licence; numbers of practices, institutions and employers.
// Covered by tests/check/id_de_test.cc and country_test.cc.
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

// Identity card and passport: serial number of nine places; a digit among them. The letters in use leave out vowels and
// what looks like a digit. Its check digit may follow (Weight731), and the D or the filler of the machine-readable line. A
// wrong check digit is let pass: a word must say what the number is anyway, and typing errors are personal data as well.
bool DocumentDe(std::string_view text) {
  while (text.ends_with('<')) text.remove_suffix(1);
  const Compact number(text);
  std::string_view view = number.view();
  if (!number.ok()) return false;
  if (view.size() > 9 && view.ends_with('D')) view.remove_suffix(1);
  if (view.size() == 10 && !IsDigit(view[9])) return false;
  return (view.size() == 9 || view.size() == 10) && !IsDigit(view[0]) && view[0] != 'Z' &&
         view.find_first_not_of("0123456789CFGHJKLMNPRTVWXYZ") == std::string_view::npos &&
         view.find_first_of("0123456789") != std::string_view::npos;
}

// The same with a check digit that fits (ICAO Doc 9303-3, 4.9).
bool DocumentCheckedDe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return view.size() == 10 && DocumentDe(text) && Weight731(view.substr(0, 9)) == DigitValue(view[9]);
}

// Authority (letter of the Land, three places), serial (five), check character, issue: weights 9..1 over nine places.
bool DrivingLicenceDe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 11 || view[0] < 'A' || view[0] > 'P' || !AllDigits(view.substr(1, 2)))
    return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += Base36Value(view[i]) * (9 - static_cast<int>(i));
  const int check = sum % 11;
  return view[9] == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

// Doubles every second of `digits` from the second on, adds up the digits of what comes out.
int AlternatingSum(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += DigitSum(DigitValue(digits[i]) * (i % 2 == 0 ? 1 : 2));
  return sum;
}

// Seven digits and what is left of their sum by ten, or five more.
bool EmployerDe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 8 || !AllDigits(view)) return false;
  const long long region = ToNumber(view.substr(0, 3));
  if (region == 0 || (region >= 100 && region <= 110)) return false;
  const int rest = AlternatingSum(view.substr(0, 7)) % 10;
  return DigitValue(view[7]) == rest || DigitValue(view[7]) == (rest + 5) % 10;
}

// Class and region (two digits each), four digits, check digit over places three to eight, which begin with the double.
bool InstitutionDe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 9 || !AllDigits(view) || view[0] == '0') return false;
  int sum = 0;
  for (std::size_t i = 2; i < 8; ++i) sum += DigitSum(DigitValue(view[i]) * (i % 2 == 0 ? 2 : 1));
  return sum % 10 == DigitValue(view[8]);
}

// No check digit: the first two digits are a Kassenärztliche Vereinigung, or 35 (hospitals).
bool PracticeDe(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() != 9 || !AllDigits(view)) return false;
  constexpr std::string_view kRegions = "010203172035384651525354555657585960617172737475788388939899";
  for (std::size_t i = 0; i < kRegions.size(); i += 2) {
    if (kRegions.substr(i, 2) == view.substr(0, 2)) return true;
  }
  return false;
}

// Coarse address, fine address, two check digits: ISO/IEC 7064 MOD 97-10 over all of it.
bool Leitweg(std::string_view text) {
  const auto last = text.rfind('-');
  if (last == std::string_view::npos || text.size() != last + 3) return false;
  const Compact number(text);
  return number.ok() && number.size() >= 4 && IsDigit(number.view()[0]) && IsDigit(number.view()[1]) &&
         AllDigits(number.view().substr(number.size() - 2)) && Mod97(number.view()) == 1;
}

constexpr std::array kRows = {
    Check{"document_checked_de", &DocumentCheckedDe, "ICAO Doc 9303-3, 4.9: check digit of the serial number"},
    Check{"document_de", &DocumentDe, "Personalausweisverordnung annex 1, Passverordnung annex 1"},
    Check{"driving_licence_de", &DrivingLicenceDe,
          "Fahrerlaubnis-Verordnung annex 8; Kraftfahrt-Bundesamt: check character"},
    Check{"employer_number_de", &EmployerDe, "section 18i SGB IV; GKV-Spitzenverband, Betriebsnummer"},
    Check{"institution_number_de", &InstitutionDe, "section 293 SGB V; ARGE-IK, Rundschreiben Institutionskennzeichen"},
    Check{"leitweg", &Leitweg, "KoSIT, Leitweg-ID, Formatspezifikation 2.0.2"},
    Check{"practice_number_de", &PracticeDe, "KBV, Richtlinie nach section 75 Abs. 7 SGB V (BSNR)"},
    Check{"kvnr_de", &HealthDe, "section 290 SGB V; GKV-Spitzenverband, Richtlinie Krankenversichertennummer"},
    Check{"lanr_de", &PhysicianDe, "KBV, Richtlinie nach section 75 Abs. 7 SGB V (Arztnummer)"},
    Check{"rvnr_de", &PensionDe, "VKVV sections 2 and 4"},
    Check{"tax_id_de", &TaxIdDe, "section 139b AO; ISO/IEC 7064 MOD 11,10"},
};

}  // namespace

std::span<const Check> CountryDe() { return kRows; }

}  // namespace maske::check
