// Chooses at run time among the functions that Highway's foreach_target.h compiled for several instruction sets.
//
// Highway does so itself (HWY_EXPORT, HWY_DYNAMIC_DISPATCH), but what it needs for that is in a library that measures
// the resolution of the clock whenever a process loads it: 15 million cycles, as much as all the rest of a run on one
// line of text. Its headers, which are all that is used here, need no library. A call costs what Highway's does, an
// atomic read and a bit scan.
//
//   constexpr Function* kScan[] = MASKE_SIMD_TABLE(ScanOnTarget);  // around namespace HWY_NAMESPACE, under HWY_ONCE
//   kScan[SimdIndex(HWY_TARGETS)](bytes);
//
// On processors other than x86-64 the set that the build assumes is taken (NEON on arm64).
// Tests: tests/text/simd_test.cc (the same choice as Highway's), and those of each kernel on all targets.
#ifndef MASKE_TEXT_SIMD_H_
#define MASKE_TEXT_SIMD_H_

#include <bit>
#include <cstddef>
#include <cstdint>

#include "hwy/highway.h"

// The functions, in the order of SimdIndex.
#define MASKE_SIMD_TABLE(function) \
  { HWY_CHOOSE_TARGET_LIST(function), HWY_CHOOSE_FALLBACK(function) }

namespace maske::text {

// Instruction sets that this process may use, as Highway's bits: those of the processor and of the operating system,
// and what every build brings. Looked up once. Any thread.
[[nodiscard]] std::int64_t SimdTargets();

// For tests: only these from now on, 0: as without. Not while another thread works.
void SetSimdTargetsForTest(std::int64_t targets);

// The place of the best of `targets` in a table.
[[nodiscard]] inline std::size_t SimdIndexOf(std::int64_t targets) {
  const auto bits = static_cast<std::uint64_t>(HWY_CHOSEN_TARGET_SHIFT(targets) | HWY_CHOSEN_TARGET_MASK_SCALAR);
  return static_cast<std::size_t>(std::countr_zero(bits)) - 1;
}

// The place of the best function that is compiled (HWY_TARGETS of the caller's file) and that this processor runs.
[[nodiscard]] inline std::size_t SimdIndex(std::int64_t compiled) { return SimdIndexOf(SimdTargets() & compiled); }

// Calls take(target) for each single set that is compiled and that this processor runs, best first.
template <class Take>
void ForEachSimdTarget(std::int64_t compiled, const Take& take) {
  for (std::int64_t left = SimdTargets() & compiled; left != 0; left &= left - 1) take(left & -left);
}

}  // namespace maske::text

#endif  // MASKE_TEXT_SIMD_H_
