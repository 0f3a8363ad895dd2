// --patterns, --only-patterns, patterns list and check.
#include <gtest/gtest.h>

#include <string>

#include "cli/harness.h"

namespace maske::cli {
namespace {

constexpr std::string_view kGood = R"TOML([[pattern]]
id = "acme-order"
type = "ACME_ORDER"
source = "invented for this test"
expression = 'AC-\d{6}'
digits = [6, 6]
scores = { bare = 0.9 }
[pattern.examples]
match = ["Auftrag «AC-123456»", "«AC-000001».", "(«AC-999999»)"]
no_match = ["AC-12345", "AC 123456", "XAC-123456"]
)TOML";

TEST(Patterns, OfAFolderAreAdded) {
  const Workspace ws;
  ws.Write("mine/acme.toml", kGood);
  EXPECT_EQ(ws.Run({"--patterns", "mine"}, "AC-123456 anna@example.org\n").out, "[ACME_ORDER_1] [EMAIL_1]\n");
  EXPECT_EQ(ws.Run({"--only-patterns", "mine"}, "AC-123456 anna@example.org\n").out,
            "[ACME_ORDER_1] anna@example.org\n");
  EXPECT_EQ(ws.Run({"--patterns", "mine", "--types", "ACME_ORDER"}, "AC-123456 anna@example.org\n").out,
            "[ACME_ORDER_1] anna@example.org\n");
  EXPECT_EQ(ws.Run({}, "AC-123456\n").out.find("ACME"), std::string::npos);
}

TEST(Patterns, OfAMapAreNeededToRestore) {
  const Workspace ws;
  ws.Write("mine/acme.toml", kGood);
  const Outcome masked = ws.Run({"--patterns", "mine", "--map", "m.json"}, "AC-123456\n");
  ASSERT_EQ(masked.status, 0) << masked;
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, masked.out).status, 2);
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json", "--patterns", "mine"}, masked.out).out, "AC-123456\n");
}

TEST(Patterns, ListShowsWhatIsLookedFor) {
  const Workspace ws;
  const Outcome run = ws.Run({"patterns", "list"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_TRUE(run.out.starts_with("ID ")) << run;
  EXPECT_NE(run.out.find("\nemail "), std::string::npos) << run;
  ws.Write("mine/acme.toml", kGood);
  for (const auto& words : {std::vector<std::string>{"patterns", "list", "mine"},
                            {"patterns", "list", "--patterns", "mine"},
                            {"patterns", "list", "--only-patterns", "mine"}}) {
    const Outcome mine = ws.Run(words);
    EXPECT_NE(mine.out.find("\nacme-order "), std::string::npos) << mine;
    EXPECT_NE(mine.out.find("mine/acme.toml:"), std::string::npos) << mine;
    EXPECT_EQ(mine.out.find("\nemail ") == std::string::npos, words[2] == "--only-patterns") << mine;
  }
}

TEST(Patterns, TestRunsAndTimesTheExamples) {
  const Workspace ws;
  ws.Write("mine/acme.toml", kGood);
  const Outcome run = ws.Run({"patterns", "test", "mine"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_TRUE(run.out.starts_with("ID          MATCH  NO_MATCH  NS/EXAMPLE  ORIGIN\nacme-order  3      3         "))
      << run;
  EXPECT_TRUE(run.out.ends_with("mine/acme.toml:1\n")) << run;
  std::string bad(kGood);
  bad.replace(bad.find("AC-12345\""), 9, "AC-123457\"").replace(bad.find("acme-order"), 10, "acme-other");
  ws.Write("mine/bad.toml", bad);
  const Outcome wrong = ws.Run({"patterns", "test", "mine"});
  EXPECT_EQ(wrong.status, 2) << wrong;
  EXPECT_NE(wrong.out.find("\nacme-order "), std::string::npos) << wrong;
  EXPECT_NE(wrong.out.find("mine/bad.toml:10: no_match example 1 gives a finding"), std::string::npos) << wrong;
  EXPECT_EQ(wrong.err, "maske: 1 fault\n");
}

TEST(Patterns, ChecksShowsWhatAPatternMayName) {
  const Workspace ws;
  const Outcome run = ws.Run({"patterns", "checks"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_TRUE(run.out.starts_with("NAME ")) << run;
  EXPECT_NE(run.out.find("\nluhn "), std::string::npos) << run;
  EXPECT_EQ(ws.Run({"patterns", "checks", "x"}).status, 2);
}

TEST(Patterns, CheckCountsWhatIsSound) {
  const Workspace ws;
  ws.Write("mine/acme.toml", kGood);
  const Outcome run = ws.Run({"patterns", "check", "mine"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, "mine: 1 pattern, no fault\n");
  EXPECT_EQ(run.err, "");
}

TEST(Patterns, CheckNamesFileLineAndReason) {
  const Workspace ws;
  std::string bad(kGood);
  bad.replace(bad.find("AC-\\d{6}"), 8, "\\bAC-\\d{6}");
  ws.Write("mine/bad.toml", bad);
  ws.Write("mine/worse.toml", "[[pattern]]\nid = \"x\"\ntype = \n");
  const Outcome run = ws.Run({"patterns", "check", "mine"});
  EXPECT_EQ(run.status, 2) << run;
  EXPECT_NE(run.out.find("mine/bad.toml:"), std::string::npos) << run;
  EXPECT_NE(run.out.find("mine/worse.toml:3: "), std::string::npos) << run;
  EXPECT_NE(run.err.find(" faults\n"), std::string::npos) << run;
  const Outcome mask = ws.Run({"--patterns", "mine"}, kText);
  EXPECT_EQ(mask.status, 2) << mask;
  EXPECT_EQ(mask.out, "");
  EXPECT_NE(mask.err.find("mine/"), std::string::npos) << mask;
}

}  // namespace
}  // namespace maske::cli
