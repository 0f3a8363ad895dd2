// The vault on disk as a user meets it: made, masked into by several runs, restored from, emptied; and each thing that can be
// wrong with it has one message, a status, and no output.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <thread>

#include "cli/harness.h"

namespace maske::cli {
namespace {

class VaultCommandTest : public ::testing::Test {
 protected:
  VaultCommandTest() { EXPECT_EQ(space_.Run({"vault", "init", "--key-file", "k", "v"}).status, 0); }
  Outcome Mask(std::string_view text, std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"--vault", "v", "--key-file", "k"};
    words.insert(words.end(), more.begin(), more.end());
    return space_.Run(words, text);
  }
  Outcome Restore(std::string_view text, std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"restore", "--vault", "v", "--key-file", "k"};
    words.insert(words.end(), more.begin(), more.end());
    return space_.Run(words, text);
  }
  // One line is said, nothing comes out.
  static void ExpectRefused(const Outcome& outcome, int status, std::string_view part) {
    EXPECT_EQ(outcome.status, status) << outcome;
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find(part), std::string::npos) << outcome;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome;
    EXPECT_EQ(outcome.err.find("anna@"), std::string::npos) << outcome;
  }

  Workspace space_;
};

TEST_F(VaultCommandTest, MasksAndRestoresOverSeveralRuns) {
  EXPECT_EQ(space_.Mode("k"), 0600U);
  EXPECT_EQ(space_.Mode("v"), 0600U);
  EXPECT_EQ(Mask(kText).out, kMasked);
  EXPECT_EQ(Mask("neu@example.org und anna@example.org").out, "[EMAIL_3] und [EMAIL_1]");
  const Outcome back = Restore(std::string(kMasked) + "[EMAIL_3] [EMAIL_4]", {"--stats"});
  EXPECT_EQ(back.out, std::string(kText) + "neu@example.org [EMAIL_4]");
  EXPECT_NE(back.err.find("unknown"), std::string::npos) << back;
  EXPECT_EQ(space_.Names(), (std::vector<std::string>{"k", "v"})) << "no journal stays behind";
  const std::string bytes = space_.Read("v");
  for (const char* part : {"anna", "example", "3704"}) EXPECT_EQ(bytes.find(part), std::string::npos);
}

TEST_F(VaultCommandTest, SessionsHaveNumbersOfTheirOwn) {
  EXPECT_EQ(Mask("a@example.org", {"--session", "Fall 7"}).out, "[EMAIL_1]");
  EXPECT_EQ(Mask("b@example.org").out, "[EMAIL_1]");
  EXPECT_EQ(Restore("[EMAIL_1]", {"--session", "Fall 7"}).out, "a@example.org");
  EXPECT_EQ(Restore("[EMAIL_1]").out, "b@example.org");
  ExpectRefused(Restore("[EMAIL_1]", {"--session", "Fall 8"}), 2, "no session of this name");
  const Outcome list = space_.Run({"vault", "list", "--key-file", "k", "v"});
  EXPECT_NE(list.out.find("Fall 7\tEMAIL\t1\t20"), std::string::npos) << list;
  EXPECT_EQ(list.out.find("example"), std::string::npos);
}

