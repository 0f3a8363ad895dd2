// From arguments to the library's options, with the checks of meaning: numbers in range, types that exist.
// Covered by tests/cli/usage_test.cc.
#ifndef MASKE_CLI_SETTINGS_H_
#define MASKE_CLI_SETTINGS_H_

#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "maske/filter.h"
#include "maske/session.h"

namespace maske::cli {

using FilterPointer = std::shared_ptr<const Filter>;

// Each complains and returns kUsage when something is wrong.
// more_dirs: folders of pattern files beside those of --patterns.
ExitCode MakeFilter(const Arguments& arguments, const std::vector<std::string>& more_dirs, FilterPointer* filter);
// Style and tolerance of placeholders alone, the part of MakePolicy that restoring needs.
ExitCode MakeStyle(const Arguments& arguments, Policy* policy);
ExitCode MakePolicy(const Arguments& arguments, const Filter& filter, Policy* policy);
// The types that a flag names; each must be one of the filter's.
ExitCode NamedTypes(const Arguments& arguments, FlagId flag, const Filter& filter, std::vector<std::string>* types);
// Whether findings of a type are looked for under a policy.
bool LooksFor(const Filter& filter, const Policy& policy, std::string_view type);
// Whether each file is a session of its own (--scope).
bool FilesApart(const Arguments& arguments);
// Threads for the files (--jobs); one when they build on each other.
ExitCode MakeThreads(const Arguments& arguments, bool apart, unsigned* threads);
OffsetUnit UnitOf(const Arguments& arguments);

}  // namespace maske::cli

#endif  // MASKE_CLI_SETTINGS_H_
