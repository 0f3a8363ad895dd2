// The layout of the packed address table, shared by the program that makes it (tools/gazetteer/pack.cc) and the library
// that reads it: bitmaps of valid postcodes, one open-addressed set of 32-bit fingerprints for (postcode, first word of a
// place), places and places of several words, and the words of streets with their classes.
// Why so: a look-up is one cache line, the bytes are used where they are linked, and nothing is parsed at start.
// Does not do: other byte orders than the build machine's. Tested by tests/address/gazetteer_test.cc.
#ifndef MASKE_ADDRESS_TABLE_FORMAT_H_
#define MASKE_ADDRESS_TABLE_FORMAT_H_

#include <cstdint>

namespace maske::address {

inline constexpr std::uint32_t kTableMagic = 0x3162644d;  // "Mdb1"

enum Country : std::uint8_t { kDe, kAt, kCh, kLu, kCountryCount };  // CH holds LI

struct TableHeader {
  std::uint32_t magic;
  std::uint32_t size;                      // bytes of the whole table
  std::uint32_t postcodes[kCountryCount];  // offsets of bitmaps: 100,000 bits, then 10,000 each
  std::uint32_t keys;                      // offset of uint32 fingerprints
  std::uint32_t key_slots;                 // a power of two
  std::uint32_t words;                     // offset of WordSlot
  std::uint32_t word_slots;                // a power of two
  std::uint32_t endings;  // offset of 1,024 bits: hashes of the last two bytes of every suffix and ending
  std::uint32_t
      firsts;  // offset of 1,024 bits: hashes of the first two bytes of every word that begins a street's name
  std::uint32_t listed;  // offset of kListedBits bits: hashes of the first and the last two bytes of every word
};

struct WordSlot {
  std::uint32_t fingerprint;  // 0 = free
  std::uint32_t classes;
};

inline std::uint64_t MixBits(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ULL;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ULL;
  x ^= x >> 32;
  return x;
}

// What the set holds. `word` is text::HashWord of a word.
inline std::uint64_t PairKey(Country country, std::uint32_t postcode, std::uint64_t word) {
  return MixBits(word + 0x9e3779b97f4a7c15ULL * (postcode + 1 + 131072ULL * country));
}
inline std::uint64_t PlaceKey(std::uint64_t word) { return MixBits(word ^ 0x5851f42d4c957f2dULL); }
// The key of a place of several words: start with 0, append each word; look up with PlaceKey.
inline std::uint64_t AppendWord(std::uint64_t name, std::uint64_t word) {
  return name == 0 ? word : MixBits(name * 0x9e3779b97f4a7c15ULL + word);
}
inline std::uint32_t Fingerprint(std::uint64_t key) {
  const auto f = static_cast<std::uint32_t>(key >> 32);
  return f == 0 ? 1 : f;
}
inline std::uint32_t EndingSlot(unsigned char before_last, unsigned char last) {
  return (before_last * 31U + last) & 1023U;
}

inline std::uint32_t FirstSlot(unsigned char first, unsigned char second) { return (first * 31U + second) & 1023U; }

inline constexpr std::uint32_t kListedBits = 16384;
inline std::uint32_t ListedSlot(unsigned char first, unsigned char before_last, unsigned char last) {
  return (first * 31U + before_last * 997U + last * 5U) % kListedBits;
}

}  // namespace maske::address

#endif  // MASKE_ADDRESS_TABLE_FORMAT_H_
