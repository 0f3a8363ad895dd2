// Inputs that cannot be read, that are the output, and a terminal.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "cli/harness.h"

namespace maske::cli {
namespace {

TEST(Input, AMissingFileIsNamedBeforeAnythingGoesOut) {
  const Workspace ws;
  ws.Write("a", kText);
  const Outcome run = ws.Run({"a", "brief.txt"});
  EXPECT_EQ(run.status, 3) << run;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "maske: cannot read brief.txt: No such file or directory\n");
}

TEST(Input, AMistypedCommandIsRecognised) {
  const Workspace ws;
  EXPECT_NE(ws.Run({"detct"}).err.find("did you mean the command detect?"), std::string::npos);
  EXPECT_NE(ws.Run({"--stats", "restore"}).err.find("the command comes first: maske restore"), std::string::npos);
  EXPECT_EQ(ws.Run({"detct"}).status, 3);
}

TEST(Input, AFolderIsNoInput) {
  const Workspace ws;
  const Outcome run = ws.Run({"."});
  EXPECT_EQ(run.status, 3) << run;
  EXPECT_EQ(run.err, "maske: cannot read .: Is a directory\n");
}

TEST(Input, AnUnreadableFile) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const Workspace ws;
  ws.Write("a", kText);
  ASSERT_EQ(::chmod(ws.Path("a").c_str(), 0), 0);
  EXPECT_EQ(ws.Run({"a"}).status, 3);
}

TEST(Input, TheFileThatIsWrittenIsRefused) {
  const Workspace ws;
  ws.Write("a", kText);
  RunOptions options;
  options.stdout_path = "a";
  options.append = true;
  const Outcome run = ws.Run({"a"}, "", options);
  EXPECT_EQ(run.status, 2) << run;
  EXPECT_EQ(ws.Read("a"), kText);
  EXPECT_EQ(ws.Run({"detect", "a"}, "", options).status, 2);
}

TEST(Input, TheMapIsNoInputAndNoOutput) {
  const Workspace ws;
  ASSERT_EQ(ws.Run({"--map", "m.json"}, kText).status, 0);
  EXPECT_EQ(ws.Run({"--map", "m.json", "m.json"}).status, 2);
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json", "m.json"}).status, 2);
  EXPECT_EQ(ws.Run({"--map", "m.json", "-o", "m.json"}, kText).status, 2);
  EXPECT_EQ(ws.Run({"--map", "m.json", "-o", "./m.json"}, kText).status, 2);
  EXPECT_EQ(ws.Run({"--map", "new.json", "-o", "./new.json"}, kText).status, 2);
}

TEST(Input, APipeByNameIsRead) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"/dev/stdin"}, kText).out, kMasked);
  EXPECT_EQ(ws.Run({"/dev/fd/0"}, kText).out, kMasked);
}

TEST(Input, ATerminalIsAnnounced) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0) GTEST_SKIP() << "no pseudo terminal here";
  const char* name = ::ptsname(terminal);
  ASSERT_NE(name, nullptr);
  const int other = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);  // so that what is typed waits for the command
  if (other < 0) GTEST_SKIP() << "no pseudo terminal here";
  const std::string typed = "an anna@example.org\n\x04";
  ASSERT_EQ(::write(terminal, typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
  const Workspace ws;
  const Outcome run = ws.Run({name});
  ::close(other);
  ::close(terminal);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, "an [EMAIL_1]\n");
  EXPECT_NE(run.err.find("reading from the terminal; end with Ctrl-D"), std::string::npos) << run;
}

TEST(Input, AFailureInTheMiddleKeepsWhatWasDecided) {
  const Workspace ws;
  std::string text(kText);
  text.append(100'000, '\n');
  ws.Write("a", text);
  ws.Write("b", std::string_view("geheim\0", 7));
  const Outcome run = ws.Run({"a", "b"});
  EXPECT_EQ(run.status, 3) << run.err;
  EXPECT_TRUE(run.out.starts_with(kMasked));
  EXPECT_EQ(run.out.find("geheim"), std::string::npos);
  EXPECT_TRUE(run.err.starts_with("maske: b: ")) << run.err;
}

}  // namespace
}  // namespace maske::cli
