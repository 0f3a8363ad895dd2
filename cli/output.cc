#include "cli/output.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>

#include "base/mutation.h"
#include "cli/signals.h"

namespace maske::cli {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;

// The descriptor that a name such as /dev/fd/3 stands for.
std::optional<int> NamedDescriptor(std::string_view name) {
  if (name.empty() || name == "-" || name == "/dev/stdout") return STDOUT_FILENO;
  if (name == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!name.starts_with(folder)) continue;
    const std::string_view digits = name.substr(folder.size());
    int fd = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), fd);
    if (error == std::errc() && end == digits.data() + digits.size() && fd >= 0) return fd;
  }
  return std::nullopt;
}

}  // namespace

int WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (n < 0 && errno == EINTR) {
      if (Interrupted()) return EINTR;
    } else if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
      pollfd ready{fd, POLLOUT, 0};
      if (::poll(&ready, 1, -1) < 0 && Interrupted()) return EINTR;
    } else {
      return n == 0 ? EIO : errno;
    }
  }
  return 0;
}

Output::~Output() {
  if (owns_ && fd_ >= 0) ::close(fd_);
}

ExitCode Output::Open(std::string_view name) {
  name_ = name;
  buffer_.reserve(kBufferBytes);
  if (const std::optional<int> known = NamedDescriptor(name); known.has_value()) {
    fd_ = *known;
    if (::fcntl(fd_, F_GETFD) < 0) error_ = errno;
    return failed() ? Report() : kDone;
  }
  struct stat there {};
  if (::stat(name_.c_str(), &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)) {
    fd_ = ::open(name_.c_str(), O_WRONLY | O_CLOEXEC);
    owns_ = true;
    if (fd_ < 0) error_ = errno;
  } else {
    error_ = file_.Create(name_, false);
    fd_ = file_.fd();
  }
  return failed() ? Report() : kDone;
}

bool Output::Write(std::string_view bytes) {
  if (failed()) return false;
  if (buffer_.size() + bytes.size() > kBufferBytes) {
    if (!Flush()) return false;
    if (bytes.size() >= kBufferBytes) {
      error_ = WriteAll(fd_, bytes);
      return !failed();
    }
  }
  buffer_.append(bytes);
  return true;
}

bool Output::Flush() {
  if (failed()) return false;
  error_ = WriteAll(fd_, buffer_);
  if (MASKE_MUTATION("law2_write_error_ignored")) error_ = 0;
  buffer_.clear();
  return !failed();
}

ExitCode Output::Finish() {
  if (Flush() && file_.is_open()) error_ = file_.Sync();
  return failed() ? Report() : kDone;
}

ExitCode Output::Rest() {
  buffer_ = std::string();
  if (file_.is_open()) {
    error_ = file_.Close();
    fd_ = -1;
  }
  return failed() ? Report() : kDone;
}

ExitCode Output::Commit(const std::string& suffix) {
  if (file_.is_open()) {
    error_ = file_.Commit(suffix);
    fd_ = -1;
  } else if (fd_ >= 0 && fd_ != STDERR_FILENO) {
    if (::close(fd_) != 0 && errno != EINTR) error_ = errno;
    fd_ = -1;
  }
  return failed() ? Report() : kDone;
}

ExitCode Output::Report() const {
  if (error_ == EPIPE) {
    NotePipeClosed();
    return kOutputFailed;
  }
  if (error_ == EINTR && Interrupted()) return kOutputFailed;
  std::string message = "cannot write to ";
  message.append(name_.empty() || name_ == "-" ? "standard output" : name_).append(": ").append(std::strerror(error_));
  return Complain(kOutputFailed, message);
}

}  // namespace maske::cli
