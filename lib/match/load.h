// Pattern files in memory: read (toml_reader.cc, the only file that knows TOML), checked (validate.cc), proved by their
// examples (prove.cc). Used by the build-time generator for the built-in patterns and at start for users' folders.
// Faults are lines "file:line: reason"; a pattern with a fault is not kept. Cost: about 1 ms a pattern.
// Tested by tests/match/load_test.cc.
#ifndef MASKE_MATCH_LOAD_H_
#define MASKE_MATCH_LOAD_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "maske/status.h"
#include "match/pattern.h"
#include "match/prefilter.h"

namespace maske::match {

struct Example {
  std::string text;                                            // without marks
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;  // that were marked
  std::size_t line = 0;
};

// Order of the keys of `scores`.
inline constexpr std::string_view kScoreKeys[] = {"bare", "context", "check", "both", "failed", "failed_context"};

// One [[pattern]] table as it stands, and the record that points into it. Does not move.
struct LoadedPattern {
  std::string file;
  std::size_t line = 0;
  std::string id;
  std::string type;
  std::string source;
  std::string origin;
  std::string expression;
  std::string check;
  std::vector<std::string> countries;
  std::vector<std::string> languages;
  std::string country_list;  // both, with blanks between the codes
  std::string language_list;
  std::vector<std::string> context_words;
  std::vector<std::string> context_not;
  std::optional<std::string> trigger;
  std::array<std::optional<double>, 6> scores;
  std::vector<Example> match;
  std::vector<Example> no_match;
  struct Lines {  // where a fault is shown; the table's line when the key is absent
    std::size_t id = 0, type = 0, expression = 0, group = 0, max_bytes = 0, digits = 0, check = 0, scores = 0,
                context = 0, shrink = 0, trigger = 0, examples = 0, countries = 0;
  } lines;

  std::vector<std::vector<ContextWord>> entry_words;
  std::vector<ContextEntry> entries;
  std::vector<std::unique_ptr<std::string>> keys;
  std::string left_others;
  std::string right_others;
  std::vector<Start> starts;
  std::vector<std::unique_ptr<EventDfas>> dfas;
  std::vector<ContextWord> begins;
  Pattern pattern;
};

struct LoadedPatterns {
  std::vector<std::unique_ptr<LoadedPattern>> patterns;
  std::vector<std::string> faults;
};

std::string FaultLine(std::string_view file, std::size_t line, std::string_view reason);

// Appends the patterns of one file's content and the faults found while reading it.
void ReadPatterns(std::string_view content, const std::string& file, LoadedPatterns* out);
// Checks everything but the examples and fills pattern->pattern. Appends faults; false when there were any.
bool ValidatePattern(LoadedPattern* pattern, std::vector<std::string>* faults);
// Tries the examples, by plain RE2 at every position and by the dispatch. Appends faults; false when there were any.
bool ProveExamples(const LoadedPattern& pattern, std::vector<std::string>* faults);

// All three for one file. Patterns with faults are dropped from out->patterns. ids seen before are in out->patterns.
void LoadPatternText(std::string_view content, const std::string& file, LoadedPatterns* out);
// All *.toml files below dir, in order of path; files are named `shown`/path. Fails when dir or a file cannot be read.
Status LoadPatternDirectory(const std::string& dir, const std::string& shown, LoadedPatterns* out);

}  // namespace maske::match

#endif  // MASKE_MATCH_LOAD_H_
