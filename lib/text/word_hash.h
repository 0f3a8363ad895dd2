// HashWord (chars.h) inline for most words of most texts: at most 16 ASCII bytes, without a branch on their number. Why: the
// detectors hash every capitalised word, and a mispredicted branch costs as much as the hash. Where that cannot
// be (other words, the text's end, big-endian machines) it is HashWord. Test: tests/text/chars_test.cc holds both equal.
#ifndef MASKE_TEXT_WORD_HASH_H_
#define MASKE_TEXT_WORD_HASH_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/chars.h"

namespace maske::text {

inline constexpr std::uint64_t kHashSeed = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
inline constexpr std::uint64_t kHashMul = 0xD6E8FEB86659FD93U;   // odd, bits well spread

// The product of 128 bits, folded to 64.
inline std::uint64_t MixHash(std::uint64_t a, std::uint64_t b) {
#ifdef __SIZEOF_INT128__
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
  const std::uint64_t al = a & 0xFFFFFFFFU;
  const std::uint64_t ah = a >> 32;
  const std::uint64_t bl = b & 0xFFFFFFFFU;
  const std::uint64_t bh = b >> 32;
  const std::uint64_t ll = al * bl;
  const std::uint64_t lh = al * bh;
  const std::uint64_t hl = ah * bl;
  const std::uint64_t middle = (ll >> 32) + (lh & 0xFFFFFFFFU) + (hl & 0xFFFFFFFFU);
  const std::uint64_t low = (ll & 0xFFFFFFFFU) | (middle << 32);
  return low ^ (ah * bh + (lh >> 32) + (hl >> 32) + (middle >> 32));
#endif
}

// Eight bytes below 80, in lower case.
inline std::uint64_t LowerLane(std::uint64_t lane) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  const std::uint64_t from_a = lane + kOnes * (0x80 - 'A');
  const std::uint64_t above_z = lane + kOnes * (0x80 - 'Z' - 1);
  return lane | ((from_a & ~above_z & (kOnes * 0x80)) >> 2);
}

// The low `n` bytes of a lane, n <= 8.
inline constexpr std::array<std::uint64_t, 9> kLowBytes = [] {
  std::array<std::uint64_t, 9> masks{};
  for (std::size_t n = 1; n < 9; ++n) masks[n] = (masks[n - 1] << 8) | 0xFF;
  return masks;
}();

// HashWord of the word of `size` bytes at data, of which `readable` may be read. Letters: the word holds none of @ [ \ ] ^ _
// and no control character, so that one bit makes it lower case.
template <bool kLetters = false>
inline std::uint64_t HashWordAt(const char* data, std::size_t size, std::size_t readable) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  constexpr std::uint64_t kCaseBits = 0x2020202020202020U;
  if (std::endian::native != std::endian::little || readable < 16 || size > 16 || size == 0)
    return HashWord({data, size});
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::memcpy(&first, data, 8);
  std::memcpy(&second, data + 8, 8);
  const bool two = size > 8;
  const std::uint64_t first_bytes = kLowBytes[two ? 8 : size];
  const std::uint64_t second_bytes = kLowBytes[two ? size - 8 : 0];
  first &= first_bytes;
  second &= second_bytes;
  if (((first | second) & kHigh) != 0) return HashWord({data, size});
  const std::uint64_t begin = kHashSeed ^ (size * kHashMul);
  std::uint64_t lane = 0;
  std::uint64_t last = 0;
  if constexpr (kLetters) {
    lane = (first | kCaseBits) & first_bytes;
    last = two ? (second | kCaseBits) & second_bytes : lane;
  } else {
    lane = LowerLane(first);
    last = two ? LowerLane(second) : lane;
  }
  const std::uint64_t long_begin = MixHash(begin ^ lane, kHashMul);
  return MixHash((two ? long_begin : begin) ^ last ^ kHashSeed, kHashMul);
}

}  // namespace maske::text

#endif  // MASKE_TEXT_WORD_HASH_H_
