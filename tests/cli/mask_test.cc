// maske mask: every option, one file and many, and any cutting of standard input.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/harness.h"
#include "sanitized.h"

namespace maske::cli {
namespace {

TEST(Mask, IsTheDefaultAndReadsStandardInput) {
  const Workspace ws;
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{}, {"mask"}, {"-"}, {"mask", "-"}, {"--", "-"}}) {
    const Outcome run = ws.Run(words, kText);
    EXPECT_EQ(run.status, 0) << run;
    EXPECT_EQ(run.out, kMasked) << run;
    EXPECT_EQ(run.err, "") << run;
  }
}

TEST(Mask, EmptyInputGivesEmptyOutput) {
  const Workspace ws;
  const Outcome run = ws.Run({}, "");
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, "");
}

TEST(Mask, PlainBytesComeOutAsTheyWentIn) {
  const Workspace ws;
  const std::string text =
      "\xEF\xBB\xBF"
      "kein Fund\r\n\xFF\xC3 \xE2\x82 Ende ohne Zeilenende";
  const Outcome run = ws.Run({}, text);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, text);
}

TEST(Mask, FilesComeOneAfterTheOtherWithOneNumbering) {
  const Workspace ws;
  ws.Write("a", "an anna@example.org\n");
  ws.Write("b", "an ben@example.com und anna@example.org\n");
  const Outcome run = ws.Run({"a", "-", "b"}, "an carl@example.net\n");
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, "an [EMAIL_1]\nan [EMAIL_2]\nan [EMAIL_3] und [EMAIL_1]\n");
}

TEST(Mask, AFileThatIsNamedLikeACommandIsReachedByItsPath) {
  const Workspace ws;
  ws.Write("detect", "an anna@example.org\n");
  EXPECT_EQ(ws.Run({"./detect"}).out, "an [EMAIL_1]\n");
  EXPECT_EQ(ws.Run({"mask", "detect"}).out, "an [EMAIL_1]\n");
  EXPECT_EQ(ws.Run({"--", "detect"}).out, "an [EMAIL_1]\n");
}

TEST(Mask, TypesChooses) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"--types", "IBAN"}, kText).out,
            "Bitte an anna@example.org, sonst an ben@example.com.\nKonto [IBAN_1], nochmals anna@example.org\n");
  EXPECT_EQ(ws.Run({"--types=EMAIL,IBAN"}, kText).out, kMasked);
  EXPECT_EQ(ws.Run({"--types", "EMAIL", "--types", "IBAN"}, kText).out, kMasked);
}

TEST(Mask, ExcludeTypesLeavesOut) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"--exclude-types", "IBAN"}, kText).out,
            "Bitte an [EMAIL_1], sonst an [EMAIL_2].\nKonto DE89 3704 0044 0532 0130 00, nochmals [EMAIL_1]\n");
  EXPECT_EQ(ws.Run({"--exclude-types", "IBAN,EMAIL"}, kText).out, kText);
}

TEST(Mask, ThresholdLeavesWeakFindings) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"--threshold", "1"}, "an anna@example.org\n").out, "an anna@example.org\n");
  EXPECT_EQ(ws.Run({"--threshold", "0.5"}, kText).out, kMasked);
  EXPECT_EQ(ws.Run({"--threshold=0.25"}, "an anna@example.org\n").out, "an [EMAIL_1]\n");
}

TEST(Mask, LabelsSpeakGerman) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"--labels", "de"}, "an anna@example.org\n").out, "an [E-MAIL_1]\n");
  EXPECT_EQ(ws.Run({"--labels", "en"}, "an anna@example.org\n").out, "an [EMAIL_1]\n");
}

TEST(Mask, TextThatLooksLikeAPlaceholderIsOneItself) {
  const Workspace ws;
  const Outcome run = ws.Run({}, "[EMAIL_1] anna@example.org\n");
  EXPECT_EQ(run.out.find("[EMAIL_1] [EMAIL_1]"), std::string::npos) << run;
  EXPECT_NE(run.out.find("[LITERAL_1]"), std::string::npos) << run;
}

TEST(Mask, BinaryIsRefusedUnlessAsked) {
  const Workspace ws;
  const std::string nul("a\0b anna@example.org\n", 21);
  const Outcome refused = ws.Run({}, nul);
  EXPECT_EQ(refused.status, 3) << refused;
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("standard input: "), std::string::npos) << refused;
  EXPECT_EQ(refused.err.find("anna"), std::string::npos) << refused;
  const Outcome taken = ws.Run({"--binary"}, nul);
  EXPECT_EQ(taken.status, 0) << taken;
  EXPECT_EQ(taken.out, std::string("a\0b [EMAIL_1]\n", 14));
  EXPECT_EQ(ws.Run({}, std::string_view("\xFF\xFEh\0a\0", 6)).status, 3);
}

TEST(Mask, StatsCountATypeWithoutOriginals) {
  const Workspace ws;
  const Outcome run = ws.Run({"--stats"}, kText);
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, kMasked);
  EXPECT_EQ(run.err, "maske: findings  4\n  EMAIL          3\n  IBAN           1\n");
}

TEST(Mask, AnyCuttingOfStandardInputGivesTheSame) {
  const Workspace ws;
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text.append("Zeile ")
        .append(std::to_string(i))
        .append(" an p")
        .append(std::to_string(i % 37))
        .append("@example.org; ");
    text.append(i % 3 == 0 ? "DE89370400440532013000\r\n"
                           : "gr\xC3\xBC\xC3\x9F"
                             "e \xF0\x9F\x99\x82\n");
  }
  const Outcome whole = ws.Run({}, text);
  ASSERT_EQ(whole.status, 0) << whole;
  ASSERT_NE(whole.out, text);
  Random random(7);
  for (int round = 0; round < 12; ++round) {
    RunOptions options;
    const std::size_t longest = std::size_t{1} << (1 + random.Below(13));
    for (std::size_t sum = 0; sum < text.size() && options.pieces.size() < 3000; sum += options.pieces.back()) {
      options.pieces.push_back(1 + random.Below(longest));
    }
    EXPECT_EQ(ws.Run({}, text, options).out, whole.out) << "round " << round;
  }
}

TEST(Mask, MemoryDoesNotGrowWithTheInput) {
  const Workspace ws;
  const std::string line =
      std::string(1 << 16, 'x').replace(100, 1, "\n").replace(30000, 3, " y ") + " anna@example.org\n";
  RunOptions options;
  options.repeat_input = 16;
  options.stdout_path = "/dev/null";
  const Outcome little = ws.Run({}, line, options);
  options.repeat_input = 512;
  const Outcome much = ws.Run({}, line, options);
  ASSERT_EQ(much.status, 0) << much;
  if (!kSanitized) {
    EXPECT_LT(much.peak_kib, little.peak_kib + 4096);
  }
}

TEST(Mask, StopsAtTheLimitOfTheVaultWithNothingUnmaskedOut) {
  const Workspace ws;
  std::string text;
  for (int i = 0; i < 400'000; ++i) text.append("person").append(std::to_string(i)).append("@example.org ");
  const Outcome run = ws.Run({}, text);
  EXPECT_EQ(run.status, 4) << run.err;
  EXPECT_EQ(run.out.find('@'), std::string::npos);
  EXPECT_EQ(run.err.find("person"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace maske::cli
