// See area_codes.h. A code is kept as its value without the trunk 0: no two codes share one, since the digit behind the
// trunk 0 is never 0. 25 KB of tables. Covered by tests/check/phone_test.cc.
#include "check/area_codes.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "check/compact.h"

namespace maske::check {
namespace {

constexpr auto kGermany = std::to_array<std::uint32_t>({
#include "area_codes_de.inc"
});
constexpr auto kAustria = std::to_array<std::uint32_t>({
#include "area_codes_at.inc"
});

template <std::size_t N>
bool Holds(const std::array<std::uint32_t, N>& codes, std::string_view digits) {
  if (digits.size() < 2 || digits.size() > 6 || digits[0] != '0' || digits[1] == '0') return false;
  return std::binary_search(codes.begin(), codes.end(), static_cast<std::uint32_t>(ToNumber(digits)));
}

}  // namespace

bool IsAreaCodeDe(std::string_view digits) { return Holds(kGermany, digits); }
bool IsAreaCodeAt(std::string_view digits) { return Holds(kAustria, digits); }

bool StartsWithAreaCodeDe(std::string_view digits) {
  for (std::size_t length = 3; length <= 6 && length < digits.size(); ++length) {
    if (IsAreaCodeDe(digits.substr(0, length))) return true;
  }
  return false;
}

}  // namespace maske::check
