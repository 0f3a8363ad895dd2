// Law 1 on short inputs: every single cut, byte by byte, and every place that a border of segments can fall on.
#include <gtest/gtest.h>

#include <string>

#include "chunks/feed.h"
#include "generator/nasty.h"

namespace maske::chunks {
namespace {

TEST(Cut, EverySingleCutOfEveryShortText) {
  for (const std::string_view text : generator::NastyTexts()) {
    const Masked whole = MaskWhole(text);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      ASSERT_EQ(MaskInPieces(text, {cut}), whole) << Printable(text) << " cut at " << cut;
    }
    ASSERT_EQ(MaskByteByByte(text), whole) << Printable(text);
  }
}

TEST(Cut, EverySingleCutOfThePlaceholdersOfEveryShortText) {
  for (const std::string_view text : generator::NastyTexts()) {
    Policy policy;
    policy.binary = true;
    auto session = Session::Create(SharedFilter(), policy);
    ASSERT_TRUE(session.ok());
    const auto masked = session->Mask(text);
    ASSERT_TRUE(masked.ok()) << masked.status().message();
    // Also what a model may make of it: other case, blanks, backslashes.
    std::string bent = *masked;
    for (char& c : bent) c = c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const std::string& answer : {*masked, bent, "\\[EMAIL\\_1\\] [[" + *masked + "[EMAIL_"}) {
      const std::string whole = RestoreInPieces(*session, answer, {});
      for (std::size_t cut = 0; cut <= answer.size(); ++cut) {
        ASSERT_EQ(RestoreInPieces(*session, answer, {cut}), whole) << Printable(answer) << " cut at " << cut;
      }
      ASSERT_EQ(RestoreInPieces(*session, answer, std::vector<std::size_t>(answer.size(), 1)), whole);
    }
  }
}

// A text so long that a segment of the size given ends at every one of its bytes in turn, and enough behind it that the
// segment is analysed before the end is known.
TEST(Cut, EveryPlaceOfASegmentBorderOfEveryShortText) {
  constexpr std::size_t kSegment = 256;
  const std::string behind = std::string(2400, '.') + "\n";
  for (const std::string_view text : generator::NastyTexts()) {
    const std::size_t step = text.size() > 120 ? 7 : 1;
    for (std::size_t at = 0; at <= text.size(); at += step) {
      // No blank in the filler's tail, so that the border falls inside the text or behind its last blank.
      const std::string all = std::string(kSegment - std::min(kSegment, at), '.') + std::string(text) + behind;
      const Masked whole = MaskWhole(all, kSegment);
      ASSERT_EQ(MaskByteByByte(all, kSegment), whole) << Printable(text) << " border at " << at;
      ASSERT_EQ(MaskInPieces(all, RandomPieces(at, all.size(), 700), kSegment), whole)
          << Printable(text) << " at " << at;
    }
  }
}

TEST(Cut, WritesOfNothingChangeNothing) {
  const std::string text = "An max.muster@example.org, IBAN DE89 3704 0044 0532 0130 00.\n";
  EXPECT_EQ(MaskInPieces(text, {0, 3, 0, 0, 20, 0}), MaskWhole(text));
  EXPECT_EQ(MaskInPieces("", {0, 0}), MaskWhole(""));
}

}  // namespace
}  // namespace maske::chunks
