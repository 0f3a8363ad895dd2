// The commands, one file each. Each returns the exit status and has complained when it is above kFound.
#ifndef MASKE_CLI_RUN_H_
#define MASKE_CLI_RUN_H_

#include "cli/arguments.h"
#include "cli/exit_code.h"

namespace maske::cli {

ExitCode RunMask(const Arguments& arguments);
ExitCode RunRestore(const Arguments& arguments);
ExitCode RunDetect(const Arguments& arguments);
ExitCode RunExplain(const Arguments& arguments);
ExitCode RunPatterns(const Arguments& arguments);
ExitCode RunVault(const Arguments& arguments);
ExitCode RunHint(const Arguments& arguments);
ExitCode RunThrough(const Arguments& arguments);
ExitCode RunEval(const Arguments& arguments);

}  // namespace maske::cli

#endif  // MASKE_CLI_RUN_H_
