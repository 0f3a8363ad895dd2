// The search for bytes of a set: against a plain loop, every byte value, every place and length around the vector's.
#include "text/find_bytes.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace maske::text {
namespace {

TEST(FindBytesTest, ASetHasItsBytesAndNoOthers) {
  const std::string bytes = "[\\<{&\xC2\xE2\xE3\xEF#";
  const ByteSet set(bytes);
  for (int b = 0; b < 256; ++b) {
    const char byte = static_cast<char>(b);
    EXPECT_EQ(set.Has(byte), bytes.find(byte) != std::string::npos) << b;
    EXPECT_EQ(FindAnyOf(std::string(100, 'x') + byte, 0, set),
              bytes.find(byte) != std::string::npos ? 100 : std::string_view::npos)
        << b;
  }
}

TEST(FindBytesTest, EveryPlaceAndLength) {
  const ByteSet set("[<");
  std::string text(200, '\xFF');
  for (std::size_t size = 0; size <= 140; ++size) {
    const std::string_view part = std::string_view(text).substr(0, size);
    for (const std::size_t from : {std::size_t{0}, size / 3, size}) {
      EXPECT_EQ(FindAnyOf(part, from, set), std::string_view::npos) << size;
      for (std::size_t at = from; at < size; ++at) {
        text[at] = at % 2 == 0 ? '[' : '<';
        ASSERT_EQ(FindAnyOf(part, from, set), at) << size << " from " << from;
        text[at] = '\xFF';
      }
    }
  }
}

TEST(FindBytesTest, RandomBytesAsAPlainLoopFindsThem) {
  const ByteSet set("[\\<{&\xC2\xE2\xE3\xEF");
  std::mt19937 random(8);
  std::string text(5000, ' ');
  for (char& c : text) c = static_cast<char>(random());
  for (std::size_t from = 0; from <= text.size(); ++from) {
    std::size_t at = from;
    while (at < text.size() && !set.Has(text[at])) ++at;
    ASSERT_EQ(FindAnyOf(text, from, set), at == text.size() ? std::string_view::npos : at) << from;
  }
}

}  // namespace
}  // namespace maske::text
