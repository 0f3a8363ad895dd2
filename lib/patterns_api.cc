// The public check of pattern files; the work is in lib/match.
// maske/patterns.h: the check of pattern files as the public interface has it.
#include "maske/patterns.h"
#include "match/pattern_set.h"

namespace maske {

Result<std::vector<std::string>> CheckPatterns(const std::string& dir) { return match::CheckDirectory(dir); }

}  // namespace maske
