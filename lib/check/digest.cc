// See digest.h.
#include "check/digest.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace maske::check {
namespace {

// FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void Block(const std::uint8_t* block, std::array<std::uint32_t, 8>* state) {
  std::array<std::uint32_t, 64> w{};
  for (std::size_t t = 0; t < 16; ++t) {
    w[t] = std::uint32_t{block[4 * t]} << 24 | std::uint32_t{block[4 * t + 1]} << 16 |
           std::uint32_t{block[4 * t + 2]} << 8 | block[4 * t + 3];
  }
  for (std::size_t t = 16; t < 64; ++t) {
    const std::uint32_t s0 = std::rotr(w[t - 15], 7) ^ std::rotr(w[t - 15], 18) ^ w[t - 15] >> 3;
    const std::uint32_t s1 = std::rotr(w[t - 2], 17) ^ std::rotr(w[t - 2], 19) ^ w[t - 2] >> 10;
    w[t] = w[t - 16] + s0 + w[t - 7] + s1;
  }
  auto [a, b, c, d, e, f, g, h] = *state;
  for (std::size_t t = 0; t < 64; ++t) {
    const std::uint32_t t1 =
        h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + kRound[t] + w[t];
    const std::uint32_t t2 = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  const std::array<std::uint32_t, 8> add = {a, b, c, d, e, f, g, h};
  for (std::size_t n = 0; n < 8; ++n) (*state)[n] += add[n];
}

// The 24 constants come from a shift register (FIPS 202, 3.2.5).
constexpr std::array<std::uint64_t, 24> kKeccakRound = [] {
  std::array<std::uint64_t, 24> constants{};
  unsigned lfsr = 1;
  for (auto& constant : constants) {
    for (unsigned j = 0; j <= 6; ++j) {
      if ((lfsr & 1U) != 0) constant |= std::uint64_t{1} << ((1U << j) - 1);
      lfsr = (lfsr & 0x80U) != 0 ? (lfsr << 1 ^ 0x171U) : lfsr << 1;
    }
  }
  return constants;
}();

void KeccakF(std::array<std::uint64_t, 25>* lanes) {
  auto& a = *lanes;
  for (const std::uint64_t constant : kKeccakRound) {
    std::array<std::uint64_t, 5> c{};
    for (std::size_t x = 0; x < 5; ++x) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (std::size_t x = 0; x < 5; ++x) {
      const std::uint64_t d = c[(x + 4) % 5] ^ std::rotl(c[(x + 1) % 5], 1);
      for (std::size_t y = 0; y < 25; y += 5) a[x + y] ^= d;
    }
    // rho and pi: the lane at (1, 0) wanders over all places but (0, 0)
    std::uint64_t current = a[1];
    std::size_t x = 1;
    std::size_t y = 0;
    for (int t = 0; t < 24; ++t) {
      const std::size_t next = (2 * x + 3 * y) % 5;
      x = y;
      y = next;
      const std::uint64_t lane = a[x + 5 * y];
      a[x + 5 * y] = std::rotl(current, (t + 1) * (t + 2) / 2 % 64);
      current = lane;
    }
    for (std::size_t row = 0; row < 25; row += 5) {
      const std::array<std::uint64_t, 5> r = {a[row], a[row + 1], a[row + 2], a[row + 3], a[row + 4]};
      for (std::size_t n = 0; n < 5; ++n) a[row + n] = r[n] ^ (~r[(n + 1) % 5] & r[(n + 2) % 5]);
    }
    a[0] ^= constant;
  }
}

}  // namespace

Digest Sha256(std::string_view bytes) {
  std::array<std::uint32_t, 8> state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, 64> block{};
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  while (bytes.size() >= block.size()) {
    std::copy_n(bytes.begin(), block.size(), block.begin());
    Block(block.data(), &state);
    bytes.remove_prefix(block.size());
  }
  block.fill(0);
  std::copy(bytes.begin(), bytes.end(), block.begin());
  block[bytes.size()] = 0x80;
  if (bytes.size() >= 56) {
    Block(block.data(), &state);
    block.fill(0);
  }
  for (std::size_t n = 0; n < 8; ++n) block[63 - n] = static_cast<std::uint8_t>(bits >> (8 * n));
  Block(block.data(), &state);
  Digest digest{};
  for (std::size_t n = 0; n < 32; ++n) digest[n] = static_cast<std::uint8_t>(state[n / 4] >> (24 - 8 * (n % 4)));
  return digest;
}

Digest Keccak256(std::string_view bytes) {
  constexpr std::size_t kRate = 136;
  bytes = bytes.substr(0, kRate - 1);
  std::array<std::uint8_t, kRate> block{};
  std::copy(bytes.begin(), bytes.end(), block.begin());
  block[bytes.size()] = 0x01;
  block[kRate - 1] |= 0x80;
  std::array<std::uint64_t, 25> lanes{};
  for (std::size_t n = 0; n < kRate; ++n) lanes[n / 8] ^= std::uint64_t{block[n]} << (8 * (n % 8));
  KeccakF(&lanes);
  Digest digest{};
  for (std::size_t n = 0; n < 32; ++n) digest[n] = static_cast<std::uint8_t>(lanes[n / 8] >> (8 * (n % 8)));
  return digest;
}

}  // namespace maske::check
