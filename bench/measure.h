// One line of the table of stages: a function that is timed by Google Benchmark, with MB/s and the hash of what it made.
#ifndef MASKE_BENCH_MEASURE_H_
#define MASKE_BENCH_MEASURE_H_

#include <benchmark/benchmark.h>

#include <cinttypes>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>

#include "bench/hash.h"

namespace maske::bench {

// A stage: does the work once over all of the text and gives the hash of what it made; false ends the run.
using Work = std::function<bool(StreamHash*)>;

// setup makes what the work needs, before the clock starts.
inline void Measure(const std::string& name, std::size_t bytes, Work work, std::function<void()> setup = {}) {
  const auto run = [bytes, work = std::move(work), setup = std::move(setup)](benchmark::State& state) {
    if (setup) setup();
    StreamHash hash;
    for (auto _ : state) {
      hash = StreamHash();
      if (!work(&hash)) {
        state.SkipWithError("failed");
        return;
      }
      benchmark::DoNotOptimize(hash.value());
    }
    state.counters["MB/s"] =
        benchmark::Counter(static_cast<double>(bytes) / 1e6, benchmark::Counter::kIsIterationInvariantRate);
    std::string label(16, '0');
    std::snprintf(label.data(), label.size() + 1, "%016" PRIx64, hash.value());
    state.SetLabel(label);
  };
  benchmark::RegisterBenchmark(name.c_str(), run)->Unit(benchmark::kMillisecond);
}

}  // namespace maske::bench

#endif  // MASKE_BENCH_MEASURE_H_
