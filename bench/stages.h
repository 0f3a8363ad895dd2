// The stages that are measured, in the order of the data flow.
#ifndef MASKE_BENCH_STAGES_H_
#define MASKE_BENCH_STAGES_H_

#include <string_view>

namespace maske::bench {

// Registers every stage with Google Benchmark; text must outlive the run.
void RegisterStages(std::string_view text);
// Those behind the detectors: resolve, rewrite, restore (stages_output.cc).
void RegisterOutput(std::string_view text);

}  // namespace maske::bench

#endif  // MASKE_BENCH_STAGES_H_
