// The texts that describe the command outside of it, each made from the table of flags (cli/flags.h) alone: the manual
// page and the completions of three shells. Run at build by describe.cc. Covered by tests/cli/describe_test.cc.
#ifndef MASKE_TOOLS_DESCRIBE_DESCRIBE_H_
#define MASKE_TOOLS_DESCRIBE_DESCRIBE_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.h"

namespace maske::cli {

std::string ManualPage(std::string_view version);
std::string BashCompletion();
std::string ZshCompletion();
std::string FishCompletion();

// What an argument may be, when it is one of a known few: the choices of the flag, or the entity types.
std::vector<std::string_view> KnownArguments(const Flag& flag);
// A list of several may be given, split by commas.
bool IsList(const Flag& flag);
// The first line of the help.
std::string_view FirstLine(std::string_view help);
// "a b c", words of lists such as "a,b,c".
std::string Joined(const std::vector<std::string_view>& words, std::string_view between);
std::vector<std::string_view> SplitAtCommas(std::string_view list);
// A flag belongs to a command.
bool Has(const CommandInfo& command, const Flag& flag);

}  // namespace maske::cli

#endif  // MASKE_TOOLS_DESCRIBE_DESCRIBE_H_
