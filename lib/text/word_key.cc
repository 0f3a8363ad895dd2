// The key of a word and its hash; see chars.h. One character at a time: ASCII and the letters of UTF-8 lead byte C3 by
// a constant table, others by ICU (lower case, canonical decomposition, marks dropped), remembered below U+2000. Hash:
// lanes of eight bytes, little end first, the last one filled up with zeros, each multiplied into 128 bits and folded;
// the length goes in first. No machine's byte order or word size shows. Test: tests/text/chars_test.cc.
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>
#include <atomic>
#include <cstring>

#include "text/chars.h"
#include "text/utf8.h"
#include "text/word_hash.h"

namespace maske::text {
namespace {

// The key of one character: up to three bytes in the low bytes, their number above them, and a bit that marks it known.
using Packed = std::uint32_t;
constexpr Packed kKnown = 0x80000000u;
constexpr Packed Pack(std::string_view bytes) {
  Packed packed = kKnown | static_cast<Packed>(bytes.size()) << 24;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    packed |= static_cast<Packed>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return packed;
}

std::size_t Unpack(Packed packed, char* out) {
  const std::size_t size = (packed >> 24) & 3;
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<char>((packed >> (8 * i)) & 0xFF);
  return size;
}

// U+00C0..U+00FF: the letters' bases (Unicode's decompositions; æ ø ð þ ß have none and are written as usual).
constexpr std::array<Packed, 64> kLatin1 = [] {
  constexpr std::array<std::string_view, 32> base = {"a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e", "e",
                                                     "e", "i", "i", "i", "i", "d", "n",  "o", "o",  "o", "o",
                                                     "o", "",  "o", "u", "u", "u", "u",  "y", "th", "ss"};
  std::array<Packed, 64> table{};
  for (std::size_t i = 0; i < 64; ++i) table[i] = Pack(base[i % 32]);
  table[0x17] = Pack("\xC3\x97");
  table[0x37] = Pack("\xC3\xB7");
  table[0x3F] = Pack("y");
  return table;
}();

// Letters that Unicode does not decompose, and the apostrophe's other forms.
std::string_view Special(char32_t lower) {
  switch (lower) {
    case U'\u0111':
      return "d";
    case U'\u0127':
      return "h";
    case U'\u0131':
    case U'\u0268':
      return "i";
    case U'\u0138':
      return "k";
    case U'\u0142':
      return "l";
    case U'\u014B':
      return "n";
    case U'\u0153':
      return "oe";
    case U'\u0167':
      return "t";
    case U'\u017F':
      return "s";
    case U'\u0180':
      return "b";
    case U'\u01E5':
      return "g";
    case U'\u02BC':
    case U'\u2018':
    case U'\u2019':
      return "'";
    default:
      return {};
  }
}

// Writes the key of a lower-case base letter, at most 4 bytes, and returns its length.
std::size_t BaseKey(char32_t base, char* out) {
  if (base >= 0xC0 && base <= 0xFF) return Unpack(kLatin1[base - 0xC0], out);
  if (const std::string_view special = Special(base); !special.empty()) {
    std::memcpy(out, special.data(), special.size());
    return special.size();
  }
  int used = 0;
  U8_APPEND_UNSAFE(out, used, static_cast<UChar32>(base));
  return static_cast<std::size_t>(used);
}

// Writes the key of c, at most kMaxKey bytes, and returns its length.
constexpr std::size_t kMaxKey = 16;
std::size_t AskKey(char32_t c, char* out) {
  const auto lower = static_cast<UChar32>(ToLower(c));
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&error);
  UChar parts[8];
  int count = -1;
  if (U_SUCCESS(error)) count = unorm2_getDecomposition(nfc, lower, parts, 8, &error);
  if (count < 0 || U_FAILURE(error)) {
    count = 0;
    U16_APPEND_UNSAFE(parts, count, lower);
  }
  std::size_t size = 0;
  for (int i = 0; i < count && size + 4 <= kMaxKey;) {
    UChar32 part = 0;
    U16_NEXT(parts, i, count, part);
    if ((U_MASK(u_charType(part)) & U_GC_M_MASK) != 0) continue;
    size += BaseKey(ToLower(static_cast<char32_t>(part)), out + size);
  }
  return size;
}

constexpr char32_t kRemembered = 0x2000;
std::array<std::atomic<Packed>, kRemembered> g_keys;

std::size_t KeyOf(char32_t c, char* out) {
  Packed packed = 0;
  if (c >= 0xC0 && c <= 0xFF) {
    packed = kLatin1[c - 0xC0];
  } else if (c < kRemembered) {
    packed = g_keys[c].load(std::memory_order_relaxed);
  }
  if (packed == 0) {
    const std::size_t size = AskKey(c, out);
    if (c < kRemembered && size <= 3) g_keys[c].store(Pack({out, size}), std::memory_order_relaxed);
    return size;
  }
  return Unpack(packed, out);
}

// --- hash ---

template <typename T>
std::uint64_t LoadLittle(const char* p) {
  T value;
  std::memcpy(&value, p, sizeof value);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  T swapped = 0;
  for (std::size_t i = 0; i < sizeof value; ++i)
    swapped |= static_cast<T>(((value >> (8 * i)) & 0xFF) << (8 * (sizeof value - 1 - i)));
  value = swapped;
#endif
  return value;
}

// The last lane of a string of `size` bytes at `data` (size > 0): its last (size - 1) % 8 + 1 bytes, zeros above.
std::uint64_t LastLane(const char* data, std::size_t size) {
  const std::size_t rest = (size - 1) % 8 + 1;
  if (size >= 8) return LoadLittle<std::uint64_t>(data + size - 8) >> (8 * (8 - rest));
  if (size >= 4)
    return LoadLittle<std::uint32_t>(data) | LoadLittle<std::uint32_t>(data + size - 4) << (8 * (size - 4));
  const auto byte = [data](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(data[i])); };
  return byte(0) | byte(size / 2) << (8 * (size / 2)) | byte(size - 1) << (8 * (size - 1));
}

}  // namespace

