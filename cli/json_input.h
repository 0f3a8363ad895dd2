// maske mask --format jsonl or json: an input whose strings are masked (lib/format/json_chat.h). jsonl: a value a line,
// each written as soon as its line is there; memory is that of the longest line. json: one value, as a whole.
// What is no sound JSON ends it with its line; the lines before are written. Covered by tests/cli/json_input_test.cc.
#ifndef MASKE_CLI_JSON_INPUT_H_
#define MASKE_CLI_JSON_INPUT_H_

#include <string>

#include "cli/exit_code.h"
#include "cli/turns.h"
#include "maske/session.h"

namespace maske::cli {

ExitCode MaskJsonInput(const std::string& name, bool lines, Session* session, const FindingObserver& observer,
                       bool restorable, Turn* turn);

}  // namespace maske::cli

#endif  // MASKE_CLI_JSON_INPUT_H_
