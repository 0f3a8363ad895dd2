// Vehicle plates of Germany and Austria: a district's code that is given out, then letters and digits as issued there.
// Covered by tests/check/plate_test.cc.
#include <algorithm>
#include <array>
#include <string_view>

#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

constexpr auto kGermany = std::to_array<std::string_view>({
#include "plate_codes_de.inc"
});
constexpr auto kAustria = std::to_array<std::string_view>({
    "AM", "B",  "BA", "BL", "BM", "BN", "BR", "BZ", "DL", "DO", "E",  "EF", "EU", "FB", "FE", "FF", "FK", "FR",
    "G",  "GB", "GD", "GF", "GM", "GR", "GS", "GU", "HA", "HB", "HE", "HF", "HL", "HO", "I",  "IL", "IM", "JE",
    "JO", "JU", "K",  "KB", "KF", "KG", "KI", "KL", "KO", "KR", "KS", "KU", "L",  "LA", "LB", "LE", "LF", "LI",
    "LL", "LN", "LZ", "MA", "MD", "ME", "MI", "MT", "MU", "MZ", "ND", "NK", "OP", "OW", "P",  "PE", "PL", "RA",
    "RE", "RI", "RO", "S",  "SB", "SD", "SE", "SL", "SO", "SP", "SR", "SV", "SW", "SZ", "TA", "TU", "UU", "VB",
    "VI", "VK", "VL", "VO", "W",  "WB", "WE", "WL", "WN", "WO", "WT", "WU", "WY", "WZ", "ZE", "ZT",
});
static_assert(std::is_sorted(kAustria.begin(), kAustria.end()));

bool IsSeparator(char c) { return c == ' ' || c == '-'; }

// The district's code: what stands in front of the first separator. Empty when there is none.
std::string_view District(std::string_view text) {
  const auto end = std::find_if(text.begin(), text.end(), IsSeparator);
  return end == text.end() ? std::string_view() : text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

template <std::size_t N>
bool Holds(const std::array<std::string_view, N>& codes, std::string_view code) {
  return std::binary_search(codes.begin(), codes.end(), code);
}

// "B-MW 1234", "HH AB 123E", "MYK-A 7H 04/10": code, one or two letters, number without a leading zero, E electric or H
// historic, at most eight characters in all; a season's months may follow.
bool PlateDe(std::string_view text) {
  const std::string_view code = District(text);
  if (!Holds(kGermany, code)) return false;
  std::string_view rest = text.substr(code.size() + 1);
  std::size_t letters = 0;
  while (letters < rest.size() && IsCapital(rest[letters])) ++letters;
  if (letters < 1 || letters > 2) return false;
  rest.remove_prefix(letters);
  if (!rest.empty() && IsSeparator(rest[0])) rest.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < rest.size() && IsDigit(rest[digits])) ++digits;
  if (digits < 1 || digits > 4 || rest[0] == '0') return false;
  rest.remove_prefix(digits);
  std::size_t sign = 0;
  if (!rest.empty() && (rest[0] == 'E' || rest[0] == 'H')) {
    sign = 1;
    rest.remove_prefix(1);
  }
  const std::size_t umlauts = static_cast<std::size_t>(
      std::count_if(code.begin(), code.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }));
  if (code.size() - umlauts + letters + digits + sign > 8) return false;
  if (rest.empty()) return true;
  if (IsSeparator(rest[0])) rest.remove_prefix(1);
  if (rest.size() != 5 || rest[2] != '/' || !AllDigits(rest.substr(0, 2)) || !AllDigits(rest.substr(3))) return false;
  const auto month = [](int value) { return value >= 1 && value <= 12; };
  return month(TwoDigits(rest, 0)) && month(TwoDigits(rest, 3));
}

// "W-12345 A", "GU 123 AB": code, one to five digits, one to three letters, at least four characters behind the code.
bool PlateAt(std::string_view text) {
  const std::string_view code = District(text);
  if (!Holds(kAustria, code)) return false;
  std::string_view rest = text.substr(code.size() + 1);
  std::size_t digits = 0;
  while (digits < rest.size() && IsDigit(rest[digits])) ++digits;
  if (digits < 1 || digits > 5 || rest[0] == '0') return false;
  rest.remove_prefix(digits);
  if (!rest.empty() && IsSeparator(rest[0])) rest.remove_prefix(1);
  if (rest.empty() || rest.size() > 3 || digits + rest.size() < 4 || digits + rest.size() > 6) return false;
  return std::all_of(rest.begin(), rest.end(), IsCapital);
}

constexpr std::array kRows = {
    Check{"plate_at", &PlateAt, "Kraftfahrgesetz 1967 section 48, KDV annex 5d: codes of the authorities"},
    Check{"plate_de", &PlateDe, "Fahrzeug-Zulassungsverordnung section 9 and annex 1: codes of the districts"},
};

}  // namespace

std::span<const Check> PlateChecks() { return kRows; }

}  // namespace maske::check
