// Checks that bear the name of their algorithm, for patterns (also users') that have no rule of their own.
// Covered by tests/check/algorithms_test.cc.
#include <array>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

bool Luhn(std::string_view text) {
  const Compact number(text);
  return number.ok() && number.size() >= 2 && AllDigits(number.view()) && LuhnValid(number.view());
}

bool Mod11_10(std::string_view text) {
  const Compact number(text);
  return number.ok() && AllDigits(number.view()) && Mod11_10Valid(number.view());
}

bool Mod97_10(std::string_view text) {
  const Compact number(text);
  return number.ok() && number.size() >= 3 && Mod97(number.view()) == 1;
}

bool Ean13(std::string_view text) {
  const Compact number(text);
  return number.ok() && AllDigits(number.view()) && Ean13Valid(number.view());
}

constexpr std::array kRows = {
    Check{"ean13", &Ean13, "GS1 General Specifications, 7.9"},
    Check{"luhn", &Luhn, "ISO/IEC 7812-1 annex B"},
    Check{"mod11_10", &Mod11_10, "ISO/IEC 7064 MOD 11,10"},
    Check{"mod97_10", &Mod97_10, "ISO/IEC 7064 MOD 97-10"},
};

}  // namespace

std::span<const Check> GenericChecks() { return kRows; }

}  // namespace maske::check
