// lib/text/simd.h chooses what Highway's own dispatch would.
#include "text/simd.h"

#include <gtest/gtest.h>

#include <vector>

#include "hwy/highway.h"

namespace maske::text {
namespace {

TEST(Simd, TheSameSetsAsHighway) {
  EXPECT_EQ(SimdTargets() & HWY_ATTAINABLE_TARGETS,
            (hwy::SupportedTargets() | HWY_STATIC_TARGET | HWY_EMU128 | HWY_SCALAR) & HWY_ATTAINABLE_TARGETS);
}

TEST(Simd, TheSamePlaceAsHighway) {
  hwy::ChosenTarget chosen;
  for (const std::int64_t target : {std::int64_t{HWY_STATIC_TARGET}, std::int64_t{HWY_AVX2}, std::int64_t{HWY_AVX3_DL},
                                    std::int64_t{HWY_SSE4}, std::int64_t{HWY_NEON}}) {
    if ((target & HWY_TARGETS) == 0) continue;
    chosen.Update(target);
    EXPECT_EQ(SimdIndexOf(target & HWY_TARGETS) + 1, chosen.GetIndex()) << hwy::TargetName(target);
  }
  chosen.Update(hwy::SupportedTargets());
  EXPECT_EQ(SimdIndex(HWY_TARGETS) + 1, chosen.GetIndex());
}

TEST(Simd, ATestMayChoose) {
  std::vector<std::int64_t> targets;
  ForEachSimdTarget(HWY_TARGETS, [&targets](std::int64_t target) { targets.push_back(target); });
  ASSERT_FALSE(targets.empty());
  const std::size_t best = SimdIndex(HWY_TARGETS);
  EXPECT_EQ(best, SimdIndexOf(targets.front()));
  for (const std::int64_t target : targets) {
    SetSimdTargetsForTest(target);
    EXPECT_EQ(SimdIndex(HWY_TARGETS), SimdIndexOf(target)) << hwy::TargetName(target);
  }
  SetSimdTargetsForTest(0);
  EXPECT_EQ(SimdIndex(HWY_TARGETS), best);
}

}  // namespace
}  // namespace maske::text
