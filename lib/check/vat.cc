// VAT numbers by their prefix: one row a country. `vat_eu` reads the prefix (also GB, XI, NO and CHE) and asks that
// country's rule; `vat_xx` takes the number of one country, with or without its prefix.
// Covered by tests/check/vat_test.cc.
#include "check/vat.h"

#include <array>
#include <string_view>

#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

using Rule = bool (*)(std::string_view);

struct Country {
  std::string_view prefix;
  Rule rule;
};

constexpr auto kCountries = std::to_array<Country>({
    {"AT", &VatAt}, {"BE", &VatBe}, {"BG", &VatBg}, {"CH", &VatCh}, {"CY", &VatCy}, {"CZ", &VatCz}, {"DE", &VatDe},
    {"DK", &VatDk}, {"EE", &VatEe}, {"EL", &VatEl}, {"ES", &VatEs}, {"FI", &VatFi}, {"FR", &VatFr}, {"GB", &VatGb},
    {"GR", &VatEl}, {"HR", &VatHr}, {"HU", &VatHu}, {"IE", &VatIe}, {"IT", &VatIt}, {"LT", &VatLt}, {"LU", &VatLu},
    {"LV", &VatLv}, {"MT", &VatMt}, {"NL", &VatNl}, {"NO", &VatNo}, {"PL", &VatPl}, {"PT", &VatPt}, {"RO", &VatRo},
    {"SE", &VatSe}, {"SI", &VatSi}, {"SK", &VatSk}, {"XI", &VatGb},
});

bool ByPrefix(std::string_view number) {
  for (const Country& country : kCountries) {
    if (number.starts_with(country.prefix)) return country.rule(number.substr(2));
  }
  return false;
}

bool VatEu(std::string_view text) {
  const Compact number(text);
  return number.ok() && number.size() > 4 && ByPrefix(number.view());
}

bool OneCountry(std::string_view text, std::string_view prefix, Rule rule) {
  const Compact number(text);
  if (!number.ok() || number.size() < 2) return false;
  const std::string_view view = number.view();
  return rule(view.starts_with(prefix) ? view.substr(prefix.size()) : view);
}

bool OnlyDe(std::string_view text) { return OneCountry(text, "DE", &VatDe); }
bool OnlyAt(std::string_view text) { return OneCountry(text, "AT", &VatAt); }
bool OnlyCh(std::string_view text) { return OneCountry(text, "CH", &VatCh); }

constexpr std::array kRows = {
    Check{"vat_at", &OnlyAt, "BMF Österreich, Konstruktionsregeln für UID-Nummern"},
    Check{"vat_ch", &OnlyCh, "eCH-0097, Datenstandard Unternehmensidentifikation (UIDG)"},
    Check{"vat_de", &OnlyDe, "BZSt, Aufbau der USt-IdNr.; ISO/IEC 7064 MOD 11,10"},
    Check{"vat_eu", &VatEu,
          "European Commission, VIES: structure and check digits by member state; eCH-0097; HMRC; Skatteetaten"},
};

}  // namespace

std::span<const Check> VatChecks() { return kRows; }

}  // namespace maske::check
