// Byte classes of a text at once, 64 bytes at a time, by SIMD (Google Highway, dispatched at run time). Two stages: the
// kernel (scan_blocks.h) settles ASCII and the letters of UTF-8 lead byte C3, and reports every other byte; those are
// decoded one by one. Cost: about 10 GB/s for the first, 3 to 5 ns a character for the second.
// Which target runs is decided once a process. Slow twin: tests/reference/scan_reference.h; test:
// tests/text/scan_test.cc.
#ifndef MASKE_TEXT_SCAN_H_
#define MASKE_TEXT_SCAN_H_

#include <string_view>
#include <vector>

#include "text/class_maps.h"

namespace maske::text {

// Fills maps and result for text (see class_maps.h); reuses their memory. Any bytes are allowed.
void Scan(std::string_view text, ClassMaps* maps, ScanResult* result);

// The same for a text that begins with bytes scanned before: maps and result are the scan of a text that held no byte to be
// folded and whose bytes from `shift` on begin with text[0, 64 * blocks). Those keep their bits, moved by shift; the others
// are scanned. text[64 * blocks - 1] is ASCII, and so is what stood before the byte `shift`.
void ScanNext(std::string_view text, std::size_t shift, std::size_t blocks, ClassMaps* maps, ScanResult* result);

// Names of the targets compiled into this build that this processor can run, best first ("AVX2", "SSE4", "EMU128" …).
std::vector<const char*> ScanTargets();
// The scan by one of them; false, with nothing written, for any other name.
[[nodiscard]] bool ScanWithTarget(std::string_view target, std::string_view text, ClassMaps* maps, ScanResult* result);

}  // namespace maske::text

#endif  // MASKE_TEXT_SCAN_H_
