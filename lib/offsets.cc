#include "offsets.h"

#include "text/chars.h"

namespace maske {

std::size_t OffsetCounter::Convert(std::string_view text, std::size_t byte_offset) {
  if (unit_ == OffsetUnit::kByte) return byte_offset;
  while (byte_ < byte_offset) {
    if (static_cast<unsigned char>(text[byte_]) < 0x80) {
      ++byte_;
      ++count_;
      continue;
    }
    std::size_t next = byte_ + 1;
    const char32_t c = text::CharAt(text, byte_, &next);
    count_ += c > 0xFFFF && unit_ == OffsetUnit::kUtf16 ? 2 : 1;
    byte_ = next;
  }
  return count_;
}

}  // namespace maske
