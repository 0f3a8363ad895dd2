// The nearest right name for a wrong one, for "did you mean". Distance: insertions, deletions, substitutions and swaps
// of neighbours (optimal string alignment), blind to ASCII case. Quadratic in the length of names, which are short.
// Covered by tests/cli/parts_test.cc.
#ifndef MASKE_CLI_SUGGEST_H_
#define MASKE_CLI_SUGGEST_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace maske::cli {

std::size_t EditDistance(std::string_view a, std::string_view b);

// The name nearest to wrong, the first of several; empty when none is near (more than a third of its letters differ).
// A name that wrong is the beginning of counts as near from two letters on.
std::string_view Nearest(std::string_view wrong, std::span<const std::string_view> names);

// " (did you mean NAME?)" or nothing.
std::string DidYouMean(std::string_view wrong, std::span<const std::string_view> names, std::string_view prefix = "");

}  // namespace maske::cli

#endif  // MASKE_CLI_SUGGEST_H_
