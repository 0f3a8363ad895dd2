#include "resolve/resolver.h"

#include <algorithm>
#include <limits>

#include "base/mutation.h"

namespace maske::resolve {
namespace {

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

bool BeginsBefore(const Span& a, const Span& b) { return a.begin < b.begin; }

}  // namespace

bool TakenBefore(const Span& a, const Span& b) {
  if (a.always != b.always) return b.always;
  if (a.score != b.score) return a.score > b.score;
  const std::uint64_t a_length = a.end - a.begin;
  const std::uint64_t b_length = b.end - b.begin;
  if (a_length != b_length) return a_length > b_length;
  if (a.begin != b.begin) return a.begin < b.begin;
  if (a.type != b.type) return a.type < b.type;
  return a.rule < b.rule;
}

void Resolver::Decide(std::size_t first, std::size_t last, std::vector<Span>* findings) {
  if (last - first == 1 && !pending_[first].always) {
    if (pending_[first].begin >= last_end_) {
      findings->push_back(pending_[first]);
      last_end_ = pending_[first].end;
    }
    return;
  }
  order_.assign(pending_.begin() + static_cast<std::ptrdiff_t>(first),
                pending_.begin() + static_cast<std::ptrdiff_t>(last));
  std::sort(order_.begin(), order_.end(), TakenBefore);
  taken_.clear();  // sorted by begin, disjoint
  const auto always = std::partition_point(order_.begin(), order_.end(), [](const Span& s) { return !s.always; });
  for (auto at = order_.begin(); at != always; ++at) {
    const Span& span = *at;
    if (span.begin < last_end_) continue;
    const auto next = std::lower_bound(taken_.begin(), taken_.end(), span, BeginsBefore);
    if (next != taken_.end() && next->begin < span.end) continue;
    if (next != taken_.begin() && std::prev(next)->end > span.begin) continue;
    taken_.insert(next, span);
  }
  Widen();
  for (auto at = always; at != order_.end(); ++at) TakeAlways(*at);
  if (!taken_.empty()) last_end_ = std::max(last_end_, taken_.back().end);
  findings->insert(findings->end(), taken_.begin(), taken_.end());
}

bool Resolver::StaysAsItIs(const Span& span) const {
  return span.allowed || span.always || span.open != OpenSpan::kNone ||
         (reported_ != nullptr && !(*reported_)[span.type]);
}

// Gives the outer parts of losers to findings of their type.
void Resolver::Widen() {
  if (MASKE_MUTATION("law2_losers_uncover")) return;
  for (const Span& span : order_) {
    if (StaysAsItIs(span) || span.begin < last_end_) continue;
    auto first = std::lower_bound(taken_.begin(), taken_.end(), span, BeginsBefore);
    if (first != taken_.begin() && std::prev(first)->end > span.begin) --first;
    auto last = std::lower_bound(first, taken_.end(), span.end,
                                 [](const Span& other, std::uint64_t end) { return other.begin < end; });
    if (last == first) continue;
    --last;
    if (span.begin < first->begin && span.type == first->type && !StaysAsItIs(*first)) {
      first->left += static_cast<std::uint32_t>(first->begin - span.begin);
      first->begin = span.begin;
    }
    if (span.end > last->end && span.type == last->type && !StaysAsItIs(*last)) {
      last->right += static_cast<std::uint32_t>(span.end - last->end);
      last->end = span.end;
    }
  }
}

void Resolver::TakePiece(const Span& span, std::uint64_t begin, std::uint64_t end) {
  if (begin >= end) return;
  Span piece = span;
  piece.begin = begin;
  piece.end = end;
  taken_.insert(std::lower_bound(taken_.begin(), taken_.end(), piece, BeginsBefore), piece);
}

// What of the span nothing reported covers is taken.
void Resolver::TakeAlways(Span span) {
  if (MASKE_MUTATION("law2_always_gives_way")) {
    for (const Span& other : taken_) {
      if (other.begin < span.end && span.begin < other.end) return;
    }
  }
  span.begin = std::max(span.begin, last_end_);
  const auto gives_way = [&](const Span& other) {
    const bool left_alone = other.allowed || (reported_ != nullptr && !(*reported_)[other.type]);
    return !other.always && left_alone && other.begin < span.end && span.begin < other.end;
  };
  taken_.erase(std::remove_if(taken_.begin(), taken_.end(), gives_way), taken_.end());
  const std::vector<Span> covers = taken_;
  std::uint64_t at = span.begin;
  for (const Span& other : covers) {
    if (other.end <= at) continue;
    if (other.begin >= span.end) break;
    TakePiece(span, at, std::min(other.begin, span.end));
    at = std::max(at, other.end);
  }
  TakePiece(span, at, span.end);
}

void Resolver::Advance(std::uint64_t limit, std::vector<Span>* findings) {
  std::stable_sort(pending_.begin(), pending_.end(), BeginsBefore);
  std::size_t first = 0;
  decided_ = limit;
  while (first < pending_.size()) {
    const std::uint64_t cluster_begin = pending_[first].begin;
    std::uint64_t cluster_end = pending_[first].end;
    std::size_t last = first + 1;
    const std::uint64_t reach = MASKE_MUTATION("law1_endless_cluster") ? kNoLimit : cluster_begin + kClusterBytes;
    while (last < pending_.size() && pending_[last].begin < cluster_end && pending_[last].begin < reach) {
      cluster_end = std::max(cluster_end, pending_[last].end);
      ++last;
    }
    const bool complete = last < pending_.size() || limit >= std::min(cluster_end, reach);
    if (!complete && !MASKE_MUTATION("law1_cluster_by_segment")) {
      decided_ = cluster_begin;
      break;
    }
    Decide(first, last, findings);
    first = last;
  }
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(first));
}

void Resolver::Finish(std::vector<Span>* findings) { Advance(kNoLimit, findings); }

}  // namespace maske::resolve
