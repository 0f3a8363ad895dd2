// Many files: --scope, --in-place, --jobs, --profile. Every number of threads gives the same bytes and messages.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

TEST(Scope, DocumentCountsAnewInEachFile) {
  const Workspace ws;
  ws.Write("a", "an anna@example.org\n");
  ws.Write("b", "an ben@example.com und anna@example.org\n");
  EXPECT_EQ(ws.Run({"--scope", "session", "a", "b"}).out, "an [EMAIL_1]\nan [EMAIL_2] und [EMAIL_1]\n");
  EXPECT_EQ(ws.Run({"--scope", "document", "b"}).out, "an [EMAIL_1] und [EMAIL_2]\n");
  EXPECT_EQ(ws.Run({"--scope", "document", "--in-place", "a", "b"}).status, 0);
  EXPECT_EQ(ws.Read("a") + ws.Read("b"), "an [EMAIL_1]\nan [EMAIL_1] und [EMAIL_2]\n");
}

// One placeholder would stand for several people in one text.
TEST(Scope, TwoDocumentsInOneOutputAreRefused) {
  const Workspace ws;
  ws.Write("a", kText);
  ws.Write("b", kText);
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--scope", "document", "a", "b"}, {"--scope", "document", "-o", "c", "a", "b"}}) {
    const Outcome run = ws.Run(words);
    EXPECT_EQ(run.status, 2) << run;
    EXPECT_EQ(run.out, "");
    EXPECT_FALSE(ws.Exists("c"));
  }
}

TEST(Scope, DocumentForgetsTheNamesOfOtherFiles) {
  const Workspace ws;
  ws.Write("a", "Sehr geehrte Frau Dr. Zwetschkenbauer,\n");
  ws.Write("b", "Gestern kam Zwetschkenbauer vorbei.\n");
  const std::string session = ws.Run({"detect", "--types", "PERSON", "a", "b"}).out;
  const std::string document = ws.Run({"detect", "--types", "PERSON", "--scope", "document", "a", "b"}).out;
  EXPECT_NE(session.find("\"file\":\"b\""), std::string::npos) << session;
  EXPECT_EQ(document.find("\"file\":\"b\""), std::string::npos) << document;
}

TEST(Profile, StrictMasksWhatBalancedLeaves) {
  const Workspace ws;
  ws.Write("rules/weak.toml",
           "[[pattern]]\nid = \"weak\"\ntype = \"TICKET\"\nsource = \"invented\"\nexpression = 'TK-[0-9]{6}'\n"
           "scores = { bare = 0.4, context = 0.9 }\n[pattern.context]\nwords = [\"ticket\"]\n[pattern.examples]\n"
           "match = [\"Ticket «TK-123456»\", \"ticket: «TK-000001»\", \"Das Ticket («TK-654321»)\"]\n"
           "no_match = [\"TK-12345\", \"XTK-123456\", \"TK-1234567\"]\n");
  const std::string text = "siehe TK-123456\n";
  const auto run = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--patterns", "rules"});
    const Outcome outcome = ws.Run(words, text);
    EXPECT_EQ(outcome.status, 0) << outcome;
    return outcome.out;
  };
  EXPECT_EQ(run({}), text);
  EXPECT_EQ(run({"--profile", "balanced"}), text);
  EXPECT_EQ(run({"--profile", "fast"}), text);
  EXPECT_EQ(run({"--profile", "strict"}), "siehe [TICKET_1]\n");
  EXPECT_EQ(run({"--profile", "strict", "--threshold", "0.5"}), text);
}

