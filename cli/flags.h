// The one table of flags. From it come the parser (arguments.cc), --help (help.cc) and what describes the command
// elsewhere (manual page, completions). A flag is added by a row here and a line that uses it; tests/cli/parts_test.cc
// holds parser and help to the table.
#ifndef MASKE_CLI_FLAGS_H_
#define MASKE_CLI_FLAGS_H_

#include <span>
#include <string_view>

namespace maske::cli {

// Commands as bits, so that a flag can name those it belongs to.
enum CommandBit : unsigned {
  kMask = 1U << 0,
  kRestore = 1U << 1,
  kDetect = 1U << 2,
  kPatterns = 1U << 3,
  kHint = 1U << 4,
  kAll = (1U << 5) - 1,
};

enum class FlagId : unsigned char {
  kTypes,
  kExcludeTypes,
  kThreshold,
  kLabels,
  kPatterns,
  kOnlyPatterns,
  kMap,
  kDocuments,
  kText,
  kOffsets,
  kFormatOut,
  kFailOn,
  kOutput,
  kBinary,
  kStats,
  kHelp,
  kVersion,
};

struct Flag {
  FlagId id;
  std::string_view name;     // long name without dashes
  char letter;               // short name or 0
  std::string_view value;    // what its argument is called; empty: it takes none
  std::string_view choices;  // "en,de": the only arguments it takes; empty: any
  bool repeatable;           // may be given more than once
  unsigned commands;         // CommandBits
  std::string_view help;     // lines split by '\n'
};

std::span<const Flag> Flags();
const Flag& FlagOf(FlagId id);

// One row a command; mask comes first and is the default.
struct CommandInfo {
  CommandBit bit;
  std::string_view name;
  std::string_view usage;
  std::string_view summary;
  std::string_view details;  // shown by COMMAND --help; lines split by '\n'
};

std::span<const CommandInfo> Commands();
const CommandInfo& CommandOf(CommandBit bit);

}  // namespace maske::cli

#endif  // MASKE_CLI_FLAGS_H_
