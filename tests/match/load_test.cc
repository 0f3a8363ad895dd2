// The loader of pattern files: what it accepts, and one faulty file for each reason that patterns/FORMAT.md lists. A fault
// names its file and line, and the line is the one that is wrong.
#include "match/load.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "match/pattern_set.h"
#include "own_folder.h"

namespace maske::match {
namespace {

// A sound pattern; each fault replaces one line of it.
const std::vector<std::string>& Sound() {
  static const std::vector<std::string> lines = {
      "[[pattern]]",                                           // 1
      "id = 'acme'",                                           // 2
      "type = 'CUSTOMER_ID'",                                  // 3
      "source = 'letter of the sales department'",             // 4
      "expression = 'AC-(\\d{6})'",                            // 5
      "group = 1",                                             // 6
      "max_bytes = 40",                                        // 7
      "digits = [6, 6]",                                       // 8
      "scores = { bare = 0.6, context = 0.9 }",                // 9
      "context = { words = ['Kunde*', 'Kd Nr'], left = 30 }",  // 10
      "edges = { left = 'word', right_not = '-' }",            // 11
      "countries = ['de']",                                    // 12
      "[pattern.examples]",                                    // 13
      "match = ['AC-«123456»', 'AC-654321', 'an AC-111111']",  // 14
      "no_match = ['AC-12345', 'XAC-123456', 'AC-123456-7']",  // 15
  };
  return lines;
}

std::string Join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::vector<std::string> FaultsOf(const std::string& text) {
  LoadedPatterns loaded;
  LoadPatternText(text, "x.toml", &loaded);
  EXPECT_EQ(loaded.faults.empty(), !loaded.patterns.empty());
  return loaded.faults;
}

TEST(LoadTest, ASoundPatternLoads) {
  LoadedPatterns loaded;
  LoadPatternText(Join(Sound()), "x.toml", &loaded);
  ASSERT_TRUE(loaded.faults.empty()) << loaded.faults.front();
  ASSERT_EQ(loaded.patterns.size(), 1U);
  const Pattern& pattern = loaded.patterns[0]->pattern;
  EXPECT_EQ(pattern.id, "acme");
  EXPECT_EQ(pattern.origin, "x.toml:1");
  EXPECT_EQ(pattern.group, 1);
  EXPECT_EQ(pattern.max_bytes, 40);
  EXPECT_EQ(pattern.context.size(), 2U);
  EXPECT_EQ(pattern.context[1].words.size(), 2U);
  EXPECT_TRUE(pattern.context[0].words[0].open_back);
  EXPECT_FLOAT_EQ(pattern.scores.context, 0.9F);
}

struct Fault {
  std::size_t line;    // that is replaced, 1-based
  std::string text;    // by this
  std::size_t shown;   // the line the fault names
  std::string reason;  // what the fault says, in part
};

// For the names of tests, which are the same in every build.
void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.line << ": " << fault.text; }

class FaultTest : public testing::TestWithParam<Fault> {};

TEST_P(FaultTest, IsNamedWithFileLineAndReason) {
  std::vector<std::string> lines = Sound();
  lines[GetParam().line - 1] = GetParam().text;
  const std::vector<std::string> faults = FaultsOf(Join(lines));
  ASSERT_FALSE(faults.empty());
  const std::string place = "x.toml:" + std::to_string(GetParam().shown) + ": ";
  EXPECT_EQ(faults[0].substr(0, place.size()), place) << faults[0];
  EXPECT_NE(faults[0].find(GetParam().reason), std::string::npos) << faults[0];
}

INSTANTIATE_TEST_SUITE_P(
    Reasons, FaultTest,
    testing::Values(
        Fault{2, "id = 'acme", 2, "no valid TOML"}, Fault{2, "colour = 'red'", 2, "unknown key 'colour'"},
        Fault{2, "", 1, "'id' is missing"}, Fault{2, "id = 7", 2, "must be a string"},
        Fault{2, "id = 'Acme Nr'", 2, "'id' must be of"}, Fault{3, "", 1, "'type' is missing"},
        Fault{3, "type = 'customer'", 3, "'type' must be of"}, Fault{4, "", 1, "'source' is missing"},
        Fault{5, "", 1, "'expression' is missing"}, Fault{5, "expression = 'AC-(\\d{6}'", 5, "expression: "},
        Fault{5, "expression = '\\bAC-(\\d{6})'", 5, "\\b and \\B"},
        Fault{5, "expression = 'AC-(\\d{6})\\B'", 5, "\\b and \\B"},
        Fault{5, "expression = '\\AAC-(\\d{6})'", 5, "\\A and \\z"},
        Fault{5, "expression = 'AC-(\\d{6})\\z'", 5, "\\A and \\z"}, Fault{5, "expression = 'AC-(\\C{6})'", 5, ""},
        Fault{5, "expression = '(\\d*)'", 5, "matches the empty string"},
        Fault{5, "expression = '(\\d|^$)'", 5, "matches the empty string"},
        Fault{5, "expression = '([\\pL\\pN]{1,64})@\\d'", 5, "instructions, more than"},
        Fault{5, "expression = '(\\101)'", 5, "construct"}, Fault{6, "group = 2", 6, "no such group"},
        Fault{6, "group = -1", 6, "must be an integer from"},
        Fault{7, "max_bytes = 3", 7, "must be an integer from 4 to 1000"},
        Fault{7, "max_bytes = 1001", 7, "must be an integer from 4 to 1000"},
        Fault{8, "digits = [7, 6]", 8, "'digits' must be"}, Fault{8, "digits = 6", 8, "'digits' must be"},
        Fault{9, "scores = { bare = 1.5 }", 9, "from 0 to 1"},
        Fault{9, "scores = { check = 0.9 }", 9, "without a check"},
        Fault{9, "scores = { context = 0.9 }", 9, "score 'bare' is missing"},
        Fault{9, "", 1, "score 'bare' is missing"}, Fault{9, "scores = { bare = 0.6, colour = 1 }", 9, "unknown key"},
        Fault{10, "scores2 = 1", 10, "unknown key"}, Fault{10, "", 9, "without context words"},
        Fault{10, "context = { words = ['--', 'Kd'] }", 10, "holds no word"},
        Fault{10, "context = { words = ['Kd'], left = 201 }", 10, "from 0 to 200"},
        Fault{10, "context = { words = ['Kd'], lines = 4 }", 10, "from 0 to 3"},
        Fault{11, "edges = { left = 'letter' }", 11, "edge must be"},
        Fault{11, "edges = { right_not = '\\q' }", 11, "knows \\d"},
        Fault{11, "check = 'no_such_check'", 11, "there is no check"},
        Fault{11, "check_failed = 'score'", 1, "without a 'check'"},
        Fault{11, "check_failed = 'keep'", 11, "must be \"drop\""}, Fault{11, "open = 'wide'", 11, "'open' must be"},
        Fault{11, "trigger = 'moon'", 11, "there is no trigger"}, Fault{11, "trigger = 'at'", 11, "does not imply"},
        Fault{11, "shrink = 'yes'", 11, "true or false"},
        Fault{12, "countries = ['Germany']", 12, "two lower-case letters"},
        Fault{14, "match = ['AC-123456', 'AC-654321']", 13, "fewer than three match"},
        Fault{14, "match = ['AC-123456', 'AC-654321', 'AD-111111']", 14, "match example 3 gives no finding"},
        Fault{14, "match = ['AC-1«23456»', 'AC-654321', 'AC-111111']", 14, "no finding at the marked bytes [4, 9)"},
        Fault{14, "match = ['AC-«123456', 'AC-654321', 'AC-111111']", 14, "marks of an example"},
        Fault{15, "no_match = ['a']", 13, "fewer than three no_match"},
        Fault{15, "no_match = ['AC-12345', 'AC-123456', 'b']", 15, "no_match example 2 gives a finding"},
        Fault{15, "no_match = ['AC-«12345»', 'b', 'c']", 15, "has no marks"}));

TEST(LoadTest, ShrinkNeedsASmallWindow) {
  std::vector<std::string> lines = Sound();
  lines[6] = "max_bytes = 129";
  lines[11] = "shrink = true";
  const auto faults = FaultsOf(Join(lines));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].find("x.toml:12: 'shrink' needs"), std::string::npos) << faults[0];
}

