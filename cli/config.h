// Settings from a file: --config FILE, else the file that MASKE_CONFIG names, else ./maske.toml when it is there; one of
// them, never several. Keys are the names of the options, at the top for every command that has them, in a table [mask],
// [detect] … for one command. What is given on the command line wins. docs/configuration.md is the schema.
// Every fault is said with file:line, and the nearest right name; status 2. Covered by tests/cli/config_test.cc.
#ifndef MASKE_CLI_CONFIG_H_
#define MASKE_CLI_CONFIG_H_

#include <string>

#include "cli/arguments.h"
#include "cli/exit_code.h"

namespace maske::cli {

// Adds the file's settings to the arguments that are not given. *file: what was read; empty when there is none.
ExitCode ReadConfig(Arguments* arguments, std::string* file);

// Whether an option may stand in a file: not those that ask for a text about maske, or name what one call writes.
bool MayBeConfigured(FlagId id);

}  // namespace maske::cli

#endif  // MASKE_CLI_CONFIG_H_
