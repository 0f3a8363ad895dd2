// Policy::languages: patterns of other languages and countries are not looked for; everything else is.
#include "languages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "chunks/feed.h"

namespace maske {
namespace {

std::string Mask(std::string_view text, std::vector<std::string> languages) {
  Policy policy;
  policy.languages = std::move(languages);
  return chunks::MaskInPieces(text, {}, chunks::kRealSegment, policy).out;
}

TEST(Languages, OfARule) {
  EXPECT_TRUE(IsForLanguages("", "", {"de"}));
  EXPECT_TRUE(IsForLanguages("de at", "", {"de"}));
  EXPECT_TRUE(IsForLanguages("be", "", {"de"}));  // an official language there
  EXPECT_FALSE(IsForLanguages("fr", "", {"de"}));
  EXPECT_TRUE(IsForLanguages("fr", "", {"de", "fr"}));
  EXPECT_TRUE(IsForLanguages("", "de en", {"en"}));
  EXPECT_FALSE(IsForLanguages("", "en", {"de"}));
  EXPECT_TRUE(IsForLanguages("zz", "", {"de"})) << "a country that is not in the table is not switched off";
  EXPECT_FALSE(IsForLanguages("us", "", {"de"}));
  EXPECT_TRUE(IsForLanguages("us", "de", {"de"}));
}

TEST(Languages, SwitchOffWhatIsForOthers) {
  const std::string text = "NIR 1 84 12 76 451 089 46, Steuer-ID 65929970489, anna@example.org";
  EXPECT_EQ(Mask(text, {}), "NIR [SOCIAL_SECURITY_1], Steuer-ID [TAX_ID_1], [EMAIL_1]");
  EXPECT_EQ(Mask(text, {"de"}), "NIR 1 84 12 76 451 089 46, Steuer-ID [TAX_ID_1], [EMAIL_1]");
  EXPECT_EQ(Mask(text, {"fr"}), "NIR [SOCIAL_SECURITY_1], Steuer-ID 65929970489, [EMAIL_1]");
  EXPECT_EQ(Mask(text, {"fr", "de"}), Mask(text, {}));
  EXPECT_EQ(Mask("Ms Zoekemann in Bonn", {"de"}), "Ms [PERSON_1] in Bonn") << "names count in any language";
}

TEST(Languages, MustExist) {
  Policy policy;
  policy.languages = {"de", "xx"};
  const auto session = Session::Create(chunks::SharedFilter(), policy);
  ASSERT_FALSE(session.ok());
  EXPECT_EQ(session.status().code(), ErrorCode::kInvalidArgument);
  EXPECT_NE(session.status().message().find("'xx'"), std::string::npos);
  const std::vector<std::string> known = chunks::SharedFilter()->Languages();
  EXPECT_TRUE(std::is_sorted(known.begin(), known.end()));
  for (const char* language : {"de", "en", "fr", "uk"}) {
    EXPECT_TRUE(std::binary_search(known.begin(), known.end(), language)) << language;
  }
}

// Every rule that says for whom it is belongs to a language that can be asked for, so that it can be had at all.
TEST(Languages, EveryRuleCanBeAskedFor) {
  const auto filter = chunks::SharedFilter();
  const std::vector<std::string> known = filter->Languages();
  std::size_t some = 0;
  for (const RuleDescription& rule : filter->Rules()) {
    EXPECT_TRUE(IsForLanguages(rule.countries, rule.languages, known)) << rule.id;
    const std::vector<std::string> none = {"is"};  // no rule is for Iceland alone yet
    some += !IsForLanguages(rule.countries, rule.languages, none);
  }
  EXPECT_GT(some, 20U);
}

}  // namespace
}  // namespace maske