TEST_F(VaultCommandTest, JsonLinesAndFilesInPlace) {
  std::string lines;
  for (int i = 0; i < 3'000; ++i) lines += "{\"content\":\"an n" + std::to_string(i) + "@example.org\"}\n";
  const Outcome masked = Mask(lines, {"--format", "jsonl"});
  EXPECT_EQ(masked.status, 0) << masked.err;
  EXPECT_NE(masked.out.find("{\"content\":\"an [EMAIL_3000]\"}"), std::string::npos);
  EXPECT_EQ(Restore(masked.out).out, lines);
  space_.Write("letter", "an neu@example.org");
  EXPECT_EQ(Mask("", {"-i", "letter"}).status, 0);
  EXPECT_EQ(space_.Read("letter"), "an [EMAIL_3001]");
}

TEST_F(VaultCommandTest, ManyRunsAtOnce) {
  std::vector<std::string> texts(4);
  std::vector<Outcome> outcomes(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    for (int i = 0; i < 2'000; ++i) {
      texts[t] +=
          "an " + std::string(i % 2 == 0 ? "alle" : "n" + std::to_string(t)) + std::to_string(i) + "@example.org\n";
    }
    threads.emplace_back([&, t] { outcomes[t] = Mask(texts[t]); });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t t = 0; t < 4; ++t) {
    ASSERT_EQ(outcomes[t].status, 0) << outcomes[t].err;
    EXPECT_EQ(Restore(outcomes[t].out).out, texts[t]);
  }
}

TEST_F(VaultCommandTest, ForgetsWhatItIsTold) {
  EXPECT_EQ(Mask(kText).out, kMasked);
  const std::vector<std::string> forget = {"vault", "forget", "--vault", "v", "--key-file", "k"};
  const auto with = [&](const std::string& word) {
    std::vector<std::string> words = forget;
    words.push_back(word);
    return words;
  };
  EXPECT_EQ(space_.Run(with("[EMAIL_2]")).out, "removed: 1\n");
  EXPECT_EQ(space_.Run(with("--originals"), "DE89370400440532013000\nnobody@example.org\n").out, "removed: 1\n");
  EXPECT_EQ(Restore(kMasked).out,
            "Bitte an anna@example.org, sonst an [EMAIL_2].\nKonto [IBAN_1], nochmals anna@example.org\n");
  EXPECT_EQ(Mask("ben@example.com").out, "[EMAIL_3]") << "a number is given once";
  EXPECT_EQ(space_.Run(with("--all")).out, "removed: 2\n");
  EXPECT_EQ(Mask("anna@example.org").out, "[EMAIL_4]");
  EXPECT_EQ(space_.Run({"vault", "expire", "--older-than", "30", "--key-file", "k", "v"}).out, "removed: 0\n");
  ExpectRefused(space_.Run(forget), 2, "say what to forget");
  ExpectRefused(space_.Run(with("anna")), 2, "placeholders");
  ExpectRefused(space_.Run({"vault", "expire", "--key-file", "k", "v"}), 2, "--older-than");
}

TEST_F(VaultCommandTest, ANewKey) {
  EXPECT_EQ(Mask(kText).out, kMasked);
  EXPECT_EQ(space_.Run({"vault", "rekey", "--key-file", "k", "--new-key-file", "n", "v"}).status, 0);
  ExpectRefused(Restore(kMasked), 2, "does not open");
  EXPECT_EQ(space_.Run({"restore", "--vault", "v", "--key-file", "n"}, kMasked).out, kText);
  EXPECT_EQ(space_.Run({"vault", "check", "--key-file", "n", "v"}).out, "sound\n");
}

TEST_F(VaultCommandTest, EachFaultHasItsMessage) {
  EXPECT_EQ(Mask(kText).out, kMasked);
  ExpectRefused(space_.Run({"vault", "init", "--key-file", "k", "v"}), 2, "already");
  ExpectRefused(space_.Run({"vault", "init", "--key-file", "fresh", "v"}), 2, "already");
  EXPECT_FALSE(space_.Exists("fresh")) << "no key of nothing";
  ExpectRefused(space_.Run({"--vault", "none", "--key-file", "k"}, kText), 2, "No such file");
  ExpectRefused(space_.Run({"--vault", "v"}, kText), 2, "needs its key");
  ExpectRefused(Mask(kText, {"--map", "m"}), 2, "leave out one");
  ExpectRefused(Mask(kText, {"--scope", "document"}), 2, "--scope document");
  ExpectRefused(Mask(kText, {"-o", "v"}), 2, "same file");
  ExpectRefused(Mask(kText, {"-o", "k"}), 2, "same file");
  ExpectRefused(space_.Run({"--session", "x"}, kText), 2, "goes with --vault");
  space_.Write("other", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n");
  ExpectRefused(space_.Run({"--vault", "v", "--key-file", "other"}, kText), 2, "chmod 600");
  ASSERT_EQ(::chmod(space_.Path("other").c_str(), 0600), 0);
  ExpectRefused(space_.Run({"--vault", "v", "--key-file", "other"}, kText), 2, "does not open");
  ExpectRefused(space_.Run({"restore", "--vault", "v", "--key-file", "other"}, kMasked), 2, "does not open");
  const std::string sound = space_.Read("v");
  std::string bytes = sound;
  bytes[63] = 3;
  space_.Write("v", bytes);
  ExpectRefused(Mask(kText), 2, "version 3");
  bytes = sound;
  bytes.resize(bytes.size() / 2);
  space_.Write("v", bytes);
  ExpectRefused(Mask(kText), 4, "damaged");
  ExpectRefused(Restore(kMasked), 4, "damaged");
  space_.Write("v", "no vault at all, but some text");
  ExpectRefused(Mask(kText), 2, "no vault");
}

// A limit on the size of files stands for a full disk: writing fails where the journal would grow.
TEST_F(VaultCommandTest, AFullDiskEndsBeforeAnythingGoesOut) {
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "an n" + std::to_string(i) + "@example.org\n";
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{100'000, before.rlim_max};
  ::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const Outcome full = Mask(text);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ::signal(SIGXFSZ, SIG_DFL);
  EXPECT_EQ(full.status, 4) << full.err;
  EXPECT_NE(full.err.find("disk is full"), std::string::npos) << full.err;
  EXPECT_EQ(Restore(full.out).out, text.substr(0, Restore(full.out).out.size()));
  EXPECT_EQ(Mask(text).status, 0) << "the vault is as sound as before";
}

}  // namespace
}  // namespace maske::cli
