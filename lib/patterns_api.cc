// The public check of pattern files; the work is in lib/match.
// maske/patterns.h: the check of pattern files as the public interface has it.
#include "check/check.h"
#include "maske/patterns.h"
#include "match/pattern_set.h"
#include "match/trial.h"

namespace maske {

Result<std::vector<std::string>> CheckPatterns(const std::string& dir) { return match::CheckDirectory(dir); }

Result<PatternTests> TestPatterns(const std::string& dir) {
  Result<match::Trials> trials = match::TryPatterns(dir);
  if (!trials.ok()) return trials.status();
  PatternTests tests;
  tests.faults = std::move(trials->faults);
  for (const match::Trial& trial : trials->patterns) {
    tests.patterns.push_back({trial.id, trial.origin, trial.matching, trial.other, trial.example_nanoseconds});
  }
  return tests;
}

std::vector<CheckDescription> PatternChecks() {
  std::vector<CheckDescription> checks;
  for (const check::Check& check : check::All()) checks.push_back({check.name, check.source});
  return checks;
}

}  // namespace maske
