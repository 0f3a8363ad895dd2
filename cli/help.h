// --help, from the tables of flags.h. Covered by tests/cli/help_test.cc.
#ifndef MASKE_CLI_HELP_H_
#define MASKE_CLI_HELP_H_

#include <string>
#include <string_view>

#include "cli/flags.h"

namespace maske::cli {

std::string GeneralHelp();
std::string CommandHelp(CommandBit command);
// What the exit statuses mean.
std::string_view StatusHelp();

}  // namespace maske::cli

#endif  // MASKE_CLI_HELP_H_
