// Netherlands: burgerservicenummer.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool Bsn(std::string_view text) {
  const Compact number(text);
  return number.ok() && BsnNl(number.view());
}

constexpr std::array kRows = {
    Check{"bsn_nl", &Bsn, "Logisch Ontwerp BSN: 11-proef"},
};

}  // namespace

std::span<const Check> CountryNl() { return kRows; }

}  // namespace maske::check
