#include "cli/signals.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace maske::cli {
namespace {

volatile sig_atomic_t interrupted_by = 0;
bool pipe_closed = false;

extern "C" void NoteSignal(int number) { interrupted_by = number; }

void DieOf(int number) {
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  ::sigaction(number, &action, nullptr);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  ::sigprocmask(SIG_UNBLOCK, &only, nullptr);
  ::raise(number);
}

}  // namespace

void InstallSignals() {
  // A closed standard descriptor is filled with one that fails with EBADF in its direction.
  for (int fd = 0; fd <= 2; ++fd) {
    if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF) (void)::open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
  }
  for (const int number : std::array{SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old {};
    ::sigaction(number, nullptr, &old);
    if (old.sa_handler == SIG_IGN) continue;  // nohup
    struct sigaction action {};
    action.sa_handler = NoteSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // no SA_RESTART: a waiting read must return
    ::sigaction(number, &action, nullptr);
  }
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, nullptr);
}

bool Interrupted() { return interrupted_by != 0; }
void NotePipeClosed() { pipe_closed = true; }
bool PipeClosed() { return pipe_closed; }

int EndProcess(int code) {
  if (Interrupted()) DieOf(static_cast<int>(interrupted_by));
  if (pipe_closed) DieOf(SIGPIPE);
  return code;
}

}  // namespace maske::cli
