// What the two ways of `maske detect` share: settings, output, and the account of what was found.
#ifndef MASKE_CLI_DETECT_H_
#define MASKE_CLI_DETECT_H_

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/settings.h"
#include "cli/stats.h"

namespace maske::cli {

struct Detecting {
  FilterPointer filter;
  Policy policy;
  OffsetUnit unit = OffsetUnit::kByte;
  bool with_text = false;
  bool with_literals = false;        // text that looks like a placeholder is no personal data: only when asked for
  std::vector<std::string> fail_on;  // types
  std::vector<std::string> inputs;
  Output output;
  Stats stats;
  bool failed_on = false;

  // Counts a finding; false when it is none that detect reports.
  bool Take(const Finding& finding);
};

// detect --documents (documents.cc): JSON Lines in, JSON Lines out. Each complains when it returns more than kDone.
ExitCode DetectDocuments(Detecting* detecting, const std::string& name);

}  // namespace maske::cli

#endif  // MASKE_CLI_DETECT_H_
