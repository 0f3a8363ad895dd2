// maske detect --documents --jobs: one input on several threads gives what one thread gives, byte for byte.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "cli/harness.h"
#include "cli/line_batches.h"
#include "sanitized.h"

namespace maske::cli {
namespace {

// Documents of all sizes, some larger than a batch, blank lines and other line ends among them.
std::string Documents(std::size_t bytes, std::uint64_t seed) {
  Random random(seed);
  std::string input;
  for (int i = 0; input.size() < bytes; ++i) {
    if (random.Below(9) == 0) input.append(random.Below(2) == 0 ? "\n" : " \r\n");
    input.append("{\"id\":").append(std::to_string(i)).append(",\"text\":\"");
    const std::size_t words = random.Below(random.Below(400) == 0 ? 200000 : 60);
    for (std::size_t n = 0; n < words; ++n) input.append("wort ");
    input.append("an b")
        .append(std::to_string(i))
        .append("@example.org\"}")
        .append(random.Below(5) == 0 ? "\r\n" : "\n");
  }
  return input;
}

TEST(DocumentsJobs, EveryNumberOfThreadsGivesTheSame) {
  const Workspace ws;
  const std::string input = Documents(3000000, 5);
  ws.Write("in.jsonl", input);
  const Outcome one = ws.Run({"detect", "--documents", "--stats", "--fail-on", "EMAIL", "in.jsonl"});
  ASSERT_EQ(one.status, 1) << one.err;
  ASSERT_GT(one.out.size(), 100000U);
  for (const std::string jobs : {"2", "3", "16"}) {
    const std::vector<std::string> words{"detect", "--documents", "--stats", "--fail-on", "EMAIL", "-j", jobs};
    std::vector<std::string> of_file = words;
    of_file.emplace_back("in.jsonl");
    const Outcome file = ws.Run(of_file);
    EXPECT_EQ(file.status, 1) << file.err;
    EXPECT_TRUE(file.out == one.out) << jobs;
    EXPECT_EQ(file.err, one.err) << jobs;
    const Outcome pipe = ws.Run(words, input);
    EXPECT_TRUE(pipe.out == one.out) << jobs;
    EXPECT_EQ(pipe.err, one.err) << jobs;
  }
}

TEST(DocumentsJobs, ADamagedLineEndsTheRunWhereOneThreadEndsIt) {
  const Workspace ws;
  std::string input = Documents(2500000, 6);
  for (const std::size_t part : {0U, 3U, 9U}) {  // tenths
    std::string damaged = input;
    damaged.insert(damaged.find('\n', damaged.size() / 10 * part) + 1, "{\"text\":\"geheim@example.org\"\n");
    damaged += "{\"id\":2}\n";  // a second one, that nobody comes to
    ws.Write("in.jsonl", damaged);
    const Outcome one = ws.Run({"detect", "--documents", "in.jsonl"});
    EXPECT_EQ(one.status, 3);
    EXPECT_NE(one.err.find("line "), std::string::npos);
    for (int run = 0; run < 5; ++run) {
      const Outcome many = ws.Run({"detect", "--documents", "-j", "4", "in.jsonl"});
      EXPECT_EQ(many.status, 3) << part;
      EXPECT_TRUE(many.out == one.out) << part << ": " << many.out.size() << " for " << one.out.size();
      EXPECT_EQ(many.err, one.err) << part;
    }
  }
}

TEST(DocumentsJobs, EmptyAndUnfinishedInputs) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"detect", "--documents", "-j", "2"}, "").out, "");
  EXPECT_EQ(ws.Run({"detect", "--documents", "-j", "2"}, "{\"id\":1,\"text\":\"\"}").out,
            "{\"id\":1,\"entities\":[]}\n");
  EXPECT_EQ(ws.Run({"detect", "--documents", "-j", "2"}, "\xEF\xBB\xBF{\"id\":1,\"text\":\"\"}\n\n").out,
            "{\"id\":1,\"entities\":[]}\n");
  const Outcome missing = ws.Run({"detect", "--documents", "-j", "2", "nowhere.jsonl"});
  EXPECT_EQ(missing.status, 3) << missing;
}

// What was read is decided before the input goes on.
TEST(DocumentsJobs, APipeFlows) {
  const Workspace ws;
  RunOptions options;
  options.stdout_path = ws.Path("out");
  std::string seen;
  options.before_end = [&] {
    for (int i = 0; i < 2000 && seen.empty(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      if (ws.Exists("out")) seen = ws.Read("out");
    }
  };
  const Outcome run = ws.Run({"detect", "--documents", "-j", "2"}, "{\"id\":1,\"text\":\"\"}\n", options);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(seen, "{\"id\":1,\"entities\":[]}\n");
}

TEST(DocumentsJobs, MemoryDoesNotGrowWithTheInput) {
  if (kSanitized) GTEST_SKIP() << "a sanitizer keeps memory of its own";
  const Workspace ws;
  const std::string input = Documents(3000000, 7);
  RunOptions many;
  many.repeat_input = 16;
  const std::vector<std::string> words{"detect", "--documents", "-j", "2"};
  const long once = ws.Run(words, input).peak_kib;
  EXPECT_LT(ws.Run(words, input, many).peak_kib, once + 24576);
}

TEST(DocumentsJobs, AReaderThatGoesAwayEndsTheRun) {
  const Workspace ws;
  RunOptions options;
  options.close_output_after = 10000;
  const Outcome run = ws.Run({"detect", "--documents", "-j", "3"}, Documents(6000000, 8), options);
  EXPECT_NE(run.status, 0);
}

TEST(LineBatches, AreWholeLinesInOrder) {
  LineBatches batches(100);
  EXPECT_TRUE(batches.Put("one\ntw", false));
  EXPECT_TRUE(batches.Put("o\nthree", true));  // a pause: what is whole goes on
  EXPECT_TRUE(batches.Put("\n", false));
  EXPECT_TRUE(batches.Put(std::string(LineBatches::kBytes, 'x') + "\ny", false));
  batches.End();
  const auto second = batches.Take(1);
  const auto first = batches.Take(0);
  ASSERT_TRUE(first.has_value() && second.has_value());
  EXPECT_EQ(first->text, "one\ntwo\n");
  EXPECT_EQ(first->lines_before, 0U);
  EXPECT_EQ(second->text, "three\n" + std::string(LineBatches::kBytes, 'x') + "\n");
  EXPECT_EQ(second->lines_before, 2U);
  const auto third = batches.Take(2);
  ASSERT_TRUE(third.has_value());
  EXPECT_EQ(third->text, "y");
  EXPECT_EQ(third->lines_before, 4U);
  EXPECT_FALSE(batches.Take(3).has_value());
}

TEST(LineBatches, WhatWasPutBeforeAStopIsStillTaken) {
  LineBatches batches(100);
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(batches.Put("a\n", true));
  batches.Stop(2);
  EXPECT_FALSE(batches.Put("a\n", true));
  EXPECT_FALSE(batches.Take(2).has_value());
  EXPECT_TRUE(batches.Take(0).has_value());
  EXPECT_TRUE(batches.Take(1).has_value());
}

TEST(LineBatches, WhoPutsWaitsForWhoTakes) {
  LineBatches batches(2);
  std::thread taker([&] {
    for (std::size_t number = 0; number < 50; ++number) EXPECT_TRUE(batches.Take(number).has_value());
    EXPECT_FALSE(batches.Take(50).has_value());
  });
  for (int i = 0; i < 50; ++i) EXPECT_TRUE(batches.Put("a\n", true));
  batches.End();
  taker.join();
}

}  // namespace
}  // namespace maske::cli
