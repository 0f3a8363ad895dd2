// Exit statuses of the command and how it says what went wrong. The statuses are a contract with scripts; tests/cli
// holds them. Messages say what, where and what to do, start with "maske: ", and never hold text of an input (law 6): a
// file is named as the user named it.
#ifndef MASKE_CLI_EXIT_CODE_H_
#define MASKE_CLI_EXIT_CODE_H_

#include <string>
#include <string_view>

#include "maske/status.h"

namespace maske::cli {

enum ExitCode : int {
  kDone = 0,
  kFound = 1,         // --fail-on found some
  kUsage = 2,         // wrong usage or configuration
  kInputFailed = 3,   // an input could not be read, is damaged or is refused
  kOutputFailed = 4,  // an output or the map could not be written
  kInternal = 5,
};

// Writes "maske: MESSAGE" to standard error and returns code, so that a caller can `return Complain(…)`.
ExitCode Complain(ExitCode code, std::string_view message);
// A remark that changes no status.
void Remark(std::string_view message);
// Complains about an error of the library; where (a file's name, may be empty) goes before its message.
ExitCode Complain(const Status& status, std::string_view where);
// While one lives, what its thread complains and remarks is kept instead of said. For threads whose messages come in order.
class HeldMessages {
 public:
  HeldMessages();
  ~HeldMessages();
  HeldMessages(const HeldMessages&) = delete;
  HeldMessages& operator=(const HeldMessages&) = delete;
  // Says what was kept.
  void Say();

 private:
  std::string lines_;
};

// The exit status that stands for an error of the library.
ExitCode CodeOf(const Status& status);

}  // namespace maske::cli

#endif  // MASKE_CLI_EXIT_CODE_H_
