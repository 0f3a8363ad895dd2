// See row_cache.h.
#include "names/model/row_cache.h"

#include "names/model/conv.h"

namespace maske::names::model {

RowCache::RowCache(const Layer* layer, unsigned bits)
    : layer_(layer),
      sets_(1U << bits),
      keys_((std::size_t{sets_} + 1) * kWays),
      stamps_(keys_.size()),
      oldest_(sets_ + 1),
      have_(keys_.size()),
      inputs_(std::make_unique_for_overwrite<std::int16_t[]>(keys_.size() * layer->inputs)),
      products_(std::make_unique_for_overwrite<std::int32_t[]>(keys_.size() * 3 * layer->outputs)) {}

RowCache::Place RowCache::Find(const Key& key, bool* fresh) {
  const std::uint64_t mixed =
      (key[0] * 0x9E3779B97F4A7C15U) ^ (key[1] * 0xD6E8FEB86659FD93U) ^ (key[2] * 0xA0761D6478BD642FU);
  const bool none = (key[0] | key[1] | key[2]) == 0;
  const std::uint32_t set =
      none ? sets_ : static_cast<std::uint32_t>(((mixed ^ mixed >> 29) * 0x9E3779B97F4A7C15U) >> 32) & (sets_ - 1);
  const std::uint32_t first = set * kWays;
  if (!none) {
    for (std::uint32_t slot = first; slot < first + kWays; ++slot) {
      const Key& there = keys_[slot];
      if (((there[0] ^ key[0]) | (there[1] ^ key[1]) | (there[2] ^ key[2])) != 0) continue;
      *fresh = false;
      return {slot, stamps_[slot]};
    }
  }
  const std::uint32_t slot = first + oldest_[set];
  oldest_[set] = static_cast<std::uint8_t>((oldest_[set] + 1) % kWays);
  keys_[slot] = key;
  if (++stamps_[slot] == 0) ++stamps_[slot];
  have_[slot] = 0;
  *fresh = true;
  return {slot, stamps_[slot]};
}

void RowCache::Multiply() {
  constexpr std::size_t kSites = 16;
  std::array<ProjectSite, kSites> sites;
  for (unsigned tap = 0; tap < 3; ++tap) {
    std::size_t count = 0;
    for (const Place place : missing_[tap]) {
      if (!Holds(place)) continue;
      sites[count++] = {Inputs(place), &products_[(place.slot * std::size_t{3} + tap) * layer_->outputs]};
      if (count == kSites) {
        Project(*layer_, tap, sites.data(), count);
        count = 0;
      }
    }
    if (count != 0) Project(*layer_, tap, sites.data(), count);
    missing_[tap].clear();
  }
}

}  // namespace maske::names::model
