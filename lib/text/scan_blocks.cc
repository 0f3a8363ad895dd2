// See scan_blocks.h. This file is compiled once for each target of Highway (foreach_target.h includes it again).
// ASCII classes come from two 16-byte tables, indexed by the low and the high half of the byte, whose common bits say
// the class; letters from range tests; C3 letters from the neighbours of each byte, loaded one byte earlier and later.
#include "text/scan_blocks.h"

#include <bit>
#include <cstring>
#include <type_traits>

#define HWY_COMPILE_ALL_ATTAINABLE  // the portable target too, also where the compiler may assume more
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/scan_blocks.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "text/simd.h"

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

// The bits of a mask, lane 0 lowest.
template <class Mask>
HWY_INLINE std::uint64_t Bits(Mask mask) {
#if HWY_TARGET == HWY_SCALAR
  std::uint8_t bits = 0;
  hn::StoreMaskBits(Tag(), mask, &bits);
  return bits & 1u;
#else
  constexpr std::size_t kMost = hn::MaxLanes(Tag());
  using Word =
      std::conditional_t<kMost == 16, std::uint16_t, std::conditional_t<kMost == 32, std::uint32_t, std::uint64_t>>;
  Word word = 0;
  hn::StoreMaskBits(Tag(), mask, reinterpret_cast<std::uint8_t*>(&word));
  if constexpr (std::endian::native == std::endian::big) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof word; ++i)
      bits |= ((word >> (8 * i)) & std::uint64_t{0xFF}) << (8 * (sizeof word - 1 - i));
    return bits;
  } else {
    return word;
  }
#endif
}

// 80..BF but 97 and B7: what follows C3 in a letter.
HWY_INLINE bool IsTail(std::uint8_t byte) { return (byte & 0xC0) == 0x80 && (byte & 0xDF) != 0x97; }

// One block: p[-1] to p[64] are readable.
HWY_INLINE void ScanBlock(const std::uint8_t* HWY_RESTRICT p, std::size_t block, const BlockMaps& maps) {
  const Tag d;
  const SignedTag s;
  const auto set = [&](const ScanRow& row) HWY_ATTR { return hn::LoadDup128(d, row.bytes); };
  const auto zero = hn::Zero(d);
  std::uint64_t newline = 0;
  std::uint64_t no_special = 0;
  std::uint64_t mid = 0;
  std::uint64_t no_mid_number = 0;
  std::uint64_t non_ascii = 0;
  std::uint64_t open = 0;  // NUL or not ASCII
  std::uint64_t digit = 0;
  std::uint64_t letter = 0;
  std::uint64_t upper = 0;
  std::uint64_t underscore = 0;
  std::uint64_t c3 = 0;
  std::uint64_t tail = 0;
  std::uint64_t tail_upper = 0;  // among tails: 80..9E; 9F is ß
  for (std::size_t lane = 0; lane < 64; lane += hn::Lanes(d)) {
    const auto v = hn::LoadU(d, p + lane);
    const auto below = [&](hn::Vec<Tag> bytes, const ScanRow& limit) HWY_ATTR {  // as signed bytes
      return Bits(hn::RebindMask(d, hn::Lt(hn::BitCast(s, bytes), hn::BitCast(s, set(limit)))));
    };
#if HWY_TARGET == HWY_SCALAR
    const std::uint8_t byte = hn::GetLane(v);
    const auto classes =
        hn::Set(d, static_cast<std::uint8_t>(kScanRows.low.bytes[byte & 15] & kScanRows.high.bytes[byte >> 4]));
#else
    const auto low = hn::TableLookupBytes(hn::LoadDup128(d, kScanRows.low.bytes), hn::And(v, set(kScanRows.low_half)));
    const auto high = hn::TableLookupBytes(hn::LoadDup128(d, kScanRows.high.bytes), hn::ShiftRight<4>(v));
    const auto classes = hn::And(low, high);
#endif
    newline |= Bits(hn::Eq(classes, set(kScanRows.newline))) << lane;
    mid |= Bits(hn::Eq(classes, set(kScanRows.mid))) << lane;
    no_special |= Bits(hn::Eq(hn::And(classes, set(kScanRows.special)), zero)) << lane;
    no_mid_number |= Bits(hn::Eq(hn::And(classes, set(kScanRows.mid_number)), zero)) << lane;

    // A range of bytes, moved to the lowest signed ones.
    digit |= below(hn::Add(v, set(kScanRows.from_0)), kScanRows.ten) << lane;
    upper |= below(hn::Add(v, set(kScanRows.from_upper)), kScanRows.letters) << lane;
    letter |= below(hn::Add(hn::Or(v, set(kScanRows.bit_lower)), set(kScanRows.from_lower)), kScanRows.letters) << lane;
    underscore |= Bits(hn::Eq(v, set(kScanRows.underscore))) << lane;

    non_ascii |= below(v, kScanRows.zero) << lane;
    open |= below(v, kScanRows.one) << lane;
    c3 |= Bits(hn::Eq(v, set(kScanRows.c3))) << lane;
    tail |= (below(v, kScanRows.tails) & ~Bits(hn::Eq(hn::And(v, set(kScanRows.no_lower)), set(kScanRows.times))))
            << lane;
    tail_upper |= below(v, kScanRows.upper_tails) << lane;
  }
  const auto last = [](bool bit) HWY_ATTR { return static_cast<std::uint64_t>(bit) << 63; };
  const bool next_tail = IsTail(p[64]);
  const std::uint64_t lead = c3 & ((tail >> 1) | last(next_tail));
  const std::uint64_t lead_upper = lead & ((tail_upper >> 1) | last(next_tail && p[64] < 0x9F));
  const std::uint64_t latin = lead | (tail & ((c3 << 1) | (p[-1] == 0xC3 ? 1u : 0u)));
  maps.word[block] = letter | digit | underscore | latin;
  maps.upper[block] = upper | lead_upper;
  maps.lower[block] = (letter & ~upper) | (lead & ~lead_upper);
  maps.digit[block] = digit;
  maps.newline[block] = newline;
  maps.special[block] = ~no_special;
  maps.mid[block] = mid;
  maps.mid_number[block] = ~no_mid_number;
  maps.non_ascii[block] = non_ascii;
  maps.other[block] = open & ~latin;
}

