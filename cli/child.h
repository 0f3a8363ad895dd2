// A command that is run with its standard input and output in our hands; its standard error is ours. Covered by
// tests/cli/through_test.cc.
#ifndef MASKE_CLI_CHILD_H_
#define MASKE_CLI_CHILD_H_

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"

namespace maske::cli {

class Child {
 public:
  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();  // ends it when it still runs

  // Starts words[0], found as a shell finds it. Complains; 127 when there is no such command and 126 when it cannot be run.
  ExitCode Start(const std::vector<std::string>& words);

  [[nodiscard]] int in() const { return in_; }    // to write to, not blocking; -1 when closed
  [[nodiscard]] int out() const { return out_; }  // to read from; -1 when closed
  void CloseIn();
  void CloseOut();

  // Waits for its end: its status, 128 + N when signal N ended it. Ends it when the user asks for the end meanwhile.
  int Wait();
  // Ends it before its input does: SIGTERM, after a second SIGKILL. Only then are the pipes closed, so that it never takes what
  // it got for the whole.
  void Kill();

 private:
  pid_t pid_ = -1;
  int in_ = -1;
  int out_ = -1;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_CHILD_H_
