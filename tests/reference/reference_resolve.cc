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
    std::vector<std::size_t> taken;  // of this cluster
    while (true) {
      const resolve::Span* best = nullptr;
      for (const resolve::Span& span : cluster) {
        const bool free = std::none_of(findings.begin(), findings.end(),
                                       [&](const resolve::Span& finding) { return Overlap(finding, span); });
        if (free && (best == nullptr || Rank(span) < Rank(*best))) best = &span;
      }
      if (best == nullptr) break;
      taken.push_back(findings.size());
      findings.push_back(*best);
    }
    // Losers, best first, widen the outermost of the findings of this cluster that they overlap.
    std::sort(cluster.begin(), cluster.end(),
              [](const resolve::Span& a, const resolve::Span& b) { return Rank(a) < Rank(b); });
    for (const resolve::Span& span : cluster) {
      if (span.allowed || span.open != OpenSpan::kNone) continue;
      resolve::Span* first = nullptr;
      resolve::Span* last = nullptr;
      bool earlier = false;  // it lies in a finding of another cluster
      for (std::size_t i = 0; i < findings.size(); ++i) {
        if (std::find(taken.begin(), taken.end(), i) == taken.end()) {
          earlier = earlier || span.begin < findings[i].end;
        } else if (Overlap(findings[i], span)) {
          if (first == nullptr || findings[i].begin < first->begin) first = &findings[i];
          if (last == nullptr || findings[i].end > last->end) last = &findings[i];
        }
      }
      if (first == nullptr || earlier) continue;
      const auto may = [&](const resolve::Span& finding) {
        return finding.type == span.type && !finding.allowed && finding.open == OpenSpan::kNone;
      };
      if (may(*first)) first->begin = std::min(first->begin, span.begin);
      if (may(*last)) last->end = std::max(last->end, span.end);
    }
  }
  std::sort(findings.begin(), findings.end(),
            [](const resolve::Span& a, const resolve::Span& b) { return a.begin < b.begin; });
  return findings;
}

}  // namespace maske::reference
