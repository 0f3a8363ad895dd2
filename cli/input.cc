#include "cli/input.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "cli/flags.h"
#include "cli/signals.h"
#include "cli/suggest.h"

namespace maske::cli {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd, bool owned) : fd_(fd), owned_(owned) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (owned_ && fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
  bool owned_;
};

ExitCode CannotRead(std::string_view name, int error) {
  std::string message = "cannot read ";
  message.append(ShownName(name)).append(": ").append(std::strerror(error));
  if (error == ENOENT) {
    std::vector<std::string_view> commands;
    for (const CommandInfo& command : Commands()) commands.push_back(command.name);
    const std::string_view nearest = Nearest(name, commands);
    if (nearest == name) {
      message.append(" (the command comes first: maske ").append(nearest).append(" ...)");
    } else if (!nearest.empty()) {
      message.append(" (did you mean the command ").append(nearest).append("?)");
    }
  }
  return Complain(kInputFailed, message);
}

bool SameFile(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

// Bytes read, 0 at the end, -1 with errno. EINTR only when the user asked for the end.
ssize_t ReadSome(int fd, char* buffer, std::size_t size) {
  while (true) {
    if (Interrupted()) {
      errno = EINTR;
      return -1;
    }
    const ssize_t n = ::read(fd, buffer, size);
    if (n >= 0) return n;
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd ready{fd, POLLIN, 0};
      (void)::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return -1;
    }
  }
}

}  // namespace

std::vector<std::string> InputNames(const std::vector<std::string>& operands) {
  return operands.empty() ? std::vector<std::string>{"-"} : operands;
}

std::string ShownName(std::string_view name) { return name == "-" ? "standard input" : std::string(name); }

ExitCode CheckInputs(const std::vector<std::string>& names, int output_fd, std::string_view other) {
  struct stat output {};
  const bool output_is_file = output_fd >= 0 && ::fstat(output_fd, &output) == 0 && S_ISREG(output.st_mode);
  struct stat second {};
  const bool has_second = !other.empty() && ::stat(std::string(other).c_str(), &second) == 0;
  if (std::count(names.begin(), names.end(), "-") > 1) {
    return Complain(kUsage, "standard input (-) can be read only once; name it once");
  }
  for (const std::string& name : names) {
    struct stat file {};
    const bool readable =
        name == "-" ? ::fstat(STDIN_FILENO, &file) == 0
                    : ::stat(name.c_str(), &file) == 0 && (S_ISDIR(file.st_mode) || ::access(name.c_str(), R_OK) == 0);
    if (!readable) return CannotRead(name, errno);
    if (S_ISDIR(file.st_mode)) return CannotRead(name, EISDIR);
    if (output_is_file && SameFile(file, output)) {
      return Complain(kUsage, ShownName(name) + " is the file that is written; write to another with -o FILE");
    }
    if (has_second && SameFile(file, second)) {
      return Complain(kUsage, ShownName(name) + " is the map; name another file");
    }
  }
  return kDone;
}

ExitCode ReadInput(const std::string& name, const TakeChunk& take, std::size_t most) {
  const bool standard = name == "-";
  const Descriptor input(standard ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY), !standard);
  if (input.get() < 0) return CannotRead(name, errno);
  if (::isatty(input.get()) != 0) {
    Remark(std::string("reading from the terminal; end with Ctrl-D on a line of its own")
               .append(standard ? "" : " (")
               .append(standard ? "" : name)
               .append(standard ? "" : ")"));
  }
  const auto buffer = std::make_unique<char[]>(most);  // NOLINT(modernize-avoid-c-arrays): no zeroing wanted twice
  while (true) {
    const ssize_t n = ReadSome(input.get(), buffer.get(), most);
    if (n < 0) {
      if (errno == EINTR && Interrupted()) return kInputFailed;
      return CannotRead(name, errno);
    }
    if (n == 0) return kDone;
    const ExitCode code = take(std::string_view(buffer.get(), static_cast<std::size_t>(n)));
    if (code != kDone) return code;
  }
}

}  // namespace maske::cli
