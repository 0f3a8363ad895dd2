// One document's findings against its gold: the counts from which every figure of `maske eval` is made. What each count
// means is defined in docs/evaluation.md, in the same words and order. Linear in the text and the spans but for sorting.
// Covered by tests/cli/eval_test.cc against an independent count in Python.
#ifndef MASKE_CLI_EVAL_SCORE_H_
#define MASKE_CLI_EVAL_SCORE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/eval_labels.h"
#include "cli/gold.h"
#include "maske/filter.h"

namespace maske::cli {

enum Count : unsigned char {
  kGold,         // gold entities
  kMaskedGold,   // of them: every letter and digit lies in some finding
  kTypedGold,    // of them: masked, and a finding of their type touches them
  kExactGold,    // of them: a finding of their type has their bounds
  kLetters,      // their letters and digits
  kLettersHit,   // of them: in some finding
  kFoundCount,   // findings
  kRight,        // of them: at least half of their letters and digits lie in gold of whatever type
  kLettersOver,  // letters and digits in findings but in no gold
  kCounts,
};

using Tally = std::array<std::uint64_t, kCounts>;

struct DocumentTally {
  std::string id;             // a JSON value
  std::uint64_t words = 0;    // runs of anything but white space
  std::uint64_t outside = 0;  // letters and digits in no gold
  std::uint64_t over = 0;     // of them: in some finding
  bool has_gold = false;      // gold entities that are counted
  bool clean = false;         // … all of them masked
  std::map<std::string, Tally, std::less<>> types;
};

// A gold entity that leaks, or a finding that is no gold, with what stands around it.
struct Example {
  std::string type;
  std::string id;
  std::string left;
  std::string middle;
  std::string right;
};

struct RuleCount {
  std::uint64_t found = 0;
  std::uint64_t right = 0;
};

struct FileTally {
  std::string file;
  std::vector<DocumentTally> documents;
  std::map<std::pair<std::string, std::string>, RuleCount> rules;  // (type, rule)
  std::vector<Example> missed;
  std::vector<Example> wrong;

  // Types that have gold; when a file has none at all, every type that is found counts as annotated.
  [[nodiscard]] std::vector<std::string> AnnotatedTypes() const;
  // Types that are found in a file with gold of other types only: nothing can be said about them.
  [[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> NotAnnotated() const;
};

struct ExampleLimits {
  std::size_t missed = 0;
  std::size_t wrong = 0;  // of each type
};

// Adds a document. findings: byte offsets, sorted and disjoint.
void AddDocument(const GoldDocument& gold, const std::vector<Finding>& findings, const Labels& labels,
                 const ExampleLimits& limits, FileTally* file);

}  // namespace maske::cli

#endif  // MASKE_CLI_EVAL_SCORE_H_
