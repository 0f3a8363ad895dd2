// maske detect: findings instead of text, as the text streams by; memory does not grow with it. All inputs of one call
// are one session, as in mask, so that both find the same.
#include "cli/detect.h"

#include <algorithm>

#include "cli/finding_writer.h"
#include "cli/input.h"
#include "cli/run.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

constexpr std::string_view kLiteralType = "LITERAL";

ExitCode DetectInput(Detecting* detecting, const std::string& name, Session* session, FindingWriter* writer) {
  Output& output = detecting->output;
  PassingText passing(detecting->unit, detecting->with_text);
  MaskStream stream = session->OpenDetect([&](const Finding& found) {
    if (!detecting->Take(found)) return;
    Finding shown = found;
    const std::string_view text = passing.Text(found.begin, found.end);
    shown.begin = passing.Units(found.begin);
    shown.end = passing.Units(found.end);
    (void)writer->Write(name, shown, text);  // the output stays in error; it is looked at after the write
  });
  const auto check = [&](const Status& status) {
    if (!output.Flush()) return output.Report();
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

ExitCode DetectInputs(Detecting* detecting, bool documents, FindingWriter* writer) {
  Result<Session> session = Session::Create(detecting->filter, detecting->policy);
  if (!session.ok()) return Complain(session.status(), "");
  for (const std::string& name : detecting->inputs) {
    const ExitCode code =
        documents ? DetectDocuments(detecting, name) : DetectInput(detecting, name, &*session, writer);
    if (code != kDone) return code;
  }
  return detecting->output.Finish();
}

}  // namespace

bool Detecting::Take(const Finding& finding) {
  if (finding.type == kLiteralType && !with_literals) return false;
  stats.Add(finding.type);
  if (std::find(fail_on.begin(), fail_on.end(), finding.type) != fail_on.end()) failed_on = true;
  return true;
}

ExitCode RunDetect(const Arguments& arguments) {
  const bool documents = arguments.Has(FlagId::kDocuments);
  const bool table = arguments.Value(FlagId::kFormatOut) == "table";
  if (documents && table)
    return WrongUsage(kDetect, "--documents has no table; leave one of --documents and --format-out");
  Detecting detecting;
  if (const ExitCode code = MakeFilter(arguments, {}, &detecting.filter); code != kDone) return code;
  const Filter& filter = *detecting.filter;
  if (const ExitCode code = MakePolicy(arguments, filter, &detecting.policy); code != kDone) return code;
  if (const ExitCode code = NamedTypes(arguments, FlagId::kFailOn, filter, &detecting.fail_on); code != kDone)
    return code;
  for (const std::string& type : detecting.fail_on) {
    if (LooksFor(filter, detecting.policy, type)) continue;
    return WrongUsage(kDetect,
                      "--fail-on: " + type + " is not looked for; name it in --types, or not in --exclude-types");
  }
  const std::vector<std::string>& types = detecting.policy.types;
  detecting.with_literals = std::find(types.begin(), types.end(), kLiteralType) != types.end();
  detecting.unit = UnitOf(arguments);
  detecting.with_text = arguments.Has(FlagId::kText);
  detecting.inputs = InputNames(arguments.operands());
  Output& output = detecting.output;
  if (const ExitCode code = output.Open(arguments.Value(FlagId::kOutput)); code != kDone) return code;
  const int written = output.replaces() ? -1 : output.fd();
  if (const ExitCode code = CheckInputs(detecting.inputs, written, ""); code != kDone) return code;
  FindingWriter writer(&output, table, detecting.with_text);
  if (const ExitCode code = DetectInputs(&detecting, documents, &writer); code != kDone) return code;
  if (const ExitCode code = output.Commit(); code != kDone) return code;
  if (arguments.Has(FlagId::kStats)) detecting.stats.Say("findings");
  return detecting.failed_on ? kFound : kDone;
}

}  // namespace maske::cli
