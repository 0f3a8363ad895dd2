// maske mask: each input is a stream of its own of one session, so that numbering goes on from file to file. What is
// decided goes out with every read. Memory: the session's vault and 64 KiB buffers.
#include <cstddef>
#include <string>
#include <vector>

#include "base/mutation.h"
#include "cli/input.h"
#include "cli/map_file.h"
#include "cli/output.h"
#include "cli/replaced_file.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/stats.h"
#include "maske/session.h"

namespace maske::cli {
namespace {

ExitCode MaskInput(const std::string& name, Session* session, Output* output, Stats* stats) {
  MaskStream stream = session->OpenMask([&](std::string_view bytes) { return output->Write(bytes); },
                                        [&](const Finding& finding) { stats->Add(finding.type); });
  const auto check = [&](const Status& status) {
    if (output->failed()) return output->Report();
    if (!status.ok()) return Complain(status, ShownName(name));
    return output->Flush() ? kDone : output->Report();
  };
  const ExitCode code = ReadInput(name, [&](std::string_view chunk) { return check(stream.Write(chunk)); });
  return code == kDone ? check(stream.Finish()) : code;
}

ExitCode MaskInputs(const std::vector<std::string>& names, Session* session, Output* output, Stats* stats) {
  for (const std::string& name : names) {
    if (const ExitCode code = MaskInput(name, session, output, stats); code != kDone) return code;
  }
  return output->Finish();
}

}  // namespace

ExitCode RunMask(const Arguments& arguments) {
  FilterPointer filter;
  if (const ExitCode code = MakeFilter(arguments, {}, &filter); code != kDone) return code;
  Policy policy;
  if (const ExitCode code = MakePolicy(arguments, *filter, &policy); code != kDone) return code;
  Result<Session> session = Session::Create(filter, policy);
  if (!session.ok()) return Complain(session.status(), "");

  const std::vector<std::string> names = InputNames(arguments.operands());
  const std::string map_name(arguments.Value(FlagId::kMap));
  const std::string output_name(arguments.Value(FlagId::kOutput));
  if (!map_name.empty() && !output_name.empty() && SameFile(map_name, output_name)) {
    return WrongUsage(kMask, "--map and -o name the same file; name two");
  }
  Output output;
  if (const ExitCode code = output.Open(output_name); code != kDone) return code;
  if (const ExitCode code = CheckInputs(names, output.replaces() ? -1 : output.fd(), map_name); code != kDone)
    return code;
  MapFile map;
  if (!map_name.empty()) {
    if (const ExitCode code = map.Open(map_name, *filter, &*session); code != kDone) return code;
  }

  Stats stats;
  ExitCode code = MaskInputs(names, &*session, &output, &stats);
  // The map comes to the disk before what it restores is seen; what already went out must be restorable after a failure
  // too.
  if (MASKE_MUTATION("law2_output_before_map") && code == kDone) code = output.Commit();
  const bool went_out = code == kDone || (!output.replaces() && !MASKE_MUTATION("law4_map_lost"));
  if (map.is_open() && went_out) {
    const ExitCode saved = map.Save(*session);
    if (code == kDone) code = saved;
  }
  if (code == kDone) code = output.Commit();
  if (code != kDone && MASKE_MUTATION("law2_replaced_anyway")) (void)output.Commit();
  if (code == kDone && arguments.Has(FlagId::kStats)) stats.Say("findings");
  return code;
}

}  // namespace maske::cli
