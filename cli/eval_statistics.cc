#include "cli/eval_statistics.h"

#include <algorithm>
#include <functional>

namespace maske::cli {
namespace {

constexpr std::uint64_t kSeed = 1;

// SplitMix64 (Steele, Lea, Flood 2014).
class Draws {
 public:
  std::size_t Below(std::size_t limit) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    z ^= z >> 31;
    return static_cast<std::size_t>(((z >> 32) * limit) >> 32);
  }

 private:
  std::uint64_t state_ = kSeed;
};

// Calls look kResamples times with how often each document was drawn.
void Resample(std::size_t documents, const std::function<void(const std::vector<std::uint32_t>&)>& look) {
  Draws draws;
  std::vector<std::uint32_t> times(documents);
  for (std::size_t round = 0; round < kResamples; ++round) {
    std::fill(times.begin(), times.end(), 0);
    for (std::size_t i = 0; i < documents; ++i) ++times[draws.Below(documents)];
    look(times);
  }
}

std::optional<double> ValueOf(const Ratio& ratio, const std::vector<std::uint32_t>& times) {
  std::uint64_t part = 0;
  std::uint64_t whole = 0;
  for (const Term& term : ratio) {
    part += term.part * times[term.document];
    whole += term.whole * times[term.document];
  }
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

bool Enough(const Ratio& ratio) {
  const auto counts = std::count_if(ratio.begin(), ratio.end(), [](const Term& term) { return term.whole > 0; });
  return static_cast<std::size_t>(counts) >= kFewestDocuments;
}

double Quantile(const std::vector<double>& sorted, double share) {
  const double rank = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(rank);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (rank - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

std::optional<Interval> Middle(std::vector<double>* values, bool enough) {
  if (!enough || values->empty()) return std::nullopt;
  std::sort(values->begin(), values->end());
  return Interval{Quantile(*values, 0.025), Quantile(*values, 0.975)};
}

}  // namespace

std::optional<double> ValueOf(const Ratio& ratio) {
  std::uint64_t part = 0;
  std::uint64_t whole = 0;
  for (const Term& term : ratio) {
    part += term.part;
    whole += term.whole;
  }
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<std::optional<Interval>> Intervals(std::size_t documents, const std::vector<Ratio>& ratios) {
  std::vector<std::vector<double>> values(ratios.size());
  Resample(documents, [&](const std::vector<std::uint32_t>& times) {
    for (std::size_t i = 0; i < ratios.size(); ++i) {
      if (const std::optional<double> value = ValueOf(ratios[i], times); value.has_value()) values[i].push_back(*value);
    }
  });
  std::vector<std::optional<Interval>> intervals;
  for (std::size_t i = 0; i < ratios.size(); ++i) intervals.push_back(Middle(&values[i], Enough(ratios[i])));
  return intervals;
}

std::vector<std::optional<Interval>> IntervalsOfDifference(std::size_t documents,
                                                           const std::vector<std::pair<Ratio, Ratio>>& pairs) {
  std::vector<std::vector<double>> values(pairs.size());
  Resample(documents, [&](const std::vector<std::uint32_t>& times) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const std::optional<double> first = ValueOf(pairs[i].first, times);
      const std::optional<double> second = ValueOf(pairs[i].second, times);
      if (first.has_value() && second.has_value()) values[i].push_back(*second - *first);
    }
  });
  std::vector<std::optional<Interval>> intervals;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    intervals.push_back(Middle(&values[i], Enough(pairs[i].first) && Enough(pairs[i].second)));
  }
  return intervals;
}

}  // namespace maske::cli
