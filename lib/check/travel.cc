// Machine-readable zones of identity cards and passports: TD1 (three lines of 30), TD2 (two of 36), TD3 (two of 44), whole
// or their last lines alone, and the line of German identity cards until 2010. Every check digit must fit, also the one over all.
// Covered by tests/check/travel_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

constexpr std::size_t kMostLines = 3;

// The lines of a zone, blanks at their ends left out.
struct Lines {
  std::array<std::string_view, kMostLines> line;
  std::size_t count = 0;
  bool ok = true;
};

bool IsZone(std::string_view line) {
  for (const char c : line) {
    if (!IsDigit(c) && !IsCapital(c) && c != '<') return false;
  }
  return !line.empty();
}

Lines Split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t' || line.front() == '>')) line.remove_prefix(1);
    if (line.empty()) continue;
    if (lines.count == kMostLines || !IsZone(line)) {
      lines.ok = false;
      return lines;
    }
    lines.line[lines.count++] = line;
  }
  return lines;
}

// A field and the check digit behind it; an empty optional field may have '<' for 0.
bool FieldFits(std::string_view line, std::size_t begin, std::size_t size) {
  const char check = line[begin + size];
  const int sum = Weight731(line.substr(begin, size));
  return check == '<' ? sum == 0 : IsDigit(check) && DigitValue(check) == sum;
}

// The weights run on over all parts.
bool CompositeFits(std::initializer_list<std::string_view> parts, char check) {
  constexpr std::array<int, 3> kWeights = {7, 3, 1};
  std::size_t at = 0;
  int sum = 0;
  for (const std::string_view part : parts) {
    for (const char c : part) sum += (c == '<' ? 0 : Base36Value(c)) * kWeights[at++ % 3];
  }
  return IsDigit(check) && DigitValue(check) == sum % 10;
}

bool IsState(std::string_view three) { return three.find_first_of("0123456789") == std::string_view::npos; }

// Number, state, birth, sex, expiry, optional data of ten or fourteen places; TD2 and TD3.
bool SecondLine(std::string_view line) {
  if (line.size() != 36 && line.size() != 44) return false;
  if (!FieldFits(line, 0, 9) || !FieldFits(line, 13, 6) || !FieldFits(line, 21, 6) || !IsState(line.substr(10, 3)))
    return false;
  if (line.size() == 44 && !FieldFits(line, 28, 14)) return false;
  const std::size_t last = line.size() - 1;
  return CompositeFits({line.substr(0, 10), line.substr(13, 7), line.substr(21, last - 21)}, line[last]);
}

bool Td1(std::string_view first, std::string_view second) {
  return first.size() == 30 && second.size() == 30 && FieldFits(first, 5, 9) && FieldFits(second, 0, 6) &&
         FieldFits(second, 8, 6) && IsState(first.substr(2, 3)) && IsState(second.substr(15, 3)) &&
         CompositeFits({first.substr(5), second.substr(0, 7), second.substr(8, 7), second.substr(18, 11)}, second[29]);
}

bool TravelZone(std::string_view text) {
  const Lines lines = Split(text);
  if (!lines.ok || lines.count == 0) return false;
  const std::string_view first = lines.line[0];
  if (lines.count == 1) return SecondLine(first);
  const std::string_view second = lines.line[1];
  if (first.size() == 30)
    return Td1(first, second) && (lines.count == 2 || (lines.line[2].size() == 30 && IsState(lines.line[2])));
  return lines.count == 2 && first.size() == second.size() && IsState(first.substr(2, 3)) && SecondLine(second);
}

// "2406055684D<<6810203<0705109<<<<<<<6": number, birth, expiry with their check digits, and one over all.
bool OldCardDe(std::string_view text) {
  constexpr std::size_t kSize = 36;
  std::array<char, kSize> zone{};
  std::size_t size = 0;
  for (const char c : text) {
    if (c == ' ') continue;
    if (size == kSize || (!IsDigit(c) && !IsCapital(c) && c != '<')) return false;
    zone[size++] = c;
  }
  const std::string_view line(zone.data(), size);
  if (size < 28 || !IsDigit(line.back()) || !FieldFits(line, 0, 9) || line.substr(10, 1) != "D") return false;
  const auto birth = line.find_first_of("0123456789", 11);
  if (birth == std::string_view::npos || birth + 7 > size || !FieldFits(line, birth, 6)) return false;
  const auto expiry = line.find_first_of("0123456789", birth + 7);
  if (expiry == std::string_view::npos || expiry + 7 >= size || !FieldFits(line, expiry, 6)) return false;
  return CompositeFits({line.substr(0, 10), line.substr(birth, 7), line.substr(expiry, 7)}, line.back());
}

constexpr std::array kRows = {
    Check{"mrz", &TravelZone, "ICAO Doc 9303-4, -5 and -6: machine-readable zones, check digits and composites"},
    Check{"mrz_old_de", &OldCardDe, "Personalausweisgesetz of 1950 as amended, machine-readable line (until 2010)"},
};

}  // namespace

std::span<const Check> TravelChecks() { return kRows; }

}  // namespace maske::check
