// The command: picks the subcommand (mask when none is named), parses its arguments, runs it.
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/config.h"
#include "cli/exit_code.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/signals.h"
#include "cli/version.h"

namespace maske::cli {
namespace {

ExitCode Show(std::string_view text) {
  Output output;
  if (const ExitCode code = output.Open(""); code != kDone) return code;
  (void)output.Write(text);
  if (const ExitCode code = output.Finish(); code != kDone) return code;
  return output.Commit();
}

ExitCode Run(const Arguments& arguments) {
  switch (arguments.command()) {
    case kMask:
      return RunMask(arguments);
    case kRestore:
      return RunRestore(arguments);
    case kDetect:
      return RunDetect(arguments);
    case kExplain:
      return RunExplain(arguments);
    case kPatterns:
      return RunPatterns(arguments);
    case kVault:
      return RunVault(arguments);
    case kHint:
      return RunHint(arguments);
    case kEval:
      return RunEval(arguments);
    case kThrough:
      return RunThrough(arguments);
    case kAll:
      break;
  }
  return kInternal;
}

ExitCode Main(std::vector<std::string> words) {
  CommandBit command = kMask;
  bool named = false;
  for (const CommandInfo& info : Commands()) {
    if (words.empty() || words.front() != info.name) continue;
    command = info.bit;
    named = true;
  }
  if (named) words.erase(words.begin());
  Arguments arguments;
  if (const ExitCode code = Arguments::Parse(command, words, &arguments); code != kDone) return code;
  if (arguments.Has(FlagId::kHelp)) return Show(named ? CommandHelp(command) : GeneralHelp());
  if (arguments.Has(FlagId::kVersion)) return Show(VersionText());
  if (arguments.Has(FlagId::kLicences)) return Show(LicencesText());
  std::string config;
  if (const ExitCode code = ReadConfig(&arguments, &config); code != kDone) return code;
  const ExitCode code = Run(arguments);
  if (code == kUsage && !config.empty()) Remark("options were also read from " + config);
  return code;
}

}  // namespace
}  // namespace maske::cli

int main(int argc, char** argv) {
  using namespace maske::cli;  // NOLINT(google-build-using-namespace): the one place
  InstallSignals();
  int code = kInternal;
  try {
    code = Main(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const std::bad_alloc&) {
    code = Complain(kInternal, "out of memory; nothing undecided was written");
  } catch (...) {
    code = Complain(kInternal, "an internal failure; nothing undecided was written");
  }
  return EndProcess(code);
}
