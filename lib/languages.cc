#include "languages.h"

#include <algorithm>
#include <array>

namespace maske {
namespace {

struct Country {
  std::string_view code;
  std::string_view languages;
};

// Languages with official status in the whole country or a part of it that has a post office of its own to write to, after
// Unicode CLDR 42, supplementalData territoryInfo (officialStatus), as far as they have a code of ISO 639-1.
constexpr std::array kCountries{
    Country{"al", "sq"},       Country{"at", "de"},       Country{"ba", "bs hr sr"}, Country{"be", "nl fr de"},
    Country{"bg", "bg"},       Country{"ca", "en fr"},    Country{"ch", "de fr it"}, Country{"cy", "el tr"},
    Country{"cz", "cs"},       Country{"de", "de"},       Country{"dk", "da"},       Country{"ee", "et"},
    Country{"es", "es ca gl"}, Country{"fi", "fi sv"},    Country{"fr", "fr"},       Country{"gb", "en"},
    Country{"gr", "el"},       Country{"hr", "hr"},       Country{"hu", "hu"},       Country{"ie", "en ga"},
    Country{"is", "is"},       Country{"it", "it de fr"}, Country{"li", "de"},       Country{"lt", "lt"},
    Country{"lu", "lb fr de"}, Country{"lv", "lv"},       Country{"md", "ro"},       Country{"me", "sr"},
    Country{"mk", "mk sq"},    Country{"mt", "mt en"},    Country{"nl", "nl"},       Country{"no", "nb nn no"},
    Country{"pl", "pl"},       Country{"pt", "pt"},       Country{"ro", "ro"},       Country{"rs", "sr"},
    Country{"se", "sv"},       Country{"si", "sl"},       Country{"sk", "sk"},       Country{"tr", "tr"},
    Country{"ua", "uk"},       Country{"us", "en es"},    Country{"xk", "sq sr"},
};

// Calls visit with each word of a list; stops and returns true when it does.
template <typename Visit>
bool AnyWord(std::string_view list, const Visit& visit) {
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(' '));
    list.remove_prefix(std::min(list.size(), word.size() + 1));
    if (!word.empty() && visit(word)) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> LanguagesOfEurope() {
  std::vector<std::string_view> all;
  for (const Country& country : kCountries) {
    AnyWord(country.languages, [&](std::string_view word) {
      all.push_back(word);
      return false;
    });
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

bool IsForLanguages(std::string_view countries, std::string_view rule_languages,
                    const std::vector<std::string>& languages) {
  if (countries.empty() && rule_languages.empty()) return true;
  const auto asked = [&](std::string_view language) {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
  };
  if (AnyWord(rule_languages, asked)) return true;
  return AnyWord(countries, [&](std::string_view code) {
    const auto* const at = std::find_if(kCountries.begin(), kCountries.end(),
                                        [&](const Country& country) { return country.code == code; });
    return at == kCountries.end() || AnyWord(at->languages, asked);
  });
}

}  // namespace maske
