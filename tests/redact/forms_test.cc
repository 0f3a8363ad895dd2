// The form of placeholders: what is written in every style is read back, its prefixes are held, and what is none is none.
// What models make of them: bent_forms_test.cc.
#include "redact/forms.h"

#include <gtest/gtest.h>

#include "redact/labels.h"

namespace maske::redact {
namespace {

constexpr const char* kStyles[] = {"brackets",     "angles",     "braces",     "((PERSON_1))",
                                   "§[PERSON_1]!", "⟦PERSON_1⟧", "${PERSON_1}"};

class FormsTest : public ::testing::Test {
 protected:
  FormsTest() : labels_(AllLabels()) {}
  Forms In(std::string_view style, bool german = false) {
    auto made = Style::Create(style);
    EXPECT_TRUE(made.ok()) << style << ": " << made.status().message();
    return {&labels_, std::move(made).value(), german};
  }
  // "type/number/variant/length", "more" or "none".
  std::string Read(std::string_view text, std::string_view style = "") {
    Placeholder p;
    std::size_t length = 0;
    const Reading reading = In(style).Read(text, &p, &length);
    if (reading != Reading::kForm) return reading == Reading::kMore ? "more" : "none";
    return std::string(labels_.label(p.type, false)) + "/" + std::to_string(p.number) + "/" +
           std::to_string(p.variant) + "/" + std::to_string(length);
  }
  LabelTable labels_;
};

TEST_F(FormsTest, EveryStyleTypeAndLanguageComesBack) {
  for (const char* style : kStyles) {
    for (const bool german : {false, true}) {
      const Forms forms = In(style, german);
      for (TypeId type = 0; type < labels_.size(); ++type) {
        for (const std::uint32_t number : {1U, 9U, 10U, kMaxNumber}) {
          for (const std::uint32_t variant : {1U, 2U, kMaxVariant}) {
            for (const Part part : {Part::kWhole, Part::kGiven, Part::kSurname}) {
              if (part != Part::kWhole && type != kPerson) continue;
              const Placeholder placeholder{type, number, variant, part};
              const std::string text = forms.Written(placeholder);
              ASSERT_LE(text.size(), kMaxPlaceholderBytes);
              EXPECT_TRUE(forms.IsExact(text, placeholder)) << text;
              EXPECT_EQ(forms.Find("xy" + text, 0), 2U) << text;
              Placeholder read;
              std::size_t length = 0;
              for (const char* behind : {"", "tail", "]", ">", "}}", ")", "_2", "\\", "\xC2"}) {
                ASSERT_EQ(forms.Read(text + behind, &read, &length), Reading::kForm) << text << behind;
                ASSERT_EQ(read, placeholder) << text << behind;
                ASSERT_EQ(length, text.size()) << text << behind;
              }
              for (std::size_t cut = 0; cut < text.size(); ++cut) {
                ASSERT_EQ(forms.Read(text.substr(0, cut), &read, &length), Reading::kMore) << text << " cut at " << cut;
                ASSERT_EQ(forms.Find(text.substr(0, cut), 0), cut == 0 ? std::string::npos : 0) << text << cut;
              }
            }
          }
        }
      }
    }
  }
}

TEST_F(FormsTest, WhatIsNone) {
  for (const char* text : {"[]",
                           "[PERSON]",
                           "[PERSON_]",
                           "[PERSON_0]",
                           "[PERSON_01]",
                           "[PERSON1]",
                           "[_1]",
                           "[1]",
                           "[KUCHEN_1]",
                           "[PERSON_1_1]",
                           "[PERSON_1_99999]",
                           "[PERSON_1_2_3]",
                           "[[PERSON_1]",
                           "[PERSON\n1]",
                           "PERSON_1",
                           "\\[PERSON_1]",
                           "\\PERSON_1\\]",
                           "[PERSON__1]",
                           "[-1]",
                           "[PERSON.1]",
                           "[PERSON_1>",
                           "<PERSON_1]",
                           "{PERSON_1}",
                           "{{PERSON_1}]",
                           "{ {PERSON_1}}",
                           "(PERSON_1)",
                           "\"PERSON_1\"",
                           "'PERSON_1'",
                           "[IBAN_1_SURNAME]",
                           "[PERSON_1_NAME]",
                           "[PERSON_SURNAME_1]",
                           "[PERSON_1234567890]",
                           "[**PERSON_1*]",
                           "[*PERSON_1]",
                           "[  PERSON_1]",
                           "[PERSON_1  ]",
                           "&lt;PERSON_1>",
                           "<PERSON_1&gt;",
                           "[PERSON_1\\u005d",
                           "［PERSON_1]",
                           "„PERSON_1«",
                           "”PERSON_1“",
                           "[PERSON_1s]",
                           "a",
                           "]"}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
}

TEST_F(FormsTest, OwnStylesAreReadUnderTheirPolicyOnly) {
  EXPECT_EQ(Read("((PERSON_1))", "((PERSON_1))"), "PERSON/1/1/12");
  EXPECT_EQ(Read("((PERSON_1))"), "none");
  EXPECT_EQ(Read("\\(\\(Person\\_1\\)\\)", "((PERSON_1))"), "PERSON/1/1/17");
  EXPECT_EQ(Read("&#40;&#40;Person_1&#41;&#41;", "((PERSON_1))"), "PERSON/1/1/28");
  EXPECT_EQ(Read("[PERSON_1]", "((PERSON_1))"), "PERSON/1/1/10");
  EXPECT_EQ(Read("((PERSON_1)", "((PERSON_1))"), "more");
  EXPECT_EQ(Read("((PERSON_1) ", "((PERSON_1))"), "none");
}

TEST_F(FormsTest, HoldsBackNothingThatCannotBecomeOne) {
  for (const char* text : {"[q", "[PERSONS", "[PERSON_1.", "[\n", "\\a", "[[", "<p>", "<div", "{\"", "&amp", "&#1x",
                           "„Er", "[**x", "\\u12g", "[TAX__", "[PERSON_1_X"}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
  EXPECT_EQ(Read("[PERSON_1_" + std::string(kMaxPlaceholderBytes, '_')), "none");
  const std::string longest = "[\\u0050ERSON\\u005f1";
  EXPECT_EQ(Read(longest), "more");
}

TEST_F(FormsTest, NothingLongerThanTheBoundIsRead) {
  std::string escaped;
  for (const char c : std::string_view("[CRYPTO_WALLET_1]")) {
    static constexpr char kHex[] = "0123456789abcdef";
    escaped += "\\u00";
    escaped += kHex[static_cast<unsigned char>(c) >> 4U];
    escaped += kHex[static_cast<unsigned char>(c) & 15U];
  }
  EXPECT_EQ(Read(escaped), "CRYPTO_WALLET/1/1/102");
  std::string longer = escaped;
  longer.insert(6 * 16, "\\u0031\\u0031\\u0031\\u0031\\u0031");  // 132 bytes
  EXPECT_EQ(Read(longer), "none");
  for (std::size_t cut = 0; cut < kMaxPlaceholderBytes; ++cut) EXPECT_EQ(Read(longer.substr(0, cut)), "more") << cut;
}

TEST_F(FormsTest, WithoutDelimiters) {
  const Forms forms = In("");
  const auto read = [&](std::string_view text) {
    Placeholder p;
    std::size_t length = 0;
    const Reading reading = forms.ReadBare(text, &p, &length);
    return reading == Reading::kForm ? std::to_string(p.number) + "/" + std::to_string(length)
                                     : std::string(reading == Reading::kMore ? "more" : "none");
  };
  EXPECT_EQ(read("PERSON_1."), "1/8");
  EXPECT_EQ(read("Person-12 und"), "12/9");
  EXPECT_EQ(read("PERSON 1\n"), "1/8");
  EXPECT_EQ(read("Person 1\n"), "none");
  EXPECT_EQ(read("person\\_1 "), "1/9");
  EXPECT_EQ(read("PERSON_1"), "more");
  EXPECT_EQ(read("PERSON_1a"), "none");
  EXPECT_EQ(read("PERSONEN_1 "), "none");
}

}  // namespace
}  // namespace maske::redact
