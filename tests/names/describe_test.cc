// What is told of words: facts of the lists and of the place, on invented people.
#include "names/describe.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "names/detector.h"

namespace maske::names {
namespace {

// The facts of the first word of `text` that is `word`, joined by " | ".
std::string Facts(std::string_view text, std::string_view word) {
  text::Prepared slice;
  slice.Assign(text);
  const std::size_t at = text.find(word);
  const auto words = Describe(slice, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size()), 10);
  if (words.size() != 1) return "not one word";
  std::string facts;
  for (const std::string_view fact : words[0].facts) facts.append(facts.empty() ? "" : " | ").append(fact);
  return facts;
}

TEST(DescribeTest, TellsWhatTheListsSay) {
  EXPECT_EQ(Facts("das Resümee von Zoekemann", "Zoekemann"), "in no list of names");
  EXPECT_NE(Facts("kam mit Peter an", "Peter").find("common given name"), std::string::npos);
  EXPECT_NE(Facts("der Herr Koch", "Koch").find("surname"), std::string::npos);
  EXPECT_NE(Facts("der Herr Bauer", "Bauer").find("also a German noun"), std::string::npos);
  EXPECT_NE(Facts("von Frau Boeck", "Frau").find("a form of address"), std::string::npos);
  EXPECT_EQ(Facts("am 17 war", "17"), "a number");
  EXPECT_NE(Facts("mit zoekemann", "zoekemann").find("in lower case"), std::string::npos);
}

TEST(DescribeTest, TellsWhatStandsAround) {
  EXPECT_NE(Facts("von Herrn Zoekemann heute", "Zoekemann").find("behind a title"), std::string::npos);
  EXPECT_EQ(Facts("von Herrn Zoekemann heute", "heute").find("behind a title"), std::string::npos);
  EXPECT_NE(Facts("Ansprechpartner: Zoekemann\n", "Zoekemann").find("in a field"), std::string::npos);
  EXPECT_NE(Facts("Hallo Zoekemann,\n", "Zoekemann").find("in a greeting"), std::string::npos);
  EXPECT_NE(Facts("Mit freundlichen Grüßen\nZoekemann\n", "Zoekemann").find("closing of a letter"), std::string::npos);
}

TEST(DescribeTest, GivesNoMoreThanAsked) {
  text::Prepared slice;
  slice.Assign("eins zwei drei vier");
  EXPECT_EQ(Describe(slice, 0, 19, 2).size(), 2U);
  EXPECT_EQ(Describe(slice, 5, 14, 9).size(), 2U);
  EXPECT_TRUE(Describe(slice, 4, 5, 9).empty());
}

TEST(DescribeTest, HasAMeaningForEachRule) {
  const auto meanings = RuleMeanings();
  ASSERT_EQ(meanings.size(), Rules().size());
  EXPECT_TRUE(std::none_of(meanings.begin(), meanings.end(), [](auto m) { return m.empty(); }));
}

}  // namespace
}  // namespace maske::names
