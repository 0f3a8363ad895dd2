// The words of the command line, split by the table of flags (flags.h) with Boost.Program_options. Only the forms are
// checked here (known flag, argument present and among the choices, not given twice); what an argument means is checked
// where it is used. Covered by tests/cli/usage_test.cc and parts_test.cc.
#ifndef MASKE_CLI_ARGUMENTS_H_
#define MASKE_CLI_ARGUMENTS_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"
#include "cli/flags.h"

namespace maske::cli {

class Arguments {
 public:
  // words: what follows the command. Complains and returns kUsage when they are wrong.
  static ExitCode Parse(CommandBit command, const std::vector<std::string>& words, Arguments* out);

  [[nodiscard]] CommandBit command() const { return command_; }
  [[nodiscard]] bool Has(FlagId id) const { return given_[Index(id)]; }
  // The argument, or otherwise when the flag is not given.
  [[nodiscard]] std::string_view Value(FlagId id, std::string_view otherwise = "") const;
  // Arguments of every occurrence, in order.
  [[nodiscard]] const std::vector<std::string>& Values(FlagId id) const { return values_[Index(id)]; }
  // The same, split at commas.
  [[nodiscard]] std::vector<std::string> List(FlagId id) const;
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

  // On the command line, whatever was set since.
  [[nodiscard]] bool Given(FlagId id) const { return on_line_[Index(id)]; }
  // As if it were given; no values: as if it were not.
  void Set(FlagId id, std::vector<std::string> values);

 private:
  static constexpr std::size_t kFlagCount = static_cast<std::size_t>(FlagId::kLicences) + 1;
  static std::size_t Index(FlagId id) { return static_cast<std::size_t>(id); }

  CommandBit command_ = kMask;
  std::array<bool, kFlagCount> given_{};
  std::array<bool, kFlagCount> on_line_{};
  std::array<std::vector<std::string>, kFlagCount> values_;
  std::vector<std::string> operands_;
};

// "--labels takes en or de, not "fr"", or nothing when the value is one of the flag's choices. Without the dashes.
std::string WrongChoice(const Flag& flag, std::string_view value);
// Complains that the command was used wrongly and points to its help.
ExitCode WrongUsage(CommandBit command, std::string_view message);

}  // namespace maske::cli

#endif  // MASKE_CLI_ARGUMENTS_H_
