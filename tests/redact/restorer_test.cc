// Restoring in pieces: every cut gives the bytes of the whole, and no more is held back than may become a placeholder.
#include "redact/restorer.h"

#include <gtest/gtest.h>

#include "redact/labels.h"

namespace maske::redact {
namespace {

class RestorerTest : public ::testing::Test {
 protected:
  RestorerTest() : labels_(AllLabels()), forms_(&labels_, {}, false), vault_(0) {
    EXPECT_TRUE(vault_.Intern(kPerson, "Erika Muster"));
    EXPECT_TRUE(vault_.Intern(kIban, "DE02120300000000202051"));
    EXPECT_TRUE(vault_.Intern(kLiteral, "[PERSON_1]"));
  }

  std::string Restore(std::string_view text, std::size_t cut) {
    Restorer restorer(&vault_, &forms_, Tolerance::kBent);
    std::string out;
    restorer.Write(text.substr(0, cut), &out);
    restorer.Write(text.substr(cut), &out);
    restorer.Finish(&out);
    return out;
  }

  LabelTable labels_;
  Forms forms_;
  Vault vault_;
};

TEST_F(RestorerTest, EveryCut) {
  const struct {
    std::string_view masked, restored;
  } cases[] = {
      {"[PERSON_1], [IBAN_1]", "Erika Muster, DE02120300000000202051"},
      {"[LITERAL_1]", "[PERSON_1]"},
      {"[[PERSON_1]]", "[Erika Muster]"},
      {"\\[PERSON_1]", "\\Erika Muster"},
      {"\\[PERSON\\_1\\]", "Erika Muster"},
      {"**[Person 1]**s", "**Erika Muster**s"},
      {"[PERSON_2] [PERSON_", "[PERSON_2] [PERSON_"},
      {"[PERSON_1][PERSON_1]", "Erika MusterErika Muster"},
      {"\\\\[", "\\\\["},
      {"", ""},
  };
  for (const auto& c : cases) {
    for (std::size_t cut = 0; cut <= c.masked.size(); ++cut) {
      EXPECT_EQ(Restore(c.masked, cut), c.restored) << c.masked << " cut at " << cut;
    }
    Restorer bytewise(&vault_, &forms_, Tolerance::kBent);
    std::string out;
    for (const char byte : c.masked) bytewise.Write({&byte, 1}, &out);
    bytewise.Finish(&out);
    EXPECT_EQ(out, c.restored);
  }
}

TEST_F(RestorerTest, HoldsBackOnlyWhatMayBecomeAPlaceholder) {
  Restorer restorer(&vault_, &forms_, Tolerance::kBent);
  std::string out;
  restorer.Write("Hallo [PER", &out);
  EXPECT_EQ(out, "Hallo ");
  restorer.Write("SON_1", &out);
  EXPECT_EQ(out, "Hallo ");
  restorer.Write("]!", &out);
  EXPECT_EQ(out, "Hallo Erika Muster!");
  restorer.Write(" [" + std::string(500, 'x'), &out);
  EXPECT_EQ(out.size(), std::string("Hallo Erika Muster! [").size() + 500);
}

TEST_F(RestorerTest, CountsWhatItKnowsAndWhatNot) {
  Restorer restorer(&vault_, &forms_, Tolerance::kBent);
  std::string out;
  restorer.Write("[PERSON_1] [PERSON_9] [IBAN_1] [Tabelle 3]", &out);
  restorer.Finish(&out);
  EXPECT_EQ(restorer.restored(), 2U);
  EXPECT_EQ(restorer.unknown(), 1U);
}

}  // namespace
}  // namespace maske::redact
