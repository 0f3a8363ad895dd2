// See conv.h. This file is compiled once for each target of Highway (foreach_target.h includes it again). Inputs go in pairs,
// as the instruction that multiplies and adds pairs of int16 wants them; four positions share each load of weights.
#include "names/model/conv.h"

#define HWY_COMPILE_ALL_ATTAINABLE  // the portable target too, also where the compiler may assume more
// The kernel keeps sums in arrays of vectors, which vectors without a size at compile time (SVE, RISC-V) cannot stand in;
// such processors run NEON or the portable target.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "names/model/conv.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "text/simd.h"

HWY_BEFORE_NAMESPACE();
namespace maske::names::model {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR
void ConvolveOnTarget(const Layer& layer, const ConvSite* sites, std::size_t count) {
  const std::size_t in = layer.inputs;
  const std::size_t out = layer.outputs;
  const auto sat = [](std::int32_t n) { return n > 32767 ? 32767 : n < -32768 ? -32768 : n; };
  for (std::size_t p = 0; p < count; ++p) {
    for (std::size_t o = 0; o < out; ++o) {
      std::int32_t acc = layer.bias[o];
      for (std::size_t tap = 0; tap < layer.taps; ++tap) {
        for (std::size_t c = 0; c < in; ++c) {
          acc += layer.weights[((tap * (in / 2) + c / 2) * out + o) * 2 + c % 2] * sites[p].rows[tap][c];
        }
      }
      std::int32_t y = sat(acc < 0 ? 0 : acc >> layer.shift[o]);
      if (layer.residual()) y = sat(y + sites[p].rows[1][o]);
      sites[p].out[o] = static_cast<std::int16_t>(y);
    }
  }
}

void ProjectOnTarget(const Layer& layer, std::size_t tap, const ProjectSite* sites, std::size_t count) {
  const std::size_t out = layer.outputs;
  for (; count != 0; --count, ++sites) {
    for (std::size_t o = 0; o < out; ++o) {
      std::int32_t sum = 0;
      for (std::size_t c = 0; c < layer.inputs; ++c) {
        sum += layer.weights[((tap * (layer.inputs / 2) + c / 2) * out + o) * 2 + c % 2] * sites->inputs[c];
      }
      sites->sums[o] = sum;
    }
  }
}

void CombineOnTarget(const Layer& layer, const CombineSite& site) {
  const auto sat = [](std::int32_t n) { return n > 32767 ? 32767 : n < -32768 ? -32768 : n; };
  for (std::size_t o = 0; o < layer.outputs; ++o) {
    std::int32_t acc = layer.bias[o];
    for (const std::int32_t* sums : site.sums) acc += sums[o];
    std::int32_t y = sat(acc < 0 ? 0 : acc >> layer.shift[o]);
    if (layer.residual()) y = sat(y + site.inputs[0][o] + site.inputs[1][o]);
    site.out[o] = static_cast<std::int16_t>(y);
  }
}

#else
using Wide = hn::CappedTag<std::int32_t, 16>;
using Narrow = hn::Repartition<std::int16_t, Wide>;  // as many bytes: pairs
using Half = hn::Rebind<std::int16_t, Wide>;         // as many lanes

template <std::size_t kSites, std::size_t kVectors>
struct Sums {
  hn::Vec<Wide> sum[kSites][kVectors];
  hn::Vec<Wide> other[kSites][kVectors];  // the other half of each, where the target adds pairs apart
};

// Adds weights of one tap times inputs, for kSites positions and the outputs from o on.
template <std::size_t kSites, std::size_t kVectors>
HWY_INLINE void AddTap(const Layer& layer, std::size_t tap, std::size_t o, const std::int16_t* const (&inputs)[kSites],
                       Sums<kSites, kVectors>& sums) {
  const Wide d;
  const Narrow n;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t step = std::size_t{layer.outputs} * 2;
  const std::int16_t* weights = layer.weights.data() + tap * layer.inputs * layer.outputs + o * 2;
  for (std::size_t c = 0; c < layer.inputs; c += 2, weights += step) {
    hn::Vec<Narrow> w[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) w[v] = hn::LoadU(n, weights + v * lanes * 2);
    for (std::size_t p = 0; p < kSites; ++p) {
      std::int32_t pair = 0;
      __builtin_memcpy(&pair, inputs[p] + c, sizeof pair);
      const auto x = hn::BitCast(n, hn::Set(d, pair));
      for (std::size_t v = 0; v < kVectors; ++v) {
        sums.sum[p][v] = hn::ReorderWidenMulAccumulate(d, x, w[v], sums.sum[p][v], sums.other[p][v]);
      }
    }
  }
}

// kSites positions. Outputs are done by two vectors a time; they are a multiple of 16, so two vectors of at most 8 lanes
// fit. With 16 lanes it is one vector.
template <std::size_t kSites, std::size_t kVectors>
HWY_INLINE void Block(const Layer& layer, const ConvSite* HWY_RESTRICT sites) {
  const Wide d;
  const Half h;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t outputs = layer.outputs;
  for (std::size_t o = 0; o < outputs; o += kVectors * lanes) {
    Sums<kSites, kVectors> sums;
    for (std::size_t v = 0; v < kVectors; ++v) {
      const auto bias = hn::LoadU(d, layer.bias.data() + o + v * lanes);
      for (std::size_t p = 0; p < kSites; ++p) {
        sums.sum[p][v] = bias;
        sums.other[p][v] = hn::Zero(d);
      }
    }
    for (std::size_t tap = 0; tap < layer.taps; ++tap) {
      const std::int16_t* inputs[kSites];
      for (std::size_t p = 0; p < kSites; ++p) inputs[p] = sites[p].rows[tap];
      AddTap<kSites, kVectors>(layer, tap, o, inputs, sums);
    }
    for (std::size_t v = 0; v < kVectors; ++v) {
      const std::size_t at = o + v * lanes;
      const auto shift = hn::LoadU(d, layer.shift.data() + at);
      for (std::size_t p = 0; p < kSites; ++p) {
        const auto acc = hn::RearrangeToOddPlusEven(sums.sum[p][v], sums.other[p][v]);
        auto y = hn::DemoteTo(h, hn::Shr(hn::Max(acc, hn::Zero(d)), shift));
        if (layer.residual()) y = hn::SaturatedAdd(y, hn::LoadU(h, sites[p].rows[1] + at));
        hn::StoreU(y, h, sites[p].out + at);
      }
    }
  }
}

void ConvolveOnTarget(const Layer& layer, const ConvSite* sites, std::size_t count) {
  constexpr std::size_t kVectors = hn::MaxLanes(Wide()) > 8 ? 1 : 2;
  for (; count >= 4; count -= 4, sites += 4) Block<4, kVectors>(layer, sites);
  if (count >= 2) {
    Block<2, kVectors>(layer, sites);
    count -= 2;
    sites += 2;
  }
  if (count != 0) Block<1, kVectors>(layer, sites);
}

template <std::size_t kSites, std::size_t kVectors>
HWY_INLINE void ProjectBlock(const Layer& layer, std::size_t tap, const ProjectSite* HWY_RESTRICT sites) {
  const Wide d;
  const std::size_t lanes = hn::Lanes(d);
  const std::int16_t* inputs[kSites];
  for (std::size_t p = 0; p < kSites; ++p) inputs[p] = sites[p].inputs;
  for (std::size_t o = 0; o < layer.outputs; o += kVectors * lanes) {
    Sums<kSites, kVectors> sums;
    for (std::size_t p = 0; p < kSites; ++p) {
      for (std::size_t v = 0; v < kVectors; ++v) sums.sum[p][v] = sums.other[p][v] = hn::Zero(d);
    }
    AddTap<kSites, kVectors>(layer, tap, o, inputs, sums);
    for (std::size_t p = 0; p < kSites; ++p) {
      for (std::size_t v = 0; v < kVectors; ++v) {
        hn::StoreU(hn::RearrangeToOddPlusEven(sums.sum[p][v], sums.other[p][v]), d, sites[p].sums + o + v * lanes);
      }
    }
  }
}

void ProjectOnTarget(const Layer& layer, std::size_t tap, const ProjectSite* sites, std::size_t count) {
  constexpr std::size_t kVectors = hn::MaxLanes(Wide()) > 8 ? 1 : 2;
  for (; count >= 4; count -= 4, sites += 4) ProjectBlock<4, kVectors>(layer, tap, sites);
  for (; count != 0; --count, ++sites) ProjectBlock<1, kVectors>(layer, tap, sites);
}

void CombineOnTarget(const Layer& layer, const CombineSite& site) {
  const Wide d;
  const Half h;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t outputs = layer.outputs;
  const bool residual = layer.residual();
  const std::int32_t* HWY_RESTRICT bias = layer.bias.data();
  const std::int32_t* HWY_RESTRICT shift = layer.shift.data();
  const std::int32_t* HWY_RESTRICT s0 = site.sums[0];
  const std::int32_t* HWY_RESTRICT s1 = site.sums[1];
  const std::int32_t* HWY_RESTRICT s2 = site.sums[2];
  const std::int32_t* HWY_RESTRICT s3 = site.sums[3];
  const std::int32_t* HWY_RESTRICT s4 = site.sums[4];
  const std::int32_t* HWY_RESTRICT s5 = site.sums[5];
  const std::int16_t* HWY_RESTRICT a = site.inputs[0];
  const std::int16_t* HWY_RESTRICT b = site.inputs[1];
  std::int16_t* HWY_RESTRICT out = site.out;
  for (std::size_t o = 0; o < outputs; o += lanes) {
    const auto left = hn::Add(hn::LoadU(d, s0 + o), hn::LoadU(d, s1 + o));
    const auto middle = hn::Add(hn::LoadU(d, s2 + o), hn::LoadU(d, s3 + o));
    const auto right = hn::Add(hn::LoadU(d, s4 + o), hn::LoadU(d, s5 + o));
    const auto acc = hn::Add(hn::Add(left, middle), hn::Add(right, hn::LoadU(d, bias + o)));
    auto y = hn::DemoteTo(h, hn::Shr(hn::Max(acc, hn::Zero(d)), hn::LoadU(d, shift + o)));
    if (residual) y = hn::SaturatedAdd(y, hn::Add(hn::LoadU(h, a + o), hn::LoadU(h, b + o)));
    hn::StoreU(y, h, out + o);
  }
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace maske::names::model
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace maske::names::model {
namespace {

constexpr decltype(ConvTarget::convolve) kConvolve[] = MASKE_SIMD_TABLE(ConvolveOnTarget);
constexpr decltype(ConvTarget::project) kProject[] = MASKE_SIMD_TABLE(ProjectOnTarget);
constexpr decltype(ConvTarget::combine) kCombine[] = MASKE_SIMD_TABLE(CombineOnTarget);

}  // namespace

void Convolve(const Layer& layer, const ConvSite* sites, std::size_t count) {
  kConvolve[text::SimdIndex(HWY_TARGETS)](layer, sites, count);
}

void Project(const Layer& layer, std::size_t tap, const ProjectSite* sites, std::size_t count) {
  kProject[text::SimdIndex(HWY_TARGETS)](layer, tap, sites, count);
}

void Combine(const Layer& layer, const CombineSite& site) { kCombine[text::SimdIndex(HWY_TARGETS)](layer, site); }

std::vector<ConvTarget> ConvTargets() {
  std::vector<ConvTarget> targets;
  text::ForEachSimdTarget(HWY_TARGETS, [&targets](std::int64_t target) {
    const std::size_t i = text::SimdIndexOf(target);
    targets.push_back({hwy::TargetName(target), kConvolve[i], kProject[i], kCombine[i]});
  });
  return targets;
}

}  // namespace maske::names::model
#endif  // HWY_ONCE
