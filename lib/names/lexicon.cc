// Look-ups in the packed lexicon, which the build links in (cmake/MaskeEmbed.cmake).
// Cost: about 5 ns a look-up while the names table (1 MB) lies in the second-level cache.
// Tested by tests/names/lexicon_test.cc.
#include "names/lexicon.h"

namespace maske::names {
std::uint16_t FindFurther(std::uint64_t hash) {
  const NameLine* lines = NameLines();
  const std::uint32_t count = Lexicon().name_lines;
  const std::uint16_t f = NameFingerprint(hash);
  std::uint32_t at = LineOf(hash, count);
  for (;;) {
    const NameLine& line = lines[at];
    if (const unsigned mask = MatchLine(line, f); mask != 0) return line.classes[__builtin_ctz(mask)];
    if (line.fingerprint[15] == 0) return 0;
    at = at + 1 == count ? 0 : at + 1;
  }
}

std::uint16_t FindWord(std::uint64_t hash) {
  const WordLine* lines = WordLines();
  const std::uint32_t count = Lexicon().word_lines;
  const std::uint16_t f = WordFingerprint(hash);
  std::uint32_t at = LineOf(hash, count);
  for (;;) {
    const WordLine& line = lines[at];
#if defined(__SSE2__)
    const __m128i want = _mm_set1_epi16(static_cast<short>(f));
    const __m128i key = _mm_set1_epi16(static_cast<short>(~3));
    const auto* data = reinterpret_cast<const __m128i*>(line.entry);
    for (unsigned part = 0; part < 4; ++part) {
      const __m128i same = _mm_cmpeq_epi16(_mm_and_si128(_mm_load_si128(data + part), key), want);
      if (const int mask = _mm_movemask_epi8(same); mask != 0) {
        return line.entry[part * 8 + static_cast<unsigned>(__builtin_ctz(static_cast<unsigned>(mask))) / 2] & 3;
      }
    }
#else
    for (const std::uint16_t entry : line.entry) {
      if ((entry & ~3) == f) return entry & 3;
    }
#endif
    if (line.entry[31] == 0) return 0;
    at = at + 1 == count ? 0 : at + 1;
  }
}

}  // namespace maske::names
