// The order of resolve/resolver.h on hand-made candidates, and that handing them over in other portions changes nothing.
// The exhaustive small world against the slow twin is tests/laws/.
#include "resolve/resolver.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace maske::resolve {
namespace {

std::string Show(const std::vector<Span>& spans) {
  std::string out;
  for (const Span& s : spans) {
    out += std::to_string(s.begin) + "-" + std::to_string(s.end) + ":" + std::to_string(s.type) + " ";
  }
  return out;
}

std::string Resolve(const std::vector<Span>& spans) {
  Resolver resolver;
  std::vector<Span> findings;
  for (const Span& s : spans) resolver.Add(s);
  resolver.Finish(&findings);
  return Show(findings);
}

TEST(ResolverTest, HigherScoreWins) { EXPECT_EQ(Resolve({{0, 9, 1, 0, 0.6F}, {5, 8, 2, 0, 0.7F}}), "5-8:2 "); }
TEST(ResolverTest, LongerWinsAtEqualScore) { EXPECT_EQ(Resolve({{0, 5, 1, 0, 0.6F}, {3, 9, 2, 0, 0.6F}}), "3-9:2 "); }
TEST(ResolverTest, EarlierWinsAtEqualLength) { EXPECT_EQ(Resolve({{0, 5, 9, 0, 0.6F}, {3, 8, 2, 0, 0.6F}}), "0-5:9 "); }
TEST(ResolverTest, SmallerTypeWinsAtEqualPlace) {
  EXPECT_EQ(Resolve({{0, 5, 9, 0, 0.6F}, {0, 5, 2, 7, 0.6F}}), "0-5:2 ");
}
TEST(ResolverTest, LoserOfTheClusterMayLeaveRoomForAThird) {
  // The middle one loses to the first, so the last one, which only the middle one overlapped, stays.
  EXPECT_EQ(Resolve({{0, 6, 1, 0, 0.9F}, {4, 12, 2, 0, 0.8F}, {10, 14, 3, 0, 0.7F}}), "0-6:1 10-14:3 ");
}
TEST(ResolverTest, ALoserWidensWhatIsOfItsType) {
  EXPECT_EQ(Resolve({{5, 9, 1, 0, 0.9F}, {0, 9, 1, 1, 0.6F}}), "0-9:1 ");
  EXPECT_EQ(Resolve({{5, 9, 1, 0, 0.9F}, {0, 12, 1, 1, 0.6F}}), "0-12:1 ");
  EXPECT_EQ(Resolve({{5, 9, 1, 0, 0.9F}, {0, 12, 2, 1, 0.6F}}), "5-9:1 ");
  // Between two findings nothing is filled, beside them it is; each side goes by its own type.
  EXPECT_EQ(Resolve({{2, 4, 1, 0, 0.9F}, {7, 9, 1, 0, 0.9F}, {0, 12, 1, 1, 0.6F}}), "0-4:1 7-12:1 ");
  EXPECT_EQ(Resolve({{2, 4, 1, 0, 0.9F}, {7, 9, 2, 0, 0.9F}, {0, 12, 2, 1, 0.6F}}), "2-4:1 7-12:2 ");
}
TEST(ResolverTest, WhatIsLeftAloneWidensNothing) {
  Span allowed{0, 9, 1, 1, 0.6F};
  allowed.allowed = true;
  EXPECT_EQ(Resolve({{5, 9, 1, 0, 0.9F}, allowed}), "5-9:1 ");
  allowed.score = 0.9F;
  EXPECT_EQ(Resolve({{5, 12, 1, 0, 0.6F}, allowed}), "0-9:1 ");
  Span open{0, 9, 1, 1, 0.6F, OpenSpan::kPem};
  EXPECT_EQ(Resolve({{5, 9, 1, 0, 0.9F}, open}), "5-9:1 ");
}
TEST(ResolverTest, TheWidenedKnowsWhatItWas) {
  Resolver resolver;
  std::vector<Span> findings;
  for (const Span& s : {Span{5, 9, 1, 0, 0.9F}, Span{3, 12, 1, 1, 0.6F}, Span{0, 6, 1, 1, 0.6F}}) resolver.Add(s);
  resolver.Finish(&findings);
  ASSERT_EQ(Show(findings), "0-12:1 ");
  EXPECT_EQ(findings[0].left, 5U);
  EXPECT_EQ(findings[0].right, 3U);
}
TEST(ResolverTest, TouchingSpansDoNotOverlap) {
  EXPECT_EQ(Resolve({{0, 4, 1, 0, 0.5F}, {4, 8, 2, 0, 0.9F}}), "0-4:1 4-8:2 ");
}
TEST(ResolverTest, AChainIsCutAtOneKibibyte) {
  // Each overlaps the next and the last would win over its neighbour; beyond 1 KiB it is another cluster.
  std::vector<Span> chain;
  for (std::uint64_t begin = 0; begin < 2000; begin += 100) chain.push_back({begin, begin + 150, 1, 0, 0.5F});
  chain.back().score = 0.9F;
  const std::string all = Resolve(chain);
  chain.pop_back();
  const std::string without_last = Resolve(chain);
  // What was decided in the first cluster does not change with the tail.
  EXPECT_EQ(all.substr(0, all.find("1000-")), without_last.substr(0, without_last.find("1000-")));
}
TEST(ResolverTest, WhatOverlapsAFindingOfTheClusterBeforeIsDropped) {
  EXPECT_EQ(Resolve({{0, 1500, 1, 0, 0.9F}, {1100, 1600, 2, 0, 0.95F}}), "0-1500:1 ");
}

TEST(ResolverTest, PortionsDoNotMatter) {
  std::mt19937 random(20261);
  for (int round = 0; round < 400; ++round) {
    std::vector<Span> spans;
    std::uint64_t at = 0;
    for (int i = 0; i < 60; ++i) {
      at += random() % 90;
      spans.push_back(
          {at, at + 1 + random() % 300, static_cast<TypeId>(random() % 5), 0, static_cast<float>(random() % 4) / 4});
    }
    const std::string whole = Resolve(spans);
    Resolver resolver;
    std::vector<Span> findings;
    std::size_t next = 0;
    for (std::uint64_t limit = 0; next < spans.size(); limit += 1 + random() % 500) {
      while (next < spans.size() && spans[next].begin < limit) resolver.Add(spans[next++]);
      resolver.Advance(limit, &findings);
      ASSERT_LE(resolver.decided(), limit);
      ASSERT_GT(resolver.decided() + kClusterBytes, limit) << "held back more than a cluster";
      if (!findings.empty()) {
        for (const Span& s : findings) ASSERT_LT(s.begin, limit);
      }
    }
    resolver.Finish(&findings);
    ASSERT_EQ(Show(findings), whole) << "round " << round;
  }
}

Span Always(std::uint64_t begin, std::uint64_t end) { return {begin, end, 9, 0, 1.0F, OpenSpan::kNone, true}; }

TEST(ResolverTest, WhatIsAlwaysMaskedTakesWhatOthersLeave) {
  EXPECT_EQ(Resolve({{0, 9, 1, 0, 0.6F}, Always(5, 12)}), "0-9:1 9-12:9 ");
  EXPECT_EQ(Resolve({{4, 6, 1, 0, 0.6F}, Always(0, 9)}), "0-4:9 4-6:1 6-9:9 ");
  EXPECT_EQ(Resolve({{0, 9, 1, 0, 0.1F}, Always(3, 5)}), "0-9:1 ");
  EXPECT_EQ(Resolve({Always(0, 5), Always(3, 8)}), "0-5:9 5-8:9 ");
}

TEST(ResolverTest, WhatIsNotReportedGivesWay) {
  Resolver resolver;
  std::vector<bool> reported(10, true);
  reported[1] = false;
  resolver.SetReported(&reported);
  std::vector<Span> findings;
  for (const Span& s : {Span{0, 9, 1, 0, 0.9F}, Always(3, 12), Span{20, 25, 1, 0, 0.9F}}) resolver.Add(s);
  resolver.Finish(&findings);
  EXPECT_EQ(Show(findings), "3-12:9 20-25:1 ");
  Span allowed{0, 9, 2, 0, 0.9F};
  allowed.allowed = true;
  EXPECT_EQ(Resolve({allowed, Always(3, 12)}), "3-12:9 ");
  EXPECT_EQ(Resolve({allowed, Always(10, 12)}), "0-9:2 10-12:9 ");
}

// Spans that are always masked change no other finding and are covered to the last byte.
TEST(ResolverTest, WhatIsAlwaysMaskedIsCoveredAndTakesNothing) {
  std::mt19937 random(17);
  for (int round = 0; round < 3000; ++round) {
    std::vector<Span> others;
    std::vector<Span> all;
    std::vector<Span> always;
    for (int i = 0; i < 8; ++i) {
      const std::uint64_t begin = random() % 60;
      const std::uint64_t end = begin + 1 + random() % 20;
      if (random() % 3 == 0) {
        always.push_back(Always(begin, end));
        all.push_back(always.back());
      } else {
        others.push_back({begin, end, static_cast<TypeId>(random() % 5), 0, static_cast<float>(random() % 4) / 4});
        all.push_back(others.back());
      }
    }
    Resolver resolver;
    std::vector<Span> findings;
    for (const Span& s : all) resolver.Add(s);
    resolver.Finish(&findings);
    std::vector<Span> rest;
    std::vector<bool> covered(100, false);
    std::uint64_t last = 0;
    for (const Span& s : findings) {
      ASSERT_LE(last, s.begin) << Show(findings);
      last = s.end;
      if (!s.always) rest.push_back(s);
      for (std::uint64_t i = s.begin; i < s.end; ++i) covered[i] = true;
    }
    ASSERT_EQ(Show(rest), Resolve(others)) << Show(all);
    for (const Span& s : always) {
      for (std::uint64_t i = s.begin; i < s.end; ++i) ASSERT_TRUE(covered[i]) << Show(all) << Show(findings);
    }
  }
}

}  // namespace
}  // namespace maske::resolve
