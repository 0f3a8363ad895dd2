// Sixteen truth values (all ones, all zeros) or small numbers at once: a vector type of GCC and Clang, which both compile
// for every machine. Tested through tests/names/sift_test.cc, for each instruction set.
#ifndef MASKE_NAMES_BYTES16_H_
#define MASKE_NAMES_BYTES16_H_

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace maske::names {

using Bytes16 = std::uint8_t __attribute__((vector_size(16)));

inline Bytes16 Splat(std::uint8_t value) {
  return Bytes16{value, value, value, value, value, value, value, value,
                 value, value, value, value, value, value, value, value};
}
inline Bytes16 Load16(const void* from) {
  Bytes16 bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}
inline void Store16(Bytes16 bytes, void* to) { std::memcpy(to, &bytes, sizeof bytes); }
// Any of these bits.
inline Bytes16 Has(Bytes16 bytes, std::uint8_t bits) {
  return reinterpret_cast<Bytes16>((bytes & Splat(bits)) != Splat(0));
}
inline Bytes16 Is(Bytes16 bytes, std::uint8_t value) { return reinterpret_cast<Bytes16>(bytes == Splat(value)); }
inline Bytes16 Is(Bytes16 bytes, char value) { return Is(bytes, static_cast<std::uint8_t>(value)); }
inline Bytes16 Below(Bytes16 bytes, std::uint8_t bound) { return reinterpret_cast<Bytes16>(bytes < Splat(bound)); }

// Bytes 0, 2, 4 … of a and then of b; bytes 1, 3, 5 ….
inline Bytes16 Even(Bytes16 a, Bytes16 b) {
  return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
}
inline Bytes16 Odd(Bytes16 a, Bytes16 b) {
  return __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
}
// Of sixteen groups of four bytes: all first bytes, all second ones ….
struct Four {
  Bytes16 byte[4];
};
inline Four Deal(const void* from) {
  const auto* at = static_cast<const std::uint8_t*>(from);
  const Bytes16 a = Load16(at);
  const Bytes16 b = Load16(at + 16);
  const Bytes16 c = Load16(at + 32);
  const Bytes16 d = Load16(at + 48);
  const Bytes16 even_ab = Even(a, b);
  const Bytes16 even_cd = Even(c, d);
  const Bytes16 odd_ab = Odd(a, b);
  const Bytes16 odd_cd = Odd(c, d);
  return {{Even(even_ab, even_cd), Even(odd_ab, odd_cd), Odd(even_ab, even_cd), Odd(odd_ab, odd_cd)}};
}

// Bit n: byte n, which is all ones or all zeros.
inline std::uint64_t Bits16(Bytes16 bytes) {
#if defined(__SSE2__)
  return static_cast<unsigned>(_mm_movemask_epi8(reinterpret_cast<__m128i>(bytes)));
#else
  std::uint64_t mask = 0;
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &bytes, sizeof bytes);
  for (unsigned half = 0; half < 2; ++half) {
    std::uint64_t eight = halves[half];
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    mask |= (((eight & 0x0101010101010101U) * 0x0102040810204080U) >> 56) << (8 * half);
  }
  return mask;
#endif
}

}  // namespace maske::names

#endif  // MASKE_NAMES_BYTES16_H_
