// maske detect: findings instead of text, as the text streams by; memory does not grow with it. All inputs of one call
// are one session, as in mask, so that both find the same; with --scope document each is one of its own.
#include "cli/detect.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "cli/finding_writer.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/style.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

constexpr std::string_view kLiteralType = "LITERAL";

ExitCode DetectInput(const Detecting& detecting, const std::string& name, Session* session, FindingWriter* writer,
                     Turn* turn, Account* account) {
  PassingText passing(detecting.unit, detecting.with_text);
  MaskStream stream = session->OpenDetect([&](const Finding& found) {
    if (!account->Take(found, detecting)) return;
    Finding shown = found;
    const std::string_view text = passing.Text(found.begin, found.end);
    shown.begin = passing.Units(found.begin);
    shown.end = passing.Units(found.end);
    (void)writer->Write(name, shown, text, turn);  // what is not taken shows in the Flush after the write
  });
  const auto check = [&](const Status& status) {
    if (!turn->Flush()) return turn->Report();
    return status.ok() ? kDone : Complain(status, ShownName(name));
  };
  const ExitCode code = ReadInput(name, [&](std::string_view chunk) {
    passing.Append(chunk);
    const ExitCode written = check(stream.Write(chunk));
    passing.Forget();
    return written;
  });
  return code == kDone ? check(stream.Finish()) : code;
}

// How the inputs are gone through.
struct Plan {
  bool documents = false;
  bool apart = false;  // each input is a session of its own
  unsigned threads = 1;
};

ExitCode DetectInputs(const Detecting& detecting, const Plan& plan, const std::vector<std::string>& inputs,
                      Output* output, Account* all) {
  if (plan.documents && plan.threads > 1 && inputs.size() == 1) {
    const ExitCode code = DetectDocumentsOnThreads(detecting, inputs[0], plan.threads, output, all);
    return code == kDone ? output->Finish() : code;
  }
  std::optional<Session> common;
  if (!plan.apart && !plan.documents) {
    Result<Session> session = Session::Create(detecting.filter, detecting.policy);
    if (!session.ok()) return Complain(session.status(), "");
    common = std::move(session).value();
  }
  std::mutex mutex;
  FindingWriter writer(detecting.table, detecting.coloured, detecting.with_text);
  const ExitCode code = DoInOrder(inputs.size(), plan.threads, output, [&](std::size_t piece, Turn* turn) {
    Account account;
    ExitCode done = kDone;
    if (plan.documents) {
      done = DetectDocuments(detecting, inputs[piece], turn, &account);
    } else if (common.has_value()) {
      done = DetectInput(detecting, inputs[piece], &*common, &writer, turn, &account);
    } else {
      Result<Session> session = Session::Create(detecting.filter, detecting.policy);
      if (!session.ok()) return Complain(session.status(), "");
      FindingWriter own(detecting.table, detecting.coloured, detecting.with_text);
      done = DetectInput(detecting, inputs[piece], &*session, detecting.table ? &writer : &own, turn, &account);
    }
    const std::lock_guard lock(mutex);
    all->Add(account);
    return done;
  });
  return code == kDone ? output->Finish() : code;
}

ExitCode MakeDetecting(const Arguments& arguments, Detecting* detecting) {
  if (const ExitCode code = MakeFilter(arguments, {}, &detecting->filter); code != kDone) return code;
  const Filter& filter = *detecting->filter;
  if (const ExitCode code = MakePolicy(arguments, filter, &detecting->policy); code != kDone) return code;
  if (const ExitCode code = NamedTypes(arguments, FlagId::kFailOn, filter, &detecting->fail_on); code != kDone)
    return code;
  for (const std::string& type : detecting->fail_on) {
    if (LooksFor(filter, detecting->policy, type)) continue;
    return WrongUsage(kDetect,
                      "--fail-on: " + type + " is not looked for; name it in --types, or not in --exclude-types");
  }
  const std::vector<std::string>& types = detecting->policy.types;
  detecting->with_literals = std::find(types.begin(), types.end(), kLiteralType) != types.end();
  detecting->unit = UnitOf(arguments);
  detecting->with_text = arguments.Has(FlagId::kText);
  detecting->table = arguments.Value(FlagId::kFormatOut) == "table";
  return kDone;
}

}  // namespace

bool Account::Take(const Finding& finding, const Detecting& detecting) {
  if (finding.type == kLiteralType && !detecting.with_literals) return false;
  stats.Add(finding.type);
  const std::vector<std::string>& fail_on = detecting.fail_on;
  if (std::find(fail_on.begin(), fail_on.end(), finding.type) != fail_on.end()) failed_on = true;
  return true;
}

ExitCode RunDetect(const Arguments& arguments) {
  Plan plan;
  plan.documents = arguments.Has(FlagId::kDocuments);
  plan.apart = FilesApart(arguments);
  if (plan.documents && arguments.Value(FlagId::kFormatOut) == "table") {
    return WrongUsage(kDetect, "--documents has no table; leave one of --documents and --format-out");
  }
  if (const ExitCode code = MakeThreads(arguments, plan.apart || plan.documents, &plan.threads); code != kDone) {
    return code;
  }
  Detecting detecting;
  if (const ExitCode code = MakeDetecting(arguments, &detecting); code != kDone) return code;
  if (detecting.table) plan.threads = 1;  // one head over all of it
  const std::vector<std::string> inputs = InputNames(arguments.operands());
  Output output;
  if (const ExitCode code = output.Open(arguments.Value(FlagId::kOutput)); code != kDone) return code;
  const int written = output.replaces() ? -1 : output.fd();
  detecting.coloured = MayColour(written);
  if (const ExitCode code = CheckInputs(inputs, written, ""); code != kDone) return code;
  Account account;
  if (const ExitCode code = DetectInputs(detecting, plan, inputs, &output, &account); code != kDone) return code;
  if (const ExitCode code = output.Commit(); code != kDone) return code;
  if (arguments.Has(FlagId::kStats)) account.stats.Say("findings");
  return account.failed_on ? kFound : kDone;
}

}  // namespace maske::cli
