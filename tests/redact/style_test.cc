// Own styles: what is refused and why; and that whatever an accepted one writes is read back between any characters that matter.
#include "redact/style.h"

#include <gtest/gtest.h>

#include <vector>

#include "redact/forms.h"
#include "redact/labels.h"

namespace maske::redact {
namespace {

TEST(StyleTest, Names) {
  for (const auto& [name, example] :
       {std::pair{"brackets", "[PERSON_1]"}, {"angles", "<PERSON_1>"}, {"braces", "{{PERSON_1}}"}}) {
    const auto style = Style::Create(name);
    ASSERT_TRUE(style.ok());
    EXPECT_EQ(style->open + "PERSON_1" + style->close, example);
    EXPECT_TRUE(style->own_open.empty());
    EXPECT_EQ(Style::Create(example)->open, style->open);
  }
}

TEST(StyleTest, RefusesWhatCannotBeRestored) {
  for (const char* example : {"PERSON_1",
                              "[PERSON_1",
                              "PERSON_1]",
                              "x",
                              "[EMAIL_1]",
                              "%PERSON_1%",
                              "{PERSON_1}",
                              "[[[[[[[[[[[[PERSON_1]]]]]]]]]]]]]",
                              "-PERSON_1-",
                              "(PERSON_1)s",
                              "( PERSON_1 )",
                              "&PERSON_1;",
                              "\"PERSON_1\"",
                              "*PERSON_1/",
                              "]PERSON_1[",
                              "<PERSON_1]",
                              "“PERSON_1”",
                              "„PERSON_1“",
                              "\\(PERSON_1\\)",
                              "(\nPERSON_1)",
                              "\xC3PERSON_1)",
                              "<PERSON_1/>",
                              "}PERSON_1]",
                              "［PERSON_1］",
                              "〉PERSON_1〈PERSON_1〉"}) {
    const auto style = Style::Create(example);
    EXPECT_FALSE(style.ok()) << example;
    EXPECT_EQ(style.status().code(), ErrorCode::kInvalidArgument);
  }
}

// Every pair of delimiters over the characters that could confuse: when it is accepted, every text of a few characters before
// and behind leaves the placeholder alone to be read, by the rule that restoring follows: the first form from the left.
TEST(StyleTest, WhatIsAcceptedIsReadBackBetweenAnyCharacters) {
  const LabelTable labels = AllLabels();
  const std::vector<std::string> pieces = {"[", "]", "<", ">", "{", "}", "(", ")", "#", "/", "«", "⟦"};
  std::vector<std::string> delimiters = pieces;
  for (const std::string& a : pieces) {
    for (const std::string& b : pieces) delimiters.push_back(a + b);
  }
  std::vector<std::string> around = {"",  "\\",       "[PERSON_1", "<PERSON_1", "{{PERSON_1", "&#91;PERSON_1&",
                                     "&", "„PERSON_1"};
  for (const std::string& piece : pieces)
    around.insert(around.end(), {piece, piece + piece, piece + "PERSON_1", piece + "PERSON_1_"});
  std::size_t accepted = 0;
  for (const std::string& open : delimiters) {
    for (const std::string& close : delimiters) {
      const auto style = Style::Create(open + "PERSON_1" + close);
      if (!style.ok()) continue;
      ++accepted;
      const Forms forms(&labels, *style, false);
      const std::string written = forms.Written({kPerson, 12, 1});
      for (const std::string& before : around) {
        for (const std::string& behind :
             {std::string(), close, std::string("]"), std::string(">"), std::string("}}"), std::string("_2")}) {
          const std::string text = before + written + behind;
          std::size_t length = 0;
          Placeholder read;
          std::size_t at = 0;
          // A form of the text itself would be LITERAL: only those that touch the placeholder count.
          while (forms.Read(std::string_view(text).substr(at), &read, &length) != Reading::kForm ||
                 at + length <= before.size())
            ++at;
          ASSERT_EQ(at, before.size()) << text;
          ASSERT_EQ(length, written.size()) << text;
        }
      }
    }
  }
  EXPECT_GT(accepted, 1000U);
}

}  // namespace
}  // namespace maske::redact
