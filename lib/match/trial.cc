#include "match/trial.h"

#include <algorithm>
#include <chrono>

#include "match/load.h"
#include "match/matcher.h"
#include "match/set_impl.h"
#include "text/prepared.h"

namespace maske::match {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRounds = 15;

// Nanoseconds of one walk over all examples, the best of many: what disturbs only makes it longer.
Result<double> TimeOf(const LoadedPattern& pattern) {
  PatternSetImpl set;
  set.Add(pattern.pattern, 0);
  set.Build();
  std::vector<Candidate> candidates;
  double best = 0;
  for (int round = 0; round < kRounds; ++round) {
    Clock::duration spent{};
    for (const auto* examples : {&pattern.match, &pattern.no_match}) {
      for (const Example& example : *examples) {
        text::Prepared slice;
        slice.Assign(example.text);
        candidates.clear();
        const Clock::time_point begin = Clock::now();
        Status s = FindCandidates(set, slice, 0, static_cast<std::uint32_t>(slice.text().size()), {}, &candidates);
        spent += Clock::now() - begin;
        if (!s) return s;
      }
    }
    const double nanoseconds = std::chrono::duration<double, std::nano>(spent).count();
    if (round == 0 || nanoseconds < best) best = nanoseconds;
  }
  return best / static_cast<double>(std::max<std::size_t>(1, pattern.match.size() + pattern.no_match.size()));
}

}  // namespace

Result<Trials> TryPatterns(const std::string& dir) {
  LoadedPatterns loaded;
  if (Status s = LoadPatternDirectory(dir, dir, &loaded); !s) return s;
  Trials trials;
  trials.faults = std::move(loaded.faults);
  for (const auto& pattern : loaded.patterns) {
    Result<double> time = TimeOf(*pattern);
    if (!time.ok()) return time.status();
    trials.patterns.push_back({pattern->id, pattern->origin, pattern->match.size(), pattern->no_match.size(), *time});
  }
  return trials;
}

}  // namespace maske::match
