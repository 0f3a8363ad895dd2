// Policy::exclude_rules: what an excluded rule would find is left to the others; some rules cannot be excluded.
#include <gtest/gtest.h>

#include <string>

#include "chunks/feed.h"

namespace maske {
namespace {

std::string Mask(std::string_view text, std::vector<std::string> rules, std::vector<std::string> languages = {}) {
  Policy policy;
  policy.exclude_rules = std::move(rules);
  policy.languages = std::move(languages);
  return chunks::MaskInPieces(text, {}, chunks::kRealSegment, policy).out;
}

TEST(RulesOff, TheOthersGoOn) {
  const std::string text = "Frau Zoekemann, anna@example.org, IBAN DE89 3704 0044 0532 0130 00";
  EXPECT_EQ(Mask(text, {}), "Frau [PERSON_1], [EMAIL_1], IBAN [IBAN_1]");
  EXPECT_EQ(Mask(text, {"email"}), "Frau [PERSON_1], anna@example.org, IBAN [IBAN_1]");
  EXPECT_EQ(Mask(text, {"email", "email"}), Mask(text, {"email"}));
}

// A candidate that lost to the excluded rule's is a finding now.
TEST(RulesOff, GiveWay) {
  const std::string text = "Steuer-ID 65929970489";
  Policy policy;
  const auto all = chunks::SharedFilter()->Detect(text, policy);
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->size(), 1U);
  policy.exclude_rules = {std::string(all->front().rule)};
  const auto others = chunks::SharedFilter()->Detect(text, policy);
  ASSERT_TRUE(others.ok());
  for (const Finding& finding : *others) EXPECT_NE(finding.rule, all->front().rule);
  EXPECT_EQ(Mask("Frau Zoekemann", {"person_title", "person_model", "person_weak"}), "Frau Zoekemann");
}

TEST(RulesOff, WithLanguages) {
  const std::string text = "NIR 1 84 12 76 451 089 46, Steuer-ID 65929970489, anna@example.org";
  EXPECT_EQ(Mask(text, {"email"}, {"fr"}), "NIR [SOCIAL_SECURITY_1], Steuer-ID 65929970489, anna@example.org");
}

TEST(RulesOff, AreRefused) {
  FilterOptions options;
  options.deny.push_back({"Projekt Wal", "", ""});
  const auto filter = Filter::Create(options);
  ASSERT_TRUE(filter.ok());
  for (const std::string rule : {"no-such-rule", "placeholder_form", "deny_list"}) {
    Policy policy;
    policy.exclude_rules = {rule};
    const auto session = Session::Create(*filter, policy);
    ASSERT_FALSE(session.ok()) << rule;
    EXPECT_EQ(session.status().code(), ErrorCode::kInvalidArgument);
    EXPECT_NE(session.status().message().find("'" + rule + "'"), std::string::npos) << session.status().message();
  }
}

TEST(RulesOff, NamesSayWhatTheyGoBy) {
  for (const RuleDescription& rule : chunks::SharedFilter()->Rules()) {
    EXPECT_EQ(rule.evidence.empty(), rule.type != "PERSON") << rule.id;
  }
}

}  // namespace
}  // namespace maske
