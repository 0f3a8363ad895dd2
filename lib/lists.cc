#include "lists.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "names/lexicon.h"
#include "phrases/canonical.h"
#include "text/chars.h"

namespace maske {
namespace {

constexpr float kFullNameScore = 0.95F;
constexpr float kSurnameScore = 0.8F;
constexpr float kGivenScore = 0.6F;
constexpr float kOrganizationScore = 0.9F;

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// German spelling without umlauts: Müller, Mueller. The same text when there are none.
std::string Spelled(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view pair = text.substr(i, 2);
    std::string_view spelled;
    if (pair == "ä") spelled = "ae";
    if (pair == "ö") spelled = "oe";
    if (pair == "ü") spelled = "ue";
    if (pair == "Ä") spelled = "Ae";
    if (pair == "Ö") spelled = "Oe";
    if (pair == "Ü") spelled = "Ue";
    if (spelled.empty()) {
      out.push_back(text[i]);
    } else {
      out.append(spelled);
      ++i;
    }
  }
  return out;
}

// A word that is far more often no name: in lower case it says nothing.
bool IsEveryday(std::string_view surname) {
  const std::uint64_t hash = text::HashWord(surname);
  return (names::FindName(hash) & (names::kEveryday | names::kAlsoWord)) != 0 ||
         (names::FindWord(hash) & names::kWordOther) != 0;
}

// A word of the language whatever else it is: a given name that is one ("Rosa", "Ernst") says nothing alone.
bool IsWord(std::string_view given) {
  const std::uint64_t hash = text::HashWord(given);
  return (names::FindName(hash) & (names::kEveryday | names::kAlsoWord | names::kAlsoNoun)) != 0 ||
         names::FindWord(hash) != 0;
}

class People {
 public:
  People(Filter::Impl* impl, std::size_t count) : impl_(*impl) {
    seen_.reserve(count);
    impl->phrases.Reserve(3 * count);
    full_ = {kPerson, impl->people_rule, kFullNameScore, false, true};
    alone_ = {kPerson, impl->people_rule, kSurnameScore, false, true};
    capital_ = {kPerson, impl->people_rule, kSurnameScore, true, true};
    given_alone_ = {kPerson, impl->people_rule, kGivenScore, true, true};
    organization_ = {kOrganization, impl->people_rule, kOrganizationScore, false, true};
  }

  void Add(const KnownPerson& person) {
    if (!person.organization.empty()) {
      impl_.organizations =
          impl_.phrases.Add(phrases::Folded(person.organization), organization_) || impl_.organizations;
    }
    if (person.surname.empty()) return;
    const std::string surname = phrases::Folded(person.surname);
    const std::string given = phrases::Folded(person.given);
    AddName(given, surname, true);
    if (IsAscii(surname) && IsAscii(given)) return;
    const std::string plain_surname = Spelled(surname);
    const std::string plain_given = Spelled(given);
    if (plain_surname != surname || plain_given != given) AddName(plain_given, plain_surname, false);
  }

 private:
  // as_listed: not another spelling of it.
  void AddName(const std::string& given, const std::string& surname, bool as_listed) {
    AddSurname(surname, as_listed);
    if (given.empty()) return;
    const std::optional<phrases::Canonical> canonical = phrases::Canonicalise(surname);
    AddBoth(given, canonical);
    const std::size_t blank = given.find(' ');
    if (blank != std::string::npos) AddBoth(std::string_view(given).substr(0, blank), canonical);
  }

  void AddBoth(std::string_view given, const std::optional<phrases::Canonical>& surname) {
    const std::optional<phrases::Canonical>& known = Given(given);
    if (!known || !surname) return;
    (void)impl_.phrases.AddJoined(*known, " ", *surname, full_);
    (void)impl_.phrases.AddJoined(*surname, ", ", *known, full_);
  }

  // Given names are few.
  const std::optional<phrases::Canonical>& Given(std::string_view given) {
    text_.assign(given);
    const auto [at, added] = given_.try_emplace(text_);
    if (!added) return at->second;
    at->second = phrases::Canonicalise(given);
    if (at->second && at->second->second.empty() && !IsWord(given)) (void)impl_.phrases.Add(given, given_alone_);
    return at->second;
  }

  void AddSurname(const std::string& surname, bool as_listed) {
    if (!seen_.insert(surname).second) return;
    const bool everyday = IsEveryday(surname);
    if (everyday && as_listed) impl_.everyday_names.push_back(surname);
    (void)impl_.phrases.Add(surname, everyday ? capital_ : alone_);
  }

  Filter::Impl& impl_;
  phrases::Kind full_, alone_, capital_, given_alone_, organization_;
  std::unordered_set<std::string> seen_;
  std::unordered_map<std::string, std::optional<phrases::Canonical>> given_;
  std::string text_;
};

Status AddDeny(const DenyPhrase& phrase, Filter::Impl* impl) {
  const std::string where = phrase.origin.empty() ? "a phrase of the deny list" : phrase.origin;
  TypeId type = kSecret;
  if (!phrase.type.empty()) {
    const auto at = std::find(impl->type_names.begin(), impl->type_names.end(), phrase.type);
    if (at == impl->type_names.end()) {
      return {ErrorCode::kInvalidArgument,
              where + ": there is no entity type '" + phrase.type + "' (TYPE, a tab, the phrase)"};
    }
    type = static_cast<TypeId>(at - impl->type_names.begin());
  }
  if (impl->phrases.Add(phrases::Folded(phrase.text), {type, impl->deny_rule, 1.0F, false, false})) return Status::Ok();
  return {ErrorCode::kInvalidArgument,
          where + ": a phrase needs a letter or digit, no control characters, and at most 240 bytes"};
}

}  // namespace

Status AddLists(const FilterOptions& options, Filter::Impl* impl) {
  if (!options.deny.empty()) {
    impl->deny_rule = static_cast<RuleId>(impl->rules.size());
    impl->rules.push_back({"deny_list", kSecret, "deny list", "words", "", "", ""});
  }
  if (!options.people.empty()) {
    impl->people_rule = static_cast<RuleId>(impl->rules.size());
    impl->rules.push_back({"people_list", kPerson, "people list", "words", "", "", ""});
  }
  for (const DenyPhrase& phrase : options.deny) {
    if (Status s = AddDeny(phrase, impl); !s) return s;
  }
  People people(impl, options.people.size());
  for (const KnownPerson& person : options.people) people.Add(person);
  std::sort(impl->everyday_names.begin(), impl->everyday_names.end());
  if (impl->phrases.size() > 0) impl->phrases.Build();
  for (const std::string& text : options.allow) (void)impl->allow.Add(text);
  return Status::Ok();
}

}  // namespace maske
