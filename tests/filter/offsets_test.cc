// lib/offsets against counting by hand, and that the three units of Detect name the same stretch of text.
#include "offsets.h"

#include <gtest/gtest.h>

#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"

namespace maske {
namespace {

std::size_t At(std::string_view text, std::size_t byte, OffsetUnit unit) {
  return OffsetCounter(unit).Convert(text, byte);
}

TEST(Offsets, ByHand) {
  const std::string text = "aä€\xF0\x9F\x98\x80z";  // 1, 2, 3 and 4 bytes; the last of two UTF-16 units
  const std::size_t bytes[] = {0, 1, 3, 6, 10, 11};
  const std::size_t points[] = {0, 1, 2, 3, 4, 5};
  const std::size_t units[] = {0, 1, 2, 3, 5, 6};
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(At(text, bytes[i], OffsetUnit::kByte), bytes[i]);
    EXPECT_EQ(At(text, bytes[i], OffsetUnit::kCodePoint), points[i]);
    EXPECT_EQ(At(text, bytes[i], OffsetUnit::kUtf16), units[i]);
  }
}

TEST(Offsets, BrokenBytesCountAsOne) {
  const std::string text = "\xFF\xC3(\xE2\x82x\xED\xA0\x80\xF5y";
  EXPECT_EQ(At(text, text.size(), OffsetUnit::kCodePoint), text.size());
  EXPECT_EQ(At(text, text.size(), OffsetUnit::kUtf16), text.size());
}

// The slow count: code points by their first bytes, of valid UTF-8.
std::size_t Slow(std::string_view text, std::size_t byte, bool utf16) {
  std::size_t count = 0;
  for (const char c : text.substr(0, byte)) {
    const auto b = static_cast<unsigned char>(c);
    if ((b & 0xC0) != 0x80) count += utf16 && b >= 0xF0 ? 2 : 1;
  }
  return count;
}

TEST(Offsets, DetectNamesTheSameStretchInEveryUnit) {
  const std::string text =
      "\xF0\x9F\x98\x80 Größe " + chunks::Generated("post", 4, 30'000) + "\xF0\x9F\x91\xB6 max@example.org";
  const auto filter = chunks::SharedFilter();
  const auto bytes = filter->Detect(text, Policy{});
  const auto points = filter->Detect(text, Policy{}, OffsetUnit::kCodePoint);
  const auto units = filter->Detect(text, Policy{}, OffsetUnit::kUtf16);
  ASSERT_TRUE(bytes.ok() && points.ok() && units.ok());
  ASSERT_EQ(bytes->size(), points->size());
  ASSERT_EQ(bytes->size(), units->size());
  ASSERT_GT(bytes->size(), 50u);
  for (std::size_t i = 0; i < bytes->size(); ++i) {
    EXPECT_EQ((*points)[i].begin, Slow(text, (*bytes)[i].begin, false));
    EXPECT_EQ((*points)[i].end, Slow(text, (*bytes)[i].end, false));
    EXPECT_EQ((*units)[i].begin, Slow(text, (*bytes)[i].begin, true));
    EXPECT_EQ((*units)[i].end, Slow(text, (*bytes)[i].end, true));
  }
}

}  // namespace
}  // namespace maske
