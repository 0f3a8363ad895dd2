// The layers of the name model at some positions: the inner loops, compiled for each instruction set (Highway), the best one
// chosen at run time. Exact integers, so all give the same. A layer at once (Convolve), or in two steps where its inputs are
// sums of parts that come again (Project each part, Combine). Slow twin: tests/reference/model_reference.h; test:
// tests/names/model_test.cc. Cost: half a cycle a weight pair and position with AVX2, positions in fours.
#ifndef MASKE_NAMES_MODEL_CONV_H_
#define MASKE_NAMES_MODEL_CONV_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "names/model/model.h"

namespace maske::names::model {

// Where a position's inputs stand and where its output goes. Rows are of the layer's inputs and outputs.
inline constexpr std::size_t kMostTaps = kExitTaps;
struct ConvSite {
  const std::int16_t* rows[kMostTaps];  // as many as the layer has taps
  std::int16_t* out;
};

// A position whose inputs are a + b, as sums of projections of the parts of the inputs at its three taps.
struct CombineSite {
  const std::int32_t* sums[6];
  const std::int16_t* inputs[2];  // at the middle tap; a, b
  std::int16_t* out;
};

void Convolve(const Layer& layer, const ConvSite* sites, std::size_t count);
// What tap `tap` adds to the sums of a position: weights times inputs, without bias.
struct ProjectSite {
  const std::int16_t* inputs;
  std::int32_t* sums;  // out
};
void Project(const Layer& layer, std::size_t tap, const ProjectSite* sites, std::size_t count);
void Combine(const Layer& layer, const CombineSite& site);

// For tests: the targets that this processor runs.
struct ConvTarget {
  std::string_view name;
  void (*convolve)(const Layer& layer, const ConvSite* sites, std::size_t count);
  void (*project)(const Layer& layer, std::size_t tap, const ProjectSite* sites, std::size_t count);
  void (*combine)(const Layer& layer, const CombineSite& site);
};
std::vector<ConvTarget> ConvTargets();

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_CONV_H_
