// An explanation as text for people or as JSON lines. No text of the input, unless with_text.
// Covered by tests/cli/explain_test.cc.
#ifndef MASKE_CLI_EXPLAIN_WRITER_H_
#define MASKE_CLI_EXPLAIN_WRITER_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "maske/explain.h"

namespace maske::cli {

// What is written for one text. begin and end are the region asked for, in the unit of the answer; equal: the whole.
struct ExplainedText {
  std::string_view file;
  std::size_t begin = 0;
  std::size_t end = 0;
  double threshold = 0;
  bool with_text = false;
  std::string_view unit = "byte";  // "byte", "code point", "UTF-16 unit"
  // The bytes of a span of the answer; asked only when with_text.
  std::string_view text;  // the whole input
  OffsetUnit offsets = OffsetUnit::kByte;
};

void AppendExplanation(const ExplainedText& about, const Explanation& answer, std::string* out);
void AppendExplanationJson(const ExplainedText& about, const Explanation& answer, std::string* out);

}  // namespace maske::cli

#endif  // MASKE_CLI_EXPLAIN_WRITER_H_
