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
      for (std::size_t tap = 0; tap < 3; ++tap) {
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

#else
using Wide = hn::CappedTag<std::int32_t, 16>;
using Narrow = hn::Repartition<std::int16_t, Wide>;  // as many bytes: pairs
using Half = hn::Rebind<std::int16_t, Wide>;         // as many lanes

// kSites positions. Outputs are done by two vectors a time; they are a multiple of 16, so two vectors of at most 8 lanes
// fit. With 16 lanes it is one vector.
template <std::size_t kSites, std::size_t kVectors>
HWY_INLINE void Block(const Layer& layer, const ConvSite* HWY_RESTRICT sites) {
  const Wide d;
  const Narrow n;
  const Half h;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t pairs = layer.inputs / 2;
  const std::size_t outputs = layer.outputs;
  for (std::size_t o = 0; o < outputs; o += kVectors * lanes) {
    hn::Vec<Wide> sum[kSites][kVectors];
    hn::Vec<Wide> other[kSites][kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) {
      const auto bias = hn::LoadU(d, layer.bias.data() + o + v * lanes);
      for (std::size_t p = 0; p < kSites; ++p) {
        sum[p][v] = bias;
        other[p][v] = hn::Zero(d);
      }
    }
    for (std::size_t tap = 0; tap < 3; ++tap) {
      const std::int16_t* weights = layer.weights.data() + (tap * pairs * outputs + o) * 2;
      for (std::size_t c = 0; c < pairs; ++c, weights += outputs * 2) {
        hn::Vec<Narrow> w[kVectors];
        for (std::size_t v = 0; v < kVectors; ++v) w[v] = hn::LoadU(n, weights + v * lanes * 2);
        for (std::size_t p = 0; p < kSites; ++p) {
          std::int32_t pair = 0;
          __builtin_memcpy(&pair, sites[p].rows[tap] + 2 * c, sizeof pair);
          const auto x = hn::BitCast(n, hn::Set(d, pair));
          for (std::size_t v = 0; v < kVectors; ++v) {
            sum[p][v] = hn::ReorderWidenMulAccumulate(d, x, w[v], sum[p][v], other[p][v]);
          }
        }
      }
    }
    for (std::size_t v = 0; v < kVectors; ++v) {
      const std::size_t at = o + v * lanes;
      const auto shift = hn::LoadU(d, layer.shift.data() + at);
      for (std::size_t p = 0; p < kSites; ++p) {
        const auto acc = hn::RearrangeToOddPlusEven(sum[p][v], other[p][v]);
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

#endif

}  // namespace HWY_NAMESPACE
}  // namespace maske::names::model
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace maske::names::model {
namespace {

HWY_EXPORT(ConvolveOnTarget);

struct TargetRow {
  std::string_view name;
  std::int64_t target;
  void (*convolve)(const Layer& layer, const ConvSite* sites, std::size_t count);
};

#define MASKE_ROW(name) \
  { #name, HWY_##name, &N_##name::ConvolveOnTarget }

constexpr TargetRow kTargets[] = {
#if HWY_TARGETS & HWY_AVX3_DL
    MASKE_ROW(AVX3_DL),
#endif
#if HWY_TARGETS & HWY_AVX3
    MASKE_ROW(AVX3),
#endif
#if HWY_TARGETS & HWY_AVX2
    MASKE_ROW(AVX2),
#endif
#if HWY_TARGETS & HWY_SSE4
    MASKE_ROW(SSE4),
#endif
#if HWY_TARGETS & HWY_SSSE3
    MASKE_ROW(SSSE3),
#endif
#if HWY_TARGETS & HWY_NEON
    MASKE_ROW(NEON),
#endif
#if HWY_TARGETS & HWY_EMU128
    MASKE_ROW(EMU128),
#endif
#if HWY_TARGETS & HWY_SCALAR
    MASKE_ROW(SCALAR),
#endif
};

#undef MASKE_ROW

bool Runs(const TargetRow& row) {
  return ((hwy::SupportedTargets() | HWY_EMU128 | HWY_SCALAR | HWY_STATIC_TARGET) & row.target) != 0;
}

}  // namespace

void Convolve(const Layer& layer, const ConvSite* sites, std::size_t count) {
  HWY_DYNAMIC_DISPATCH(ConvolveOnTarget)(layer, sites, count);
}

std::vector<std::string_view> ConvTargets() {
  std::vector<std::string_view> names;
  for (const TargetRow& row : kTargets) {
    if (Runs(row)) names.push_back(row.name);
  }
  return names;
}

bool ConvolveOn(std::string_view target, const Layer& layer, const ConvSite* sites, std::size_t count) {
  for (const TargetRow& row : kTargets) {
    if (row.name != target || !Runs(row)) continue;
    row.convolve(layer, sites, count);
    return true;
  }
  return false;
}

}  // namespace maske::names::model
#endif  // HWY_ONCE
