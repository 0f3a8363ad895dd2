// Byte classes of a text at once, 64 bytes at a time, by SIMD (Google Highway, dispatched at run time).
// Which target runs is decided once a process; `target` forces one for tests. The slow twin is tests/reference/.
#ifndef MASKE_TEXT_SCAN_H_
#define MASKE_TEXT_SCAN_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/prepared.h"

namespace maske::text {

struct ScanResult {
  // One bit a byte: the byte belongs to a character outside plain Latin text, so that the 64-byte block needs a closer
  // look (decoding, folding, ICU). Plain: ASCII without NUL, the letters of C3 80..C5 BF that have no compatibility
  // form, U+2013 2014 2018..201A 201C..201E 2026 20AC, § and the like of C2 that fold to themselves.
  std::vector<std::uint64_t> odd;
  bool any_odd = false;
};

// Fills maps (see ClassMaps) and result for text. Cost: about 10 GB/s.
void Scan(std::string_view text, ClassMaps* maps, ScanResult* result);

// Names of the targets compiled into this build, best first ("AVX2", "SSE4", "EMU128" …), and the scan of one of them.
std::vector<const char*> ScanTargets();
void ScanWithTarget(const char* target, std::string_view text, ClassMaps* maps, ScanResult* result);

}  // namespace maske::text

#endif  // MASKE_TEXT_SCAN_H_
