// --help and --version, from the tables of flags.h. Covered by tests/cli/help_test.cc.
#ifndef MASKE_CLI_HELP_H_
#define MASKE_CLI_HELP_H_

#include <string>

#include "cli/flags.h"

namespace maske::cli {

std::string GeneralHelp();
std::string CommandHelp(CommandBit command);
std::string VersionText();

}  // namespace maske::cli

#endif  // MASKE_CLI_HELP_H_
