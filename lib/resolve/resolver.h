// Which of the overlapping candidates are findings. One function, one written total order, from left to right.
//
// Candidates come in order of begin. A cluster is a run of candidates each of which begins before the greatest end so far
// and less than kClusterBytes behind the cluster's begin; so no chain of overlaps can decide its head by its tail (law 1).
// Within a cluster candidates are taken greedily in this order, and each is a finding when it overlaps none taken before,
// in this cluster or an earlier one:
//   higher score; longer; earlier begin; smaller type (the order of base/types.h); smaller rule.
// What loses adds no finding. But what of it lies to the left of all findings that it overlaps, or to the right of them, goes
// to the outermost of these where that is of its own type: a rule that sees "Muster" of "Anna Muster", surer than the one that
// sees all of it, must not uncover "Anna". Losers do so in the same order. Between two findings nothing is filled.
// A span that is always masked comes last: it takes nothing from others, and what of it no finding covers becomes findings of
// its own. A finding that is allowed, or of a type that is not reported, covers nothing; it gives way.
// Below the threshold nothing is added at all. What is allowed, not reported or has no end widens nothing and is not widened.
//
// The resolver is itself a stream: Advance(limit) decides every cluster that no candidate beginning at or behind limit can
// join. So its result is a function of the candidates, not of how they were handed over.
// Cost: n log n in the candidates of one cluster. Slow twin: tests/reference; tested by tests/resolve.
#ifndef MASKE_RESOLVE_RESOLVER_H_
#define MASKE_RESOLVE_RESOLVER_H_

#include <cstdint>
#include <vector>

#include "base/candidate.h"

namespace maske::resolve {

// A candidate or finding in bytes of the stream, half open.
struct Span {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  TypeId type = 0;
  RuleId rule = 0;
  float score = 0;
  OpenSpan open = OpenSpan::kNone;
  bool always = false;       // it is masked whatever wins
  bool allowed = false;      // it is left alone when it wins
  std::uint32_t before = 0;  // bytes before begin that are masked with it: salutations and titles
  std::uint32_t left = 0;    // bytes of it that losers brought, from begin on
  std::uint32_t right = 0;   // and up to end
};

// The total order: true when a is taken before b.
bool TakenBefore(const Span& a, const Span& b);

class Resolver {
 public:
  // By type: which findings are reported; must outlive the resolver. All when it is not called.
  void SetReported(const std::vector<bool>* reported) { reported_ = reported; }

  // span.begin must lie at or behind the limit of the last Advance.
  void Add(const Span& span) { pending_.push_back(span); }

  // No candidate that begins before limit will be added any more. Appends the findings decided now, sorted and disjoint.
  void Advance(std::uint64_t limit, std::vector<Span>* findings);
  void Finish(std::vector<Span>* findings);

  // Everything before this offset is decided.
  [[nodiscard]] std::uint64_t decided() const { return decided_; }

 private:
  void Decide(std::size_t first, std::size_t last, std::vector<Span>* findings);
  void Widen();
  [[nodiscard]] bool StaysAsItIs(const Span& span) const;
  void TakeAlways(Span span);
  void TakePiece(const Span& span, std::uint64_t begin, std::uint64_t end);

  std::vector<Span> pending_;  // candidates of clusters that are open, then those added since the last Advance
  std::vector<Span> order_;    // scratch
  std::vector<Span> taken_;    // scratch
  const std::vector<bool>* reported_ = nullptr;
  std::uint64_t last_end_ = 0;  // end of the last finding
  std::uint64_t decided_ = 0;
};

}  // namespace maske::resolve

#endif  // MASKE_RESOLVE_RESOLVER_H_
