// lib/text/utf8 against its twin: every string of up to four bytes over the bytes at which the rules turn.
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "reference/utf8_reference.h"

namespace maske::text {
namespace {

void ExpectLikeTwin(std::string_view bytes) {
  const auto expected = reference::Decode(bytes);
  std::size_t pos = 0;
  for (const reference::Character& character : expected) {
    const Decoded decoded = DecodeAt(bytes, pos);
    ASSERT_EQ(pos, character.begin);
    ASSERT_EQ(decoded.c, character.c) << testing::PrintToString(bytes);
    ASSERT_EQ(decoded.valid, character.valid) << testing::PrintToString(bytes);
    ASSERT_EQ(decoded.size, character.end - character.begin) << testing::PrintToString(bytes);
    pos += decoded.size;
  }
  ASSERT_EQ(pos, bytes.size());
}

TEST(Utf8, EveryShortStringOverNastyBytes) {
  constexpr std::string_view kNasty(
      "\x00"
      "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF",
      25);
  for (std::size_t length = 1; length <= 4; ++length) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < length; ++i) count *= kNasty.size();
    for (std::size_t number = 0; number < count; ++number) {
      std::string bytes;
      for (std::size_t i = 0, rest = number; i < length; ++i, rest /= kNasty.size()) {
        bytes += kNasty[rest % kNasty.size()];
      }
      ExpectLikeTwin(bytes);
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Utf8, EveryCharacterAndEveryByte) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    AppendUtf8(c, &bytes);
    ASSERT_EQ(bytes, reference::Encode(c)) << static_cast<unsigned>(c);
    const Decoded decoded = DecodeAt(bytes, 0);
    ASSERT_EQ(decoded.c, c);
    ASSERT_EQ(decoded.size, bytes.size());
  }
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) ExpectLikeTwin(std::string(1, static_cast<char>(byte)));
}

TEST(Utf8, BytesOfALatinTextAreItsLetters) {
  const Decoded decoded = DecodeAt("M\xFCller", 1);
  EXPECT_EQ(decoded.c, U'ü');
  EXPECT_FALSE(decoded.valid);
  EXPECT_EQ(DecodeAt("\x80", 0).c, U'€');
  EXPECT_EQ(DecodeAt("\x81", 0).c, U'\uFFFD');
}

}  // namespace
}  // namespace maske::text
