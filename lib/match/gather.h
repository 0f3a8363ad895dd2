// The places of a bitmap's bits as a list. First the words that hold any, then their bits, four at a time whether there are
// so many or not: their number cannot be foretold, and the processor should not try. Tested through the twin.
#ifndef MASKE_MATCH_GATHER_H_
#define MASKE_MATCH_GATHER_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace maske::match {

// Calls visit(places, count) with the places of bits(0), bits(1) … in [from, to), ascending, up to kMaxGathered a call.
inline constexpr std::size_t kMaxGathered = 576;
template <typename Bits, typename Visit>
void Gather(std::uint32_t from, std::uint32_t to, const Bits& bits, const Visit& visit) {
  if (from >= to) return;
  constexpr std::size_t kHeap = 32;  // words
  constexpr std::size_t kFull = kMaxGathered - 64;
  struct Word {
    std::uint64_t set;
    std::uint32_t begin;
  };
  std::array<Word, kHeap> words;
  std::array<std::uint32_t, kMaxGathered + 4> places;
  std::size_t count = 0;
  const std::size_t last = (to - 1) / 64;
  for (std::size_t word = from / 64; word <= last;) {
    std::size_t used = 0;
    for (const std::size_t stop = std::min(last + 1, word + kHeap); word < stop; ++word) {
      words[used] = {bits(word), static_cast<std::uint32_t>(word * 64)};
      if (word == from / 64) words[used].set &= ~std::uint64_t{0} << (from % 64);
      if (word == last && to % 64 != 0) words[used].set &= ~std::uint64_t{0} >> (64 - to % 64);
      used += words[used].set != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < used; ++i) {
      std::uint64_t set = words[i].set;
      do {
        for (int k = 0; k < 4; ++k) {
          places[count] = words[i].begin + static_cast<std::uint32_t>(std::countr_zero(set));
          count += set != 0 ? 1 : 0;
          set &= set - 1;
        }
      } while (set != 0);
      if (count < kFull) continue;
      visit(places.data(), count);
      count = 0;
    }
  }
  if (count != 0) visit(places.data(), count);
}

}  // namespace maske::match

#endif  // MASKE_MATCH_GATHER_H_
