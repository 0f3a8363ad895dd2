// Law 2: what could not be decided stops the stream with an error value before the undecided byte goes out.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "chunks/feed.h"
#include "own_folder.h"

namespace maske {
namespace {

namespace fs = std::filesystem;
using chunks::Masked;
using chunks::MaskInPieces;
using chunks::MaskWhole;
using chunks::Printable;
using chunks::SharedFilter;

std::string ManyAddresses(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "Nr. " + std::to_string(i) + ": kunde" + std::to_string(i) + "@example.org\n";
  return text;
}

TEST(Law2FailClosed, FullVaultEndsTheStreamWithNothingUnmaskedOut) {
  Policy policy;
  policy.vault_limit_bytes = 200'000;
  const std::string text = ManyAddresses(20'000);
  for (const std::size_t piece : {text.size(), std::size_t{50}}) {
    const Masked masked =
        MaskInPieces(text, std::vector<std::size_t>(text.size() / piece, piece), chunks::kRealSegment, policy);
    EXPECT_EQ(masked.code, ErrorCode::kVaultFull);
    EXPECT_NE(masked.out.find("[EMAIL_1]"), std::string::npos) << "nothing of the decided part came out";
    EXPECT_EQ(masked.out.find('@'), std::string::npos) << "an original went out";
    EXPECT_EQ(masked.out.find("kunde"), std::string::npos) << "an original went out";
  }
}

TEST(Law2FailClosed, RefusedWriteEndsTheStream) {
  auto session = Session::Create(SharedFilter());
  ASSERT_TRUE(session.ok());
  int calls = 0;
  MaskStream stream = session->OpenMask([&calls](std::string_view) { return ++calls < 2; });
  Status status;
  const std::string text = ManyAddresses(5000);
  for (std::size_t at = 0; status.ok() && at < text.size(); at += 1000) status = stream.Write(text.substr(at, 1000));
  EXPECT_EQ(status.code(), ErrorCode::kOutput);
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(stream.Write("mehr").code(), ErrorCode::kState);
  EXPECT_EQ(stream.Finish().code(), ErrorCode::kState);
  EXPECT_EQ(calls, 2) << "the sink was called after it had refused";

  ASSERT_TRUE(session->Mask("max@example.org").ok()) << "the session is usable after an error of its stream";
  RestoreStream back = session->OpenRestore([](std::string_view) { return false; });
  EXPECT_EQ(back.Write("Hallo Welt, ").code(), ErrorCode::kOutput);
  EXPECT_EQ(back.Finish().code(), ErrorCode::kState);
}

TEST(Law2FailClosed, NoTextIsRefusedUnlessAskedFor) {
  using namespace std::string_literals;
  for (const std::string& text : {"Hallo \0 max@example.org"s, "\xFF\xFEH\0a\0"s, "\xFE\xFF\0H\0a"s, "\xFF\xFE"s,
                                  std::string(30'000, '.') + "\0"s}) {
    const Masked refused = MaskWhole(text);
    EXPECT_EQ(refused.code, ErrorCode::kInput) << Printable(text);
    EXPECT_EQ(refused.out.find('\0'), std::string::npos);
    EXPECT_EQ(refused.out.find('H'), std::string::npos);
    Policy policy;
    policy.binary = true;
    EXPECT_EQ(MaskWhole(text, chunks::kRealSegment, policy).code, ErrorCode::kOk) << Printable(text);
    EXPECT_EQ(chunks::MaskByteByByte(text).code, ErrorCode::kInput) << Printable(text);
  }
}

TEST(Law2FailClosed, UnfinishedStreamKeepsWhatItHolds) {
  auto session = Session::Create(SharedFilter());
  ASSERT_TRUE(session.ok());
  std::string out;
  {
    MaskStream stream = session->OpenMask([&out](std::string_view bytes) { return out += bytes, true; });
    ASSERT_TRUE(stream.Write("an max.muster@exam").ok());
  }
  EXPECT_EQ(out, "") << "undecided bytes went out of a stream that was never finished";
}

TEST(Law2FailClosed, UnreadableOrUnsoundPatternsLoadNothing) {
  const OwnFolder own("law2");
  const fs::path folder = own.path() / "patterns";
  FilterOptions options;
  options.pattern_dirs = {folder.string()};
  auto missing = Filter::Create(options);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.status().code(), ErrorCode::kPattern);
  fs::create_directories(folder);
  std::ofstream(folder / "broken.toml") << "[[pattern]\nid=";
  auto broken = Filter::Create(options);
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.status().code(), ErrorCode::kPattern);
  EXPECT_NE(broken.status().message().find("broken.toml:"), std::string::npos) << broken.status().message();
}

// A surer pattern that sees less of a thing does not uncover what another sees of it.
TEST(Law2FailClosed, TheSurerPatternUncoversNothing) {
  const OwnFolder own("law2");
  const auto pattern = [](const char* id, const char* expression, const char* score, const char* example) {
    const std::string found = std::string("\"«") + example + "»";
    return std::string("[[pattern]]\nid = \"") + id + "\"\ntype = \"P\"\nsource = \"made for a test\"\nexpression = '" +
           expression + "'\nscores = { bare = " + score + " }\n[pattern.examples]\nmatch = [" + found + "\", " + found +
           " a\", " + found + " b\"]\nno_match = [\"#\", \"? #\", \"[#_1]\"]\n";
  };
  std::ofstream(own.path() / "own.toml") << pattern("sure", "xab", "0.9", "xab")
                                         << pattern("wide", "ca xab du", "0.6", "ca xab du");
  FilterOptions options;
  options.builtin_patterns = false;
  options.pattern_dirs = {own.path().string()};
  const auto filter = Filter::Create(options);
  ASSERT_TRUE(filter.ok()) << filter.status().message();
  const std::string text = "vor ca xab du nach, und xab.";
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    const Masked masked = MaskInPieces(text, {cut}, chunks::kRealSegment, {}, *filter);
    EXPECT_EQ(masked.out, "vor [P_1] nach, und [P_2].") << cut;
  }
}

TEST(Law2FailClosed, UnknownTypesAndThresholdsAreRefused) {
  Policy policy;
  policy.types = {"EMAIL", "NO_SUCH_TYPE"};
  EXPECT_EQ(Session::Create(SharedFilter(), policy).status().code(), ErrorCode::kInvalidArgument);
  policy.types.clear();
  for (const double threshold : {-0.1, 1.1, 0.0 / 0.0}) {
    policy.threshold = threshold;
    EXPECT_EQ(Session::Create(SharedFilter(), policy).status().code(), ErrorCode::kInvalidArgument) << threshold;
  }
}

TEST(Law2FailClosed, WhatIsNoUtf8IsReadAsWindows1252) {
  for (const char* text : {"Sehr geehrter Herr M\xFCller,\n", "Sehr geehrte Frau Gro\xDFmann,\n",
                           "z. Hd. Herrn J\xFCrgen B\xF6ttcher\n"}) {
    const Masked masked = MaskWhole(text);
    EXPECT_NE(masked.out.find("[PERSON_1]"), std::string::npos) << Printable(masked.out);
    EXPECT_EQ(masked.out.find("ller"), std::string::npos) << Printable(masked.out);
    EXPECT_EQ(masked.out.find("ttcher"), std::string::npos) << Printable(masked.out);
  }
  const Masked mail = MaskWhole("an j\xF6rg@example.org bitte");
  EXPECT_EQ(mail.out, "an [EMAIL_1] bitte");
}

// A run without a break is scanned like anything else: long alone is no reason to mask, and it hides nothing.
TEST(Law2FailClosed, LongRunsAreNeitherMaskedNorSkipped) {
  const std::string base64 = "TWF4IGlzdCBlaW4gTmFtZSB1bmQgZWluIFdvcnQ/";
  std::string run;
  while (run.size() < 30'000) run += base64;
  EXPECT_EQ(MaskWhole(run).out, run);
  const std::string dots(20'000, '.');
  const Masked masked = MaskWhole(dots + "," + "max.muster@example.org" + "," + dots);
  EXPECT_EQ(masked.out, dots + ",[EMAIL_1]," + dots);
}

// What must always be masked is, also where something else was found over a part of it, or is not looked for.
TEST(Law2FailClosed, WhatMustBeMaskedIs) {
  FilterOptions options;
  options.deny = {{"Post an anna", "", ""}, {"org heute", "", ""}};
  const auto filter = Filter::Create(options);
  ASSERT_TRUE(filter.ok());
  const std::string text = "Post an anna@example.org heute";
  EXPECT_EQ(chunks::MaskInPieces(text, {}, chunks::kRealSegment, {}, *filter).out, "[SECRET_1][EMAIL_1][SECRET_2]");
  Policy policy;
  policy.types = {"IBAN"};
  EXPECT_EQ(chunks::MaskInPieces(text, {}, chunks::kRealSegment, policy, *filter).out, "[SECRET_1]@example.[SECRET_2]");
}

}  // namespace
}  // namespace maske
