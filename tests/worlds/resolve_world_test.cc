// lib/resolve against its slow twin: every set of up to three candidates over a short line with two scores and two
// types, every set of four and five over shorter ones, and seeded sets around the border of a cluster. In one go and in
// portions.
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "generator/random.h"
#include "reference/reference_resolve.h"
#include "resolve/resolver.h"

namespace maske {
namespace {

using resolve::Span;

std::string Show(const std::vector<Span>& spans) {
  std::string out;
  for (const Span& span : spans) {
    out += std::to_string(span.begin) + "-" + std::to_string(span.end) + " type " + std::to_string(span.type) +
           " rule " + std::to_string(span.rule) + " score " + std::to_string(span.score) + "; ";
  }
  return out;
}

bool Same(const std::vector<Span>& a, const std::vector<Span>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Span& x, const Span& y) {
    return x.begin == y.begin && x.end == y.end && x.type == y.type && x.rule == y.rule;
  });
}

std::vector<Span> Fast(const std::vector<Span>& candidates) {
  resolve::Resolver resolver;
  std::vector<Span> findings;
  for (const Span& span : candidates) resolver.Add(span);
  resolver.Finish(&findings);
  return findings;
}

// Hands over what begins before each limit, then asks for decisions.
std::vector<Span> InPortions(std::vector<Span> candidates, std::uint64_t step) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Span& a, const Span& b) { return a.begin < b.begin; });
  resolve::Resolver resolver;
  std::vector<Span> findings;
  std::size_t next = 0;
  for (std::uint64_t limit = step; next < candidates.size(); limit += step) {
    while (next < candidates.size() && candidates[next].begin < limit) resolver.Add(candidates[next++]);
    resolver.Advance(limit, &findings);
  }
  resolver.Finish(&findings);
  return findings;
}

std::vector<Span> AllSpans(std::uint64_t length, TypeId types) {
  std::vector<Span> spans;
  for (std::uint64_t begin = 0; begin < length; ++begin) {
    for (std::uint64_t end = begin + 1; end <= length; ++end) {
      for (TypeId type = 1; type <= types; ++type) {
        for (const float score : {0.5F, 0.75F})
          spans.push_back({begin, end, type, static_cast<RuleId>(3 - type), score});
      }
    }
  }
  return spans;
}

void Compare(const std::vector<Span>& candidates) {
  const std::vector<Span> slow = reference::Resolve(candidates);
  const std::vector<Span> fast = Fast(candidates);
  ASSERT_TRUE(Same(fast, slow)) << "candidates " << Show(candidates) << "\n fast " << Show(fast) << "\n slow "
                                << Show(slow);
  for (const std::uint64_t step : std::initializer_list<std::uint64_t>{1, 3})
    ASSERT_TRUE(Same(InPortions(candidates, step), slow)) << Show(candidates) << " step " << step;
}

// Every multiset of `count` spans of the world, each handed over in another order than that of begin.
void EverySet(const std::vector<Span>& world, std::size_t count, std::vector<Span>* set, std::size_t from = 0) {
  if (count == 0) return Compare(*set);
  for (std::size_t i = from; i < world.size() && !testing::Test::HasFatalFailure(); ++i) {
    set->insert(set->begin() + static_cast<std::ptrdiff_t>(set->size() / 2), world[i]);
    EverySet(world, count - 1, set, i);
    set->erase(set->begin() + static_cast<std::ptrdiff_t>((set->size() - 1) / 2));
  }
}

void EverySet(const std::vector<Span>& world, std::size_t count) {
  std::vector<Span> set;
  EverySet(world, count, &set);
}

TEST(ResolveWorld, EverySetOfUpToThree) {
  for (std::size_t count = 1; count <= 3; ++count) EverySet(AllSpans(6, 2), count);
}
TEST(ResolveWorld, EverySetOfFour) { EverySet(AllSpans(5, 1), 4); }
TEST(ResolveWorld, EverySetOfFive) { EverySet(AllSpans(4, 1), 5); }

// Begins and ends around 1 KiB behind the first candidate, where clusters are cut.
TEST(ResolveWorld, AroundTheBorderOfACluster) {
  generator::Random random(20'240'403);
  for (int round = 0; round < 20'000; ++round) {
    std::vector<Span> candidates = {{7, 7 + random.Below(1400) + 1, 1, 1, 0.5F}};
    for (std::size_t i = random.Between(1, 7); i > 0; --i) {
      const std::uint64_t begin = random.Chance(50) ? random.Between(1020, 1040) : random.Between(0, 2100);
      const std::uint64_t length = random.Chance(50) ? random.Between(1, 20) : random.Between(1, 1024);
      candidates.push_back({begin, begin + length, static_cast<TypeId>(random.Between(1, 3)),
                            static_cast<RuleId>(random.Below(3)), random.Chance(50) ? 0.5F : 0.9F});
    }
    const std::vector<Span> slow = reference::Resolve(candidates);
    ASSERT_TRUE(Same(Fast(candidates), slow)) << Show(candidates) << "\n slow " << Show(slow);
    ASSERT_TRUE(Same(InPortions(candidates, random.Between(1, 900)), slow)) << Show(candidates);
  }
}

}  // namespace
}  // namespace maske
