// Where output goes and how the command ends: -o, its atomicity, full disks, closed pipes, signals.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/harness.h"
#include "sanitized.h"

namespace maske::cli {
namespace {

std::string Long() {
  std::string text;
  while (text.size() < 3'000'000) text.append(kText);
  return text;
}

TEST(OutputFile, IsWrittenWhole) {
  const Workspace ws;
  const Outcome run = ws.Run({"-o", "out.txt"}, kText);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(ws.Read("out.txt"), kMasked);
  EXPECT_EQ(ws.Names(), std::vector<std::string>{"out.txt"});
}

TEST(OutputFile, TakesTheModeOfTheOldOneOrOfTheUmask) {
  const Workspace ws;
  const mode_t before = ::umask(027);
  ASSERT_EQ(ws.Run({"-o", "new"}, kText).status, 0);
  ws.Write("old", "alt");
  ASSERT_EQ(::chmod(ws.Path("old").c_str(), 0604), 0);
  ASSERT_EQ(ws.Run({"--output=old"}, kText).status, 0);
  ::umask(before);
  EXPECT_EQ(ws.Mode("new"), 0640U);
  EXPECT_EQ(ws.Mode("old"), 0604U);
  EXPECT_EQ(ws.Read("old"), kMasked);
}

TEST(OutputFile, MayBeTheInput) {
  const Workspace ws;
  ws.Write("a", kText);
  EXPECT_EQ(ws.Run({"a", "-o", "a"}).status, 0);
  EXPECT_EQ(ws.Read("a"), kMasked);
}

TEST(OutputFile, ALinkStaysAndItsTargetIsReplaced) {
  const Workspace ws;
  ws.Write("folder/target", "alt");
  std::filesystem::create_symlink("folder/target", ws.Path("link"));
  ASSERT_EQ(ws.Run({"-o", "link"}, kText).status, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(ws.Path("link")));
  EXPECT_EQ(ws.Read("folder/target"), kMasked);
}

TEST(OutputFile, StaysWhenMaskingFails) {
  const Workspace ws;
  ws.Write("old", "alt");
  ws.Write("good", kText);
  ws.Write("bad", std::string_view("a\0b", 3));
  const std::vector<std::string> names = ws.Names();
  EXPECT_EQ(ws.Run({"good", "bad", "-o", "old"}).status, 3);
  EXPECT_EQ(ws.Run({"good", "missing", "-o", "old"}).status, 3);
  EXPECT_EQ(ws.Run({"good", ".", "-o", "old"}).status, 3);
  EXPECT_EQ(ws.Run({"detect", "--documents", "good", "-o", "old"}).status, 3);
  EXPECT_EQ(ws.Run({"restore", "--map", "missing", "good", "-o", "old"}).status, 3);
  EXPECT_EQ(ws.Read("old"), "alt");
  EXPECT_EQ(ws.Names(), names);
  EXPECT_EQ(ws.Run({"bad", "-o", "new"}).status, 3);
  EXPECT_FALSE(ws.Exists("new"));
}

TEST(OutputFile, ThatCannotBeWritten) {
  const Workspace ws;
  const Outcome missing = ws.Run({"-o", "no/such/out"}, kText);
  EXPECT_EQ(missing.status, 4) << missing;
  EXPECT_EQ(missing.err, "maske: cannot write to no/such/out: No such file or directory\n");
  EXPECT_EQ(ws.Run({"-o", "."}, kText).status, 4);
  std::filesystem::create_symlink("nowhere", ws.Path("dangling"));
  EXPECT_EQ(ws.Run({"-o", "dangling"}, kText).status, 4);
}

TEST(OutputFile, DevicesPipesAndDescriptorsAreWrittenDirectly) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"-o", "-"}, kText).out, kMasked);
  EXPECT_EQ(ws.Run({"-o", "/dev/stdout"}, kText).out, kMasked);
  EXPECT_EQ(ws.Run({"-o", "/dev/fd/1"}, kText).out, kMasked);
  EXPECT_EQ(ws.Run({"-o", "/dev/stderr"}, kText).err, kMasked);
  EXPECT_EQ(ws.Run({"-o", "/dev/null"}, kText).status, 0);
  EXPECT_EQ(ws.Run({"-o", "/dev/full"}, kText).status, 4);
  ASSERT_EQ(::mkfifo(ws.Path("fifo").c_str(), 0600), 0);
  const int reader = ::open(ws.Path("fifo").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  EXPECT_EQ(ws.Run({"-o", "fifo"}, kText).status, 0);
  std::string got(4096, '\0');
  got.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::read(reader, got.data(), got.size()))));
  ::close(reader);
  EXPECT_EQ(got, kMasked);
  EXPECT_TRUE(std::filesystem::is_fifo(ws.Path("fifo")));
}

