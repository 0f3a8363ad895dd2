// Portugal: tax number (NIF), citizen card.
// Covered by tests/check/country_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"
#include "check/vat.h"

namespace maske::check {
namespace {

bool Nif(std::string_view text) {
  const Compact number(text);
  return number.ok() && VatPt(number.view());
}

// Nine digits, two letters or digits, check digit.
bool CitizenCard(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 12 && AllDigits(view.substr(0, 9)) && IsDigit(view[11]) &&
         LuhnAlphanumericValid(view);
}

constexpr std::array kRows = {
    Check{"citizen_card_pt", &CitizenCard, "AMA, validação do número de documento do Cartão de Cidadão"},
    Check{"nif_pt", &Nif, "Decreto-Lei 14/2013, número de identificação fiscal"},
};

}  // namespace

std::span<const Check> CountryPt() { return kRows; }

}  // namespace maske::check
