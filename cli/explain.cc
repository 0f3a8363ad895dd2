// maske explain: why each span was masked, and why each rejected candidate was not. Reads a whole input into memory (at
// most kMaxExplainBytes), because a place is asked for by its offset. Each input is a session of its own.
// Covered by tests/cli/explain_test.cc.
#include "maske/explain.h"

#include <charconv>

#include "cli/explain_writer.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/settings.h"

namespace maske::cli {
namespace {

// "120" or "120-140".
bool ParseRegion(std::string_view text, std::size_t* begin, std::size_t* end) {
  const char* const last = text.data() + text.size();
  const auto first = std::from_chars(text.data(), last, *begin);
  if (first.ec != std::errc() || *begin == static_cast<std::size_t>(-1)) return false;
  *end = *begin + 1;
  if (first.ptr == last) return true;
  if (*first.ptr != '-') return false;
  const auto second = std::from_chars(first.ptr + 1, last, *end);
  return second.ec == std::errc() && second.ptr == last && *end > *begin;
}

std::string_view UnitName(OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::kByte:
      break;
    case OffsetUnit::kCodePoint:
      return "code point";
    case OffsetUnit::kUtf16:
      return "UTF-16 unit";
  }
  return "byte";
}

ExitCode ReadAll(const std::string& name, std::string* text) {
  return ReadInput(name, [&](std::string_view chunk) {
    if (text->size() + chunk.size() > kMaxExplainBytes) {
      return Complain(kInputFailed, ShownName(name) + ": longer than " + std::to_string(kMaxExplainBytes >> 20) +
                                        " MiB; cut out the part in question and explain that");
    }
    text->append(chunk);
    return kDone;
  });
}

}  // namespace

ExitCode RunExplain(const Arguments& arguments) {
  ExplainOptions options;
  if (arguments.Has(FlagId::kAt) && !ParseRegion(arguments.Value(FlagId::kAt), &options.begin, &options.end)) {
    return WrongUsage(kExplain, "--at: give an offset, as 120, or a stretch, as 120-140");
  }
  FilterPointer filter;
  Policy policy;
  if (const ExitCode code = MakeFilter(arguments, {}, &filter); code != kDone) return code;
  if (const ExitCode code = MakePolicy(arguments, *filter, &policy); code != kDone) return code;
  options.unit = UnitOf(arguments);
  const std::vector<std::string> inputs = InputNames(arguments.operands());
  if (arguments.Has(FlagId::kAt) && inputs.size() > 1) {
    return WrongUsage(kExplain, "--at asks about one text; name one file");
  }
  Output output;
  if (const ExitCode code = output.Open(arguments.Value(FlagId::kOutput)); code != kDone) return code;
  const int written = output.replaces() ? -1 : output.fd();
  if (const ExitCode code = CheckInputs(inputs, written, ""); code != kDone) return code;
  const bool json = arguments.Value(FlagId::kFormatOut) == "json";
  for (const std::string& name : inputs) {
    std::string text;
    if (const ExitCode code = ReadAll(name, &text); code != kDone) return code;
    const Result<Explanation> answer = Explain(*filter, text, policy, options);
    if (!answer.ok()) return Complain(answer.status(), ShownName(name));
    ExplainedText about;
    const std::string shown = ShownName(name);
    about.file = json ? std::string_view(name) : std::string_view(shown);
    about.begin = options.begin;
    about.end = options.end;
    about.threshold = policy.threshold;
    about.with_text = arguments.Has(FlagId::kText);
    about.unit = UnitName(options.unit);
    about.text = text;
    about.offsets = options.unit;
    std::string out;
    (json ? AppendExplanationJson : AppendExplanation)(about, *answer, &out);
    if (!output.Write(out)) return output.Report();
  }
  if (const ExitCode code = output.Finish(); code != kDone) return code;
  return output.Commit();
}

}  // namespace maske::cli
