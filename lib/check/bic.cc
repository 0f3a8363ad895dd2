// BIC (ISO 9362): eight or eleven characters, an ISO 3166 country at the fifth. There is no check digit: 37 % of random
// words of eight letters pass, so a pattern must ask for a word beside it.
// Covered by tests/check/bic_test.cc.
#include <array>
#include <string_view>

#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

// ISO 3166-1 alpha-2, and XK (Kosovo), which SWIFT uses. One string, two letters each, sorted.
constexpr std::string_view kCountries =
    "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ"
    "DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJM"
    "JOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONP"
    "NRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTO"
    "TRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

bool IsCountry(std::string_view code) {
  for (std::size_t i = 0; i + 1 < kCountries.size(); i += 2) {
    if (kCountries.substr(i, 2) == code) return true;
  }
  return false;
}

bool Bic(std::string_view text) {
  const Compact number(text);
  if (!number.ok() || (number.size() != 8 && number.size() != 11)) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!IsCapital(number.view()[i])) return false;
  }
  return IsCountry(number.view().substr(4, 2));
}

constexpr std::array kRows = {
    Check{"bic", &Bic, "ISO 9362; ISO 3166-1 alpha-2"},
};

}  // namespace

std::span<const Check> BicChecks() { return kRows; }

}  // namespace maske::check
