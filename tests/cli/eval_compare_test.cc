// maske eval --compare: what it says about runs whose difference is known.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

// So many documents with an address each; the first few say something else to the program than to the gold.
std::string Gold(int documents) {
  std::string gold;
  for (int i = 0; i < documents; ++i) {
    gold.append("{\"id\":\"d").append(std::to_string(i));
    gold.append("\",\"text\":\"an anna@example.org\",\"entities\":[{\"start\":3,\"end\":19,\"type\":\"EMAIL\"}]}\n");
  }
  return gold;
}

class Compare : public ::testing::Test {
 protected:
  // Runs eval and keeps its JSON; the table is not looked at.
  void Run(const std::string& name, std::vector<std::string> words, const std::string& gold) const {
    words.insert(words.begin(), {"eval", "--json", name});
    words.emplace_back("-");
    const Outcome run = ws_.Run(words, gold);
    ASSERT_EQ(run.status, 0) << run;
  }
  [[nodiscard]] std::string Compared() const {
    const Outcome run = ws_.Run({"eval", "--compare", "a.json", "b.json"});
    EXPECT_EQ(run.status, 0) << run;
    return run.out;
  }
  // The run b is a, with one document's counts as if nothing had been found there.
  void MissIn(int documents) const {
    std::string json = ws_.Read("a.json");
    const std::string hit = R"("clean":true,"types":{"EMAIL":{"gold":1,"masked":1,"typed":1,"exact":1,"letters":14,)"
                            R"("letters_hit":14,"found":1,"right":1,"letters_over":0}})";
    const std::string missed =
        R"("clean":false,"types":{"EMAIL":{"gold":1,"masked":0,"typed":0,"exact":0,"letters":14,)"
        R"("letters_hit":0,"found":0,"right":0,"letters_over":0}})";
    for (int i = 0; i < documents; ++i) {
      const std::size_t at = json.find(hit);
      ASSERT_NE(at, std::string::npos);
      json.replace(at, hit.size(), missed);
    }
    ws_.Write("b.json", json);
  }
  [[nodiscard]] static bool Contains(const std::string& text, std::string_view piece) {
    return text.find(piece) != std::string::npos;
  }
  Workspace ws_;
};

TEST_F(Compare, EqualRunsHaveNothingToShow) {
  Run("a.json", {}, Gold(20));
  Run("b.json", {}, Gold(20));
  EXPECT_EQ(Compared(), "standard input: 20 documents\n  0 documents changed\n");
}

TEST_F(Compare, AnAbyssIsBeyondNoise) {
  Run("a.json", {}, Gold(20));
  Run("b.json", {"--exclude-types", "EMAIL"}, Gold(20));
  const std::string out = Compared();
  EXPECT_TRUE(Contains(
      out, "  EMAIL            masked                  1.0000    0.0000   -1.0000  -1.0000 to -1.0000  WORSE\n"))
      << out;
  EXPECT_TRUE(Contains(
      out, "                   documents_clean         1.0000    0.0000   -1.0000  -1.0000 to -1.0000  WORSE\n"))
      << out;
  EXPECT_TRUE(Contains(out, "  EMAIL            prec                    1.0000         -\n")) << out;
  EXPECT_TRUE(Contains(out,
                       "  20 documents changed:\n    \"d0\": EMAIL masked 1->0 typed 1->0 exact 1->0 letters hit "
                       "14->0 found 1->0 right 1->0\n"))
      << out;
  const Outcome back = ws_.Run({"eval", "--compare", "b.json", "a.json"});
  EXPECT_TRUE(Contains(back.out, "+1.0000  +1.0000 to +1.0000  better\n")) << back;
}

TEST_F(Compare, OneDocumentIsNoise) {
  Run("a.json", {}, Gold(50));
  MissIn(1);
  const std::string out = Compared();
  EXPECT_TRUE(Contains(out, "1.0000    0.9800   -0.0200  ")) << out;
  EXPECT_TRUE(Contains(out, " to 0.0000  noise\n")) << out;
  EXPECT_FALSE(Contains(out, "WORSE")) << out;
  EXPECT_TRUE(Contains(out, "  1 document changed:\n    \"d0\": EMAIL masked 1->0")) << out;
}

