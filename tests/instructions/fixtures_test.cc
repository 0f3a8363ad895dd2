// The counted texts are of the kind they are named after, the same each time, and of some size.
#include "instructions/fixtures.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "maske/maske.h"

namespace maske::instructions {
namespace {

TEST(Fixtures, AreTheSameForTheSameSeedOnly) {
  for (const char* name : {"mail", "manual", "log"}) {
    const std::string text = Fixture(name, 1);
    EXPECT_GE(text.size(), 200000U) << name;
    EXPECT_LE(text.size(), 215000U) << name;
    EXPECT_EQ(text, Fixture(name, 1)) << name;
    EXPECT_NE(text, Fixture(name, 2)) << name;
    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << name << ": a tag was left";
  }
  EXPECT_EQ(Fixture("novel", 1), "");
}

// Mails are full of people, manuals hold hardly any; a guard on either alone would miss half of the code.
TEST(Fixtures, HoldWhatTheirKindHolds) {
  const auto filter = Filter::Create().value();
  std::map<std::string, std::size_t> persons;
  std::map<std::string, std::size_t> all;
  for (const char* name : {"mail", "manual", "log"}) {
    const auto found = filter->Detect(Fixture(name, 1), {}, OffsetUnit::kByte).value();
    all[name] = found.size();
    for (const Finding& finding : found) persons[name] += finding.type == "PERSON" ? 1 : 0;
  }
  EXPECT_GT(persons["mail"], 500U);
  EXPECT_LT(persons["manual"], persons["mail"] / 10);
  EXPECT_GT(all["log"], 500U);
}

}  // namespace
}  // namespace maske::instructions
