// NameMemory against a plain deque and set: what is known, the bound, and that the oldest goes first.
#include "names/memory.h"

#include <gtest/gtest.h>

#include <deque>
#include <random>
#include <set>

namespace maske::names {
namespace {

TEST(NameMemoryTest, KnowsWhatWasTaught) {
  NameMemory memory;
  EXPECT_TRUE(memory.empty());
  EXPECT_FALSE(memory.Knows(17));
  memory.Teach(17);
  memory.Teach(17);
  memory.Teach(0);
  EXPECT_TRUE(memory.Knows(17));
  EXPECT_TRUE(memory.Knows(0));
  EXPECT_FALSE(memory.Knows(18));
  EXPECT_EQ(memory.size(), 2U);
  EXPECT_EQ(memory.taught(), 2U);
  EXPECT_EQ(memory.Taught(0), 17U);
  memory.Clear();
  EXPECT_EQ(memory.taught(), 0U);
  EXPECT_FALSE(memory.Knows(17));
  EXPECT_TRUE(memory.empty());
}

TEST(NameMemoryTest, ForgetsTheOldestAtItsBound) {
  NameMemory memory;
  for (std::uint64_t i = 1; i <= NameMemory::kCapacity; ++i) memory.Teach(i * 0x9E3779B97F4A7C15U);
  EXPECT_EQ(memory.size(), NameMemory::kCapacity);
  EXPECT_TRUE(memory.Knows(0x9E3779B97F4A7C15U));
  memory.Teach(42);
  EXPECT_EQ(memory.size(), NameMemory::kCapacity);
  EXPECT_FALSE(memory.Knows(0x9E3779B97F4A7C15U));
  EXPECT_TRUE(memory.Knows(2 * 0x9E3779B97F4A7C15U));
  EXPECT_TRUE(memory.Knows(42));
}

// Hashes that share their low bits make long chains, the hard case of forgetting.
TEST(NameMemoryTest, IsItsTwinWhateverIsTaught) {
  for (const std::uint64_t spread : {std::uint64_t{1}, std::uint64_t{65536}}) {
    NameMemory memory;
    std::deque<std::uint64_t> order;
    std::set<std::uint64_t> known;
    std::mt19937_64 random(11);
    for (std::size_t step = 0; step < 3 * NameMemory::kCapacity; ++step) {
      const std::uint64_t value = (1 + random() % (2 * NameMemory::kCapacity)) * spread;
      memory.Teach(value);
      if (known.insert(value).second) {
        order.push_back(value);
        if (order.size() > NameMemory::kCapacity) {
          known.erase(order.front());
          order.pop_front();
        }
      }
      const std::uint64_t asked = (1 + random() % (2 * NameMemory::kCapacity)) * spread;
      ASSERT_EQ(memory.Knows(asked), known.count(asked) == 1) << step;
    }
    EXPECT_EQ(memory.size(), known.size());
    if (spread == 65536) break;
  }
}

}  // namespace
}  // namespace maske::names