TEST_F(Compare, TenOfFiftyDocumentsAreNot) {
  Run("a.json", {}, Gold(50));
  MissIn(10);
  EXPECT_TRUE(Contains(Compared(), "  EMAIL            masked                  1.0000    0.8000   -0.2000  "))
      << Compared();
  EXPECT_TRUE(Contains(Compared(), "WORSE\n")) << Compared();
}

TEST_F(Compare, MoreOvermaskingIsWorse) {
  std::string gold;
  for (int i = 0; i < 30; ++i) {
    gold.append(
        "{\"text\":\"an anna@example.org und 10 Tage\",\"entities\":[{\"start\":24,\"end\":26,\"type\":\"EMAIL\"}]}\n");
  }
  Run("a.json", {"--exclude-types", "EMAIL"}, gold);
  Run("b.json", {}, gold);
  const std::string out = Compared();
  EXPECT_TRUE(Contains(out, "  EMAIL            over                   0.00000   0.60870")) << out;
  EXPECT_TRUE(Contains(out, "false_per_10k_words       0.00   2000.00  +2000.00  +2000.00 to +2000.00  WORSE\n"))
      << out;
}

TEST_F(Compare, FewDocumentsTellNothing) {
  Run("a.json", {}, Gold(4));
  Run("b.json", {"--exclude-types", "EMAIL"}, Gold(4));
  EXPECT_TRUE(Contains(Compared(), "-1.0000  too few documents to tell\n")) << Compared();
}

TEST_F(Compare, RunsOverDifferentGoldAreRefused) {
  Run("a.json", {}, Gold(6));
  const auto refused = [&](const std::string& gold) {
    Run("b.json", {}, gold);
    const Outcome run = ws_.Run({"eval", "--compare", "a.json", "b.json"});
    EXPECT_EQ(run.status, 3) << run;
    EXPECT_EQ(run.out, "");
    return run.err;
  };
  EXPECT_EQ(refused(Gold(7)),
            "maske: a.json and b.json are not of the same gold: file 1, the number of documents differs\n");
  std::string other = Gold(6);
  other.replace(other.find("\"d3\""), 4, "\"x3\"");
  EXPECT_EQ(refused(other), "maske: a.json and b.json are not of the same gold: file 1, gold of document 4 differs\n");
  other = Gold(6);
  other.replace(other.find("\"end\":19"), 8, "\"end\":18");
  EXPECT_TRUE(Contains(refused(other), "gold of document 1 differs"));
}

TEST_F(Compare, WhatIsNoRunIsRefused) {
  Run("a.json", {}, Gold(6));
  const std::string good = ws_.Read("a.json");
  std::string bad_count = good;
  bad_count.replace(bad_count.find("\"letters_hit\":"), 14, "\"letters_hit\":-");
  for (const std::string& bad :
       {std::string(), std::string("{}"), std::string("[]"), good.substr(0, good.size() / 2),
        std::string("{\"maske_eval\":2,\"files\":[]}"), std::string("{\"maske_eval\":1,\"files\":[{}]}"), bad_count}) {
    ws_.Write("b.json", bad);
    for (const std::vector<std::string>& order :
         {std::vector<std::string>{"a.json", "b.json"}, std::vector<std::string>{"b.json", "a.json"}}) {
      const Outcome run = ws_.Run({"eval", "--compare", order[0], order[1]});
      EXPECT_EQ(run.status, 3) << bad << run;
      EXPECT_EQ(run.err, "maske: b.json: this is no run of maske eval; write one with --json FILE\n") << bad;
    }
  }
  EXPECT_EQ(ws_.Run({"eval", "--compare", "a.json", "no.json"}).status, 3);
}

}  // namespace
}  // namespace maske::cli