// A block at the border of the text, filled up with zeros.
HWY_NOINLINE void ScanBorder(const std::uint8_t* bytes, std::size_t size, std::size_t block, const BlockMaps& maps) {
  const std::size_t begin = block * 64;
  std::uint8_t copy[66] = {};
  if (block != 0) copy[0] = bytes[begin - 1];
  std::memcpy(copy + 1, bytes + begin, size - begin < 65 ? size - begin : 65);
  ScanBlock(copy + 1, block, maps);
}

void ScanBlocksOnTarget(const std::uint8_t* bytes, std::size_t size, const BlockMaps& maps) {
  if (size == 0) return;
  ScanBorder(bytes, size, 0, maps);
  const BlockMaps copy = maps;
  std::size_t block = 1;
  for (; block * 64 + 65 <= size; ++block) ScanBlock(bytes + block * 64, block, copy);
  for (; block * 64 < size; ++block) ScanBorder(bytes, size, block, maps);
}

}  // namespace HWY_NAMESPACE
}  // namespace maske::text
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace maske::text {
namespace {

constexpr ScanBlocksFunction kScanBlocks[] = MASKE_SIMD_TABLE(ScanBlocksOnTarget);

// The filling of the last block looks like NUL.
void Finish(std::size_t size, const BlockMaps& maps) {
  if (size % 64 != 0) maps.other[size / 64] &= (std::uint64_t{1} << (size % 64)) - 1;
}

}  // namespace

void ScanBlocks(std::string_view text, const BlockMaps& maps, const ScanBlocksTarget* target) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (target != nullptr) {
    target->run(bytes, text.size(), maps);
  } else {
    kScanBlocks[SimdIndex(HWY_TARGETS)](bytes, text.size(), maps);
  }
  Finish(text.size(), maps);
}

std::vector<ScanBlocksTarget> ScanBlocksTargets() {
  std::vector<ScanBlocksTarget> targets;
  ForEachSimdTarget(HWY_TARGETS, [&targets](std::int64_t target) {
    targets.push_back({hwy::TargetName(target), kScanBlocks[SimdIndexOf(target)]});
  });
  return targets;
}

}  // namespace maske::text
#endif  // HWY_ONCE
