// maske eval --compare A B: what changed between two runs over the same gold, and whether it is more than noise. Intervals
// of the differences come from the paired bootstrap (eval_statistics.h): both runs are taken over the same draw of
// documents, so what they have in common cancels out. Covered by tests/cli/eval_compare_test.cc.
#ifndef MASKE_CLI_EVAL_COMPARE_H_
#define MASKE_CLI_EVAL_COMPARE_H_

#include <string>

#include "cli/exit_code.h"

namespace maske::cli {

// Reads both runs (files of --json) and appends the comparison. Complains and returns kInputFailed when one cannot be read
// or they are not of the same gold.
ExitCode CompareRuns(const std::string& first, const std::string& second, std::string* out);

}  // namespace maske::cli

#endif  // MASKE_CLI_EVAL_COMPARE_H_
