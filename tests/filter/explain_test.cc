// maske::Explain on planted cases: at each the answer to "why was this (not) masked?" is known. And on generated text its
// findings are those of Detect.
#include "maske/explain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "chunks/letters.h"
#include "generator/nasty.h"

namespace maske {
namespace {

const Filter& BuiltIn() {
  static const std::shared_ptr<const Filter> filter = Filter::Create().value();
  return *filter;
}

// A text with its place between « and », a policy, and the best that the type (the rule, when one is named) comes to there.
struct Planted {
  const char* text;
  Outcome outcome;
  const char* type;
  const char* rule;
  double threshold = 0.5;
  const char* only = "";
  const char* never = "";
  const char* allow = "";     // in the allow list
  const char* language = "";  // the only one asked for
};

constexpr Planted kPlanted[] = {
    // found
    {"an «anna@example.org» geschrieben", Outcome::kFound, "EMAIL", "email"},
    {"IBAN «DE89 3704 0044 0532 0130 00» bitte", Outcome::kFound, "IBAN", "iban"},
    {"IBAN «DE88 3704 0044 0532 0130 00» bitte", Outcome::kFound, "IBAN", "iban-mistyped"},
    {"Tel. «0211 4930217» bitte", Outcome::kFound, "PHONE", ""},
    {"Karte «4111 1111 1111 1111» bitte", Outcome::kFound, "CARD", ""},
    {"wohnt Lindenstr. 5, «50674 Köln» jetzt", Outcome::kFound, "ADDRESS", "address.full"},
    {"von Frau «Zoekemann» heute", Outcome::kFound, "PERSON", "person_title"},
    {"Hallo «Zoekemann»,\nheute", Outcome::kFound, "PERSON", "person_greeting"},
    {"Ansprechpartner: «Zoekemann»\n", Outcome::kFound, "PERSON", "person_field"},
    {"steht [PERSON«_1]» da", Outcome::kFound, "LITERAL", "placeholder_form"},
    {"Frau Zoekemann kam. Dann ging «Zoekemann» wieder.", Outcome::kFound, "PERSON", "person_memory"},
    // lost to another
    {"IBAN «DE89 3704 0044 0532 0130 00» bitte", Outcome::kOverlapped, "IBAN", "iban-mistyped"},
    {"IBAN «DE89 3704 0044 0532 0130 00» bitte", Outcome::kOverlapped, "IBAN", "iban-wrong-length"},
    {"von Frau Anna «Zoekemann» heute", Outcome::kOverlapped, "PERSON", "person_memory"},
    // below the threshold
    {"ab «0211 4930217» bitte", Outcome::kBelowThreshold, "PHONE", "phone-national", 0.75},
    {"an «anna@example.org» geschrieben", Outcome::kBelowThreshold, "EMAIL", "email", 0.99},
    {"das sagte «Nowotny» gestern", Outcome::kBelowThreshold, "PERSON", "person_weak"},
    {"von Frau «Zoekemann» heute", Outcome::kBelowThreshold, "PERSON", "person_title", 0.99},
    // type off
    {"an «anna@example.org» geschrieben", Outcome::kTypeOff, "EMAIL", "email", 0.5, "", "EMAIL"},
    {"an «anna@example.org» geschrieben", Outcome::kTypeOff, "EMAIL", "email", 0.5, "IBAN", ""},
    {"von Frau «Zoekemann» heute", Outcome::kTypeOff, "PERSON", "person_title", 0.5, "IBAN,EMAIL", ""},
    {"wohnt Lindenstr. 5, «50674 Köln» jetzt", Outcome::kTypeOff, "ADDRESS", "", 0.5, "", "ADDRESS"},
    // allow-listed
    {"an «anna@example.org» geschrieben", Outcome::kAllowed, "EMAIL", "email", 0.5, "", "", "anna@example.org"},
    {"an «ANNA@example.org» geschrieben", Outcome::kAllowed, "EMAIL", "email", 0.5, "", "", "anna@example.org"},
    {"von Frau «Zoekemann» heute", Outcome::kAllowed, "PERSON", "person_title", 0.5, "", "", "Zoekemann"},
    {"von Frau Anna «Zoekemann» heute", Outcome::kFound, "PERSON", "person_title", 0.5, "", "", "Zoekemann"},
    // language off
    {"NIR «1 84 12 76 451 089 46» da", Outcome::kLanguageOff, "SOCIAL_SECURITY", "nir-fr", 0.5, "", "", "", "de"},
    {"NIR «1 84 12 76 451 089 46» da", Outcome::kFound, "SOCIAL_SECURITY", "nir-fr", 0.5, "", "", "", "fr"},
    // no context word
    {"die «DE88 3704 0044 0532 0130 00» da", Outcome::kNoContextWord, "IBAN", "iban-mistyped", 0.5, "IBAN", ""},
    {"da war «12345678901» zu lesen", Outcome::kNoContextWord, "TAX_ID", "", 0.5, "", ""},
    // vetoed
    {"Artikelnummer «0211 4930217» bitte", Outcome::kVetoed, "PHONE", "phone-national"},
    {"ISBN «978 3 16 148410 0» da", Outcome::kVetoed, "CARD", ""},
    // check failed
    {"die «GB88 WEST 1234 5698 7654 32» da", Outcome::kNoContextWord, "IBAN", "iban-mistyped"},
    {"die «756.1234.5678.98» da", Outcome::kNoContextWord, "SOCIAL_SECURITY", "ahv-ch"},
    {"das ist «41111111111111112» da", Outcome::kCheckFailed, "CARD", "card-plain"},
    // inside something longer
    {"x«anna@example.org»", Outcome::kFound, "EMAIL", "email"},
    {"Nummer A«DE89370400440532013000»99999 da", Outcome::kEdge, "IBAN", "", 0.5, "IBAN", ""},
};

struct Place {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Place PlaceOf(std::string_view marked) {
  Place place;
  const std::size_t open = marked.find("«");
  const std::size_t close = marked.find("»");
  place.text.append(marked.substr(0, open)).append(marked.substr(open + 2, close - open - 2));
  place.begin = open;
  place.end = place.text.size();
  place.text.append(marked.substr(close + 2));
  return place;
}

std::vector<std::string> Split(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    names.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(list.size(), comma + 1));
  }
  return names;
}

std::string Told(const Explanation& answer) {
  std::string told;
  for (const Considered& row : answer.considered) {
    told += "\n  " + std::to_string(row.finding.begin) + "-" + std::to_string(row.finding.end) + " " +
            std::string(row.finding.type) + " " + std::string(row.finding.rule) + " " +
            std::string(OutcomeName(row.outcome)) + " " + std::to_string(row.finding.score);
  }
  return told;
}

TEST(ExplainTest, AnswersPlantedCases) {
  for (const Planted& c : kPlanted) {
    const Place place = PlaceOf(c.text);
    Policy policy;
    policy.threshold = c.threshold;
    policy.types = Split(c.only);
    policy.exclude_types = Split(c.never);
    policy.languages = Split(c.language);
    FilterOptions options;
    options.allow = Split(c.allow);
    const auto filter = Filter::Create(options);
    ASSERT_TRUE(filter.ok());
    const auto answer = Explain(**filter, place.text, policy, {place.begin, place.end});
    ASSERT_TRUE(answer.ok()) << answer.status().message();
    const Considered* best = nullptr;
    for (const Considered& row : answer->considered) {
      if (row.finding.begin >= place.end || row.finding.end <= place.begin) continue;
      if (*c.type != 0 && row.finding.type != c.type) continue;
      if (*c.rule != 0 && row.finding.rule != c.rule) continue;
      if (best == nullptr || row.outcome < best->outcome) best = &row;
    }
    ASSERT_NE(best, nullptr) << c.text << Told(*answer);
    EXPECT_EQ(OutcomeName(best->outcome), OutcomeName(c.outcome)) << c.text << Told(*answer);
  }
}

TEST(ExplainTest, SaysWhoWon) {
  const std::string_view text = "IBAN DE89 3704 0044 0532 0130 00 bitte";
  const auto answer = Explain(BuiltIn(), text, {}, {5, 6});
  ASSERT_TRUE(answer.ok());
  std::size_t lost = 0;
  for (const Considered& row : answer->considered) {
    if (row.outcome != Outcome::kOverlapped) continue;
    ++lost;
    ASSERT_TRUE(row.winner.has_value());
    const Considered& winner = answer->considered.at(*row.winner);
    EXPECT_EQ(winner.outcome, Outcome::kFound);
    EXPECT_EQ(winner.finding.rule, "iban");
    EXPECT_GE(winner.finding.score, row.finding.score);
  }
  EXPECT_GE(lost, 1U) << Told(*answer);
}

TEST(ExplainTest, NamesAWinnerOutsideTheRegion) {
  // The region lies in what lost, not in what won.
  const std::string_view text = "Prof. Egbert Nathan Weg 7, 50674 Köln";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto answer = Explain(BuiltIn(), text, {}, {at, at + 1});
    ASSERT_TRUE(answer.ok());
    for (const Considered& row : answer->considered) {
      if (row.outcome != Outcome::kOverlapped) continue;
      ASSERT_TRUE(row.winner.has_value()) << at << Told(*answer);
      const Finding& won = answer->considered.at(*row.winner).finding;
      EXPECT_TRUE(won.begin < row.finding.end && row.finding.begin < won.end) << at << Told(*answer);
    }
  }
}

