// IBAN (ISO 13616): length and structure of the national part of every country of the SWIFT registry, then MOD 97-10.
// `iban_shape` leaves out the check digits: for a number that stands after the word IBAN, where a typing error is still
// somebody's account. Cost: one binary search in 89 rows and one pass. National check digits inside the BBAN are not
// looked at: they would only refuse numbers that mod 97 accepts by chance.
// Covered by tests/check/iban_test.cc.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

struct Country {
  std::string_view code;
  std::string_view structure;
};

constexpr auto kRegistry = std::to_array<Country>({
#include "check/iban_registry.inc"
});

bool Fits(char c, char kind) {
  switch (kind) {
    case 'n':
      return IsDigit(c);
    case 'a':
      return IsCapital(c);
    default:
      return IsDigit(c) || IsCapital(c);
  }
}

bool FitsStructure(std::string_view bban, std::string_view structure) {
  std::size_t pos = 0;
  for (std::size_t i = 0; i < structure.size();) {
    std::size_t count = 0;
    while (IsDigit(structure[i])) count = count * 10 + static_cast<std::size_t>(DigitValue(structure[i++]));
    const char kind = structure[i++];
    for (; count > 0; --count, ++pos) {
      if (pos == bban.size() || !Fits(bban[pos], kind)) return false;
    }
  }
  return pos == bban.size();
}

bool ShapeValid(std::string_view number) {
  if (number.size() < 15 || !IsDigit(number[2]) || !IsDigit(number[3])) return false;
  const std::string_view code = number.substr(0, 2);
  const auto row = std::lower_bound(kRegistry.begin(), kRegistry.end(), code,
                                    [](const Country& c, std::string_view wanted) { return c.code < wanted; });
  return row != kRegistry.end() && row->code == code && FitsStructure(number.substr(4), row->structure);
}

// Letters and digits of a country's numbers, by the two letters of its code; 0 where there is no such country.
constexpr auto kSizes = [] {
  std::array<std::array<std::uint8_t, 26>, 26> sizes{};
  for (const Country& country : kRegistry) {
    std::size_t size = 4;
    std::size_t count = 0;
    for (const char c : country.structure) {
      if (IsDigit(c)) {
        count = count * 10 + static_cast<std::size_t>(DigitValue(c));
      } else {
        size += std::exchange(count, 0);
      }
    }
    sizes[static_cast<std::size_t>(country.code[0] - 'A')][static_cast<std::size_t>(country.code[1] - 'A')] =
        static_cast<std::uint8_t>(size);
  }
  return sizes;
}();

// Whether a text that begins with a country's code has as many letters and digits as its numbers. Most of what is asked
// has not, since patterns shrink through all lengths: told here without making the text compact.
bool FitsSize(std::string_view text) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  if (text.size() < 2 || !IsCapital(upper(text[0])) || !IsCapital(upper(text[1]))) return true;
  const std::size_t size =
      kSizes[static_cast<std::size_t>(upper(text[0]) - 'A')][static_cast<std::size_t>(upper(text[1]) - 'A')];
  unsigned count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    count += static_cast<unsigned>(static_cast<unsigned char>(byte - '0') < 10) |
             static_cast<unsigned>(static_cast<unsigned char>((byte | 0x20) - 'a') < 26);
  }
  return size == count;
}

bool IbanShape(std::string_view text) {
  if (!FitsSize(text)) return false;
  const Compact number(text);
  return number.ok() && ShapeValid(number.view());
}

bool Iban(std::string_view text) {
  if (!FitsSize(text)) return false;
  const Compact number(text);
  if (!number.ok() || !ShapeValid(number.view())) return false;
  const std::string_view view = number.view();
  return Mod97(view.substr(0, 4), Mod97(view.substr(4))) == 1;
}

constexpr std::array kRows = {
    Check{"iban", &Iban, "ISO 13616-1; SWIFT IBAN Registry, release 101"},
    Check{"iban_shape", &IbanShape, "SWIFT IBAN Registry, release 101: length and structure only"},
};

}  // namespace

std::span<const Check> IbanChecks() { return kRows; }

}  // namespace maske::check
