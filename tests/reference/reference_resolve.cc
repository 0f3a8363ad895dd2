// See the header. Tested by tests/filter/resolve_world_test.cc against lib/resolve in both directions.
#include "reference/reference_resolve.h"

#include <algorithm>
#include <tuple>

namespace maske::reference {
namespace {

bool Overlap(const resolve::Span& a, const resolve::Span& b) { return a.begin < b.end && b.begin < a.end; }

// Smaller is better.
auto Rank(const resolve::Span& span) {
  return std::make_tuple(-span.score, -static_cast<std::int64_t>(span.end - span.begin), span.begin, span.type,
                         span.rule);
}

}  // namespace

std::vector<resolve::Span> Resolve(std::vector<resolve::Span> candidates) {
  std::vector<resolve::Span> findings;
  while (!candidates.empty()) {
    // The cluster of the candidate that begins first.
    const std::uint64_t begin =
        std::min_element(candidates.begin(), candidates.end(), [](const resolve::Span& a, const resolve::Span& b) {
          return a.begin < b.begin;
        })->begin;
    std::uint64_t end = begin + 1;  // whatever begins with the first belongs to it
    std::vector<resolve::Span> cluster;
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t i = 0; i < candidates.size(); ++i) {
        // In order of begin: nothing that lies before this one may wait outside.
        bool first = true;
        for (const resolve::Span& other : candidates) first = first && other.begin >= candidates[i].begin;
        if (!first || candidates[i].begin >= end || candidates[i].begin >= begin + kClusterBytes) continue;
        end = std::max(end, candidates[i].end);
        cluster.push_back(candidates[i]);
        candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(i));
        grown = true;
        break;
      }
    }
    while (true) {
      const resolve::Span* best = nullptr;
      for (const resolve::Span& span : cluster) {
        const bool free = std::none_of(findings.begin(), findings.end(),
                                       [&](const resolve::Span& taken) { return Overlap(taken, span); });
        if (free && (best == nullptr || Rank(span) < Rank(*best))) best = &span;
      }
      if (best == nullptr) break;
      findings.push_back(*best);
    }
  }
  std::sort(findings.begin(), findings.end(),
            [](const resolve::Span& a, const resolve::Span& b) { return a.begin < b.begin; });
  return findings;
}

}  // namespace maske::reference
