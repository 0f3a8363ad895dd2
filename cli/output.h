// Where the command writes: standard output, a device or pipe, or a regular file that is replaced at the end. Gathers
// 64 KiB before it calls write(2); Flush delivers what is there. Covered by tests/cli/output_test.cc.
#ifndef MASKE_CLI_OUTPUT_H_
#define MASKE_CLI_OUTPUT_H_

#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/replaced_file.h"

namespace maske::cli {

// Writes all of bytes to fd through EINTR, EAGAIN and short writes. 0 or an errno; EINTR when the user asked for the
// end.
int WriteAll(int fd, std::string_view bytes);

class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  // "" and "-": standard output. /dev/stdout, /dev/fd/N, pipes and devices are written directly.
  ExitCode Open(std::string_view name);
  // False when bytes could not be taken, then and ever after.
  bool Write(std::string_view bytes);
  bool Flush();
  // Delivers everything (a regular file: to the disk, still beside its target). Complains when it cannot.
  ExitCode Finish();
  // After Finish: lets go of descriptor and buffer, so that many can wait for their Commit.
  ExitCode Rest();
  // Puts a regular file in its place; closes the others. After Finish. suffix: ReplacedFile::Commit.
  ExitCode Commit(const std::string& suffix = "");

  [[nodiscard]] bool failed() const { return error_ != 0; }
  // Says why it failed (nothing for a closed pipe or an interrupt) and returns kOutputFailed.
  ExitCode Report() const;
  // True when nothing is seen of what was written before Commit.
  [[nodiscard]] bool replaces() const { return file_.is_open(); }
  [[nodiscard]] int fd() const { return fd_; }

 private:
  std::string name_;
  ReplacedFile file_;
  std::string buffer_;
  int fd_ = -1;
  bool owns_ = false;
  int error_ = 0;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_OUTPUT_H_
