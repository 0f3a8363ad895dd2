// --operator: by type and for all, from the configuration too, with its key; and what is refused.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "cli/harness.h"

namespace maske::cli {
namespace {

constexpr std::string_view kKey = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n";

TEST(OperatorOption, ByTypeAndForAll) {
  const Workspace space;
  EXPECT_EQ(space.Run({"--operator", "remove", "--operator", "EMAIL=mask:#:1:3"}, kText).out,
            "Bitte an a############org, sonst an b###########com.\nKonto , nochmals a############org\n");
  EXPECT_EQ(space.Run({"--operator", "IBAN=last4", "--operator", "EMAIL=keep"}, kText).out,
            "Bitte an anna@example.org, sonst an ben@example.com.\nKonto **** **** **** **** **30 00, nochmals "
            "anna@example.org\n");
  space.Write("maske.toml", "operator = [\"EMAIL=remove\", \"placeholder\"]\n");
  EXPECT_EQ(space.Run({}, kText).out, "Bitte an , sonst an .\nKonto [IBAN_1], nochmals \n");
}

TEST(OperatorOption, EncryptedTextNeedsNothingButTheKey) {
  const Workspace space;
  space.Write("k", kKey);
  ASSERT_EQ(::chmod(space.Path("k").c_str(), 0600), 0);
  const Outcome masked = space.Run({"--operator", "encrypt", "--key-file", "k"}, kText);
  EXPECT_EQ(masked.status, 0) << masked.err;
  EXPECT_EQ(masked.out.find("anna"), std::string::npos);
  EXPECT_EQ(space.Run({"restore", "--key-file", "k"}, masked.out).out, kText);
  const Outcome hashed = space.Run({"--operator", "EMAIL=hash", "--key-file", "k", "--types", "EMAIL"}, kText);
  const std::size_t first = hashed.out.find("[EMAIL#");
  EXPECT_NE(hashed.out.find(hashed.out.substr(first, 28), first + 1), std::string::npos) << hashed.out;
}

TEST(OperatorOption, InJson) {
  const Workspace space;
  space.Write("k", kKey);
  ASSERT_EQ(::chmod(space.Path("k").c_str(), 0600), 0);
  const std::string_view line = "{\"content\":\"an \\u0061nna@example.org, DE89 3704 0044 0532 0130 00 maske~\"}\n";
  const Outcome masked =
      space.Run({"--format", "jsonl", "--operator", "encrypt", "--operator", "IBAN=last4", "--key-file", "k"}, line);
  EXPECT_NE(masked.out.find("**** **** **** **** **30 00"), std::string::npos) << masked.out;
  EXPECT_EQ(space.Run({"restore", "--key-file", "k"}, masked.out).out,
            "{\"content\":\"an \\u0061nna@example.org, **** **** **** **** **30 00 maske~\"}\n");
  EXPECT_EQ(space.Run({"--format", "jsonl", "--operator", "mask:*:2"}, line).out.find("\\*"), std::string::npos);
}

// Restored by a map and by a vault when restore is told, in JSON too, and through a command.
TEST(OperatorOption, Surrogates) {
  const Workspace space;
  const std::string text = std::string(kText) + "Zarkenhubner\n";
  const std::string masked =
      "Bitte an ahrenbrinkner00@example.org, sonst an birkenkampmer07@example.org.\n"
      "Konto DE73 9999 9999 9990 0000 00, nochmals ahrenbrinkner00@example.org\n[LITERAL_1]\n";
  EXPECT_EQ(space.Run({"--operator", "surrogate", "--types", "EMAIL,IBAN", "--map", "m"}, text).out, masked);
  EXPECT_EQ(space.Run({"restore", "--operator", "surrogate", "--map", "m"}, masked).out, text);
  EXPECT_NE(space.Run({"restore", "--map", "m"}, masked).out, text) << "it was not told";
  space.Write("maske.toml", "operator = [\"EMAIL=surrogate\", \"PHONE=hash\"]\n");
  EXPECT_EQ(space.Run({"restore", "--map", "m"}, masked).out, text) << "the configuration tells it";
  EXPECT_EQ(space
                .Run({"through", "--operator", "surrogate", "--operator", "PHONE=keep", "--config", "/dev/null", "--",
                      "sed", "s/example/&/"},
                     text)
                .out,
            text);

  space.Write("maske.toml", "key-file = \"k\"\n");
  ASSERT_EQ(space.Run({"vault", "init", "--key-file", "k", "v"}).status, 0);
  const Outcome kept = space.Run({"--operator", "surrogate", "--types", "EMAIL,IBAN", "--vault", "v"}, text);
  EXPECT_EQ(kept.out, masked) << kept.err;
  EXPECT_EQ(space.Run({"restore", "--operator", "surrogate", "--vault", "v"}, masked).out, text);

  const std::string json = "{\"a\":\"\\nanna@example.org \\u0061nna@example.org\",\"ahrenbrinkner00@example.org\":1}\n";
  const Outcome line = space.Run({"--format", "jsonl", "--operator", "surrogate", "--map", "j"}, json);
  EXPECT_EQ(line.status, 0) << line.err;
  EXPECT_EQ(line.out.find("anna@"), std::string::npos) << line.out;
  EXPECT_EQ(space.Run({"restore", "--operator", "surrogate", "--map", "j"}, line.out).out, json) << line.out;
}

// Several files come out one behind the other: a surrogate that could not be told from the end of the file before gives way.
TEST(OperatorOption, SurrogatesOfSeveralFiles) {
  const Workspace space;
  space.Write("a", "endet mit einer Box");
  space.Write("b", "anna@example.org");
  const Outcome masked = space.Run({"--operator", "surrogate", "--map", "m", "a", "b"});
  EXPECT_EQ(masked.out, "endet mit einer Box[EMAIL_1]");
  EXPECT_EQ(space.Run({"restore", "--operator", "surrogate", "--map", "m"}, masked.out).out,
            "endet mit einer Boxanna@example.org");
}

TEST(OperatorOption, WhatIsRefused) {
  const Workspace space;
  struct Case {
    std::vector<std::string> words;
    std::string_view said;
  };
  const Case cases[] = {
      {{"--operator", "hide"}, "an operator is"},   {{"--operator", "EMIAL=remove"}, "did you mean EMAIL"},
      {{"--operator", "EMAIL=hash"}, "need a key"}, {{"--operator", "encrypt"}, "need a key"},
      {{"--operator", "mask:x"}, "no letter"},      {{"--operator", "LITERAL=remove"}, "LITERAL"},
  };
  for (const Case& c : cases) {
    const Outcome run = space.Run(c.words, kText);
    EXPECT_EQ(run.status, 2) << run;
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err.find(c.said), std::string::npos) << run;
  }
}

}  // namespace
}  // namespace maske::cli
