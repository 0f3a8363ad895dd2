// Byte offsets as code points or UTF-16 code units. A byte that is no UTF-8 counts as one of either.
// Linear in the text for offsets in rising order. Tested by tests/filter/offsets_test.cc.
#ifndef MASKE_OFFSETS_H_
#define MASKE_OFFSETS_H_

#include <cstddef>
#include <string_view>

#include "maske/filter.h"

namespace maske {

class OffsetCounter {
 public:
  explicit OffsetCounter(OffsetUnit unit) : unit_(unit) {}
  // The offset in the unit of a byte offset of text, which must be the same text each time and not smaller than before.
  std::size_t Convert(std::string_view text, std::size_t byte_offset);

 private:
  OffsetUnit unit_;
  std::size_t byte_ = 0;
  std::size_t count_ = 0;
};

// The byte at which the character number `units` of text begins, all counted in `unit`; text.size() when there are fewer.
std::size_t ByteOf(std::string_view text, std::size_t units, OffsetUnit unit);

}  // namespace maske

#endif  // MASKE_OFFSETS_H_
