// maske mask --format jsonl, json: chats through the command, there and back.
#include <gtest/gtest.h>

#include <string>

#include "cli/harness.h"

namespace maske::cli {
namespace {

constexpr std::string_view kChat =
    "\xEF\xBB\xBF{\"messages\": [{\"role\": \"user\", \"content\": \"an anna@ex\\u0061mple.org\"}]}\r\n"
    "\n"
    "{\"messages\": [{\"role\": \"user\", \"content\": \"an ben@example.com,\\nanna@ex\\u0061mple.org\"}]}";

TEST(FormatJsonl, ThereAndBack) {
  const Workspace ws;
  const Outcome run = ws.Run({"--format", "jsonl", "--map", "m", "--stats"}, kChat);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out,
            "\xEF\xBB\xBF{\"messages\": [{\"role\": \"user\", \"content\": \"an [EMAIL_1]\"}]}\r\n"
            "\n"
            "{\"messages\": [{\"role\": \"user\", \"content\": \"an [EMAIL_2],\\n[EMAIL_1]\"}]}");
  EXPECT_NE(run.err.find("findings  3"), std::string::npos) << run;
  EXPECT_EQ(ws.Run({"restore", "--map", "m"}, run.out).out, kChat);
}

TEST(FormatJsonl, AnyCuttingGivesTheSame) {
  const Workspace ws;
  const std::string whole = ws.Run({"--format", "jsonl"}, kChat).out;
  Random random(5);
  for (int round = 0; round < 5; ++round) {
    RunOptions options;
    for (std::size_t sum = 0; sum < kChat.size(); sum += options.pieces.back()) {
      options.pieces.push_back(1 + random.Below(30));
    }
    EXPECT_EQ(ws.Run({"--format", "jsonl"}, kChat, options).out, whole);
  }
}

TEST(FormatJsonl, ADamagedLineEndsItWithItsNumber) {
  const Workspace ws;
  const Outcome run = ws.Run({"--format", "jsonl"}, "{\"a\":\"anna@example.org\"}\n{\"a\":\"ben@example.com\n");
  EXPECT_EQ(run.status, 3) << run;
  EXPECT_EQ(run.out, "{\"a\":\"[EMAIL_1]\"}\n");
  EXPECT_TRUE(run.err.starts_with("maske: standard input: line 2: this is no sound JSON")) << run;
  EXPECT_EQ(run.err.find("ben"), std::string::npos);
}

TEST(FormatJson, IsOneValueOverManyLines) {
  const Workspace ws;
  const std::string json = "{\n  \"content\" : \"an anna@example.org\",\n  \"n\" : [ 1, 2 ]\n}\n";
  EXPECT_EQ(ws.Run({"--format", "json"}, json).out, "{\n  \"content\" : \"an [EMAIL_1]\",\n  \"n\" : [ 1, 2 ]\n}\n");
  EXPECT_EQ(ws.Run({"--format", "json"}, "{} {}").status, 3);
  EXPECT_EQ(ws.Run({"--format", "text"}, json).status, 0);
}

}  // namespace
}  // namespace maske::cli
