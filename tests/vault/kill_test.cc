// Processes that write into one vault and are killed at random moments: every line that one of them wrote is restored
// afterwards. Also a disk without room, and how fast new placeholders are kept.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <sstream>
#include <thread>

#include "sanitized.h"
#include "vault/folder.h"

namespace maske {
namespace {

class VaultProcesses : public ::testing::Test {
 protected:
  VaultProcesses() {
    EXPECT_TRUE(NewKey().WriteFile(folder_.Path("key")).ok());
    key_.emplace(std::move(VaultKey::FromFile(folder_.Path("key"))).value());
    EXPECT_TRUE(VaultFile::Create(folder_.Path("v"), *key_).ok());
  }

  // A writer whose lines go to the file `out`, behind what is there.
  pid_t Start(const std::string& out, const std::string& name, long count, long batch, rlim_t file_limit = 0) {
    const std::string vault = folder_.Path("v"), key = folder_.Path("key"), counts = std::to_string(count),
                      batches = std::to_string(batch), lines = folder_.Path(out), errors = folder_.Path(out + ".err");
    const pid_t child = ::fork();
    if (child != 0) return child;
    const int fd = ::open(lines.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const int err = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(fd, 1);
    ::dup2(err, 2);
    if (file_limit != 0) {
      const rlimit limit{file_limit, file_limit};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      ::signal(SIGXFSZ, SIG_IGN);
    }
    ::execl(MASKE_VAULT_WRITER, "writer", vault.c_str(), key.c_str(), "s", name.c_str(), counts.c_str(),
            batches.c_str(), nullptr);
    ::_exit(127);
  }

  static int End(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
  }

  // Every line of the file is what the vault has.
  std::size_t CheckLines(const std::string& out) {
    const VaultFile vault = *VaultFile::Open(folder_.Path("v"), *key_);
    const auto store = OpenStore(vault, "s");
    std::istringstream lines(folder_.Read(out));
    std::uint32_t number = 0;
    std::string value;
    std::size_t count = 0;
    while (lines >> number >> value) {
      if (lines.peek() != '\n') break;  // killed in its write
      const std::string found = Original(store.get(), "EMAIL", {number, 1});
      EXPECT_EQ(found, value) << "number " << number;
      if (found != value) return count;
      ++count;
    }
    return count;
  }

  void KillAtRandom(int kills, unsigned seed) {
    std::mt19937 random(seed);
    constexpr int kWriters = 4;
    pid_t writers[kWriters] = {};
    int started = 0;
    const auto start = [&](int i) {
      writers[i] = Start("out" + std::to_string(i), "w" + std::to_string(started++) + "x", 1'000'000, 20);
    };
    for (int i = 0; i < kWriters; ++i) start(i);
    for (int kill = 0; kill < kills; ++kill) {
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
      const int victim = static_cast<int>(random() % kWriters);
      ::kill(writers[victim], SIGKILL);
      EXPECT_TRUE(WIFSIGNALED(End(writers[victim]))) << folder_.Read("out" + std::to_string(victim) + ".err");
      start(victim);
    }
    for (const pid_t writer : writers) ::kill(writer, SIGKILL);
    for (const pid_t writer : writers) End(writer);
    std::size_t lines = 0;
    for (int i = 0; i < kWriters; ++i) lines += CheckLines("out" + std::to_string(i));
    EXPECT_GT(lines, 100U);
    VaultFile vault = *VaultFile::Open(folder_.Path("v"), *key_);
    const Status checked = vault.Check();
    EXPECT_TRUE(checked.ok()) << checked.message();
    RecordProperty("lines", static_cast<int>(lines));
  }

  Folder folder_;
  std::optional<VaultKey> key_;
};

TEST_F(VaultProcesses, KilledTwentyTimes) { KillAtRandom(20, 1); }

class VaultProcessesSlow : public VaultProcesses {};
TEST_F(VaultProcessesSlow, KilledTwoHundredTimes) { KillAtRandom(200, 2); }

TEST_F(VaultProcesses, NoRoomEndsWithAnErrorAndWhatWentOutIsThere) {
  for (const rlim_t limit : {60'000U, 200'000U, 700'000U}) {
    const std::string out = "limit" + std::to_string(limit);
    const int status = End(Start(out, out, 200'000, 100, limit));
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 1);
    const std::string said = folder_.Read(out + ".err");
    EXPECT_NE(said.find("the vault"), std::string::npos) << said;
    EXPECT_EQ(said.find("example"), std::string::npos) << said;
    CheckLines(out);
  }
  EXPECT_EQ(End(Start("after", "after", 100, 10)), 0) << "the vault is as sound as before";
  EXPECT_EQ(CheckLines("after"), 100U);
}

// By processor time, since on a machine that does other work the wall clock tells about that; both are printed.
TEST_F(VaultProcessesSlow, TwentyThousandNewPlaceholdersASecond) {
  const auto used = [] {  // by children that have ended, seconds
    rusage all{};
    EXPECT_EQ(::getrusage(RUSAGE_CHILDREN, &all), 0);
    return static_cast<double>(all.ru_utime.tv_sec + all.ru_stime.tv_sec) +
           static_cast<double>(all.ru_utime.tv_usec + all.ru_stime.tv_usec) / 1e6;
  };
  const double before = used();
  EXPECT_EQ(End(Start("out", "x", 100'000, 500)), 0);
  const double rate = 100'000 / (used() - before);
  std::printf("new placeholders: %.0f a second of processor time; by the clock %s", rate,
              folder_.Read("out.err").c_str());
  EXPECT_TRUE(kSanitized || rate > 20'000);
}

}  // namespace
}  // namespace maske
