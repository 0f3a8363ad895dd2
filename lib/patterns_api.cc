#include "maske/patterns.h"
#include "match/pattern_set.h"

namespace maske {

Result<std::vector<std::string>> CheckPatterns(const std::string& dir) { return match::CheckDirectory(dir); }

}  // namespace maske
