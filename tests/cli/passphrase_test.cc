// The prompt for a passphrase, on a terminal of the test's own: asked without echo, also when standard input and output are
// pipes; wrong and differing ones give one clear error and no output.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

struct Talk {
  int status = -1;
  std::string terminal;  // what was shown on it
  std::string out;
  std::string err;
  bool echo_after = false;
};

std::string ReadAll(const std::string& path) {
  std::string all;
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  char buffer[4096];
  for (ssize_t n = 0; (n = ::read(fd, buffer, sizeof buffer)) > 0;) all.append(buffer, static_cast<std::size_t>(n));
  ::close(fd);
  return all;
}

// Runs the program with a controlling terminal, and types the next answer whenever a prompt has come (it ends with ": ").
Talk Type(const Workspace& space, const std::vector<std::string>& words, const std::string& input,
          const std::vector<std::string>& answers) {
  space.Write("stdin", input);
  space.Write("stdout", "");
  space.Write("stderr", "");
  Talk talk;
  const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  EXPECT_TRUE(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
  char name[128] = "";
  EXPECT_EQ(::ptsname_r(master, name, sizeof name), 0);
  const int slave = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  const pid_t child = ::fork();
  if (child == 0) {
    ::setsid();
    ::ioctl(slave, TIOCSCTTY, 0);
    if (::chdir(space.Path("").c_str()) != 0) ::_exit(126);
    ::dup2(::open("stdin", O_RDONLY), 0);
    ::dup2(::open("stdout", O_WRONLY), 1);
    ::dup2(::open("stderr", O_WRONLY), 2);
    std::vector<char*> arguments{const_cast<char*>(MASKE_PROGRAM)};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(MASKE_PROGRAM, arguments.data());
    ::_exit(127);
  }
  std::size_t answered = 0;
  std::size_t seen = 0;
  int state = 0;
  while (::waitpid(child, &state, WNOHANG) == 0) {
    pollfd ready{master, POLLIN, 0};
    if (::poll(&ready, 1, 20) <= 0 || (ready.revents & POLLIN) == 0) continue;
    char buffer[512];
    const ssize_t n = ::read(master, buffer, sizeof buffer);
    if (n > 0) talk.terminal.append(buffer, static_cast<std::size_t>(n));
    if (talk.terminal.size() > seen && talk.terminal.ends_with(": ") && answered < answers.size()) {
      seen = talk.terminal.size();
      const std::string line = answers[answered++] + "\n";
      EXPECT_EQ(::write(master, line.data(), line.size()), static_cast<ssize_t>(line.size()));
    }
  }
  termios after{};
  talk.echo_after = ::tcgetattr(slave, &after) == 0 && (after.c_lflag & ECHO) != 0;
  ::close(slave);
  ::close(master);
  talk.status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
  talk.out = ReadAll(space.Path("stdout"));
  talk.err = ReadAll(space.Path("stderr"));
  return talk;
}

TEST(Passphrase, IsAskedForWithoutEcho) {
  const Workspace space;
  const std::string words = "vier alte Worte hier";
  const Talk made = Type(space, {"vault", "init", "v"}, "", {words, words});
  EXPECT_EQ(made.status, 0) << made.err;
  EXPECT_NE(made.terminal.find("new passphrase: "), std::string::npos) << made.terminal;
  EXPECT_NE(made.terminal.find("once more: "), std::string::npos) << made.terminal;
  EXPECT_EQ(made.terminal.find("alte"), std::string::npos) << made.terminal;
  EXPECT_TRUE(made.echo_after) << "the terminal is left as it was";

  const Talk masked = Type(space, {"--vault", "v"}, std::string(kText), {words});
  EXPECT_EQ(masked.status, 0) << masked.err;
  EXPECT_EQ(masked.out, kMasked);
  EXPECT_NE(masked.terminal.find("passphrase of v: "), std::string::npos) << masked.terminal;
  EXPECT_EQ(masked.terminal.find("alte"), std::string::npos);
  EXPECT_EQ(Type(space, {"restore", "--vault", "v"}, std::string(kMasked), {words}).out, kText);

  const Talk wrong = Type(space, {"restore", "--vault", "v"}, std::string(kMasked), {"vier neue Worte hier"});
  EXPECT_EQ(wrong.status, 2) << wrong.err;
  EXPECT_EQ(wrong.out, "");
  EXPECT_EQ(wrong.err.find("neue"), std::string::npos) << wrong.err;
}

TEST(Passphrase, TwoThatDifferMakeNoVault) {
  const Workspace space;
  const Talk talk = Type(space, {"vault", "init", "v"}, "", {"vier alte Worte hier", "vier alte Worte da"});
  EXPECT_EQ(talk.status, 2);
  EXPECT_NE(talk.err.find("the two passphrases differ"), std::string::npos) << talk.err;
  EXPECT_FALSE(space.Exists("v"));
}

}  // namespace
}  // namespace maske::cli
