// The one table of flags. From it come the parser (arguments.cc), --help (help.cc), the manual page and the completions
// of bash, zsh and fish (tools/describe, at build). A flag is added by a row here and a line that uses it;
// tests/cli/parts_test.cc, help_test.cc and describe_test.cc hold all of them to the table.
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
  kExplain = 1U << 5,
  kEval = 1U << 6,
  kVault = 1U << 7,
  kThrough = 1U << 8,
  kAll = (1U << 9) - 1,
};

enum class FlagId : unsigned char {
  kTypes,
  kExcludeTypes,
  kThreshold,
  kExcludeRules,
  kProfile,
  kLang,
  kLabels,
  kStyle,
  kScope,
  kPatterns,
  kOnlyPatterns,
  kAllow,
  kDeny,
  kPeople,
  kSalutations,
  kMap,
  kVault,
  kKeyFile,
  kSession,
  kOperator,
  kNewKeyFile,
  kOriginals,
  kAllEntries,
  kOlderThan,
  kRestoreStrict,
  kRestoreLoose,
  kFormat,
  kDocuments,
  kText,
  kOffsets,
  kFormatOut,
  kFailOn,
  kAt,
  kOutput,
  kInPlace,
  kJobs,
  kLineBuffered,
  kBinary,
  kStats,
  kGoldFormat,
  kLabelMap,
  kMisses,
  kFalse,
  kByRule,
  kByEvidence,
  kJson,
  kCompare,
  kConfig,
  kHelp,
  kVersion,
  kLicences,
};

// What an argument is: tells completions what to offer.
enum class Argument : unsigned char { kNone, kFile, kFolder, kTypes, kWord };

struct Flag {
  FlagId id;
  std::string_view name;     // long name without dashes
  char letter;               // short name or 0
  std::string_view value;    // what its argument is called; empty: it takes none; "[=X]": it may go without
  Argument argument;         // kNone when value is empty; kWord with choices
  std::string_view choices;  // "en,de": the only arguments it takes; empty: any
  bool repeatable;           // may be given more than once
  unsigned commands;         // CommandBits
  std::string_view help;     // lines split by '\n'
};

constexpr bool ArgumentMayBeLeftOut(const Flag& flag) { return flag.value.starts_with('['); }

std::span<const Flag> Flags();
const Flag& FlagOf(FlagId id);

// What stands behind a command's options.
enum class Operands : unsigned char { kNone, kFiles, kActionAndFolders, kActionAndFiles, kCommand };

// One row a command; mask comes first and is the default.
struct CommandInfo {
  CommandBit bit;
  std::string_view name;
  Operands operands;
  std::string_view actions;  // "list,check": what the first operand may be with kActionAnd…
  std::string_view usage;
  std::string_view summary;
  std::string_view details;  // shown by COMMAND --help; lines split by '\n'
};

std::span<const CommandInfo> Commands();
const CommandInfo& CommandOf(CommandBit bit);

}  // namespace maske::cli

#endif  // MASKE_CLI_FLAGS_H_
