// The matcher on small texts whose answers are plain: edges, windows, open spans, shrinking, context, checks, labels, and a
// user's pattern for which no trigger can be derived.
#include "match/matcher.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "match/load.h"
#include "match/set_impl.h"
#include "text/prepared.h"

namespace maske::match {
namespace {

// A set of one pattern: the keys given, and examples that are none of the test's business are left out by validating
// only.
class One {
 public:
  explicit One(const std::string& keys) {
    ReadPatterns("[[pattern]]\nid = 'p'\ntype = 'T'\nsource = 's'\n" + keys, "x", &loaded_);
    std::vector<std::string> faults;
    if (loaded_.patterns.empty()) {
      ADD_FAILURE() << (loaded_.faults.empty() ? "no pattern" : loaded_.faults[0]);
      return;
    }
    ValidatePattern(loaded_.patterns[0].get(), &faults);
    EXPECT_EQ(faults.size(), 2U) << faults[0];  // the examples that are missing
    set_.Add(loaded_.patterns[0]->pattern, 0);
    set_.Build();
  }

  // "text of the finding=score", in order.
  std::vector<std::string> Find(const std::string& text, std::string_view label = {}) {
    text::Prepared slice;
    slice.Assign(text);
    candidates.clear();
    EXPECT_TRUE(FindCandidates(set_, slice, 0, static_cast<std::uint32_t>(text.size()), {label}, &candidates).ok());
    std::vector<std::string> found;
    for (const Candidate& c : candidates) {
      found.push_back(std::string(slice.text().substr(c.begin, c.end - c.begin)) + "=" +
                      std::to_string(c.score).substr(0, 3));
    }
    return found;
  }
  std::string trigger() const { return std::string(set_.info(0).trigger); }

  std::vector<Candidate> candidates;

