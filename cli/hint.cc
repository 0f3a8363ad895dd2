// maske hint: what to tell a model, so that placeholders come back as they went.
#include <string_view>

#include "cli/output.h"
#include "cli/run.h"

namespace maske::cli {
namespace {

constexpr std::string_view kEnglish =
    "The text contains placeholders in square brackets such as [PERSON_1] or [EMAIL_2]. Each stands for a value that "
    "is\n"
    "kept confidential; equal placeholders stand for equal values. Copy every placeholder you use exactly as it "
    "stands,\n"
    "with brackets, capitals, underscore and number. Do not translate, inflect, renumber or explain placeholders, and "
    "do\n"
    "not invent new ones.\n";

constexpr std::string_view kGerman =
    "Der Text enthält Platzhalter in eckigen Klammern wie [PERSON_1] oder [E-MAIL_2]. Jeder steht für einen Wert, der\n"
    "vertraulich bleibt; gleiche Platzhalter stehen für gleiche Werte. Übernimm jeden Platzhalter, den du verwendest,\n"
    "genau so, wie er dasteht, mit Klammern, Großbuchstaben, Unterstrich und Nummer. Übersetze, beuge, nummeriere und\n"
    "erkläre Platzhalter nicht und erfinde keine neuen.\n";

}  // namespace

ExitCode RunHint(const Arguments& arguments) {
  if (!arguments.operands().empty()) return WrongUsage(kHint, "hint takes no files");
  Output output;
  if (const ExitCode code = output.Open(""); code != kDone) return code;
  (void)output.Write(arguments.Value(FlagId::kLabels) == "de" ? kGerman : kEnglish);
  if (const ExitCode code = output.Finish(); code != kDone) return code;
  return output.Commit();
}

}  // namespace maske::cli