std::size_t WordKey(std::string_view word, char* out, std::size_t cap) {
  std::size_t size = 0;
  for (std::size_t pos = 0; pos < word.size();) {
    const auto byte = static_cast<unsigned char>(word[pos]);
    if (byte < 0x80) {
      if (size == cap) return size;
      out[size++] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++pos;
      continue;
    }
    char key[kMaxKey];
    const std::size_t added = KeyOf(CharAt(word, pos, &pos), key);
    if (added > cap - size) return size;
    for (std::size_t i = 0; i < added; ++i) out[size + i] = key[i];
    size += added;
  }
  return size;
}

std::uint64_t HashKey(std::string_view key) {
  std::uint64_t hash = kHashSeed ^ (key.size() * kHashMul);
  if (key.empty()) return MixHash(hash, kHashSeed);
  const char* data = key.data();
  std::size_t done = 0;
  for (; key.size() - done > 8; done += 8) hash = MixHash(hash ^ LoadLittle<std::uint64_t>(data + done), kHashMul);
  return MixHash(hash ^ LastLane(data, key.size()) ^ kHashSeed, kHashMul);
}

std::uint64_t HashWord(std::string_view word) {
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  if (!word.empty() && word.size() <= kMaxWordKey) {
    const char* data = word.data();
    std::uint64_t hash = kHashSeed ^ (word.size() * kHashMul);
    std::uint64_t high = 0;
    std::size_t done = 0;
    for (; word.size() - done > 8; done += 8) {
      const std::uint64_t lane = LoadLittle<std::uint64_t>(data + done);
      high |= lane & kHigh;
      hash = MixHash(hash ^ LowerLane(lane), kHashMul);
    }
    const std::uint64_t lane = LastLane(data, word.size());
    if (((high | lane) & kHigh) == 0) return MixHash(hash ^ LowerLane(lane) ^ kHashSeed, kHashMul);
  }
  char key[kMaxWordKey];
  return HashKey({key, WordKey(word, key, sizeof key)});
}

}  // namespace maske::text
