// One layer of the name model at some positions: the inner loop, compiled for each instruction set (Highway), the best one
// chosen at run time. Exact integers, so all give the same. Slow twin: tests/reference/model_reference.h; test:
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
struct ConvSite {
  const std::int16_t* rows[3];  // taps
  std::int16_t* out;
};

void Convolve(const Layer& layer, const ConvSite* sites, std::size_t count);

// For tests: the targets that this processor runs, and the layer on one of them; false when there is no such target.
std::vector<std::string_view> ConvTargets();
bool ConvolveOn(std::string_view target, const Layer& layer, const ConvSite* sites, std::size_t count);

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_CONV_H_
