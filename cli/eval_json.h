// The JSON of `maske eval --json`: the figures of each file with their intervals, and the counts of each document, from
// which --compare makes its own. It holds ids of documents and no text of them. docs/evaluation.md shows its form.
// Covered by tests/cli/eval_test.cc and eval_compare_test.cc.
#ifndef MASKE_CLI_EVAL_JSON_H_
#define MASKE_CLI_EVAL_JSON_H_

#include <string>
#include <vector>

#include "cli/eval_figures.h"
#include "cli/exit_code.h"

namespace maske::cli {

// The whole is "{\"maske_eval\":1,\"files\":[" FILE "," FILE … "]}\n".
void AppendJsonFile(const FileTally& file, const FileReport& report, std::string* out);

// The tallies of a file that --json wrote. Complains and returns kInputFailed when it cannot be read or is none.
ExitCode ReadRun(const std::string& name, std::vector<FileTally>* files);

}  // namespace maske::cli

#endif  // MASKE_CLI_EVAL_JSON_H_
