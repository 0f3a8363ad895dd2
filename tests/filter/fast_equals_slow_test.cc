// The fast filter against the slow one (tests/reference/reference_filter.h) on text of every kind, with the pattern
// files alone: names and addresses have no twin. A fault in the table of triggers shows here (tests/mutations).
#include <gtest/gtest.h>

#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "filter_impl.h"
#include "generator/nasty.h"
#include "maske/maske.h"
#include "reference/pattern_files.h"
#include "reference/reference_filter.h"

namespace maske {
namespace {

class SameAsReference : public testing::Test {
 protected:
  static void Compare(std::string_view text) {
    const auto filter = chunks::PatternsOnly();
    ASSERT_NE(filter, nullptr);
    Policy policy;
    policy.binary = true;
    policy.vault_limit_bytes = 0;
    const auto fast = chunks::MaskInPieces(text, {}, chunks::kRealSegment, policy, filter);
    ASSERT_EQ(fast.code, ErrorCode::kOk);
    static reference::ReferenceFilter slow(*filter, reference::BuiltinPatternFiles());
    std::string trace;
    const auto rules = filter->Rules();
    const auto types = filter->Types();
    for (const resolve::Span& span : slow.Detect(text)) {
      trace += std::to_string(span.begin) + "-" + std::to_string(span.end) + " " + std::string(types[span.type].name) +
               " " + (span.type == kLiteral ? "placeholder_form" : std::string(rules[span.rule].id)) + ";";
    }
    ASSERT_EQ(fast.trace, trace) << chunks::Printable(text);
    ASSERT_EQ(fast.out, slow.Mask(text)) << chunks::Printable(text);
  }
};

TEST_F(SameAsReference, NastyTexts) {
  std::string all;
  for (const std::string_view text : generator::NastyTexts()) {
    Compare(text);
    all += std::string(text) + " ";
  }
  Compare(all);
}

TEST_F(SameAsReference, LettersAndMails) { Compare(chunks::Generated("post", 1, 25'000)); }
TEST_F(SameAsReference, Tables) { Compare(chunks::Generated("tables", 2, 12'000)); }
TEST_F(SameAsReference, Logs) { Compare(chunks::Generated("logs", 3, 12'000)); }
TEST_F(SameAsReference, Chats) { Compare(chunks::Generated("chat", 4, 6'000)); }
TEST_F(SameAsReference, Garbage) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) Compare(chunks::Generated("garbage", seed, 700));
}

class SameAsReferenceSlow : public SameAsReference {};
TEST_F(SameAsReferenceSlow, MuchOfEveryKind) {
  for (std::uint64_t seed = 101; seed <= 108; ++seed) {
    for (const char* kind : {"post", "tables", "logs", "chat", "garbage"}) Compare(chunks::Generated(kind, seed, 9000));
  }
}

// The tables made at build time are the pattern files: the same rules, the same findings.
TEST_F(SameAsReference, BuiltInPatternsAreThePatternFiles) {
  FilterOptions options;
  options.builtin_patterns = false;
  options.pattern_dirs = {MASKE_PATTERNS_DIR};
  const auto files = Filter::Create(options);
  ASSERT_TRUE(files.ok()) << files.status().message();
  const auto from_files = (*files)->Rules();
  const auto& builtin = chunks::PatternsOnly()->impl();
  ASSERT_EQ(builtin.patterns->size() + 1, from_files.size()) << "patterns and the rule of placeholder forms";
  for (std::size_t i = 0; i < builtin.patterns->size(); ++i) {
    EXPECT_EQ(from_files[i].id, builtin.patterns->info(i).id);
    EXPECT_EQ(from_files[i].trigger, builtin.patterns->info(i).trigger) << from_files[i].id;
  }
  const std::string text = chunks::Generated("mixed", 5, 40'000);
  Policy policy;
  policy.binary = true;
  EXPECT_EQ(chunks::MaskInPieces(text, {}, chunks::kRealSegment, policy, *files),
            chunks::MaskInPieces(text, {}, chunks::kRealSegment, policy, chunks::PatternsOnly()));
}

}  // namespace
}  // namespace maske
