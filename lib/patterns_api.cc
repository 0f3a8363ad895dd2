// The public check of pattern files; the work is in lib/match.
// maske/patterns.h: the check of pattern files as the public interface has it.
#include "check/check.h"
#include "maske/patterns.h"
#include "match/pattern_set.h"

namespace maske {

Result<std::vector<std::string>> CheckPatterns(const std::string& dir) { return match::CheckDirectory(dir); }

std::vector<CheckDescription> PatternChecks() {
  std::vector<CheckDescription> checks;
  for (const check::Check& check : check::All()) checks.push_back({check.name, check.source});
  return checks;
}

}  // namespace maske
