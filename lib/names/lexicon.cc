// Look-ups in the packed lexicon. The block comes from lexicon_blob.S (.incbin) or, where that does not assemble, from a
// generated array: both define the symbol maske_lexicon_blob, aligned to 64 bytes.
// Cost: about 5 ns a look-up while the names table (1 MB) lies in the second-level cache.
// Tested by tests/names/lexicon_test.cc.
#include "names/lexicon.h"

#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

extern "C" {
extern const unsigned char maske_lexicon_blob[];
}

namespace maske::names {
namespace {

const NameLine* NameLines() { return reinterpret_cast<const NameLine*>(maske_lexicon_blob + sizeof(LexiconHeader)); }

const WordLine* WordLines() { return reinterpret_cast<const WordLine*>(NameLines() + Lexicon().name_lines); }

const RoleSlot* RoleSlots() { return reinterpret_cast<const RoleSlot*>(WordLines() + Lexicon().word_lines); }

// Bit i: fingerprint i of the line is f.
unsigned MatchLine(const NameLine& line, std::uint16_t f) {
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

}  // namespace

const LexiconHeader& Lexicon() { return *reinterpret_cast<const LexiconHeader*>(maske_lexicon_blob); }

std::uint16_t FindName(std::uint64_t hash) {
  const NameLine* lines = NameLines();
  const std::uint32_t count = Lexicon().name_lines;
  const std::uint16_t f = NameFingerprint(hash);
  std::uint32_t at = LineOf(hash, count);
  for (;;) {
    const NameLine& line = lines[at];
    if (const unsigned mask = MatchLine(line, f); mask != 0) return line.classes[__builtin_ctz(mask)];
    if (line.fingerprint[15] == 0) return 0;  // entries fill a line from the front
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
    for (const std::uint16_t entry : line.entry) {
      if ((entry & ~3) == f) return entry & 3;
    }
    if (line.entry[31] == 0) return 0;
    at = at + 1 == count ? 0 : at + 1;
  }
}

std::uint32_t FindRoles(std::uint64_t hash) {
  const RoleSlot* slots = RoleSlots();
  const std::size_t mask = Lexicon().role_slots - 1;
  for (std::size_t at = hash & mask; slots[at].hash != 0; at = (at + 1) & mask) {
    if (slots[at].hash == hash) return slots[at].roles;
  }
  return 0;
}

}  // namespace maske::names