TEST(LoadTest, AnIdIsUsedOnce) {
  const auto text = Join(Sound());
  LoadedPatterns loaded;
  LoadPatternText(text + text, "x.toml", &loaded);
  ASSERT_EQ(loaded.faults.size(), 1U);
  EXPECT_EQ(loaded.faults[0], "x.toml:17: id 'acme' is used already at x.toml:1");
}

TEST(LoadTest, AnExampleBelowTheThresholdIsAFault) {
  std::vector<std::string> lines = Sound();
  lines[8] = "scores = { bare = 0.4, context = 0.9 }";
  EXPECT_EQ(FaultsOf(Join(lines)).size(), 3U);
}

class FolderTest : public testing::Test {
 protected:
  FolderTest() { std::filesystem::create_directories(dir_ / "sub"); }
  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(dir_ / name, std::ios::binary) << text;
  }

  const OwnFolder own_{"load"};
  const std::filesystem::path& dir_ = own_.path();
};

TEST_F(FolderTest, FilesBelowAFolderAreReadInOrder) {
  Write("b.toml", Join(Sound()));
  Write("sub/a.toml", "[[pattern]]\nid = 'x'\n");
  Write("readme.txt", "no pattern file");
  const auto faults = CheckDirectory(dir_.string());
  ASSERT_TRUE(faults.ok());
  ASSERT_FALSE(faults->empty());
  for (const std::string& fault : *faults)
    EXPECT_EQ(fault.find((dir_ / "sub" / "a.toml").generic_string() + ":"), 0U) << fault;
}

TEST_F(FolderTest, AFolderThatIsNotThereFails) {
  EXPECT_EQ(CheckDirectory((dir_ / "nowhere").string()).status().code(), ErrorCode::kPattern);
  std::vector<std::string> types;
  EXPECT_EQ(PatternSet::Create(true, {(dir_ / "nowhere").string()}, &types).status().code(), ErrorCode::kPattern);
  EXPECT_TRUE(types.empty());
}

TEST_F(FolderTest, NewTypesAreAppendedAndBuiltInIdsAreTaken) {
  std::vector<std::string> lines = Sound();
  lines[2] = "type = 'ACME_NUMBER'";
  Write("a.toml", Join(lines));
  std::vector<std::string> types = {"PERSON"};
  const auto set = PatternSet::Create(false, {dir_.string()}, &types);
  ASSERT_TRUE(set.ok()) << set.status().message();
  EXPECT_EQ((*set)->size(), 1U);
  EXPECT_EQ((*set)->info(0).type, 1);
  EXPECT_EQ((*set)->info(0).trigger, "capital");
  EXPECT_EQ(types, (std::vector<std::string>{"PERSON", "ACME_NUMBER"}));
  lines[1] = "id = 'email'";
  Write("a.toml", Join(lines));
  const auto taken = PatternSet::Create(true, {dir_.string()}, &types);
  ASSERT_FALSE(taken.ok());
  EXPECT_NE(taken.status().message().find("a.toml:2: id 'email' is that of a built-in pattern"), std::string::npos);
}

}  // namespace
}  // namespace maske::match
