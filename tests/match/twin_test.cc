// The matcher against its slow twin: every built-in pattern at every position must give the same candidates, on the
// patterns' own examples and on random texts made of forms and their neighbours. Seeds are fixed.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "match/matcher.h"
#include "match/pattern_set.h"
#include "match/text_maker.h"
#include "reference/pattern_reference.h"
#include "text/prepared.h"

namespace maske::match {
namespace {

const LoadedPatterns& Builtin() {
  static const LoadedPatterns* loaded = [] {
    auto* patterns = new LoadedPatterns;
    const Status core = LoadPatternDirectory(MASKE_TEST_PATTERNS "/core", "patterns/core", patterns);
    const Status country = LoadPatternDirectory(MASKE_TEST_PATTERNS "/country", "patterns/country", patterns);
    EXPECT_TRUE(core.ok() && country.ok() && patterns->faults.empty());
    return patterns;
  }();
  return *loaded;
}

class TwinTest : public testing::Test {
 protected:
  TwinTest() : twin_(Builtin()) {
    std::vector<std::string> types;
    auto set = PatternSet::Create(true, {}, &types);
    EXPECT_TRUE(set.ok());
    set_ = std::move(set).value();
    for (std::size_t row = 0; row < set_->size(); ++row) {
      const auto at = std::find_if(Builtin().patterns.begin(), Builtin().patterns.end(),
                                   [&](const auto& p) { return p->id == set_->info(row).id; });
      rows_.push_back(static_cast<std::size_t>(at - Builtin().patterns.begin()));
    }
  }

  std::vector<reference::Match> Fast(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end,
                                     std::string_view label) {
    std::vector<Candidate> candidates;
    const Status status = FindCandidates(*set_, slice, begin, end, ContextHint{label}, &candidates);
    EXPECT_TRUE(status.ok());
    std::vector<reference::Match> found;
    for (const Candidate& c : candidates) found.push_back({c.begin, c.end, rows_[c.rule], c.score, c.open});
    const auto key = [](const reference::Match& m) { return std::tuple(m.begin, m.end, m.row, m.score, m.open); };
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return found;
  }

  // Number of candidates, for tests that want to know that there were some.
  std::size_t Compare(std::string_view raw, std::string_view label = {}) {
    slice_.Assign(raw);
    const std::string_view text = slice_.text();
    const auto slow = twin_.Find(text, label);
    EXPECT_EQ(Names(Fast(slice_, 0, static_cast<std::uint32_t>(text.size()), label)), Names(slow)) << raw;
    // In two halves: each gives the candidates that begin in it.
    const auto half = static_cast<std::uint32_t>(text.size() / 2);
    auto parts = Fast(slice_, 0, half, label);
    const auto rest = Fast(slice_, half, static_cast<std::uint32_t>(text.size()), label);
    parts.insert(parts.end(), rest.begin(), rest.end());
    EXPECT_EQ(Names(parts), Names(slow)) << raw;
    return slow.size();
  }

  static std::vector<std::string> Names(const std::vector<reference::Match>& matches) {
    std::vector<std::string> names;
    for (const auto& m : matches) {
      names.push_back(Builtin().patterns[m.row]->id + " " + std::to_string(m.begin) + "-" + std::to_string(m.end) +
                      " " + std::to_string(m.score) + " " + std::to_string(static_cast<int>(m.open)));
    }
    return names;
  }

  reference::PatternReference twin_;
  std::shared_ptr<const PatternSet> set_;
  std::vector<std::size_t> rows_;
  text::Prepared slice_;
};

TEST_F(TwinTest, ExamplesOfAllPatterns) {
  std::size_t found = 0;
  for (const auto& pattern : Builtin().patterns) {
    for (const Example& example : pattern->match) found += Compare(example.text);
    for (const Example& example : pattern->no_match) found += Compare(example.text);
  }
  EXPECT_GT(found, Builtin().patterns.size() * 3);
}

TEST_F(TwinTest, RandomTexts) {
  TextMaker maker(Builtin(), 20240611);
  std::size_t found = 0;
  for (int i = 0; i < 300; ++i) found += Compare(maker.Make(400));
  EXPECT_GT(found, 1000U);
}

TEST_F(TwinTest, RandomTextsUnderALabel) {
  TextMaker maker(Builtin(), 7);
  for (const char* label : {"Telefon", "IBAN", "Geburtsdatum", "Artikelnummer", "Steuer-ID"}) {
    for (int i = 0; i < 10; ++i) Compare(maker.Make(200), label);
  }
}

}  // namespace
}  // namespace maske::match
