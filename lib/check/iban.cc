// IBAN (ISO 13616): length and structure of the national part of every country of the SWIFT registry, then MOD 97-10.
// `iban_shape` leaves out the check digits: for a number that stands after the word IBAN, where a typing error is still
// somebody's account. Cost: one binary search in 89 rows and one pass. National check digits inside the BBAN are not
// looked at: they would only refuse numbers that mod 97 accepts by chance.
// Covered by tests/check/iban_test.cc.
#include <algorithm>
#include <array>
#include <string_view>

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

bool IbanShape(std::string_view text) {
  const Compact number(text);
  return number.ok() && ShapeValid(number.view());
}

bool Iban(std::string_view text) {
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
