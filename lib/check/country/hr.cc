// Croatia: personal number (OIB).
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool Oib(std::string_view text) {
  const Compact number(text);
  return number.ok() && VatHr(number.view());
}

constexpr std::array kRows = {
    Check{"oib_hr", &Oib, "Zakon o osobnom identifikacijskom broju, NN 60/08; ISO/IEC 7064 MOD 11,10"},
};

}  // namespace

std::span<const Check> CountryHr() { return kRows; }

}  // namespace maske::check
