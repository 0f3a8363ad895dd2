#include "cli/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "cli/signals.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX has it, not every header does

namespace maske::cli {
namespace {

constexpr int kNotFound = 127;  // as shells say it
constexpr int kNotRunnable = 126;
constexpr int kGraceMilliseconds = 1000;

void Close(int* fd) {
  if (*fd >= 0) ::close(*fd);
  *fd = -1;
}

ExitCode CannotStart(std::string_view name, int error) {
  const int code = error == ENOENT ? kNotFound : kNotRunnable;
  std::string message = "cannot run ";
  message.append(name).append(": ").append(std::strerror(error));
  return Complain(static_cast<ExitCode>(code), message);
}

}  // namespace

Child::~Child() { Kill(); }

ExitCode Child::Start(const std::vector<std::string>& words) {
  std::array<int, 2> to{-1, -1};
  std::array<int, 2> from{-1, -1};
  if (::pipe2(to.data(), O_CLOEXEC) != 0 || ::pipe2(from.data(), O_CLOEXEC) != 0) {
    const int error = errno;
    for (int* fd : {&to[0], &to[1]}) Close(fd);
    return CannotStart(words.front(), error);
  }
  in_ = to[1];
  out_ = from[0];
  (void)::fcntl(in_, F_SETFL, ::fcntl(in_, F_GETFL) | O_NONBLOCK);

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);  // which this program ignores
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<char*> argv;
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));  // NOLINT: C's interface
  argv.push_back(nullptr);
  const int error = ::posix_spawnp(&pid_, argv[0], &actions, &attributes, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  Close(&to[0]);
  Close(&from[1]);
  if (error == 0) return kDone;
  pid_ = -1;
  CloseIn();
  CloseOut();
  return CannotStart(words.front(), error);
}

void Child::CloseIn() { Close(&in_); }
void Child::CloseOut() { Close(&out_); }

int Child::Wait() {
  int how = 0;
  while (::waitpid(pid_, &how, 0) < 0) {
    if (errno == EINTR && !Interrupted()) continue;
    Kill();
    return 0;
  }
  pid_ = -1;
  return WIFSIGNALED(how) ? 128 + WTERMSIG(how) : WEXITSTATUS(how);
}

void Child::Kill() {
  if (pid_ > 0) {
    ::kill(pid_, SIGTERM);
    constexpr int kStep = 10;
    int waited = 0;
    while (::waitpid(pid_, nullptr, WNOHANG) == 0) {
      if (waited >= kGraceMilliseconds) {
        ::kill(pid_, SIGKILL);
        (void)::waitpid(pid_, nullptr, 0);
        break;
      }
      waited += kStep;
      (void)::poll(nullptr, 0, kStep);
    }
    pid_ = -1;
  }
  CloseIn();
  CloseOut();
}

}  // namespace maske::cli
