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
