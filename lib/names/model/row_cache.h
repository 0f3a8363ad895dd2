// Sums of rows of the name model, kept by what they are of, each with what the first layer makes of it. That layer is linear
// in its inputs before the ReLU, so its sums over a token are those of its word and of its surroundings added up, and these come
// again and again: most positions of the layer then cost some additions instead of some thousand products. Exact: int32 sums in
// another order.
//
// Sets of four slots, the oldest goes first; so the three that were last filled are never taken. Bounded, made once (its pages
// are touched as they fill). What is in it changes nothing but the speed. One thread. Memory: 920 bytes a slot with 64 channels.
// Tested by tests/names/model_test.cc against the twin, and by tests/names/row_cache_test.cc.
#ifndef MASKE_NAMES_MODEL_ROW_CACHE_H_
#define MASKE_NAMES_MODEL_ROW_CACHE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/mutation.h"
#include "names/model/model.h"

namespace maske::names::model {

class RowCache {
 public:
  using Key = std::array<std::uint64_t, 3>;  // all zero: none, which is never found
  struct Place {
    std::uint32_t slot = 0;
    std::uint32_t stamp = 0;  // 0: nowhere
  };

  // layer: the first one; outlives the cache. 4 << bits slots.
  RowCache(const Layer* layer, unsigned bits);

  // Where the key's inputs stand. *fresh: nowhere until now; the caller writes them to Inputs.
  Place Find(const Key& key, bool* fresh);
  // Has the place not been given to another key since?
  [[nodiscard]] bool Holds(Place place) const {
    return place.stamp != 0 && (stamps_[place.slot] == place.stamp || MASKE_MUTATION("model_stale_rows"));
  }

  // Holds, and Products(place, tap) are there, unless they are still missing.
  [[nodiscard]] bool Ready(Place place, unsigned tap) const {
    return Holds(place) && (have_[place.slot] >> tap & 1U) != 0;
  }

  // [inputs] of the first layer; of a place that is held, until it is not.
  [[nodiscard]] std::int16_t* Inputs(Place place) { return &inputs_[place.slot * std::size_t{layer_->inputs}]; }
  // Soon Products(place, tap) will be asked for: what is missing is computed together by the next Multiply().
  void Want(Place place, unsigned tap) {
    std::uint8_t& have = have_[place.slot];
    if ((have >> tap & 1U) != 0) return;
    have = static_cast<std::uint8_t>(have | 1U << tap);
    missing_[tap].push_back(place);
  }
  void Multiply();
  // What tap `tap` makes of the inputs, [outputs]; of a place that is held, until it is not. Wanted, and Multiply called since.
  [[nodiscard]] const std::int32_t* Products(Place place, unsigned tap) const {
    return &products_[(place.slot * std::size_t{3} + tap) * layer_->outputs];
  }
  void Prefetch(Place place, unsigned tap) const {
    const std::int32_t* row = Products(place, tap);
    for (std::size_t n = 0; n < layer_->outputs; n += 16) __builtin_prefetch(row + n);
  }

 private:
  static constexpr std::uint32_t kWays = 4;

  const Layer* layer_;
  std::uint32_t sets_;  // that keys share; one more is for those that are none
  std::vector<Key> keys_;
  std::vector<std::uint32_t> stamps_;
  std::vector<std::uint8_t> oldest_;           // way of each set
  std::vector<std::uint8_t> have_;             // bit: the tap's products are there, or among the missing
  std::array<std::vector<Place>, 3> missing_;  // by tap
  std::unique_ptr<std::int16_t[]> inputs_;
  std::unique_ptr<std::int32_t[]> products_;  // [slot][tap][outputs]
};

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_ROW_CACHE_H_
