// The places of a bitmap's bits as a list. They are gathered four at a time whether there are so many or not: their number
// cannot be foretold, and the processor should not try. Tested through the twin.
#ifndef MASKE_MATCH_GATHER_H_
#define MASKE_MATCH_GATHER_H_

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
  constexpr std::size_t kFull = kMaxGathered - 64;
  std::array<std::uint32_t, kMaxGathered + 4> places;
  std::size_t count = 0;
  const std::size_t last = (to - 1) / 64;
  for (std::size_t word = from / 64; word <= last; ++word) {
    std::uint64_t set = bits(word);
    if (word == from / 64) set &= ~std::uint64_t{0} << (from % 64);
    if (word == last && to % 64 != 0) set &= ~std::uint64_t{0} >> (64 - to % 64);
    while (set != 0) {
      for (int i = 0; i < 4; ++i) {
        places[count] = static_cast<std::uint32_t>(word * 64 + static_cast<unsigned>(std::countr_zero(set)));
        count += set != 0 ? 1 : 0;
        set &= set - 1;
      }
    }
    if (count < kFull && word != last) continue;
    visit(places.data(), count);
    count = 0;
  }
}

}  // namespace maske::match

#endif  // MASKE_MATCH_GATHER_H_
