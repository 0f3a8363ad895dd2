// See simd.h. What stands for which set is Highway's choice (hwy/detect_targets.h; a function is compiled for all of a
// set's extensions at once). Where it is read: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2A,
// CPUID, and volume 1, 13.3 (XGETBV) and 15.2 (state of AVX-512).
#include "text/simd.h"

#include <array>
#include <atomic>

#if HWY_ARCH_X86
#include <cpuid.h>
#endif

namespace maske::text {
namespace {

#if HWY_ARCH_X86

struct Leaf {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
};

Leaf Read(unsigned number) {
  Leaf leaf;  // stays zero where there is no such leaf
  __get_cpuid_count(number, 0, &leaf.a, &leaf.b, &leaf.c, &leaf.d);
  return leaf;
}

template <class... Bits>
bool Has(unsigned word, Bits... bits) {
  return ((word >> bits & 1U) && ...);
}

// What the operating system keeps when it switches between threads.
unsigned KeptState() {
  unsigned low = 0;
  unsigned high = 0;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

std::int64_t Detect() {
  const Leaf one = Read(1);
  const Leaf seven = Read(7);
  const Leaf extended = Read(0x80000001U);
  std::int64_t targets = 0;
  if (!Has(one.c, 0, 9)) return targets;  // SSE3, SSSE3
  targets |= HWY_SSSE3;
  if (!Has(one.c, 1, 19, 20, 25)) return targets;  // PCLMUL, SSE4.1, SSE4.2, AES
  targets |= HWY_SSE4;
  if (!Has(one.c, 27)) return targets;  // XGETBV
  const unsigned kept = KeptState();
  const bool avx2 =
      Has(one.c, 12, 28, 29) && Has(seven.b, 3, 5, 8) && Has(extended.c, 5);  // FMA, AVX, F16C; BMI, AVX2, BMI2; LZCNT
  if (!avx2 || !Has(kept, 1, 2)) return targets;
  targets |= HWY_AVX2;
  if (!Has(seven.b, 16, 17, 28, 30, 31) || !Has(kept, 5, 6, 7)) return targets;  // AVX-512 F, DQ, CD, BW, VL
  targets |= HWY_AVX3;
  if (!Has(seven.c, 1, 6, 8, 9, 10, 11, 12, 14))
    return targets;  // VBMI, VBMI2, GFNI, VAES, VPCLMUL, VNNI, BITALG, VPOPCNT
  return targets | HWY_AVX3_DL;
}

#else

std::int64_t Detect() { return 0; }

#endif

// What every build brings: what its compiler was told of the processor, and plain C++.
constexpr std::int64_t kAlways = HWY_STATIC_TARGET | HWY_EMU128 | HWY_SCALAR;

std::atomic<std::int64_t> targets_in_use{0};  // 0: not looked up

}  // namespace

std::int64_t SimdTargets() {
  std::int64_t targets = targets_in_use.load(std::memory_order_relaxed);
  if (targets == 0) {
    targets = Detect() | kAlways;
    targets_in_use.store(targets, std::memory_order_relaxed);  // every thread would store the same
  }
  return targets;
}

void SetSimdTargetsForTest(std::int64_t targets) { targets_in_use.store(targets, std::memory_order_relaxed); }

}  // namespace maske::text