TEST(OutputFile, StandardOutputThatIsAFileKeepsWhatItHolds) {
  const Workspace ws;
  ws.Write("log", "davor\n");
  RunOptions options;
  options.stdout_path = "log";
  options.append = true;
  EXPECT_EQ(ws.Run({"-o", "/dev/stdout"}, kText, options).status, 0);
  EXPECT_EQ(ws.Read("log"), "davor\n" + std::string(kMasked));
}

TEST(Ending, AFullDiskIsStatusFour) {
  const Workspace ws;
  RunOptions options;
  options.stdout_path = "/dev/full";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{}, {"detect"}, {"--help"}, {"hint"}, {"patterns", "list"}}) {
    const Outcome run = ws.Run(words, kText, options);
    EXPECT_EQ(run.status, 4) << run;
    EXPECT_EQ(run.err, "maske: cannot write to standard output: No space left on device\n");
  }
}

TEST(Ending, AClosedPipeEndsItQuietly) {
  const Workspace ws;
  const std::string text = Long();
  RunOptions options;
  options.close_output_after = 1;
  for (const std::vector<std::string>& words : {std::vector<std::string>{}, {"detect"}, {"--stats"}}) {
    const Outcome run = ws.Run(words, text, options);
    EXPECT_EQ(run.signal, SIGPIPE) << run.status << run.err;
    EXPECT_EQ(run.err, "");
  }
}

TEST(Ending, AClosedPipeStillSavesTheMap) {
  const Workspace ws;
  RunOptions options;
  options.close_output_after = 1;
  const Outcome run = ws.Run({"--map", "m.json"}, Long(), options);
  EXPECT_EQ(run.signal, SIGPIPE) << run.err;
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, kMasked).out, kText);
}

TEST(Ending, ASignalCleansUpAndKills) {
  const Workspace ws;
  ws.Write("old", "alt");
  RunOptions options;
  options.signal_after_output = SIGTERM;
  std::string text(kText);
  text.append(100'000, '\n');
  const Outcome run = ws.Run({"--map", "m.json"}, text, options);
  EXPECT_EQ(run.signal, SIGTERM) << run.status << run.err;
  EXPECT_EQ(ws.Names(), (std::vector<std::string>{"m.json", "old"}));
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, kMasked).out, kText);
}

TEST(Ending, ClosedStandardDescriptorsAreErrors) {
  const Workspace ws;
  RunOptions no_output;
  no_output.close_output = true;
  EXPECT_EQ(ws.Run({"--map", "m.json"}, kText, no_output).status, 4);
  // The map must not have taken the place of standard output.
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, kMasked).out, kText);
  RunOptions no_input;
  no_input.close_input = true;
  EXPECT_EQ(ws.Run({}, "", no_input).status, 3);
}

TEST(Ending, WhatIsDecidedGoesOutBeforeTheInputEnds) {
  const Workspace ws;
  RunOptions options;
  options.signal_after_output = SIGINT;  // comes only when something came out while standard input is open
  const Outcome run = ws.Run({}, Long(), options);
  EXPECT_EQ(run.signal, SIGINT) << run.status << run.err;
  EXPECT_TRUE(run.out.starts_with(kMasked));
}

TEST(Ending, LineBufferedGivesALineAtItsEnd) {
  const Workspace ws;
  RunOptions options;
  options.signal_after_output = SIGINT;
  const Outcome run = ws.Run({"--line-buffered"}, "an anna@example.org\nan ben@", options);
  EXPECT_EQ(run.signal, SIGINT) << run.status << run.err;
  EXPECT_EQ(run.out, "an [EMAIL_1]\n");
  EXPECT_EQ(ws.Run({"--line-buffered"}, kText).out, kMasked);
  EXPECT_EQ(ws.Run({"detect", "--line-buffered"}, kText).out, ws.Run({"detect"}, kText).out);
}

TEST(Ending, ASmallPromptIsFast) {
  const Workspace ws;
  double best = 1e9;  // processor time, so that a busy machine does not count
  for (int i = 0; i < 20; ++i) {
    const Outcome run = ws.Run({}, "hallo\n");
    ASSERT_EQ(run.out, "hallo\n");
    best = std::min(best, run.cpu_ms);
  }
#if defined(NDEBUG)
  if (!kSanitized) {
    EXPECT_LT(best, 20) << "milliseconds";
  }
#endif
  RecordProperty("milliseconds", std::to_string(best));
}

}  // namespace
}  // namespace maske::cli