TEST(ExplainTest, TellsCheckContextAndScores) {
  const auto answer = Explain(BuiltIn(), "IBAN: DE89 3704 0044 0532 0130 00 bitte", {}, {6, 7});
  ASSERT_TRUE(answer.ok());
  const auto row = std::find_if(answer->considered.begin(), answer->considered.end(),
                                [](const Considered& r) { return r.finding.rule == "iban"; });
  ASSERT_NE(row, answer->considered.end());
  EXPECT_EQ(row->check, "iban");
  EXPECT_TRUE(row->check_passed);
  EXPECT_NE(row->check_source.find("13616"), std::string_view::npos);
  EXPECT_NE(row->origin.find("patterns/core/iban.toml:"), std::string_view::npos);
  EXPECT_LT(row->score_alone, row->score_with_word);
  ASSERT_EQ(row->words.size(), 1U);
  EXPECT_EQ(row->words[0].word, "iban");
  EXPECT_EQ(row->words[0].distance, 2U);
  EXPECT_TRUE(row->words[0].before);
  EXPECT_TRUE(row->wanted.empty());
}

TEST(ExplainTest, SaysWhichWordWouldHaveCounted) {
  const auto answer = Explain(BuiltIn(), "die DE88 3704 0044 0532 0130 00 da", {}, {4, 5});
  ASSERT_TRUE(answer.ok());
  const auto row = std::find_if(answer->considered.begin(), answer->considered.end(),
                                [](const Considered& r) { return r.finding.rule == "iban-mistyped"; });
  ASSERT_NE(row, answer->considered.end());
  EXPECT_EQ(row->outcome, Outcome::kNoContextWord);
  EXPECT_NE(std::find(row->wanted.begin(), row->wanted.end(), "iban"), row->wanted.end());
}

