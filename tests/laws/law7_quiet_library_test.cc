// Law 7: the library never prints, exits or aborts; errors are values with a place; after an error a stream stays in
// error.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "generator/nasty.h"
#include "own_folder.h"

namespace maske {
namespace {

namespace fs = std::filesystem;

TEST(Law7QuietLibrary, NothingIsPrintedWhateverGoesWrong) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const OwnFolder own("law7");
  const fs::path folder = own.path() / "patterns";
  std::vector<std::string> messages;
  for (const char* expression : {"(", "[", "a{2000}", "(?P<x", "x**", "\\\\p{Nope}", "(a{50}){50}", "\\\\b"}) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "p.toml")
        << "[[pattern]]\nid = \"p\"\ntype = \"P\"\nsource = \"s\"\nexpression = \"" << expression
        << "\"\nscores = { bare = 0.9 }\n[pattern.examples]\nmatch = [\"a\", \"aa\", \"aaa\"]\n"
           "no_match = [\"1\", \"2\", \"3\"]\n";
    FilterOptions options;
    options.pattern_dirs = {folder.string()};
    const auto filter = Filter::Create(options);
    messages.push_back(filter.ok() ? "" : filter.status().message());
  }
  for (const std::string_view text : generator::NastyTexts()) (void)chunks::MaskWhole(text);
  (void)chunks::MaskWhole(chunks::Generated("garbage", 1, 100'000));
  const std::string out = testing::internal::GetCapturedStdout() + testing::internal::GetCapturedStderr();
  EXPECT_EQ(out, "");
  for (const std::string& message : messages) {
    EXPECT_NE(message.find("p.toml:"), std::string::npos) << "no place in: " << message;
  }
}

TEST(Law7QuietLibrary, AnErrorSaysWhere) {
  using namespace std::string_literals;
  auto session = Session::Create(chunks::SharedFilter());
  ASSERT_TRUE(session.ok());
  const Status status = session->Mask(std::string(12'345, '.') + "\0"s).status();
  EXPECT_EQ(status.code(), ErrorCode::kInput);
  EXPECT_NE(status.message().find("12345"), std::string::npos) << status.message();
}

TEST(Law7QuietLibrary, AStreamStaysInError) {
  using namespace std::string_literals;
  auto session = Session::Create(chunks::SharedFilter());
  ASSERT_TRUE(session.ok());
  std::string out;
  MaskStream stream = session->OpenMask([&out](std::string_view bytes) { return out += bytes, true; });
  Status first = stream.Write("a\0b"s + std::string(20'000, '.'));
  ASSERT_EQ(first.code(), ErrorCode::kInput);
  for (int i = 0; i < 3; ++i) {
    const Status again = i == 1 ? stream.Finish() : stream.Write("max@example.org\n");
    EXPECT_EQ(again.code(), ErrorCode::kState);
    EXPECT_NE(again.message().find(first.message()), std::string::npos) << again.message();
  }
  EXPECT_EQ(out, "");
}

TEST(Law7QuietLibrary, AFinishedStreamTakesNoMore) {
  auto session = Session::Create(chunks::SharedFilter());
  ASSERT_TRUE(session.ok());
  std::string out;
  MaskStream stream = session->OpenMask([&out](std::string_view bytes) { return out += bytes, true; });
  ASSERT_TRUE(stream.Write("Hallo").ok());
  ASSERT_TRUE(stream.Finish().ok());
  EXPECT_EQ(stream.Write(" Welt").code(), ErrorCode::kState);
  EXPECT_EQ(stream.Finish().code(), ErrorCode::kState);
  EXPECT_EQ(out, "Hallo");
  RestoreStream back = session->OpenRestore([&out](std::string_view bytes) { return out += bytes, true; });
  ASSERT_TRUE(back.Finish().ok());
  EXPECT_EQ(back.Write("x").code(), ErrorCode::kState);
}

}  // namespace
}  // namespace maske
