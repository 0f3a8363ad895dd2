// Pattern files: whether a folder of them is sound, and what they may name.
#ifndef MASKE_PATTERNS_H_
#define MASKE_PATTERNS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "maske/status.h"

namespace maske {

// Checks every pattern file (*.toml) under dir, its examples included; returns one line "file:line: reason" a fault,
// none when all are sound. Fails when dir cannot be read. Thread-safe. Cost: compiles every expression, about 1 ms
// each.
[[nodiscard]] Result<std::vector<std::string>> CheckPatterns(const std::string& dir);

// One pattern of a folder, its examples run and timed.
struct PatternTest {
  std::string id;                  // of the pattern
  std::string origin;              // file:line
  std::size_t matching = 0;        // examples that must match
  std::size_t not_matching = 0;    // examples that must not
  double example_nanoseconds = 0;  // of looking for this pattern alone in one of its examples
};

// Those of a folder.
struct PatternTests {
  std::vector<PatternTest> patterns;  // the sound ones, in order of file and line
  std::vector<std::string> faults;    // "file:line: reason" of the others, as CheckPatterns has them
};

// Runs the examples of every pattern file under dir. Fails when dir cannot be read. Thread-safe. Cost: some ms a pattern.
[[nodiscard]] Result<PatternTests> TestPatterns(const std::string& dir);

// A check that a pattern may name: `check = "iban"`.
struct CheckDescription {
  std::string_view name;    // as `check` in a pattern file names it
  std::string_view source;  // law, standard or specification the rule is from
};

// Every check, sorted by name. The views live as long as the program.
[[nodiscard]] std::vector<CheckDescription> PatternChecks();

}  // namespace maske

#endif  // MASKE_PATTERNS_H_
