#include "cli/harness.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace maske::cli {
namespace {

struct Pipe {
  std::array<int, 2> end{-1, -1};
  Pipe() { EXPECT_EQ(::pipe2(end.data(), O_CLOEXEC), 0); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    Close(0);
    Close(1);
  }
  void Close(std::size_t which) {
    if (end[which] >= 0) ::close(end[which]);
    end[which] = -1;
  }
};

// What the child does between fork and exec: only calls that are safe there.
[[noreturn]] void Become(const std::string& folder, const std::vector<char*>& words, const Pipe& in, const Pipe& out,
                         const Pipe& err, const RunOptions& options) {
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  ::dup2(in.end[0], STDIN_FILENO);
  ::dup2(out.end[1], STDOUT_FILENO);
  ::dup2(err.end[1], STDERR_FILENO);
  if (!options.stdout_path.empty()) {
    const int fd = ::open(options.stdout_path.c_str(), O_WRONLY | O_CREAT | (options.append ? O_APPEND : 0), 0666);
    ::dup2(fd, STDOUT_FILENO);
  }
  if (options.close_output) ::close(STDOUT_FILENO);
  if (options.close_input) ::close(STDIN_FILENO);
  ::signal(SIGPIPE, SIG_DFL);
  ::execv(words[0], words.data());
  ::_exit(127);
}

// Feeds and drains the three pipes until the child has closed its ends.
class Conversation {
 public:
  Conversation(pid_t child, Pipe* in, Pipe* out, Pipe* err, std::string_view input, const RunOptions& options)
      : child_(child), in_(*in), out_(*out), err_(*err), input_(input), options_(options) {
    ::fcntl(in_.end[1], F_SETFL, O_NONBLOCK);
    if (options.close_input) in_.Close(1);
  }

  void Hold(Outcome* outcome) {
    while (out_.end[0] >= 0 || err_.end[0] >= 0) {
      std::array<pollfd, 3> ready{
          {{out_.end[0], POLLIN, 0}, {err_.end[0], POLLIN, 0}, {Feeding() ? in_.end[1] : -1, POLLOUT, 0}}};
      ASSERT_GE(::poll(ready.data(), ready.size(), 60'000), 1) << "the command hangs";
      if (ready[0].revents != 0) Drain(&out_, &outcome->out);
      if (ready[1].revents != 0) Drain(&err_, &outcome->err);
      if (ready[2].revents != 0) Feed();
      if (options_.close_output_after != 0 && outcome->out.size() >= options_.close_output_after) out_.Close(0);
      if (options_.signal_after_output != 0 && !signalled_ && !outcome->out.empty()) {
        signalled_ = true;
        ::kill(child_, options_.signal_after_output);
      }
    }
  }

 private:
  [[nodiscard]] bool AllWritten() const { return repeated_ == options_.repeat_input; }
  [[nodiscard]] bool Feeding() const { return in_.end[1] >= 0 && !(AllWritten() && options_.signal_after_output != 0); }

  void Drain(Pipe* pipe, std::string* to) {
    std::array<char, 65536> buffer;
    const ssize_t n = ::read(pipe->end[0], buffer.data(), buffer.size());
    if (n > 0) to->append(buffer.data(), static_cast<std::size_t>(n));
    if (n == 0) pipe->Close(0);
  }

  void Feed() {
    std::size_t length = input_.size() - written_;
    if (piece_ < options_.pieces.size()) length = std::min(length, options_.pieces[piece_++]);
    if (length > 0) {
      const ssize_t n = ::write(in_.end[1], input_.data() + written_, length);
      if (n < 0 && errno != EAGAIN) in_.Close(1);
      if (n > 0) written_ += static_cast<std::size_t>(n);
    }
    if (written_ == input_.size() && !AllWritten()) {
      ++repeated_;
      written_ = AllWritten() ? written_ : 0;
    }
    if (!AllWritten() || options_.signal_after_output != 0) return;
    if (options_.before_end) options_.before_end();
    in_.Close(1);
  }

  pid_t child_;
  Pipe& in_;
  Pipe& out_;
  Pipe& err_;
  std::string_view input_;
  const RunOptions& options_;
  std::size_t written_ = 0;
  std::size_t piece_ = 0;
  std::size_t repeated_ = 0;
  bool signalled_ = false;
};

}  // namespace

std::ostream& operator<<(std::ostream& stream, const Outcome& outcome) {
  return stream << "status " << outcome.status << ", signal " << outcome.signal << "\nout: " << outcome.out
                << "\nerr: " << outcome.err;
}

Workspace::Workspace() {
  ::signal(SIGPIPE, SIG_IGN);  // the test writes to commands that may have ended
}

std::string Workspace::Path(std::string_view name) const { return folder_ + "/" + std::string(name); }

void Workspace::Write(std::string_view name, std::string_view bytes) const {
  std::filesystem::create_directories(std::filesystem::path(Path(name)).parent_path());
  std::ofstream file(Path(name), std::ios::binary);
  file << bytes;
  ASSERT_TRUE(file.good()) << name;
}

std::string Workspace::Read(std::string_view name) const {
  std::ifstream file(Path(name), std::ios::binary);
  EXPECT_TRUE(file.good()) << "cannot read " << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

bool Workspace::Exists(std::string_view name) const { return std::filesystem::exists(Path(name)); }

std::vector<std::string> Workspace::Names() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

unsigned Workspace::Mode(std::string_view name) const {
  struct stat state {};
  EXPECT_EQ(::stat(Path(name).c_str(), &state), 0) << name;
  return state.st_mode & 0777U;
}

Outcome Workspace::Run(const std::vector<std::string>& arguments, std::string_view input,
                       const RunOptions& options) const {
  const char* other = std::getenv("MASKE_TEST_PROGRAM");  // mutation_test.cc
  std::vector<std::string> words{other != nullptr ? other : MASKE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);

  Pipe in;
  Pipe out;
  Pipe err;
  const pid_t child = ::fork();
  if (child == 0) Become(folder_, pointers, in, out, err, options);
  in.Close(0);
  out.Close(1);
  err.Close(1);
  Outcome outcome;
  Conversation(child, &in, &out, &err, input, options).Hold(&outcome);
  if (::testing::Test::HasFatalFailure()) ::kill(child, SIGKILL);
  int how = 0;
  struct rusage usage {};
  EXPECT_EQ(::wait4(child, &how, 0, &usage), child);
  outcome.peak_kib = usage.ru_maxrss;
  for (const timeval& time : {usage.ru_utime, usage.ru_stime}) {
    outcome.cpu_ms += static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  }
  if (WIFEXITED(how)) outcome.status = WEXITSTATUS(how);
  if (WIFSIGNALED(how)) outcome.signal = WTERMSIG(how);
  return outcome;
}

std::uint64_t Random::Next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

}  // namespace maske::cli
