// First stage of the scan: the SIMD kernel, compiled once for each instruction set, and the table of those builds.
// Inner header of lib/text; everyone else uses scan.h. Test: tests/text/scan_test.cc.
#ifndef MASKE_TEXT_SCAN_BLOCKS_H_
#define MASKE_TEXT_SCAN_BLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace maske::text {

// Where the kernel writes: (size+63)/64 words each, all of them, bits beyond the size 0.
struct BlockMaps {
  std::uint64_t* word;
  std::uint64_t* upper;
  std::uint64_t* lower;
  std::uint64_t* digit;
  std::uint64_t* newline;
  std::uint64_t* special;
  std::uint64_t* mid;         // . '
  std::uint64_t* mid_number;  // , ;
  std::uint64_t* non_ascii;
  std::uint64_t* other;  // NUL, and every non-ASCII byte that is not of a letter C3 80..C3 BF: to be decoded
};

using ScanBlocksFunction = void (*)(const std::uint8_t* bytes, std::size_t size, const BlockMaps& maps);

// Constants of the kernel, 16 times the same byte but for the two tables (scan_rows.cc).
struct ScanRow {
  alignas(16) std::uint8_t bytes[16];
};
struct ScanRows {
  ScanRow low;   // ASCII classes by the low half of a byte, and by the high half:
  ScanRow high;  // the bits that both have are the classes
  ScanRow newline, mid, mid_number, special;
  ScanRow low_half, bit_lower, no_lower, times, c3, underscore;
  ScanRow from_0, from_upper, from_lower;  // move '0', 'A', 'a' to the lowest signed byte
  ScanRow ten, letters;                    // how many bytes from there on
  ScanRow zero, one, tails, upper_tails;   // C0 and 9F: what is below as a signed byte is 80..BF, 80..9E
};
extern const ScanRows kScanRows;

struct ScanBlocksTarget {
  const char* name;
  ScanBlocksFunction run;
};
// The targets of this build that this processor supports, best first.
std::vector<ScanBlocksTarget> ScanBlocksTargets();

// By the best target for this processor, or by the given one of them.
void ScanBlocks(std::string_view text, const BlockMaps& maps, const ScanBlocksTarget* target = nullptr);

}  // namespace maske::text

#endif  // MASKE_TEXT_SCAN_BLOCKS_H_
