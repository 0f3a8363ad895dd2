// What the two ways of `maske detect` share: settings, output, and the account of what was found.
#ifndef MASKE_CLI_DETECT_H_
#define MASKE_CLI_DETECT_H_

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/settings.h"
#include "cli/stats.h"
#include "cli/turns.h"

namespace maske::cli {

struct Detecting {
  FilterPointer filter;
  Policy policy;
  OffsetUnit unit = OffsetUnit::kByte;
  bool table = false;
  bool coloured = false;
  bool with_text = false;
  bool with_literals = false;        // text that looks like a placeholder is no personal data: only when asked for
  std::vector<std::string> fail_on;  // types
};

// What was found, in one input or in all.
struct Account {
  Stats stats;
  bool failed_on = false;

  // Counts a finding; false when it is none that detect reports.
  bool Take(const Finding& finding, const Detecting& detecting);
  void Add(const Account& other) {
    stats.Add(other.stats);
    failed_on = failed_on || other.failed_on;
  }
};

// detect --documents (documents.cc): JSON Lines in, JSON Lines out. Complains when it returns more than kDone.
ExitCode DetectDocuments(const Detecting& detecting, const std::string& name, Turn* turn, Account* account);
// The same for one input on several threads, with the same output.
ExitCode DetectDocumentsOnThreads(const Detecting& detecting, const std::string& name, unsigned threads, Output* output,
                                  Account* account);

}  // namespace maske::cli

#endif  // MASKE_CLI_DETECT_H_
