// HashWord (text/chars.h) of a token that is a word of letters and digits, at most 16 bytes of ASCII and the letters of UTF-8
// lead byte C3: the whole word lies in two registers, where one bit makes it lower case and an umlaut is cut out by shifts.
// Why: every capitalised word is hashed, and one in eight of German has an umlaut, which costs HashWord a loop. Anything
// else, and where there are no 128-bit numbers, goes to HashWord. Test: tests/names/word_lane_test.cc holds both equal.
#ifndef MASKE_NAMES_WORD_LANE_H_
#define MASKE_NAMES_WORD_LANE_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/chars.h"
#include "text/word_hash.h"

namespace maske::names {

// What the key has for the letter C3 80 + n: one character, or two; 0 for × and ÷, which are no letters.
inline constexpr std::array<std::uint16_t, 64> kLaneLetters = [] {
  constexpr std::string_view bases = "aaaaaa-ceeeeiiiidnooooo-ouuuuy--";
  std::array<std::uint16_t, 64> table{};
  for (std::size_t n = 0; n < 64; ++n) table[n] = static_cast<unsigned char>(bases[n % 32]);
  const auto two = [](char a, char b) { return static_cast<std::uint16_t>(a | b << 8); };
  table[0x06] = table[0x26] = two('a', 'e');
  table[0x1E] = table[0x3E] = two('t', 'h');
  table[0x1F] = two('s', 's');
  table[0x17] = table[0x37] = 0;
  table[0x3F] = 'y';
  return table;
}();

// The hash of a key of 1 to 16 bytes, zeros behind it.
inline std::uint64_t HashLanes(std::uint64_t first, std::uint64_t second, std::size_t size) {
  const std::uint64_t begin = text::kHashSeed ^ (size * text::kHashMul);
  const bool two = size > 8;
  const std::uint64_t long_begin = text::MixHash(begin ^ first, text::kHashMul);
  return text::MixHash((two ? long_begin : begin) ^ (two ? second : first) ^ text::kHashSeed, text::kHashMul);
}

#ifdef __SIZEOF_INT128__
// The same of a word that is not all ASCII; not in lower case yet.
inline std::uint64_t HashLetterLanes(std::string_view word, std::uint64_t first, std::uint64_t second) {
  __extension__ using Wide = unsigned __int128;
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  constexpr std::uint64_t kCaseBits = 0x2020202020202020U;
  const auto high = [](std::uint64_t lane) { return lane & kHigh; };
  // The other bytes in lower case; a byte above 7F keeps its bit 5.
  const auto lower = [&](std::uint64_t lane) { return lane | (kCaseBits & ~(high(lane) >> 2)); };
  std::size_t size = word.size();
  const auto bytes = [](std::size_t n) { return n < 8 ? text::kLowBytes[n] : ~std::uint64_t{0}; };
  Wide all = static_cast<Wide>(lower(second) & (size > 8 ? bytes(size - 8) : 0)) << 64 | (lower(first) & bytes(size));
  for (;;) {
    const std::uint64_t low = high(static_cast<std::uint64_t>(all));
    const std::uint64_t up = high(static_cast<std::uint64_t>(all >> 64));
    if ((low | up) == 0) break;
    const int at = (low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(up)) - 7;  // bits; a multiple of 8
    const auto pair = static_cast<std::uint16_t>(all >> at);
    const std::uint16_t letter = kLaneLetters[(pair >> 8) & 63U];
    if ((pair & 0xFFU) != 0xC3 || letter == 0) return text::HashWord(word);
    const Wide below = all & ((Wide{1} << at) - 1);
    const Wide behind = (all >> at) >> 16;
    const int more = letter > 0xFF ? 16 : 8;
    all = below | static_cast<Wide>(letter) << at | (behind << (more - 8) << 8) << at;
    size -= letter > 0xFF ? 0 : 1;
  }
  return HashLanes(static_cast<std::uint64_t>(all), static_cast<std::uint64_t>(all >> 64), size);
}
#else
inline std::uint64_t HashLetterLanes(std::string_view word, std::uint64_t, std::uint64_t) {
  return text::HashWord(word);
}
#endif

// By the size of a word: which bytes of the two lanes are of it, what its hash begins with, and all ones if it has a second
// lane. (From a table, since a compiler that sees a comparison makes a branch of it that nothing foretells.)
struct LaneRow {
  std::uint64_t first, second, begin, two;
};
inline constexpr std::array<LaneRow, 17> kLaneRows = [] {
  std::array<LaneRow, 17> rows{};
  for (std::size_t n = 0; n < 17; ++n) {
    rows[n] = {text::kLowBytes[n < 8 ? n : 8], text::kLowBytes[n < 8 ? 0 : n - 8],
               text::kHashSeed ^ (n * text::kHashMul), n > 8 ? ~std::uint64_t{0} : 0};
  }
  return rows;
}();

// HashWord of the `size` bytes at data, of which `readable` may be read. The word holds none of @ [ \ ] ^ _, no control
// character and none of UTF-8's broken sequences.
inline std::uint64_t HashLetters(const char* data, std::size_t size, std::size_t readable) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  constexpr std::uint64_t kCaseBits = 0x2020202020202020U;
  if (std::endian::native != std::endian::little || readable < 16 || size - 1 > 15) return text::HashWord({data, size});
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::memcpy(&first, data, 8);
  std::memcpy(&second, data + 8, 8);
  const LaneRow& row = kLaneRows[size];
  if ((((first & row.first) | (second & row.second)) & kHigh) != 0) return HashLetterLanes({data, size}, first, second);
  first = (first | kCaseBits) & row.first;
  second = (second | kCaseBits) & row.second;
  const std::uint64_t one = row.begin ^ first;
  const std::uint64_t other = text::MixHash(one, text::kHashMul) ^ second;
  return text::MixHash(one ^ ((one ^ other) & row.two) ^ text::kHashSeed, text::kHashMul);
}

}  // namespace maske::names

#endif  // MASKE_NAMES_WORD_LANE_H_