TEST(ExplainTest, HasNothingToConsiderWhereNothingMatches) {
  const auto answer = Explain(BuiltIn(), "das ist ein Baum", {}, {12, 16});
  ASSERT_TRUE(answer.ok());
  EXPECT_TRUE(answer->considered.empty()) << Told(*answer);
  ASSERT_EQ(answer->words.size(), 1U);
  EXPECT_EQ(answer->words[0].begin, 12U);
  EXPECT_FALSE(answer->words[0].facts.empty());
}

TEST(ExplainTest, CountsInTheUnitAsked) {
  const std::string text = "\U0001F600 ü an anna@example.org";  // 1, 2 or 4 units; 1 or 2
  const auto points = Explain(BuiltIn(), text, {}, {7, 8, OffsetUnit::kCodePoint});
  ASSERT_TRUE(points.ok());
  ASSERT_FALSE(points->considered.empty());
  EXPECT_EQ(points->considered[0].finding.begin, 7U);
  EXPECT_EQ(points->considered[0].finding.end, 23U);
  const auto utf16 = Explain(BuiltIn(), text, {}, {8, 9, OffsetUnit::kUtf16});
  ASSERT_TRUE(utf16.ok());
  ASSERT_FALSE(utf16->considered.empty());
  EXPECT_EQ(utf16->considered[0].finding.begin, 8U);
  EXPECT_FALSE(Explain(BuiltIn(), text, {}, {23, 24, OffsetUnit::kCodePoint}).ok());
}

TEST(ExplainTest, RefusesARegionBehindTheEnd) {
  const auto answer = Explain(BuiltIn(), "kurz", {}, {3, 5});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.status().code(), ErrorCode::kInvalidArgument);
}

// Same findings as Detect, whatever the text; each candidate has one outcome; what lost has a winner.
void Compare(std::string_view text) {
  Policy policy;
  policy.binary = true;
  const auto found = BuiltIn().Detect(text, policy);
  const auto answer = Explain(BuiltIn(), text, policy);
  ASSERT_TRUE(found.ok() && answer.ok());
  std::vector<Finding> told;
  for (const Considered& row : answer->considered) {
    if (row.outcome == Outcome::kFound) told.push_back(row.finding);
    EXPECT_TRUE(row.outcome != Outcome::kOverlapped || row.winner.has_value()) << text;
  }
  std::sort(told.begin(), told.end(), [](const Finding& a, const Finding& b) { return a.begin < b.begin; });
  ASSERT_EQ(told.size(), found->size()) << text;
  for (std::size_t i = 0; i < told.size(); ++i) {
    EXPECT_EQ(told[i].begin, (*found)[i].begin) << text;
    EXPECT_EQ(told[i].rule, (*found)[i].rule) << text;
    EXPECT_EQ(told[i].score, (*found)[i].score) << text;
  }
}

TEST(ExplainTest, FindsWhatDetectFinds) {
  for (const std::string_view text : generator::NastyTexts()) {
    if (text.find("BEGIN") == std::string_view::npos) Compare(text);  // open spans swallow what is taken inside them
  }
  for (const char* kind : {"letters", "mails", "chat", "tables"}) Compare(chunks::Generated(kind, 7, 20000));
}

}  // namespace
}  // namespace maske
