// Payment cards: issuer range, length of that issuer, Luhn. `card` leaves out Maestro, whose ranges (50, 56-69, 12 to
// 19 digits) are a sixth of all numbers; `card_any` has it, for numbers beside a word. Covered by
// tests/check/card_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

struct Range {
  int first;  // of the first `digits` digits
  int last;
  std::size_t digits;
  std::size_t shortest;
  std::size_t longest;
};

constexpr auto kIssuers = std::to_array<Range>({
    {4, 4, 1, 16, 16},        // Visa
    {4, 4, 1, 13, 13},        // Visa, old
    {4, 4, 1, 19, 19},        // Visa
    {51, 55, 2, 16, 16},      // Mastercard
    {2221, 2720, 4, 16, 16},  // Mastercard
    {34, 34, 2, 15, 15},      // American Express
    {37, 37, 2, 15, 15},      // American Express
    {300, 305, 3, 14, 14},    // Diners Club
    {3095, 3095, 4, 14, 14},  // Diners Club
    {36, 36, 2, 14, 14},      // Diners Club
    {38, 39, 2, 14, 14},      // Diners Club
    {3528, 3589, 4, 16, 16},  // JCB
    {1800, 1800, 4, 15, 15},  // JCB, old
    {2131, 2131, 4, 15, 15},  // JCB, old
    {6011, 6011, 4, 16, 16},  // Discover
    {644, 649, 3, 16, 16},    // Discover
    {65, 65, 2, 16, 16},      // Discover
    {62, 62, 2, 16, 19},      // UnionPay
    {2200, 2204, 4, 16, 16},  // Mir
});

constexpr auto kMaestro = std::to_array<Range>({{50, 50, 2, 12, 19}, {56, 69, 2, 12, 19}});

template <std::size_t N>
bool InRanges(std::string_view number, const std::array<Range, N>& ranges) {
  for (const Range& range : ranges) {
    if (number.size() < range.shortest || number.size() > range.longest) continue;
    const long long head = ToNumber(number.substr(0, range.digits));
    if (head >= range.first && head <= range.last) return true;
  }
  return false;
}

bool Card(std::string_view text) {
  const Compact number(text);
  return number.ok() && AllDigits(number.view()) && InRanges(number.view(), kIssuers) && LuhnValid(number.view());
}

bool CardAny(std::string_view text) {
  const Compact number(text);
  return number.ok() && AllDigits(number.view()) &&
         (InRanges(number.view(), kIssuers) || InRanges(number.view(), kMaestro)) && LuhnValid(number.view());
}

constexpr std::array kRows = {
    Check{"card", &Card, "ISO/IEC 7812-1; issuer ranges as published by the schemes"},
    Check{"card_any", &CardAny, "ISO/IEC 7812-1; issuer ranges as published by the schemes, Maestro too"},
};

}  // namespace

std::span<const Check> CardChecks() { return kRows; }

}  // namespace maske::check
