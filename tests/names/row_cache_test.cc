// The cache of rows: what is found again, what is forgotten, and that what was found last stays.
#include "names/model/row_cache.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <random>

#include "names/random_model.h"

namespace maske::names::model {
namespace {

// Any sequence of keys: a place that is held has the inputs that were written for its key, products are theirs, and the last
// three keys that were looked for are held. Three are what a position needs at once.
TEST(RowCacheTest, HeldPlacesHaveTheirInputs) {
  const std::string file = RandomModel(3, {16, 16, {1, 2}, false, {}});
  const auto model = Model::Read(file);
  const Layer& layer = model->layers()[0];
  RowCache cache(&layer, 2);  // 16 slots, and those for keys that are none
  Random random(8);
  struct Known {
    RowCache::Place place;
    std::int16_t value;
  };
  std::map<std::uint64_t, Known> known;
  std::deque<std::uint64_t> fresh_ones;
  std::size_t again = 0;
  std::size_t lost = 0;
  std::int16_t next = 0;
  for (int step = 0; step < 20000; ++step) {
    const std::uint64_t id = random() % 4 == 0 ? random() % 40 : random() % 8;
    bool fresh = false;
    const RowCache::Place place = cache.Find({id, 0, id == 0 ? 0U : 7U}, &fresh);
    ASSERT_TRUE(cache.Holds(place));
    if (fresh) {
      next = static_cast<std::int16_t>((next + 1) % 1000);
      std::fill_n(cache.Inputs(place), layer.inputs, next);
      const auto old = known.find(id);
      if (old != known.end() && id != 0) {
        ++lost;
        ASSERT_FALSE(cache.Holds(old->second.place)) << "its place was given away, or it would have been found";
      }
      known[id] = {place, next};
      fresh_ones.push_back(id);
      if (fresh_ones.size() > 3) fresh_ones.pop_front();
    } else {
      ASSERT_NE(id, 0U) << "a key that is none was found again";
      ++again;
      ASSERT_EQ(known[id].place.slot, place.slot);
    }
    ASSERT_EQ(cache.Inputs(place)[layer.inputs - 1], known[id].value);
    for (const std::uint64_t one : fresh_ones) ASSERT_TRUE(cache.Holds(known[one].place)) << step;
    const unsigned tap = random() % 3;
    cache.Want(place, tap);
    if (random() % 4 != 0) continue;
    cache.Multiply();
    for (const auto& [key, entry] : known) {
      for (unsigned t = 0; t < 3; ++t) {
        if (!cache.Ready(entry.place, t)) continue;
        std::int32_t sum = 0;
        for (std::size_t c = 0; c < layer.inputs; ++c) {
          sum += entry.value * layer.weights[((t * (layer.inputs / 2) + c / 2) * layer.outputs + 5) * 2 + c % 2];
        }
        ASSERT_EQ(cache.Products(entry.place, t)[5], sum) << key;
      }
    }
    ASSERT_TRUE(cache.Ready(place, tap));
  }
  EXPECT_GT(again, 5000U);
  EXPECT_GT(lost, 1000U);
  EXPECT_FALSE(cache.Holds(RowCache::Place{}));
}

}  // namespace
}  // namespace maske::names::model
