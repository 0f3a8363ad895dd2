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

// Two letters, two check digits, business code (three places, not counted), national part: MOD 97-10 as in an IBAN.
bool CreditorId(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  if (!number.ok() || view.size() < 8 || view.size() > 35 || !IsCapital(view[0]) || !IsCapital(view[1]) ||
      !AllDigits(view.substr(2, 2)))
    return false;
  return Mod97(view.substr(0, 4), Mod97(view.substr(7))) == 1;
}

// Eighteen letters or digits, MOD 97-10.
bool Lei(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 20 && AllDigits(view.substr(18)) && Mod97(view) == 1;
}

// "RF", two check digits, reference: MOD 97-10 as in an IBAN.
bool CreditorReference(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() >= 5 && view.size() <= 25 && view.starts_with("RF") &&
         AllDigits(view.substr(2, 2)) && Mod97(view.substr(0, 4), Mod97(view.substr(4))) == 1;
}

// 15 digits, Luhn; the first two are a body that gives out type codes.
bool Imei(std::string_view text) {
  const Compact number(text);
  const std::string_view view = number.view();
  return number.ok() && view.size() == 15 && AllDigits(view) && ToNumber(view) > 0 && LuhnValid(view);
}

constexpr std::array kRows = {
    Check{"creditor_id", &CreditorId, "EPC262-08, SEPA Creditor Identifier; ISO/IEC 7064 MOD 97-10"},
    Check{"creditor_reference", &CreditorReference, "ISO 11649"},
    Check{"ean13", &Ean13, "GS1 General Specifications, 7.9"},
    Check{"imei", &Imei, "3GPP TS 23.003, annex B: Luhn"},
    Check{"lei", &Lei, "ISO 17442-1; ISO/IEC 7064 MOD 97-10"},
    Check{"luhn", &Luhn, "ISO/IEC 7812-1 annex B"},
    Check{"mod11_10", &Mod11_10, "ISO/IEC 7064 MOD 11,10"},
    Check{"mod97_10", &Mod97_10, "ISO/IEC 7064 MOD 97-10"},
};

}  // namespace

std::span<const Check> GenericChecks() { return kRows; }

}  // namespace maske::check
