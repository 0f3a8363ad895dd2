// text::Prepared's text and its way back to the bytes against the slow twin, on nasty, natural and garbled text.
#include <gtest/gtest.h>

#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "generator/nasty.h"
#include "reference/reference_text.h"
#include "text/prepared.h"

namespace maske {
namespace {

void Compare(std::string_view raw) {
  text::Prepared prepared;
  prepared.Assign(raw);
  const reference::FoldedText slow = reference::FoldWithMap(raw);
  ASSERT_EQ(prepared.text(), slow.text) << chunks::Printable(raw);
  // Where characters of the text begin and end; between, the map says nothing.
  const auto inside = [&](std::size_t i) { return i < slow.text.size() && (slow.text[i] & 0xC0) == 0x80; };
  for (std::uint32_t i = 0; i < slow.text.size(); ++i) {
    if (!inside(i)) {
      ASSERT_EQ(prepared.RawBegin(i), slow.raw_begin[i]) << "text byte " << i << " of " << chunks::Printable(raw);
    }
    if (!inside(i + 1)) {
      ASSERT_EQ(prepared.RawEnd(i + 1), slow.raw_end[i]) << "text byte " << i << " of " << chunks::Printable(raw);
    }
  }
  // The first text byte whose input lies at or behind a character of the input.
  std::uint32_t expected = 0;
  for (std::uint32_t byte = 0; byte <= raw.size(); ++byte) {
    while (expected < slow.text.size() && slow.raw_begin[expected] < byte) ++expected;
    if (byte < raw.size() && (raw[byte] & 0xC0) == 0x80) continue;
    ASSERT_EQ(prepared.TextOffset(byte), expected) << "input byte " << byte << " of " << chunks::Printable(raw);
  }
}

TEST(FoldedMap, NastyTexts) {
  for (const std::string_view text : generator::NastyTexts()) Compare(text);
}

TEST(FoldedMap, GeneratedTexts) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Compare(chunks::Generated("garbage", seed, 1000));
    if (seed % 8 == 0) Compare(chunks::Generated("post", seed, 1000));
  }
}

}  // namespace
}  // namespace maske
