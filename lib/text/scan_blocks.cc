// See scan_blocks.h. This file is compiled once for each target of Highway (foreach_target.h includes it again).
// ASCII classes come from two 16-byte tables, indexed by the low and the high half of the byte, whose common bits say
// the class; letters from range tests; C3 letters from the neighbours of each byte, loaded one byte earlier and later.
#include "text/scan_blocks.h"

#include <bit>
#include <cstring>

#define HWY_COMPILE_ALL_ATTAINABLE  // the portable target too, also where the compiler may assume more
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/scan_blocks.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace maske::text {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR
constexpr std::size_t kLanes = 1;
#else
constexpr std::size_t kLanes = 64;
#endif
using Tag = hn::CappedTag<std::uint8_t, kLanes>;
using SignedTag = hn::RebindToSigned<Tag>;

// Bits of the class tables: a class is one bit for each high half in which it has bytes.
constexpr std::uint8_t kMid = 1;         // ' .
constexpr std::uint8_t kMidNumber2 = 2;  // ,
constexpr std::uint8_t kMidNumber3 = 4;  // ;
constexpr std::uint8_t kSpecial2 = 8;    // +
constexpr std::uint8_t kSpecial3 = 16;   // : =
constexpr std::uint8_t kSpecial4 = 32;   // @
constexpr std::uint8_t kSpecial5 = 64;   // [ _
constexpr std::uint8_t kNewline = 128;
constexpr std::uint8_t kSpecial = kSpecial2 | kSpecial3 | kSpecial4 | kSpecial5;
constexpr std::uint8_t kMidNumber = kMidNumber2 | kMidNumber3;

alignas(16) constexpr std::uint8_t kLow[16] = {kSpecial4,
                                               0,
                                               0,
                                               0,
                                               0,
                                               0,
                                               0,
                                               kMid,
                                               0,
                                               0,
                                               kNewline | kSpecial3,
                                               kSpecial2 | kMidNumber3 | kSpecial5,
                                               kMidNumber2,
                                               kSpecial3,
                                               kMid,
                                               kSpecial5};
alignas(16) constexpr std::uint8_t kHigh[16] = {
    kNewline, 0, kMid | kMidNumber2 | kSpecial2, kSpecial3 | kMidNumber3, kSpecial4, kSpecial5, 0, 0, 0, 0, 0, 0, 0, 0,
    0,        0};

// Writes the bits of a mask at lane `lane` of a block. One lane a vector (scalar target): sets the single bit.
template <class Mask>
HWY_INLINE void Put(Mask mask, std::size_t lane, std::uint64_t* word) {
#if HWY_TARGET == HWY_SCALAR
  std::uint8_t bits = 0;
  hn::StoreMaskBits(Tag(), mask, &bits);
  std::uint8_t* byte = reinterpret_cast<std::uint8_t*>(word) + lane / 8;
  *byte = static_cast<std::uint8_t>((lane % 8 == 0 ? 0 : *byte) | (bits & 1) << (lane % 8));
#else
  hn::StoreMaskBits(Tag(), mask, reinterpret_cast<std::uint8_t*>(word) + lane / 8);
#endif
}

// One block: p[-1] to p[64] are readable.
HWY_INLINE void ScanBlock(const std::uint8_t* HWY_RESTRICT p, std::size_t block, const BlockMaps& maps) {
  const Tag d;
  const SignedTag s;
  const auto set = [&](int value) HWY_ATTR { return hn::Set(d, static_cast<std::uint8_t>(value)); };
  const auto below = [&](hn::Vec<Tag> v, int limit) HWY_ATTR {  // as signed bytes
    return hn::RebindMask(d, hn::Lt(hn::BitCast(s, v), hn::Set(s, static_cast<std::int8_t>(limit))));
  };
  for (std::size_t lane = 0; lane < 64; lane += hn::Lanes(d)) {
    const auto v = hn::LoadU(d, p + lane);
    const auto before = hn::LoadU(d, p + lane - 1);
    const auto after = hn::LoadU(d, p + lane + 1);

#if HWY_TARGET == HWY_SCALAR
    const std::uint8_t byte = hn::GetLane(v);
    const auto classes = hn::Set(d, static_cast<std::uint8_t>(kLow[byte & 15] & kHigh[byte >> 4]));
#else
    const auto low = hn::TableLookupBytes(hn::LoadDup128(d, kLow), hn::And(v, set(15)));
    const auto high = hn::TableLookupBytes(hn::LoadDup128(d, kHigh), hn::ShiftRight<4>(v));
    const auto classes = hn::And(low, high);
#endif
    const auto zero = hn::Zero(d);
    Put(hn::TestBit(classes, set(kNewline)), lane, maps.newline + block);
    Put(hn::Not(hn::Eq(hn::And(classes, set(kSpecial)), zero)), lane, maps.special + block);
    Put(hn::TestBit(classes, set(kMid)), lane, maps.mid + block);
    Put(hn::Not(hn::Eq(hn::And(classes, set(kMidNumber)), zero)), lane, maps.mid_number + block);
    Put(below(v, 0), lane, maps.non_ascii + block);

    const auto from_0 = hn::Sub(v, set('0'));
    const auto digit = hn::Eq(hn::Min(from_0, set(9)), from_0);
    Put(digit, lane, maps.digit + block);
    const auto from_a = hn::Sub(hn::Or(v, set(0x20)), set('a'));
    const auto letter = hn::Eq(hn::Min(from_a, set(25)), from_a);
    const auto upper = hn::And(letter, hn::Eq(hn::And(v, set(0x20)), zero));

    // C3 80..C3 BF without × (97) and ÷ (B7).
    const auto no_letter = [&](hn::Vec<Tag> tail) HWY_ATTR { return hn::Eq(hn::And(tail, set(0xDF)), set(0x97)); };
    const auto is_tail = [&](hn::Vec<Tag> tail) HWY_ATTR { return hn::AndNot(no_letter(tail), below(tail, -64)); };
    const auto lead = hn::And(hn::Eq(v, set(0xC3)), is_tail(after));
    const auto tail = hn::And(hn::Eq(before, set(0xC3)), is_tail(v));
    const auto lead_upper = hn::And(lead, below(after, -97));  // 80..9E; 9F is ß
    const auto all_upper = hn::Or(upper, lead_upper);
    Put(all_upper, lane, maps.upper + block);
    Put(hn::AndNot(all_upper, hn::Or(letter, lead)), lane, maps.lower + block);

    const auto latin = hn::Or(lead, tail);
    const auto underscore = hn::Eq(v, set('_'));
    Put(hn::Or(hn::Or(letter, digit), hn::Or(latin, underscore)), lane, maps.word + block);
    Put(hn::AndNot(latin, below(v, 1)), lane, maps.other + block);
  }
}

void ScanBlocksOnTarget(const std::uint8_t* bytes, std::size_t size, const BlockMaps& maps) {
  const std::size_t blocks = (size + 63) / 64;
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t begin = block * 64;
    if (block != 0 && begin + 65 <= size) {
      ScanBlock(bytes + begin, block, maps);
      continue;
    }
    std::uint8_t copy[66] = {};
    const std::size_t count = size - begin < 65 ? size - begin : 65;
    if (block != 0) copy[0] = bytes[begin - 1];
    std::memcpy(copy + 1, bytes + begin, count);
    ScanBlock(copy + 1, block, maps);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace maske::text
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace maske::text {
namespace {

HWY_EXPORT(ScanBlocksOnTarget);

struct Row {
  const char* name;
  std::int64_t target;
  ScanBlocksFunction run;
};

// Best first, as Highway orders them.
constexpr Row kRows[] = {
#if HWY_TARGETS & HWY_AVX3_DL
    {"AVX3_DL", HWY_AVX3_DL, &N_AVX3_DL::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_AVX3
    {"AVX3", HWY_AVX3, &N_AVX3::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_AVX2
    {"AVX2", HWY_AVX2, &N_AVX2::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_SSE4
    {"SSE4", HWY_SSE4, &N_SSE4::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_SSSE3
    {"SSSE3", HWY_SSSE3, &N_SSSE3::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_SVE2
    {"SVE2", HWY_SVE2, &N_SVE2::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_SVE
    {"SVE", HWY_SVE, &N_SVE::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_NEON
    {"NEON", HWY_NEON, &N_NEON::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_EMU128
    {"EMU128", HWY_EMU128, &N_EMU128::ScanBlocksOnTarget},
#endif
#if HWY_TARGETS & HWY_SCALAR
    {"SCALAR", HWY_SCALAR, &N_SCALAR::ScanBlocksOnTarget},
#endif
};

// The kernel writes bit i to byte i/8; and the filling of the last block looks like NUL.
void Finish(std::size_t size, const BlockMaps& maps) {
  const std::size_t words = (size + 63) / 64;
  if constexpr (std::endian::native == std::endian::big) {
    for (std::uint64_t* map : {maps.word, maps.upper, maps.lower, maps.digit, maps.newline, maps.special, maps.mid,
                               maps.mid_number, maps.non_ascii, maps.other}) {
      for (std::size_t i = 0; i < words; ++i) {
        std::uint8_t bytes[8];
        std::memcpy(bytes, map + i, 8);
        map[i] = 0;
        for (int k = 0; k < 8; ++k) map[i] |= static_cast<std::uint64_t>(bytes[k]) << (8 * k);
      }
    }
  }
  if (size % 64 != 0) maps.other[words - 1] &= (std::uint64_t{1} << (size % 64)) - 1;
}

}  // namespace

void ScanBlocks(std::string_view text, const BlockMaps& maps, const ScanBlocksTarget* target) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (target != nullptr) {
    target->run(bytes, text.size(), maps);
  } else {
    HWY_DYNAMIC_DISPATCH(ScanBlocksOnTarget)(bytes, text.size(), maps);
  }
  Finish(text.size(), maps);
}

std::vector<ScanBlocksTarget> ScanBlocksTargets() {
  // NEON, EMU128 and SCALAR are what the build assumes of every processor of its kind, or plain C++.
  const std::int64_t supported = hwy::SupportedTargets() | HWY_EMU128 | HWY_SCALAR | HWY_STATIC_TARGET;
  std::vector<ScanBlocksTarget> targets;
  for (const Row& row : kRows) {
    if ((supported & row.target) != 0) targets.push_back({row.name, row.run});
  }
  return targets;
}

}  // namespace maske::text
#endif  // HWY_ONCE
