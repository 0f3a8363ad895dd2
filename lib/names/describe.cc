// See describe.h. Asks the same functions as the detector, and tells instead of deciding.
#include "names/describe.h"

#include <algorithm>
#include <iterator>

#include "names/evidence.h"
#include "names/lexicon.h"
#include "names/view.h"

namespace maske::names {
namespace {

struct RuleWords {
  std::string_view meaning;
  std::string_view evidence;
};
constexpr RuleWords kRuleWords[] = {
    {"behind a title, form of address or function", "context"},
    {"in a greeting", "context"},
    {"under the closing of a letter, behind \"gez.\", or over a line with a function", "context"},
    {"in a field whose label asks for a name", "context"},
    {"in a header or before an address of mail", "context"},
    {"with a verb of saying or at the begin of a speech", "context"},
    {"before a party or function in a transcript", "context"},
    {"surname, comma, given name", "lexicon"},
    {"given name and surname of the lists", "lexicon"},
    {"initial and surname", "lexicon"},
    {"behind \"geb.\"", "context"},
    {"seen before with full evidence in this text", "memory"},
    {"a listed surname alone: weak", "lexicon"},
    {"the name model says so", "model"},
};
static_assert(std::size(kRuleWords) == kRuleCount);

struct RoleFact {
  std::uint32_t role;
  std::string_view fact;
};
constexpr RoleFact kRoleFacts[] = {
    {kSalutation, "a form of address"},
    {kTitle, "a title"},
    {kFunction, "a function or profession"},
    {kGreeting, "a word of greeting"},
    {kClosing, "a word that closes a letter"},
    {kLabel, "a label of forms"},
    {kParticle, "a particle of names"},
    {kCompany, "a form of company"},
    {kParty, "a party or parliamentary group"},
    {kCalendar, "a day or month"},
    {kStop, "never part of a name"},
    {kSay, "a verb of saying"},
    {kOrgHead, "makes its neighbour the name of a thing"},
    {kDegree, "an academic degree"},
};

void AddListed(const Info& info, std::vector<std::string_view>* facts) {
  static constexpr std::string_view kGiven[] = {"", "rare given name", "given name", "common given name"};
  static constexpr std::string_view kSurname[] = {"", "surname in a weak list", "surname", "common surname"};
  if (const unsigned given = GivenRarity(info.classes); given != 0) facts->push_back(kGiven[given]);
  if (const unsigned surname = SurnameTier(info.classes); surname != 0) facts->push_back(kSurname[surname]);
  const bool name = !facts->empty();
  if ((info.classes & kAlsoNoun) != 0) facts->push_back(name ? "also a German noun" : "a German noun");
  if ((info.classes & kAlsoWord) != 0) facts->push_back(name ? "also a German word" : "a German word");
  if ((info.classes & kEveryday) != 0) facts->push_back("far more often a word than a name");
  if ((info.classes & kAlsoPlace) != 0) facts->push_back(name ? "also a place" : "a place");
  for (const RoleFact& role : kRoleFacts) {
    if ((info.roles & role.role) != 0) facts->push_back(role.fact);
  }
  if (!name) facts->insert(facts->begin(), "in no list of names");
}

void AddPlace(View* view, Index i, std::vector<std::string_view>* facts) {
  view->Anchor(i);
  if (const Evidence title = TitleBefore(*view, i)) {
    facts->push_back(title.rule == Rule::kTitle ? "behind a title, form of address or function"
                                                : kRuleWords[static_cast<std::size_t>(title.rule)].meaning);
  }
  if (FieldBefore(*view, i)) facts->push_back("in a field or header that asks for a name");
  if (GreetingBefore(*view, i)) facts->push_back("in a greeting");
  if (SignatureBefore(*view, i)) facts->push_back("under the closing of a letter");
  if (ItemBefore(*view, i)) facts->push_back("in a list of names");
  Name name;
  name.first = name.last = i;
  name.begin = view->token(i).begin;
  name.end = view->token(i).end;
  name.units = 1;
  if (SaidBehind(*view, name)) facts->push_back("before a party, function, verb of saying or mail address");
  if (Suppressed(*view, name, false)) facts->push_back("part of the name of a thing, company, street or path");
}

}  // namespace

std::vector<std::string_view> RuleMeanings() {
  std::vector<std::string_view> meanings;
  for (const RuleWords& words : kRuleWords) meanings.push_back(words.meaning);
  return meanings;
}

std::vector<std::string_view> RuleEvidence() {
  std::vector<std::string_view> evidence;
  for (const RuleWords& words : kRuleWords) evidence.push_back(words.evidence);
  return evidence;
}

std::vector<WordFacts> Describe(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end, std::size_t most) {
  View view(slice);
  std::vector<WordFacts> words;
  const auto& tokens = slice.tokens();
  auto token = std::partition_point(tokens.begin(), tokens.end(), [&](const auto& t) { return t.end <= begin; });
  for (; token != tokens.end() && token->begin < end && words.size() < most; ++token) {
    const auto i = static_cast<Index>(token - tokens.begin());
    WordFacts word;
    word.begin = token->begin;
    word.end = token->end;
    if ((token->flags & text::Token::kHasLetter) == 0) {
      word.facts.push_back("a number");
    } else {
      AddListed(view.info(i), &word.facts);
      AddPlace(&view, i, &word.facts);
      if ((token->flags & text::Token::kUpperFirst) == 0) word.facts.push_back("in lower case");
    }
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace maske::names
