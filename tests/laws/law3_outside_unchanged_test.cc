// Law 3: outside findings, bytes come out as they went in.
#include <gtest/gtest.h>

#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "generator/nasty.h"

namespace maske {
namespace {

using chunks::Printable;

// Masks with an observer, and builds what must come out from the input, the findings and the vault.
void ExpectUnchangedOutside(std::string_view text, std::size_t piece) {
  Policy policy;
  policy.binary = true;
  policy.vault_limit_bytes = 0;
  auto session = Session::Create(chunks::SharedFilter(), policy);
  ASSERT_TRUE(session.ok());
  std::string out;
  std::vector<Finding> findings;
  MaskStream stream = session->OpenMask([&out](std::string_view bytes) { return out += bytes, true; },
                                        [&findings](const Finding& finding) { findings.push_back(finding); });
  for (std::size_t at = 0; at < text.size(); at += piece) ASSERT_TRUE(stream.Write(text.substr(at, piece)).ok());
  ASSERT_TRUE(stream.Finish().ok());

  std::size_t in_at = 0, out_at = 0;
  for (const Finding& finding : findings) {
    ASSERT_LE(in_at, finding.begin);
    ASSERT_LT(finding.begin, finding.end);
    ASSERT_LE(finding.end, text.size());
    const std::string_view plain = text.substr(in_at, finding.begin - in_at);
    ASSERT_EQ(out.substr(out_at, plain.size()), plain) << Printable(text) << " before byte " << finding.begin;
    out_at += plain.size();
    ASSERT_EQ(out[out_at], '[');
    const std::size_t close = out.find(']', out_at);
    ASSERT_NE(close, std::string::npos);
    const auto original = session->Restore(out.substr(out_at, close + 1 - out_at));
    ASSERT_TRUE(original.ok());
    ASSERT_EQ(*original, text.substr(finding.begin, finding.end - finding.begin));
    out_at = close + 1;
    in_at = finding.end;
  }
  ASSERT_EQ(out.substr(out_at), text.substr(in_at)) << Printable(text);
}

TEST(Law3OutsideUnchanged, ShortNastyTexts) {
  for (const std::string_view text : generator::NastyTexts()) ExpectUnchangedOutside(text, 3);
}

TEST(Law3OutsideUnchanged, EveryKindOfText) {
  for (const std::string_view kind : {"post", "tables", "logs", "chat", "garbage"}) {
    ExpectUnchangedOutside(chunks::Generated(kind, 3, 60'000), 4096);
  }
}

TEST(Law3OutsideUnchanged, LineEndsMarksAndBrokenBytes) {
  const std::string text =
      "\xEF\xBB\xBF"
      "Zeile\r\nZeile\rZeile\n\r\n\xFF\xFE\xC3(\xE2\x82 \xF0\x9F\x98\x80\xED\xA0\x80 Stra\xC3\x9F"
      "e\xC2\xAD\xE2\x80\x8B.\r\n";
  EXPECT_EQ(chunks::MaskWhole(text).out, text);
  EXPECT_EQ(chunks::MaskByteByByte(text).out, text);
  std::string many;
  while (many.size() < 40'000) many += text;
  EXPECT_EQ(chunks::MaskWhole(many).out, many);
  EXPECT_EQ(chunks::MaskInPieces("a\r", {2}).out, "a\r");
  EXPECT_EQ(chunks::MaskWhole("an max@example.org\r\nund\r max@example.org\r").out,
            "an [EMAIL_1]\r\nund\r [EMAIL_1]\r");
}

}  // namespace
}  // namespace maske
