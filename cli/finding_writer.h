// Findings as JSON lines or as a table for people. Offsets are already in the unit asked for.
// Covered by tests/cli/detect_test.cc.
#ifndef MASKE_CLI_FINDING_WRITER_H_
#define MASKE_CLI_FINDING_WRITER_H_

#include <string>
#include <string_view>

#include "cli/turns.h"
#include "maske/filter.h"

namespace maske::cli {

// Appends {"start":…,"end":…,"type":…,"score":…,"pattern":…} without its opening brace and with its closing one; text
// is added when with_text, as base64 when it is no UTF-8.
void AppendFinding(const Finding& finding, bool with_text, std::string_view text, std::string* out);

class FindingWriter {
 public:
  // coloured: a table's head and types are.
  FindingWriter(bool table, bool coloured, bool with_text)
      : table_(table), coloured_(coloured), with_text_(with_text) {}

  // False when the output takes no more.
  bool Write(std::string_view file, const Finding& finding, std::string_view text, Turn* output);

 private:
  bool WriteRow(std::string_view file, const Finding& finding, std::string_view text, Turn* output);

  bool table_;
  bool coloured_;
  bool with_text_;
  bool headed_ = false;
  std::string line_;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_FINDING_WRITER_H_
