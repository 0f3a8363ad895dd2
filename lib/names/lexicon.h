// Look-ups in the packed lexicon (names/lexicon_format.h): is this word a given name, a surname, a German word, and what
// does it do beside a name. Keys are text::HashWord. Read-only, linked into the program, thread-safe, no start-up cost;
// one look-up touches one cache line (two in one of ten). Tested against plain maps by tests/names/lexicon_test.cc.
#ifndef MASKE_NAMES_LEXICON_H_
#define MASKE_NAMES_LEXICON_H_

#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "names/lexicon_format.h"
#include "text/word_hash.h"

extern "C" const unsigned char maske_embed_lexicon[];  // aligned to 64 bytes by maske_embed

namespace maske::names {

inline const LexiconHeader& Lexicon() { return *reinterpret_cast<const LexiconHeader*>(maske_embed_lexicon); }
inline const unsigned char* SieveBits() { return maske_embed_lexicon + sizeof(LexiconHeader); }
inline const std::uint32_t* RoleSets() { return reinterpret_cast<const std::uint32_t*>(SieveBits() + kSieveBits / 8); }
inline const std::uint8_t* RoleSays() { return reinterpret_cast<const std::uint8_t*>(RoleSets() + kRoleSets); }
inline const NameLine* NameLines() { return reinterpret_cast<const NameLine*>(RoleSays() + kRoleSets); }

// Asks for the cache line that FindName will read.
inline void PrefetchName(std::uint64_t hash) { __builtin_prefetch(NameLines() + LineOf(hash, Lexicon().name_lines)); }

// Bit i: fingerprint i of the line is f.
inline unsigned MatchLine(const NameLine& line, std::uint16_t f) {
#if defined(__SSE2__)
  const __m128i want = _mm_set1_epi16(static_cast<short>(f));
  const auto* data = reinterpret_cast<const __m128i*>(line.fingerprint);
  const __m128i low = _mm_cmpeq_epi16(_mm_load_si128(data), want);
  const __m128i high = _mm_cmpeq_epi16(_mm_load_si128(data + 1), want);
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
#else
  unsigned mask = 0;
  for (unsigned i = 0; i < 16; ++i) mask |= static_cast<unsigned>(line.fingerprint[i] == f) << i;
  return mask;
#endif
}

// FindName where the first line does not tell.
std::uint16_t FindFurther(std::uint64_t hash);

// NameClass bits, 0 when the word is in no list of names and has no role.
// Without a branch on whether it is listed, which nothing foretells.
inline std::uint16_t FindName(std::uint64_t hash) {
  const NameLine& line = NameLines()[LineOf(hash, Lexicon().name_lines)];
  const unsigned mask = MatchLine(line, NameFingerprint(hash));
  const unsigned listed = (0U - mask) >> 16;   // all ones or zero
  const unsigned full = line.fingerprint[15];  // entries fill a line from the front
  if ((full & ~listed) != 0) return FindFurther(hash);
  return static_cast<std::uint16_t>(line.classes[__builtin_ctz(mask | 1U << 15)] & listed);
}

// The words table, behind that of the names.
inline const WordLine* WordLines() { return reinterpret_cast<const WordLine*>(NameLines() + Lexicon().name_lines); }
// Asks for the cache line that FindWord will read.
inline void PrefetchWord(std::uint64_t hash) { __builtin_prefetch(WordLines() + LineOf(hash, Lexicon().word_lines)); }
// kWordNoun and kWordOther: is it the form of a German word. 0: no.
std::uint16_t FindWord(std::uint64_t hash);
// The role bits of what FindName gave.
inline std::uint32_t RolesOf(std::uint16_t classes) { return RoleSets()[classes >> kRoleShift]; }
// May this word in lower case speak for a name? 1 or 0. (lexicon_format.h: the sieve.) At least eight bytes can be read at
// data.
inline std::uint8_t SieveAt(const char* data, std::size_t size) {
  std::uint64_t first = 0;
  __builtin_memcpy(&first, data, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  first = __builtin_bswap64(first);
#endif
  const std::uint32_t bit = SieveBit(first & text::kLowBytes[size < 8 ? size : 8], size);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  std::uint64_t bits = 0;
  __builtin_memcpy(&bits, SieveBits() + bit / 64 * 8, 8);
  return bits >> (bit % 64) & 1;
#else
  return SieveBits()[bit / 8] >> (bit % 8) & 1;
#endif
}
inline bool SpeaksAt(const char* data, std::size_t size) { return SieveAt(data, size) != 0; }
// The same where only `readable` bytes can be read.
inline bool MaySpeak(const char* data, std::size_t size, std::size_t readable) {
  if (readable >= 8) return SpeaksAt(data, size);
  char padded[8] = {};
  __builtin_memcpy(padded, data, size < 8 ? size : 8);
  return SpeaksAt(padded, size);
}

inline unsigned GivenRarity(std::uint16_t classes) { return classes & kGivenMask; }
inline unsigned SurnameTier(std::uint16_t classes) { return (classes & kSurnameMask) >> kSurnameShift; }

}  // namespace maske::names

#endif  // MASKE_NAMES_LEXICON_H_
