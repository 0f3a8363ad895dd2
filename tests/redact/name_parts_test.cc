// Parts of names: what a full name is taken apart into, and of whom a part speaks.
#include "redact/name_parts.h"

#include <gtest/gtest.h>

#include <string>

namespace maske::redact {
namespace {

std::string Split(std::string_view normal) {
  const NameParts parts = SplitName(normal);
  return std::string(parts.given) + "|" + std::string(parts.first_given) + "|" + std::string(parts.surname);
}

TEST(NamePartsTest, ShapesOfNames) {
  EXPECT_EQ(Split("erika zoekemann"), "erika|erika|zoekemann");
  EXPECT_EQ(Split("anna maria zoekemann-böck"), "anna maria|anna|zoekemann-böck");
  EXPECT_EQ(Split("zoekemann, erika"), "erika|erika|zoekemann");
  EXPECT_EQ(Split("johann wolfgang von der heide"), "johann wolfgang|johann|von der heide");
  EXPECT_EQ(Split("von der heide, anna"), "anna|anna|von der heide");
  EXPECT_EQ(Split("ed zoekemann"), "||zoekemann");
}

TEST(NamePartsTest, WhereTheShapeLeavesDoubtNothingIsLearned) {
  for (const char* name : {"zoekemann", "", "erika m.", "e. zoekemann", "erika und max zoekemann", "von der heide",
                           "erika von", "erika zoekemann 2", "anna lena", "a b c d e f g", "zoekemann, ", ", erika"}) {
    EXPECT_EQ(Split(name), "||") << name;
  }
}

TEST(NamePartsTest, APartSpeaksOfOnePersonOrOfNobody) {
  PersonIndex index;
  index.Learn(1, "erika zoekemann");
  index.Learn(1, "zoekemann, erika");
  ASSERT_TRUE(index.Find("zoekemann"));
  EXPECT_EQ(index.Find("zoekemann")->number, 1U);
  EXPECT_EQ(index.Find("zoekemann")->part, Part::kSurname);
  EXPECT_EQ(index.Find("erika")->part, Part::kGiven);
  EXPECT_FALSE(index.Find("erika zoekemann"));
  index.Learn(2, "max zoekemann");
  EXPECT_FALSE(index.Find("zoekemann"));
  EXPECT_EQ(index.Find("max")->number, 2U);
  index.Learn(1, "erika zoekemann");
  EXPECT_FALSE(index.Find("zoekemann"));
  index.Learn(3, "zoekemann, max");  // the same person under another number: the first stays
  EXPECT_EQ(index.Find("max")->number, 2U);
  index.Learn(4, "martin boeck");
  EXPECT_EQ(index.Find("martin")->part, Part::kGiven);
  index.Learn(5, "otto martin");  // a surname of one, a given name of the other
  EXPECT_FALSE(index.Find("martin"));
}

TEST(NamePartsTest, VariantsCountForEachPartOfEachPerson) {
  PersonIndex index;
  EXPECT_EQ(index.TakeVariant({1, Part::kSurname}), 1U);
  EXPECT_EQ(index.TakeVariant({1, Part::kSurname}), 2U);
  EXPECT_EQ(index.TakeVariant({1, Part::kGiven}), 1U);
  index.NoteVariant({1, Part::kGiven}, 7);
  index.NoteVariant({1, Part::kGiven}, 3);
  EXPECT_EQ(index.TakeVariant({1, Part::kGiven}), 8U);
  EXPECT_EQ(index.TakeVariant({2, Part::kSurname}), 1U);
}

}  // namespace
}  // namespace maske::redact
