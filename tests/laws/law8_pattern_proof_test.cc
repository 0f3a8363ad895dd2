// Law 8: a pattern carries its own proof; one without it does not load.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "maske/maske.h"
#include "match/pattern_set.h"
#include "own_folder.h"

namespace maske {
namespace {

namespace fs = std::filesystem;

// The parts of a sound pattern file; each test leaves out or spoils one.
struct File {
  std::string source = "source = \"a letter of the sales department\"\n";
  std::string expression = "expression = 'KD-[0-9]+'\n";
  std::string extra = "scores = { bare = 0.9 }\n";
  std::string match = "match = [\"«KD-1»\", \"Kunde «KD-123».\", \"(«KD-77»)\"]\n";
  std::string no_match = "no_match = [\"KD-\", \"KDX-1\", \"kd-1\"]\n";

  [[nodiscard]] std::string Text() const {
    return "[[pattern]]\nid = \"kd\"\ntype = \"CUSTOMER_ID\"\n" + source + expression + extra + "[pattern.examples]\n" +
           match + no_match;
  }
};

Status Load(const File& file) {
  const OwnFolder own("law8");
  const fs::path& folder = own.path();
  std::ofstream(folder / "own.toml") << file.Text();
  FilterOptions options;
  options.builtin_patterns = false;
  options.pattern_dirs = {folder.string()};
  const auto filter = Filter::Create(options);
  return filter.ok() ? Status::Ok() : filter.status();
}

void ExpectRefused(const File& file, const char* why) {
  const Status status = Load(file);
  EXPECT_EQ(status.code(), ErrorCode::kPattern) << why;
  EXPECT_NE(status.message().find("own.toml:"), std::string::npos) << why << ": " << status.message();
}

TEST(Law8PatternProof, ASoundPatternLoads) {
  const Status status = Load(File{});
  EXPECT_TRUE(status.ok()) << status.message();
}

TEST(Law8PatternProof, WithoutProofItDoesNotLoad) {
  File file;
  file.source.clear();
  ExpectRefused(file, "no source");
  file = {};
  file.match.clear();
  ExpectRefused(file, "no examples that must match");
  file = {};
  file.no_match.clear();
  ExpectRefused(file, "no examples that must not match");
  file = {};
  file.match = "match = [\"«KD-1»\", \"«KD-2»\"]\n";
  ExpectRefused(file, "two examples are too few");
  file = {};
  file.no_match = "no_match = [\"KD-\", \"x\"]\n";
  ExpectRefused(file, "two counter-examples are too few");
}

TEST(Law8PatternProof, AFailingProofDoesNotLoad) {
  File file;
  file.match = "match = [\"«KD-1»\", \"«KD-2»\", \"Kunde 3\"]\n";
  ExpectRefused(file, "an example is not found");
  file = {};
  file.match = "match = [\"«KD-1»\", \"«KD-2»\", \"«Kunde KD-3»\"]\n";
  ExpectRefused(file, "an example is found elsewhere than marked");
  file = {};
  file.no_match = "no_match = [\"KD-\", \"x\", \"KD-5\"]\n";
  ExpectRefused(file, "a counter-example is found");
  file = {};
  file.extra = "scores = { bare = 0.3 }\n";
  ExpectRefused(file, "the examples score too low");
}

TEST(Law8PatternProof, UnsoundPatternsDoNotLoad) {
  for (const char* expression : {"'KD-[0-9'", "'\\bKD-[0-9]+'", "'(KD-[0-9]+)?'", "'KD-[0-9]+\\z'"}) {
    File file;
    file.expression = "expression = " + std::string(expression) + "\n";
    ExpectRefused(file, expression);
  }
  File file;
  file.extra = "scores = { bare = 0.9 }\ncheck = \"no_such_check\"\n";
  ExpectRefused(file, "unknown check");
  file.extra = "scores = { bare = 0.9 }\nsurprise = 1\n";
  ExpectRefused(file, "unknown key");
}

TEST(Law8PatternProof, EveryBuiltInPatternFileIsSound) {
  const auto faults = match::CheckDirectory(MASKE_PATTERNS_DIR);
  ASSERT_TRUE(faults.ok()) << faults.status().message();
  for (const std::string& fault : *faults) ADD_FAILURE() << fault;
}

}  // namespace
}  // namespace maske
