// Intervals: cases whose answer is known from elsewhere.
#include "cli/eval_statistics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace maske::cli {
namespace {

// A document of one entity each; the first so many are masked.
Ratio Shares(std::size_t documents, std::size_t masked) {
  Ratio ratio;
  for (std::size_t i = 0; i < documents; ++i)
    ratio.push_back({static_cast<std::uint32_t>(i), i < masked ? 1U : 0U, 1U});
  return ratio;
}

TEST(Intervals, OfAShareAreThoseOfTheNormalApproximation) {
  for (const auto& [documents, masked] : {std::pair<std::size_t, std::size_t>{400, 320}, {1000, 500}, {2500, 2400}}) {
    const double p = static_cast<double>(masked) / static_cast<double>(documents);
    const double half = 1.96 * std::sqrt(p * (1 - p) / static_cast<double>(documents));
    const auto interval = Intervals(documents, {Shares(documents, masked)})[0];
    ASSERT_TRUE(interval.has_value());
    EXPECT_NEAR(interval->low, p - half, half / 5);
    EXPECT_NEAR(interval->high, p + half, half / 5);
  }
}

TEST(Intervals, DocumentsAreDrawnNotEntities) {
  // 50 documents of 20 entities that are all masked or all missed: as wide as of 50 entities, not of 1,000.
  Ratio ratio;
  for (std::uint32_t i = 0; i < 50; ++i) ratio.push_back({i, i % 2 == 0 ? 20U : 0U, 20U});
  const auto interval = Intervals(50, {ratio})[0];
  ASSERT_TRUE(interval.has_value());
  EXPECT_NEAR(interval->high - interval->low, 2 * 1.96 * std::sqrt(0.25 / 50), 0.05);
}

TEST(Intervals, OfWhatNeverVariesHaveNoWidth) {
  const auto interval = Intervals(30, {Shares(30, 30)})[0];
  ASSERT_TRUE(interval.has_value());
  EXPECT_EQ(interval->low, 1);
  EXPECT_EQ(interval->high, 1);
}

TEST(Intervals, AreNotGivenForFewDocuments) {
  EXPECT_FALSE(Intervals(4, {Shares(4, 2)})[0].has_value());
  EXPECT_TRUE(Intervals(5, {Shares(5, 2)})[0].has_value());
  EXPECT_FALSE(Intervals(100, {Shares(4, 2)})[0].has_value()) << "96 documents say nothing";
  EXPECT_FALSE(Intervals(100, {Ratio{}})[0].has_value());
  EXPECT_FALSE(Intervals(0, {Ratio{}})[0].has_value());
}

TEST(Intervals, ComeOutTheSameAgain) {
  const auto first = Intervals(77, {Shares(77, 33), Shares(77, 60)});
  const auto second = Intervals(77, {Shares(77, 60)});
  EXPECT_EQ(first[1]->low, second[0]->low) << "what else is asked for does not matter";
  EXPECT_EQ(first[1]->high, second[0]->high);
}

TEST(IntervalsOfDifference, ArePaired) {
  // Each run alone varies widely; the second has ten documents of 200 more than the first.
  const auto interval = IntervalsOfDifference(200, {{Shares(200, 100), Shares(200, 110)}})[0];
  ASSERT_TRUE(interval.has_value());
  EXPECT_NEAR(interval->low, 0.05 - 1.96 * std::sqrt(0.05 * 0.95 / 200), 0.008);
  EXPECT_NEAR(interval->high, 0.05 + 1.96 * std::sqrt(0.05 * 0.95 / 200), 0.008);
  EXPECT_GT(interval->low, 0) << "unpaired, it would reach from -0.05 to 0.15";
  const auto one = IntervalsOfDifference(200, {{Shares(200, 100), Shares(200, 101)}})[0];
  EXPECT_EQ(one->low, 0) << "one document more is no proof";
}

TEST(ValueOf, IsARatioOfSums) {
  EXPECT_EQ(ValueOf(Ratio{{0, 1, 2}, {1, 3, 6}}), 0.5);
  EXPECT_EQ(ValueOf(Ratio{{0, 0, 0}}), std::nullopt);
}

}  // namespace
}  // namespace maske::cli
