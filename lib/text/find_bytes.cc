// See find_bytes.h. This file is compiled once for each target of Highway (foreach_target.h includes it again).
#include "text/find_bytes.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/find_bytes.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "text/simd.h"

HWY_BEFORE_NAMESPACE();
namespace maske::text {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// The first of p[0, size) that is in the set; size when none is.
std::size_t FindOnTarget(const char* text, std::size_t size, const ByteSet& set) {
  std::size_t at = 0;
#if HWY_TARGET != HWY_SCALAR
  const auto* p = reinterpret_cast<const std::uint8_t*>(text);
  const hn::CappedTag<std::uint8_t, 64> d;
  const auto low_table = hn::LoadDup128(d, set.low());
  const auto high_table = hn::LoadDup128(d, set.high());
  const auto low_half = hn::Set(d, 15);
  for (const std::size_t lanes = hn::Lanes(d); size - at >= lanes; at += lanes) {
    const auto v = hn::LoadU(d, p + at);
    const auto low = hn::TableLookupBytes(low_table, hn::And(v, low_half));
    const auto high = hn::TableLookupBytes(high_table, hn::ShiftRight<4>(v));
    const std::ptrdiff_t first = hn::FindFirstTrue(d, hn::Ne(hn::And(low, high), hn::Zero(d)));
    if (first >= 0) return at + static_cast<std::size_t>(first);
  }
#endif
  while (at < size && !set.Has(text[at])) ++at;
  return at;
}

}  // namespace HWY_NAMESPACE
}  // namespace maske::text
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace maske::text {

constexpr decltype(&HWY_STATIC_DISPATCH(FindOnTarget)) kFind[] = MASKE_SIMD_TABLE(FindOnTarget);

ByteSet::ByteSet(std::string_view bytes) {
  unsigned classes = 0;
  for (const char byte : bytes) {
    const auto b = static_cast<unsigned char>(byte);
    std::uint8_t& high = high_[b >> 4U];
    if (high == 0) {
      if (classes == 8) continue;
      high = static_cast<std::uint8_t>(1U << classes++);
    }
    low_[b & 15U] = static_cast<std::uint8_t>(low_[b & 15U] | high);
  }
}

std::size_t FindAnyOf(std::string_view text, std::size_t from, const ByteSet& set) {
  const std::size_t at = from + kFind[SimdIndex(HWY_TARGETS)](text.data() + from, text.size() - from, set);
  return at == text.size() ? std::string_view::npos : at;
}

}  // namespace maske::text
#endif  // HWY_ONCE
