// The table: sorted, no name twice, every row complete, every function total over nasty texts.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "check/check.h"
#include "check/probe.h"

namespace maske::check {
namespace {

TEST(Table, IsSortedAndCompleteAndFindsEveryRow) {
  ASSERT_GT(All().size(), 30U);
  std::set<std::string_view> names;
  for (const Check& check : All()) {
    EXPECT_TRUE(names.insert(check.name).second) << check.name;
    EXPECT_NE(check.function, nullptr);
    EXPECT_GT(check.source.size(), 8U) << check.name;
    EXPECT_EQ(Find(check.name), &check);
  }
  EXPECT_TRUE(
      std::is_sorted(All().begin(), All().end(), [](const Check& a, const Check& b) { return a.name < b.name; }));
}

TEST(Table, KnowsNoOtherNames) {
  EXPECT_EQ(Find(""), nullptr);
  EXPECT_EQ(Find("iba"), nullptr);
  EXPECT_EQ(Find("ibann"), nullptr);
  EXPECT_EQ(Find("zzz"), nullptr);
}

// No text makes a check read outside it (the sanitizers see that) or accept nothing at all.
TEST(Table, EveryCheckStandsNastyTexts) {
  const std::vector<std::string> pieces = {"0",
                                           "9",
                                           "A",
                                           "z",
                                           " ",
                                           "-",
                                           ".",
                                           "/",
                                           ":",
                                           "(",
                                           ")",
                                           "+",
                                           "\xC2",
                                           "\xC2\xA0",
                                           "\xE2\x80",
                                           "\xE2\x80\x91",
                                           "ä",
                                           "\xFF",
                                           std::string(1, '\0'),
                                           "12345678901234567890",
                                           "DE",
                                           "AT",
                                           "CHE",
                                           "NL",
                                           "%",
                                           "(0)",
                                           "::",
                                           "FR",
                                           "jan",
                                           "mär"};
  std::mt19937 random(7);
  for (const Check& check : All()) {
    EXPECT_FALSE(check.function("")) << check.name;
    for (int i = 0; i < 2000; ++i) {
      std::string text;
      const std::size_t length = random() % 24;
      for (std::size_t k = 0; k < length; ++k) text += pieces[random() % pieces.size()];
      const bool first = check.function(text);
      EXPECT_EQ(check.function(text), first) << check.name;
    }
  }
}

}  // namespace
}  // namespace maske::check
