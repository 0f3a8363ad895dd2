// maske through: what the command gets, what comes back, and how every end looks.
#include <gtest/gtest.h>
#include <signal.h>

#include <string>

#include "cli/harness.h"

namespace maske::cli {
namespace {

Outcome Through(const Workspace& ws, std::vector<std::string> command, std::string_view input,
                const RunOptions& options = {}) {
  std::vector<std::string> words{"through", "--"};
  words.insert(words.end(), command.begin(), command.end());
  return ws.Run(words, input, options);
}

Outcome Shell(const Workspace& ws, const std::string& script, std::string_view input, const RunOptions& options = {}) {
  return Through(ws, {"sh", "-c", script}, input, options);
}

TEST(Through, TheCommandSeesPlaceholdersAndTheUserOriginals) {
  const Workspace ws;
  const Outcome run = Through(ws, {"tee", "seen"}, kText);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, kText);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(ws.Read("seen"), kMasked);
}

TEST(Through, OptionsBelongToWhoTheyStandBefore) {
  const Workspace ws;
  const Outcome run = ws.Run({"through", "--types", "EMAIL", "--style", "angles", "--stats", "--", "cat", "-n"}, kText);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_NE(run.out.find("1\tBitte an anna@example.org"), std::string::npos) << run;
  EXPECT_NE(run.err.find("restored"), std::string::npos) << run;
}

TEST(Through, WhatTheCommandBendsIsRestored) {
  const Workspace ws;
  EXPECT_EQ(Shell(ws, "sed 's/_/ /g; s/\\[/**[/g; s/\\]/]**s/g'", "an anna@example.org\n").out,
            "an **anna@example.org**s\n");
  EXPECT_EQ(Shell(ws, "tr A-Z a-z", "AN anna@example.org\n").out, "an anna@example.org\n");
  EXPECT_EQ(Shell(ws, "tr a-z A-Z", "an anna@example.org\n").out, "AN anna@example.org\n");
  EXPECT_EQ(ws.Run({"through", "--restore-strict", "--", "tr", "A-Z", "a-z"}, "an anna@example.org\n").out,
            "an [email_1]\n");
  EXPECT_EQ(ws.Run({"through", "--restore-loose", "--", "tr", "-d", "[]"}, "an anna@example.org\n").out,
            "an anna@example.org\n");
}

TEST(Through, AnyCutOfInputAndAnswer) {
  const Workspace ws;
  RunOptions options;
  options.pieces.assign(kText.size(), 1);
  EXPECT_EQ(Through(ws, {"dd", "bs=1", "status=none"}, kText, options).out, kText);
}

TEST(Through, TheStatusIsTheCommands) {
  const Workspace ws;
  EXPECT_EQ(Shell(ws, "cat > /dev/null; exit 7", kText).status, 7);
  EXPECT_EQ(Shell(ws, "exit 0", kText).status, 0);
  EXPECT_EQ(Shell(ws, "kill -KILL $$", kText).status, 128 + SIGKILL);
  const Outcome none = Through(ws, {"there-is-no-such-command"}, kText);
  EXPECT_EQ(none.status, 127);
  EXPECT_EQ(none.err, "maske: cannot run there-is-no-such-command: No such file or directory\n");
  ws.Write("text", "no program");
  EXPECT_EQ(Through(ws, {"./text"}, kText).status, 126);
}

std::string Long() {
  std::string text;
  while (text.size() < (std::size_t{1} << 20)) text.append(kText);
  return text;
}

TEST(Through, ACommandThatNeverReadsHoldsNothingUp) {
  const Workspace ws;
  const std::string text = Long();
  EXPECT_EQ(Shell(ws, "echo done", text).out, "done\n");
  EXPECT_EQ(Shell(ws, "exec < /dev/null; sleep 0.3; echo done", text).out, "done\n");
  const Outcome head = Through(ws, {"head", "-n", "1"}, text);
  EXPECT_EQ(head.status, 0) << head.err;
  EXPECT_EQ(head.out, kText.substr(0, kText.find('\n') + 1));
}

TEST(Through, ACommandThatWritesMuchWhileItReadsDoesNotStopIt) {
  const Workspace ws;
  const std::string text = Long();
  const Outcome run = Through(ws, {"cat"}, text);
  EXPECT_EQ(run.status, 0);
  EXPECT_TRUE(run.out == text);
  EXPECT_EQ(Shell(ws, "head -c 3000000 /dev/zero | tr '\\0' x; cat > /dev/null", text).out.size(), 3'000'000U);
}

// In every style, and with what restoring undoes beside placeholders.
TEST(Through, CatIsTheIdentity) {
  const Workspace ws;
  std::string text =
      Long().substr(0, 100'000) + "Frau Erika Muster, [PERSON_1], <EMAIL_1>, \xFF Anna Ahrenbrinkner\r\n";
  for (const char* style : {"brackets", "angles", "braces", "((PERSON_1))"}) {
    EXPECT_TRUE(ws.Run({"through", "--style", style, "--", "cat"}, text).out == text) << style;
  }
  for (const char* op : {"surrogate", "EMAIL=keep", "EMAIL=surrogate"}) {
    EXPECT_TRUE(ws.Run({"through", "--operator", op, "--", "cat"}, text).out == text) << op;
  }
  EXPECT_EQ(ws.Run({"through", "--operator", "remove", "--", "cat"}, "an anna@example.org\n").out, "an \n");
  EXPECT_EQ(ws.Run({"through", "--operator", "encrypt", "--", "cat"}, "an anna@example.org\n").status, 2);
}

// The NUL byte stands far behind the begin: what was decided before may have gone out, the rest may not, and the command must not
// take the begin for the whole.
TEST(Through, WhenMaskingFailsTheCommandGetsNothingMoreAndIsEnded) {
  const Workspace ws;
  const std::string text = std::string(kText) + '\0' + "geheim@example.org";
  const Outcome run = Shell(ws, "cat > seen; echo whole", text);
  EXPECT_EQ(run.status, 3) << run;
  EXPECT_TRUE(run.err.starts_with("maske: standard input: a NUL byte at byte ")) << run;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(ws.Exists("seen") ? ws.Read("seen") : "", "");
  const std::string late = Long() + '\0';
  const Outcome second = Shell(ws, "cat > seen; echo whole", late);
  EXPECT_EQ(second.status, 3);
  EXPECT_EQ(second.out, "");
  EXPECT_EQ(ws.Read("seen").find("example."), std::string::npos);
}

TEST(Through, AReaderThatLeavesEndsAllQuietly) {
  const Workspace ws;
  RunOptions options;
  options.close_output_after = 100;
  const Outcome run = Through(ws, {"cat"}, Long(), options);
  EXPECT_EQ(run.signal, SIGPIPE) << run.err;
  EXPECT_EQ(run.err, "");
}

TEST(Through, AnUnfinishedPlaceholderComesOutAsItIs) {
  const Workspace ws;
  EXPECT_EQ(Shell(ws, "cat > /dev/null; printf '[EMAIL_1] [EMAIL_'", "an anna@example.org\n").out,
            "anna@example.org [EMAIL_");
}

}  // namespace
}  // namespace maske::cli
