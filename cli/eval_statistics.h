// How sure a figure is: 95 % intervals by the percentile bootstrap over documents. A figure is the ratio of two sums over
// documents; 1,000 times as many documents as there are get drawn with replacement, and the interval runs from the 2.5 %
// to the 97.5 % quantile of the ratios (linear between ranks). Documents are drawn, not entities: those of one document
// are alike. The draws come from SplitMix64 with a fixed seed, so the same tallies give the same intervals everywhere.
// Fewer than five documents with a denominator give no interval. Cost: 1,000 times (documents + terms) steps.
// Covered by tests/cli/eval_statistics_test.cc.
#ifndef MASKE_CLI_EVAL_STATISTICS_H_
#define MASKE_CLI_EVAL_STATISTICS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace maske::cli {

inline constexpr std::size_t kResamples = 1000;
inline constexpr std::size_t kFewestDocuments = 5;

// What a document adds to the two sums. A document without a term adds nothing.
struct Term {
  std::uint32_t document = 0;  // index
  std::uint64_t part = 0;
  std::uint64_t whole = 0;
};
using Ratio = std::vector<Term>;

struct Interval {
  double low = 0;
  double high = 0;
};

// Sum of parts over sum of wholes; nothing when there is no whole.
std::optional<double> ValueOf(const Ratio& ratio);

// An interval for each ratio; draws in which a ratio has no whole are left out of its quantiles.
std::vector<std::optional<Interval>> Intervals(std::size_t documents, const std::vector<Ratio>& ratios);

// An interval for second - first of each pair: both are taken over the same draw of documents.
std::vector<std::optional<Interval>> IntervalsOfDifference(std::size_t documents,
                                                           const std::vector<std::pair<Ratio, Ratio>>& pairs);

}  // namespace maske::cli

#endif  // MASKE_CLI_EVAL_STATISTICS_H_
