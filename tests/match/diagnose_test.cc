// The diagnosis against the matcher: what it says was found is what the matcher finds, on the examples of every built-in
// pattern and on random text; and each step at which a pattern can stop, by a case of its own.
#include "match/diagnose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "match/load.h"
#include "match/matcher.h"
#include "match/set_impl.h"
#include "match/text_maker.h"
#include "text/prepared.h"

namespace maske::match {
namespace {

using Line = std::tuple<std::uint32_t, std::uint32_t, std::size_t, float>;

class DiagnoseTest : public testing::Test {
 protected:
  DiagnoseTest() {
    std::vector<std::string> types;
    set_ = PatternSet::Create(true, {}, &types).value();
  }

  std::size_t Compare(std::string_view raw) {
    text::Prepared slice;
    slice.Assign(raw);
    const std::string_view text = slice.text();
    std::vector<Candidate> candidates;
    EXPECT_TRUE(FindCandidates(*set_, slice, 0, static_cast<std::uint32_t>(text.size()), {}, &candidates).ok());
    std::vector<Line> fast;
    for (const Candidate& c : candidates) fast.emplace_back(c.begin, c.end, c.rule, c.score);
    std::vector<Diagnosis> all;
    EXPECT_TRUE(Diagnose(*set_, text, 0, text.size(), {}, Step::kFound, &all).ok());
    std::vector<Line> told;
    for (const Diagnosis& d : all) told.emplace_back(d.begin, d.end, d.row, d.score);
    std::sort(fast.begin(), fast.end());
    std::sort(told.begin(), told.end());
    EXPECT_EQ(told, fast) << raw;
    return fast.size();
  }

  std::shared_ptr<const PatternSet> set_;
};

TEST_F(DiagnoseTest, TellsWhatTheMatcherFindsInTheExamples) {
  LoadedPatterns loaded;
  ASSERT_TRUE(LoadPatternDirectory(MASKE_TEST_PATTERNS "/core", "core", &loaded).ok());
  ASSERT_TRUE(LoadPatternDirectory(MASKE_TEST_PATTERNS "/country", "country", &loaded).ok());
  std::string text;
  for (const auto& pattern : loaded.patterns) {
    for (const Example& example : pattern->match) text.append(example.text).push_back('\n');
    for (const Example& example : pattern->no_match) text.append(example.text).push_back('\n');
  }
  EXPECT_GT(Compare(text), loaded.patterns.size());
}

TEST_F(DiagnoseTest, TellsWhatTheMatcherFindsInRandomText) {
  LoadedPatterns loaded;
  ASSERT_TRUE(LoadPatternDirectory(MASKE_TEST_PATTERNS "/core", "core", &loaded).ok());
  TextMaker maker(loaded, 20261123);
  std::size_t found = 0;
  for (int i = 0; i < 60; ++i) found += Compare(maker.Make(400));
  EXPECT_GT(found, 200U);
}

// One pattern alone, and what becomes of the whole of a text.
struct Case {
  const char* keys;
  const char* text;
  Step step;
};
constexpr Case kCases[] = {
    {"expression = '\\d{4}'\nscores = { bare = 0.5 }\n", "a 1234 b", Step::kFound},
    {"expression = '\\d{4}'\nscores = { bare = 0.5 }\n", "a 12345 b", Step::kEdge},
    {"expression = '[a-z]\\d+'\nmax_bytes = 6\nscores = { bare = 0.5 }\n", "a1234567", Step::kTooLong},
    {"expression = '[0-9-]+'\ndigits = [5, 9]\nscores = { bare = 0.5 }\n", "a 12-34 b", Step::kDigits},
    {"expression = '\\d+'\ndigits = [1, 3]\nscores = { bare = 0.5 }\n", "a 1234 b", Step::kDigits},
    {"expression = '\\d{16}'\ncheck = 'luhn'\nscores = { check = 0.5 }\n", "a 4111111111111112 b", Step::kCheck},
    {"expression = '\\d{16}'\ncheck = 'luhn'\nscores = { check = 0.5 }\n", "a 4111111111111111 b", Step::kFound},
    {"expression = '\\d{4}'\ncontext = { words = ['pin'], left = 20, right = 0 }\nscores = { bare = 0, context = 0.5 "
     "}\n",
     "a 1234 b", Step::kNoWord},
    {"expression = '\\d{4}'\ncontext = { words = ['pin'], left = 20, right = 0 }\nscores = { bare = 0, context = 0.5 "
     "}\n",
     "pin: 1234 b", Step::kFound},
    {"expression = '\\d{4}'\ncontext = { words = ['pin'], not = ['jahr'], left = 20, right = 0 }\nscores = { bare = "
     "0.5, "
     "context = 0.6 }\n",
     "jahr 1234 b", Step::kVeto},
};

TEST(DiagnoseStepTest, NamesTheStepThatStopped) {
  for (const Case& c : kCases) {
    LoadedPatterns loaded;
    ReadPatterns(std::string("[[pattern]]\nid = 'p'\ntype = 'T'\nsource = 's'\n") + c.keys, "x", &loaded);
    ASSERT_EQ(loaded.patterns.size(), 1U) << c.keys << (loaded.faults.empty() ? "" : loaded.faults[0]);
    std::vector<std::string> faults;
    ValidatePattern(loaded.patterns[0].get(), &faults);
    ASSERT_EQ(faults.size(), 2U) << faults[0];  // the examples that are missing
    PatternSetImpl set;
    set.Add(loaded.patterns[0]->pattern, 0);
    set.Build();
    const std::string_view text = c.text;
    std::vector<Diagnosis> all;
    ASSERT_TRUE(Diagnose(set, text, 0, text.size(), {}, Step::kEdge, &all).ok());
    ASSERT_FALSE(all.empty()) << c.keys << c.text;
    const auto best =
        std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
    EXPECT_EQ(static_cast<int>(best->step), static_cast<int>(c.step)) << c.keys << c.text;
    // Nothing that came less far is told when more is asked for.
    std::vector<Diagnosis> found;
    ASSERT_TRUE(Diagnose(set, text, 0, text.size(), {}, Step::kFound, &found).ok());
    EXPECT_EQ(found.empty(), c.step != Step::kFound) << c.keys << c.text;
  }
}

TEST(DiagnoseStepTest, TellsOfTheRegionOnly) {
  LoadedPatterns loaded;
  ReadPatterns("[[pattern]]\nid = 'p'\ntype = 'T'\nsource = 's'\nexpression = '\\d{4}'\nscores = { bare = 0.5 }\n", "x",
               &loaded);
  std::vector<std::string> faults;
  ValidatePattern(loaded.patterns.at(0).get(), &faults);
  PatternSetImpl set;
  set.Add(loaded.patterns[0]->pattern, 0);
  set.Build();
  const std::string_view text = "1111 2222 3333";
  const auto count = [&](std::size_t begin, std::size_t end) {
    std::vector<Diagnosis> all;
    EXPECT_TRUE(Diagnose(set, text, begin, end, {}, Step::kFound, &all).ok());
    return all.size();
  };
  EXPECT_EQ(count(0, text.size()), 3U);
  EXPECT_EQ(count(3, 4), 1U);
  EXPECT_EQ(count(4, 5), 0U);
  EXPECT_EQ(count(3, 6), 2U);
  EXPECT_EQ(count(13, 14), 1U);
}

}  // namespace
}  // namespace maske::match