TEST(InPlace, ReplacesEachFile) {
  const Workspace ws;
  ws.Write("a", "an anna@example.org\n");
  ws.Write("b", "an ben@example.com\n");
  ASSERT_EQ(::chmod(ws.Path("b").c_str(), 0604), 0);
  const Outcome run = ws.Run({"--in-place", "a", "b"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(ws.Read("a"), "an [EMAIL_1]\n");
  EXPECT_EQ(ws.Read("b"), "an [EMAIL_2]\n");
  EXPECT_EQ(ws.Mode("b"), 0604U);
  EXPECT_EQ(ws.Names(), (std::vector<std::string>{"a", "b"}));
}

TEST(InPlace, KeepsTheOldFileUnderASuffix) {
  for (const std::string flag : {"--in-place=.bak", "-i.bak"}) {
    const Workspace ws;
    ws.Write("a", "an anna@example.org\n");
    ws.Write("a.bak", "older");
    EXPECT_EQ(ws.Run({flag, "a"}).status, 0);
    EXPECT_EQ(ws.Read("a"), "an [EMAIL_1]\n");
    EXPECT_EQ(ws.Read("a.bak"), "an anna@example.org\n");
    EXPECT_EQ(ws.Names(), (std::vector<std::string>{"a", "a.bak"}));
  }
}

TEST(InPlace, IsUndoneByTheMap) {
  const Workspace ws;
  ws.Write("a", kText);
  ws.Write("b", kText);
  ASSERT_EQ(ws.Run({"-i", "--map", "m", "a", "b"}).status, 0);
  EXPECT_EQ(ws.Read("a"), kMasked);
  EXPECT_EQ(ws.Run({"restore", "--map", "m", "b"}).out, kText);
}

TEST(InPlace, ReplacesAllOrNone) {
  for (const std::string jobs : {"1", "3"}) {
    const Workspace ws;
    ws.Write("a", "an anna@example.org\n");
    ws.Write("bad", std::string_view("an ben@example.com\0", 19));
    ws.Write("c", "an carl@example.net\n");
    const std::vector<std::string> names = ws.Names();
    const Outcome run = ws.Run({"-i.bak", "--scope", "document", "-j", jobs, "a", "bad", "c"});
    EXPECT_EQ(run.status, 3) << run;
    EXPECT_TRUE(run.err.starts_with("maske: bad: a NUL byte at byte 18")) << run;
    EXPECT_EQ(ws.Read("a"), "an anna@example.org\n");
    EXPECT_EQ(ws.Read("c"), "an carl@example.net\n");
    EXPECT_EQ(ws.Names(), names);
  }
}

TEST(InPlace, MoreFilesThanDescriptors) {
  const Workspace ws;
  std::vector<std::string> words{"-i"};
  for (int i = 0; i < 1200; ++i) {
    words.push_back("f" + std::to_string(i));
    ws.Write(words.back(), "an anna@example.org\n");
  }
  const Outcome run = ws.Run(words);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(ws.Read("f1199"), "an [EMAIL_1]\n");
}

// Files of very different lengths, so that their ends come in another order than their begins.
std::vector<std::string> WriteFiles(const Workspace& ws) {
  std::vector<std::string> names;
  Random random(11);
  for (int i = 0; i < 40; ++i) {
    std::string text;
    const std::size_t lines = i == 7 ? 15'000 : i % 9 == 0 ? 2'000 : random.Below(50);
    for (std::size_t line = 0; line < lines; ++line) {
      text.append("Zeile an p").append(std::to_string(random.Below(90))).append("@example.org, ").append(kText);
    }
    names.push_back("f" + std::to_string(i));
    ws.Write(names.back(), text);
  }
  return names;
}

TEST(Jobs, AnyNumberOfThreadsGivesTheSame) {
  const Workspace ws;
  const std::vector<std::string> names = WriteFiles(ws);
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"detect", "--stats"}, {"detect", "--format-out", "table"}}) {
    std::vector<std::string> words = command;
    words.insert(words.end(), {"--scope", "document"});
    words.insert(words.end(), names.begin(), names.end());
    const Outcome one = ws.Run(words);
    ASSERT_EQ(one.status, 0) << one.err;
    ASSERT_GT(one.out.size(), std::size_t{1} << 20);  // a piece waits
    for (const std::string jobs : {"2", "7"}) {
      std::vector<std::string> many = words;
      many.insert(many.end(), {"-j", jobs});
      const Outcome run = ws.Run(many);
      EXPECT_EQ(run.status, 0) << run.err;
      EXPECT_TRUE(run.out == one.out) << jobs;
      EXPECT_EQ(run.err, one.err);
    }
  }
}

TEST(Jobs, MaskingInPlaceGivesTheSame) {
  const Workspace one;
  const Workspace many;
  std::vector<std::string> words{"-i", "--scope", "document", "-j", "1"};
  const std::vector<std::string> names = WriteFiles(one);
  (void)WriteFiles(many);
  words.insert(words.end(), names.begin(), names.end());
  EXPECT_EQ(one.Run(words).status, 0);
  words[4] = "7";
  EXPECT_EQ(many.Run(words).status, 0);
  for (const std::string& name : names) EXPECT_TRUE(one.Read(name) == many.Read(name)) << name;
}

TEST(Jobs, TheFirstFileThatFailsEndsIt) {
  const Workspace ws;
  std::vector<std::string> words{"detect", "--scope", "document"};
  for (int i = 0; i < 30; ++i) {
    words.push_back("f" + std::to_string(i));
    ws.Write(words.back(), i >= 12 ? std::string("x\0", 2) : std::string(kText));
  }
  const Outcome one = ws.Run(words);
  EXPECT_EQ(one.status, 3);
  words.insert(words.end(), {"-j", "8"});
  for (int round = 0; round < 5; ++round) {
    const Outcome many = ws.Run(words);
    EXPECT_EQ(many.status, 3);
    EXPECT_EQ(many.out, one.out);
    EXPECT_EQ(many.err, one.err);
  }
}

TEST(Jobs, AFullDiskEndsIt) {
  const Workspace ws;
  std::vector<std::string> words{"detect", "--scope", "document", "-j", "4"};
  for (const std::string& name : WriteFiles(ws)) words.push_back(name);
  RunOptions options;
  options.stdout_path = "/dev/full";
  const Outcome run = ws.Run(words, "", options);
  EXPECT_EQ(run.status, 4) << run;
  EXPECT_EQ(run.err, "maske: cannot write to standard output: No space left on device\n");
}

}  // namespace
}  // namespace maske::cli