 private:
  LoadedPatterns loaded_;
  PatternSetImpl set_;
};

using Found = std::vector<std::string>;

TEST(MatcherTest, WordEdges) {
  One one("expression = '\\d{3}'\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(one.Find("123 a456 789b 1234 (555) _777_"), (Found{"123=0.5", "555=0.5", "777=0.5"}));
  EXPECT_EQ(one.Find("\xC3\xA4"
                     "123 456\xC3\xA4 \xE2\x82\xAC"
                     "789"),
            (Found{"789=0.5"}));
}

TEST(MatcherTest, NumberEdgesAndForbiddenNeighbours) {
  One number("expression = '\\d{3}'\nedges = { left = 'number', right = 'number' }\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(number.Find("123, 456. 1,789 333.5 a-444"), (Found{"123=0.5", "456=0.5", "444=0.5"}));
  One forbidden(
      "expression = '\\d{3}'\nedges = { left_not = '#\xE2\x82\xAC', right_not = '%\\s' }\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(forbidden.Find("#123; \xE2\x82\xAC"
                           "456; 789%; 111 222;"),
            (Found{"222=0.5"}));
  One none("expression = '#\\d{3}'\nedges = { left = 'none', right = 'none' }\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(none.Find("a#1234"), (Found{"#123=0.5"}));
}

TEST(MatcherTest, AMatchThatTouchesTheWindowIsTooLong) {
  One one("expression = 'x:[a-z]+'\nmax_bytes = 8\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(one.Find("x:abcde x:abcdef x:abcdefgh"), (Found{"x:abcde=0.5"}));
  EXPECT_EQ(one.Find("x:abcdef"), (Found{"x:abcdef=0.5"}));  // the text's end is no window's end
}

TEST(MatcherTest, OpenRunsGoOn) {
  One one("expression = 'x:(\\S+)'\ngroup = 1\nmax_bytes = 8\nopen = 'run'\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(one.Find("x:abcdefghijk x:ab "), (Found{"abcdef=0.5", "ab=0.5"}));
  EXPECT_EQ(one.candidates[0].open, OpenSpan::kRun);
  EXPECT_EQ(one.candidates[1].open, OpenSpan::kNone);
  One pem(
      "expression = '-----BEGIN KEY-----'\nopen = 'pem'\nscores = { bare = 0.5 }\nedges = { left = 'none', right = "
      "'none' }\n");
  EXPECT_EQ(pem.Find("-----BEGIN KEY-----\nabc").size(), 1U);
  EXPECT_EQ(pem.candidates[0].open, OpenSpan::kPem);
}

TEST(MatcherTest, GroupsDigitsAndShrinking) {
  One group("expression = 'Nr\\.? ?(\\d+)(?: (\\d+))?'\ngroup = 2\ndigits = [2, 3]\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(group.Find("Nr. 12 345, Nr 7 8, Nr 1 2345, Nr 12"), (Found{"345=0.5"}));
  One longest("expression = '\\d(?: ?\\d)+'\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(longest.Find("12 34x"), Found());
  One shrunk("expression = '\\d(?: ?\\d)+'\nshrink = true\nmax_bytes = 40\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(shrunk.Find("12 34x"), (Found{"12=0.5"}));
}

TEST(MatcherTest, ChecksDecide) {
  One drop("expression = '\\d{16}'\ncheck = 'luhn'\nscores = { check = 0.8 }\n");
  EXPECT_EQ(drop.Find("4111111111111111 4111111111111112"), (Found{"4111111111111111=0.8"}));
  One score(
      "expression = '\\d{16}'\ncheck = 'luhn'\ncheck_failed = 'score'\nscores = { check = 0.8, both = 0.9, failed = "
      "0.1, failed_context = "
      "0.6 }\ncontext = { words = ['Karte'], left = 10, right = 0 }\n");
  EXPECT_EQ(score.Find("4111111111111111 4111111111111112"), (Found{"4111111111111111=0.8", "4111111111111112=0.1"}));
  EXPECT_EQ(score.Find("Karte 4111111111111112; Karte: 4111111111111111"),
            (Found{"4111111111111112=0.6", "4111111111111111=0.9"}));
}

TEST(MatcherTest, ContextWords) {
  One one(
      "expression = '\\d{4}'\nscores = { bare = 0, context = 0.7 }\n"
      "context = { words = ['Kunde*', '*nummer', 'geboren am', 'T\xC3\xA9l'], not = ['Artikel*'], left = 30, right = "
      "12 }\n");
  EXPECT_EQ(one.Find("Kunde 1234"), (Found{"1234=0.7"}));
  EXPECT_EQ(one.Find("KUNDEN 1234"), (Found{"1234=0.7"}));
  EXPECT_EQ(one.Find("Unkunde 1234"), Found());
  EXPECT_EQ(one.Find("Rufnummer: 1234"), (Found{"1234=0.7"}));
  EXPECT_EQ(one.Find("Rufnummern: 1234"), Found());
  EXPECT_EQ(one.Find("geboren am 1234"), (Found{"1234=0.7"}));
  EXPECT_EQ(one.Find("geboren, bald am 1234"), Found());
  EXPECT_EQ(one.Find("TEL 1234"), (Found{"1234=0.7"}));
  EXPECT_EQ(one.Find("1234 (Kunde)"), (Found{"1234=0.7"}));
  EXPECT_EQ(one.Find("Kunde\n1234"), Found());                              // another line
  EXPECT_EQ(one.Find("Kunde, der seit langem bekannt ist 1234"), Found());  // too far
  EXPECT_EQ(one.Find("Kunde, Artikel 1234"), Found());                      // the veto is nearer
  EXPECT_EQ(one.Find("Artikel, Kunde 1234"), (Found{"1234=0.7"}));
  EXPECT_EQ(one.Find("1234"), Found());
  EXPECT_EQ(one.Find("1234", "Kundennummer"), (Found{"1234=0.7"}));
  EXPECT_EQ(one.Find("Artikel 1234", "Kundennummer"), Found());
  One lines(
      "expression = '\\d{4}'\nscores = { bare = 0, context = 0.7 }\ncontext = { words = ['Kunde'], lines = 1 }\n");
  EXPECT_EQ(lines.Find("Kunde\r\n1234\n\n5678"), (Found{"1234=0.7"}));
}

TEST(MatcherTest, LinesHaveEdges) {
  One one("expression = '^\\d+$'\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(one.Find("12\n34 5\n67"), (Found{"12=0.5", "67=0.5"}));
}

TEST(MatcherTest, APatternWithoutATriggerWorks) {
  One one("expression = '(?i)[ (]projekt [a-z]+'\nedges = { left = 'none' }\nscores = { bare = 0.5 }\n");
  EXPECT_EQ(one.trigger(), "scan");
  EXPECT_EQ(one.Find("das Projekt Adler; (PROJEKT x) Projekt\nmein projekt y1"),
            (Found{" Projekt Adler=0.5", "(PROJEKT x=0.5"}));
  EXPECT_EQ(one.Find("nichts"), Found());
}

TEST(MatcherTest, EachAlternativeMayHaveItsOwnTrigger) {
  One one("expression = ['KEY-[a-z]+', 'user@[a-z]+', '77[a-z]+']\nscores = { bare = 0.5 }\n");
  EXPECT_NE(one.trigger(), "scan");
  EXPECT_EQ(one.Find("KEY-abc user@abc 77abc"), (Found{"KEY-abc=0.5", "user@abc=0.5", "77abc=0.5"}));
}

TEST(MatcherTest, LettersThatFoldToKAndSAreFoldedBeforeTheMatcher) {
  // The derivation of triggers counts on it (match/char_class.cc).
  text::Prepared slice;
  slice.Assign("\xE2\x84\xAA \xC5\xBF");
  EXPECT_EQ(slice.text().find('\xE2'), std::string_view::npos);
  EXPECT_EQ(slice.text().find('\xC5'), std::string_view::npos);
}

}  // namespace
}  // namespace maske::match
