// A file that is written beside its target and renamed at the end, so that a crash or a failure leaves the old file or
// the new one, never half of one. The new file takes the mode (and, where allowed, the owner) of the old one; a
// symbolic link stays and its target is replaced. Covered by tests/cli/output_test.cc.
#ifndef MASKE_CLI_REPLACED_FILE_H_
#define MASKE_CLI_REPLACED_FILE_H_

#include <string>

namespace maske::cli {

// Whether two names are of one file, be it there or not.
bool SameFile(const std::string& a, const std::string& b);

class ReplacedFile {
 public:
  ReplacedFile() = default;
  ReplacedFile(const ReplacedFile&) = delete;
  ReplacedFile& operator=(const ReplacedFile&) = delete;
  ~ReplacedFile();  // removes what was not committed

  // Each returns 0 or an errno. owner_only: mode 0600, whatever the old file had.
  int Create(const std::string& path, bool owner_only);
  int Sync();
  int Close();  // after Sync; for those that wait for their Commit in great number
  // After Sync. The old file stays under its name and suffix when there is one, in place of what was there.
  int Commit(const std::string& suffix = "");

  [[nodiscard]] bool is_open() const { return !temporary_.empty(); }
  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  void Keep() { temporary_.clear(); }  // leaves the temporary file where it is

 private:
  [[nodiscard]] int KeepOld(const std::string& suffix) const;

  std::string target_;
  std::string temporary_;
  int fd_ = -1;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_REPLACED_FILE_H_
