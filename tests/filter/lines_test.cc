// Line by line (Policy::line_by_line): the same as every line masked by itself in one session, in any pieces; a key block
// alone goes on over its lines.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "chunks/feed.h"
#include "chunks/letters.h"

namespace maske {
namespace {

Policy Lines() {
  Policy policy;
  policy.line_by_line = true;
  return policy;
}

std::string MaskLine(Session* session, std::string_view line) {
  Result<std::string> masked = session->Mask(line);
  EXPECT_TRUE(masked.ok()) << masked.status().message();
  return masked.ok() ? *masked : std::string();
}

// The slow twin: a stream a line.
std::string MaskEachLine(std::string_view text) {
  Result<Session> session = Session::Create(chunks::SharedFilter());
  EXPECT_TRUE(session.ok());
  std::string out;
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    const std::size_t length = newline == std::string_view::npos ? text.size() : newline + 1;
    out += MaskLine(&*session, text.substr(0, length));
    text.remove_prefix(length);
  }
  return out;
}

TEST(LineByLine, EqualsEveryLineByItself) {
  for (const char* kind : {"post", "chat", "logs", "tables"}) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      const std::string text = chunks::Generated(kind, seed, 20'000);
      const std::string slow = MaskEachLine(text);
      EXPECT_EQ(chunks::MaskWhole(text, chunks::kRealSegment, Lines()).out, slow) << kind << seed;
    }
  }
}

TEST(LineByLine, LongLinesAreDecidedAsAStreamIs) {
  std::string line;
  for (int i = 0; i < 3000; ++i) line += "an p" + std::to_string(i % 50) + "@example.org und DE89370400440532013000 ";
  const std::string text = "vor\n" + line + "\nan max@example.org\n" + line;
  EXPECT_EQ(chunks::MaskWhole(text, chunks::kRealSegment, Lines()).out, MaskEachLine(text));
}

TEST(LineByLine, NamesGoOnFromLineToLine) {
  const std::string out =
      chunks::MaskWhole("Frau Dr. Zwetschkenbauer\nGestern kam Zwetschkenbauer.\n", chunks::kRealSegment, Lines()).out;
  EXPECT_EQ(out, "Frau Dr. [PERSON_1]\nGestern kam [PERSON_1].\n");
}

TEST(LineByLine, OffsetsAreOfTheStream) {
  const chunks::Masked masked =
      chunks::MaskWhole("eins\nan a@example.org\nan b@example.org", chunks::kRealSegment, Lines());
  EXPECT_EQ(masked.trace, "8-21 EMAIL email;25-38 EMAIL email;");
}

TEST(LineByLine, AKeyBlockGoesOnOverItsLines) {
  std::string text = "-----BEGIN PRIVATE KEY-----\n";
  for (int i = 0; i < 20; ++i) text += "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7MIIEvQIBADAN\n";
  text += "-----END PRIVATE KEY-----\nan max@example.org\n";
  const std::string out = chunks::MaskWhole(text, chunks::kRealSegment, Lines()).out;
  EXPECT_EQ(out.find("MIIE"), std::string::npos) << out;
  EXPECT_TRUE(out.ends_with("an [EMAIL_1]\n")) << out;
}

TEST(LineByLine, EachLineGoesOutAtItsEnd) {
  Result<Session> session = Session::Create(chunks::SharedFilter(), Lines());
  ASSERT_TRUE(session.ok());
  std::string out;
  MaskStream stream = session->OpenMask([&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  ASSERT_TRUE(stream.Write("an max@exam").ok());
  EXPECT_EQ(out, "");
  ASSERT_TRUE(stream.Write("ple.org\nan ").ok());
  EXPECT_EQ(out, "an [EMAIL_1]\n");
  ASSERT_TRUE(stream.Write("\n").ok());
  EXPECT_EQ(out, "an [EMAIL_1]\nan \n");
  ASSERT_TRUE(stream.Finish().ok());
}

}  // namespace
}  // namespace maske
