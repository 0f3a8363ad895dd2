// The slow twin of lib/text/scan: one character after the other, bit by bit, from Unicode's properties as ICU tells
// them.
#ifndef MASKE_TESTS_REFERENCE_SCAN_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_SCAN_REFERENCE_H_

#include <string_view>

#include "text/class_maps.h"

namespace maske::reference {

struct ScanAll {
  text::ClassMaps maps;
  text::ScanResult result;
};
ScanAll Scan(std::string_view bytes);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_SCAN_REFERENCE_H_
