// Whether a folder of pattern files is sound.
#ifndef MASKE_PATTERNS_H_
#define MASKE_PATTERNS_H_

#include <string>
#include <vector>

#include "maske/status.h"

namespace maske {

// Checks every pattern file (*.toml) under dir, its examples included; returns one line "file:line: reason" a fault,
// none when all are sound. Fails when dir cannot be read. Thread-safe. Cost: compiles every expression, about 1 ms
// each.
[[nodiscard]] Result<std::vector<std::string>> CheckPatterns(const std::string& dir);

}  // namespace maske

#endif  // MASKE_PATTERNS_H_
