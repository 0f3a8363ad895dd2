// Which rules belong to the languages that a policy names. A pattern file says for which countries and languages a pattern
// is; a country stands for the languages that are official in it. A rule that says neither is for everybody: an e-mail
// address, a card number, a name.
//
// Cost: once a plan. Tested by tests/filter/languages_test.cc.
#ifndef MASKE_LANGUAGES_H_
#define MASKE_LANGUAGES_H_

#include <string>
#include <string_view>
#include <vector>

namespace maske {

// Codes of ISO 639-1 that are official languages of a country of Europe, or one that a rule's lists name, sorted.
std::vector<std::string_view> LanguagesOfEurope();

// Is a rule for one of `languages`? countries and rule_languages: codes of ISO 3166-1 and ISO 639-1, blanks between them.
// True when both are empty. A country that is not in the table counts as asked for: nothing is switched off unknown.
bool IsForLanguages(std::string_view countries, std::string_view rule_languages,
                    const std::vector<std::string>& languages);

}  // namespace maske

#endif  // MASKE_LANGUAGES_H_
