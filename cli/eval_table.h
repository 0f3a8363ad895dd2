// What `maske eval` shows people. The examples and nothing else hold text of the gold; they are there only when asked for.
// Covered by tests/cli/eval_test.cc.
#ifndef MASKE_CLI_EVAL_TABLE_H_
#define MASKE_CLI_EVAL_TABLE_H_

#include <cstddef>
#include <string>

#include "cli/eval_figures.h"

namespace maske::cli {

void AppendTable(const FileTally& file, const FileReport& report, std::string* out);
// What names are found by: reports of the same file, one a row of kEvidence, each with what the ones before it know.
inline constexpr std::string_view kEvidence[] = {"context", "lexicon", "memory", "model"};
void AppendSteps(const std::vector<FileReport>& reports, std::string* out);
// Findings a rule: their share of the type's, right and wrong ones.
void AppendRules(const FileTally& file, std::string* out);
// The first gold entities that leak, and the first findings that are none.
void AppendExamples(const FileTally& file, std::size_t most_wrong, std::string* out);

// Text set to the left or right in a column so wide, in bytes.
std::string Left(std::string_view text, std::size_t width);
std::string Right(std::string_view text, std::size_t width);

}  // namespace maske::cli

#endif  // MASKE_CLI_EVAL_TABLE_H_
