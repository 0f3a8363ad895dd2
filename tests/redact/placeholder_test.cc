// The form of placeholders: what is written is read back, what models make of it is read too, and nothing else is.
#include "redact/placeholder.h"

#include <gtest/gtest.h>

#include "base/types.h"

namespace maske::redact {
namespace {

LabelTable Labels() {
  LabelTable labels;
  for (const TypeInfo& type : BuiltinTypes()) {
    EXPECT_FALSE(labels.Add(type.name, type.label_en, type.label_de)) << type.name;
  }
  EXPECT_FALSE(labels.Add("Projekt", "Projekt", "Projekt"));
  return labels;
}

std::string Read(std::string_view text) {
  static const LabelTable labels = Labels();
  std::size_t length = 0;
  const auto p = ParsePlaceholder(text, labels, &length);
  if (!p) return "none";
  return std::to_string(p->type) + "/" + std::to_string(p->number) + "/" + std::to_string(p->variant) + "/" +
         std::to_string(length);
}

TEST(PlaceholderTest, EveryTypeInBothLanguagesComesBack) {
  const LabelTable labels = Labels();
  for (TypeId type = 0; type < labels.size(); ++type) {
    for (const bool german : {false, true}) {
      for (const std::uint32_t number : {1U, 9U, 10U, 123456789U}) {
        for (const std::uint32_t variant : {1U, 2U, 9999U}) {
          const Placeholder placeholder{type, number, variant};
          const std::string text = FormatPlaceholder(placeholder, labels, german);
          ASSERT_LE(text.size(), kMaxPlaceholderBytes);
          std::size_t length = 0;
          const auto read = ParsePlaceholder(text + "tail", labels, &length);
          ASSERT_TRUE(read) << text;
          EXPECT_EQ(*read, placeholder) << text;
          EXPECT_EQ(length, text.size());
          for (std::size_t cut = 0; cut < text.size(); ++cut) {
            EXPECT_TRUE(MayBecomePlaceholder(text.substr(0, cut))) << text << " cut at " << cut;
          }
        }
      }
    }
  }
}

TEST(PlaceholderTest, WhatModelsMakeOfThem) {
  const std::string person = std::to_string(kPerson);
  EXPECT_EQ(Read("[PERSON_1]"), person + "/1/1/10");
  EXPECT_EQ(Read("[Person_1]"), person + "/1/1/10");
  EXPECT_EQ(Read("[person 12]"), person + "/12/1/11");
  EXPECT_EQ(Read("[PERSON-3]"), person + "/3/1/10");
  EXPECT_EQ(Read("[PERSON\\_1]"), person + "/1/1/11");
  EXPECT_EQ(Read("\\[PERSON\\_1\\]"), person + "/1/1/13");
  EXPECT_EQ(Read("[steuer id 4]"), std::to_string(kTaxId) + "/4/1/13");
  EXPECT_EQ(Read("[Führerschein_2_3]"), std::to_string(kDrivingLicence) + "/2/3/19");
  EXPECT_EQ(Read("[FÜHRERSCHEIN_2]"), std::to_string(kDrivingLicence) + "/2/1/17");
}

TEST(PlaceholderTest, WhatIsNone) {
  for (const char* text : {"",
                           "[",
                           "[]",
                           "[PERSON]",
                           "[PERSON_]",
                           "[PERSON_0]",
                           "[PERSON_01]",
                           "[PERSON1]",
                           "[_1]",
                           "[1]",
                           "[KUCHEN_1]",
                           "[PERSON_1",
                           "[PERSON_1_1]",
                           "[PERSON_1_99999]",
                           "[PERSON_1_2_3]",
                           "[PERSON_1234567890]",
                           "[[PERSON_1]",
                           "[PERSON\n1]",
                           "PERSON_1",
                           "\\[PERSON_1]",
                           "\\PERSON_1\\]",
                           "[PERSON__1]",
                           "[-1]",
                           "[PERSON.1]"}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
}

TEST(PlaceholderTest, HoldsBackNothingThatCannotBecomeOne) {
  for (const char* text : {"a", "[a]", "[PERSON_1.", "[\n", "\\a", "[[", "]"}) {
    EXPECT_FALSE(MayBecomePlaceholder(text)) << text;
  }
  EXPECT_FALSE(MayBecomePlaceholder("[" + std::string(kMaxPlaceholderBytes, 'a')));
}

TEST(LabelTableTest, RefusesLabelsThatCannotBeRestored) {
  LabelTable labels = Labels();
  for (const char* label : {"", "1A", "A1", "_A", "A_", "A B", "A[", "A_1B", "person", "Per-son", "STEUER_ID"}) {
    EXPECT_TRUE(labels.Add("X", label, label)) << label;
  }
  EXPECT_TRUE(labels.Add("X", std::string(41, 'A'), "X"));
  EXPECT_FALSE(labels.Add("Kostenstelle", "Kostenstelle", "Kostenstelle"));
}

}  // namespace
}  // namespace maske::redact
