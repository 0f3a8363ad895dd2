// maske restore: puts the originals of a map or vault back while the text streams in. The map is read, or the vault opened,
// when the first byte is there, so that `maske --map m | model | maske restore --map m` finds it written when the model answers at the end of
// its input.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/input.h"
#include "cli/map_file.h"
#include "cli/output.h"
#include "cli/replaced_file.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/stats.h"
#include "cli/vault_access.h"
#include "format/sse_restorer.h"
#include "maske/session.h"

namespace maske::cli {
namespace {

struct Answer {
  explicit Answer(const Arguments& given) : arguments(given), map_name(given.Value(FlagId::kMap)) {}

  const Arguments& arguments;
  std::string map_name;
  Policy policy;
  bool events = false;  // the input is a stream of server-sent events
  FilterPointer filter;
  std::optional<Session> session;
  Output output;
  Stats stats;

  ExitCode Load() {
    policy.vault_limit_bytes = 0;  // the map says what must be remembered
    if (const ExitCode code = MakeOperators(arguments, *filter, &policy); code != kDone) return code;
    const bool vault = map_name.empty() && arguments.Has(FlagId::kVault);
    std::unique_ptr<VaultStore> store;
    if (vault) {
      if (const ExitCode code = OpenVaultStore(arguments, true, &store); code != kDone) return code;
    }
    Result<Session> made = Session::Create(filter, policy, std::move(store));
    if (!made.ok()) return Complain(made.status(), "");
    session = std::move(made).value();
    return map_name.empty() ? kDone : LoadMap(map_name, *filter, &*session);
  }

  template <typename Stream>
  ExitCode Through(const std::string& name, std::optional<Stream>* stream, const std::function<void()>& make) {
    const auto open = [&] {
      if (!session.has_value()) {
        if (const ExitCode code = Load(); code != kDone) return code;
      }
      if (!stream->has_value()) make();
      return kDone;
    };
    const auto check = [&](const Status& status) {
      if (output.failed()) return output.Report();
      if (!status.ok()) return Complain(status, ShownName(name));
      return output.Flush() ? kDone : output.Report();
    };
    ExitCode code = ReadInput(name, [&](std::string_view chunk) {
      if (const ExitCode opened = open(); opened != kDone) return opened;
      return check((*stream)->Write(chunk));
    });
    if (code == kDone) code = open();
    if (code == kDone) code = check((*stream)->Finish());
    if (stream->has_value()) {
      stats.Add("restored", (*stream)->restored());
      stats.Add("unknown", (*stream)->unknown());
    }
    return code;
  }

  ExitCode RestoreInput(const std::string& name) {
    const Sink write = [this](std::string_view bytes) { return output.Write(bytes); };
    if (events) {
      std::optional<format::SseRestorer> stream;
      return Through(name, &stream, [&] { stream.emplace(&*session, write); });
    }
    std::optional<RestoreStream> stream;
    return Through(name, &stream, [&] { stream = session->OpenRestore(write); });
  }
};

}  // namespace

ExitCode RunRestore(const Arguments& arguments) {
  Answer answer(arguments);
  answer.events = arguments.Value(FlagId::kFormat).starts_with("sse-");
  if (const ExitCode code = CheckVaultUsage(arguments); code != kDone) return code;
  if (answer.map_name.empty() && !arguments.Has(FlagId::kVault) && !arguments.Has(FlagId::kKeyFile)) {
    return WrongUsage(kRestore, "restore needs what masking kept: --map FILE or --vault FILE");
  }
  const std::string output_name(arguments.Value(FlagId::kOutput));
  if (!output_name.empty() && !answer.map_name.empty() && SameFile(answer.map_name, output_name))
    return WrongUsage(kRestore, "--map and -o name the same file; name two");
  if (const ExitCode code = MakeStyle(arguments, &answer.policy); code != kDone) return code;
  const std::vector<std::string> names = InputNames(arguments.operands());
  Output& output = answer.output;
  if (const ExitCode code = output.Open(output_name); code != kDone) return code;
  const int written = output.replaces() ? -1 : output.fd();
  if (const ExitCode code = CheckInputs(
          names, written, std::string(arguments.Value(answer.map_name.empty() ? FlagId::kVault : FlagId::kMap)));
      code != kDone)
    return code;
  if (const ExitCode code = MakeFilter(arguments, {}, &answer.filter); code != kDone) return code;
  for (const std::string& name : names) {
    if (const ExitCode code = answer.RestoreInput(name); code != kDone) return code;
  }
  if (const ExitCode code = output.Finish(); code != kDone) return code;
  if (const ExitCode code = output.Commit(); code != kDone) return code;
  if (arguments.Has(FlagId::kStats)) answer.stats.Say("placeholders");
  return kDone;
}

}  // namespace maske::cli
