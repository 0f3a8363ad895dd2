// maske hint: what to tell a model, so that placeholders come back as they went.
#include <string>
#include <string_view>

#include "cli/output.h"
#include "cli/run.h"
#include "cli/settings.h"

namespace maske::cli {
namespace {

constexpr std::string_view kEnglish =
    "The text contains placeholders such as [PERSON_1] or [EMAIL_2]. Each stands for a value that "
    "is\n"
    "kept confidential; equal placeholders stand for equal values. Copy every placeholder you use exactly as it "
    "stands,\n"
    "with its brackets, capitals, underscore and number. Do not translate, inflect, renumber or explain placeholders, "
    "and "
    "do\n"
    "not invent new ones.\n";

constexpr std::string_view kGerman =
    "Der Text enthält Platzhalter wie [PERSON_1] oder [E-MAIL_2]. Jeder steht für einen Wert, der\n"
    "vertraulich bleibt; gleiche Platzhalter stehen für gleiche Werte. Übernimm jeden Platzhalter, den du verwendest,\n"
    "genau so, wie er dasteht, mit seinen Klammern, Großbuchstaben, Unterstrich und Nummer. Übersetze, beuge, "
    "nummeriere und\n"
    "erkläre Platzhalter nicht und erfinde keine neuen.\n";

}  // namespace

// The text with its placeholders in another style.
std::string InStyle(std::string_view text, std::string_view example) {
  constexpr std::string_view kLabel = "PERSON_1";
  const std::size_t at = example.find(kLabel);
  std::string out;
  for (const char c : text) {
    if (c == '[') {
      out.append(example.substr(0, at));
    } else if (c == ']') {
      out.append(example.substr(at + kLabel.size()));
    } else {
      out.push_back(c);
    }
  }
  return out;
}

ExitCode RunHint(const Arguments& arguments) {
  if (!arguments.operands().empty()) return WrongUsage(kHint, "hint takes no files");
  Policy policy;
  if (const ExitCode code = MakeStyle(arguments, &policy); code != kDone) return code;
  const Result<std::string> example = StyleExample(policy.style);
  if (!example.ok()) return Complain(example.status(), "--style");
  const std::string_view text = arguments.Value(FlagId::kLabels) == "de" ? kGerman : kEnglish;
  Output output;
  if (const ExitCode code = output.Open(""); code != kDone) return code;
  (void)output.Write(InStyle(text, *example));
  if (const ExitCode code = output.Finish(); code != kDone) return code;
  return output.Commit();
}

}  // namespace maske::cli
