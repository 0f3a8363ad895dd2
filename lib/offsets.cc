#include "offsets.h"

#include <algorithm>

#include "text/chars.h"

namespace maske {

namespace {

// Moves over one character; gives its units.
std::size_t Step(std::string_view text, OffsetUnit unit, std::size_t* byte) {
  if (unit == OffsetUnit::kByte || static_cast<unsigned char>(text[*byte]) < 0x80) {
    ++*byte;
    return 1;
  }
  std::size_t next = *byte + 1;
  const char32_t c = text::CharAt(text, *byte, &next);
  *byte = next;
  return c > 0xFFFF && unit == OffsetUnit::kUtf16 ? 2 : 1;
}

}  // namespace

std::size_t OffsetCounter::Convert(std::string_view text, std::size_t byte_offset) {
  if (unit_ == OffsetUnit::kByte) return byte_offset;
  while (byte_ < byte_offset) count_ += Step(text, unit_, &byte_);
  return count_;
}

std::size_t ByteOf(std::string_view text, std::size_t units, OffsetUnit unit) {
  if (unit == OffsetUnit::kByte) return std::min(units, text.size());
  std::size_t byte = 0;
  for (std::size_t count = 0; count < units && byte < text.size();) count += Step(text, unit, &byte);
  return byte;
}

}  // namespace maske
