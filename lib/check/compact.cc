// See compact.h.
#include "check/compact.h"

namespace maske::check {
namespace {

// Bytes of the separator that begins at text[pos]; 0 when there is none.
std::size_t SeparatorLength(std::string_view text, std::size_t pos) {
  switch (text[pos]) {
    case ' ':
    case '\t':
    case '-':
    case '.':
    case '/':
      return 1;
    case '\xC2':  // U+00A0
      return pos + 1 < text.size() && text[pos + 1] == '\xA0' ? 2 : 0;
    case '\xE2':  // U+2010..U+2015, U+202F
      if (pos + 2 < text.size() && text[pos + 1] == '\x80') {
        const auto last = static_cast<unsigned char>(text[pos + 2]);
        if ((last >= 0x90 && last <= 0x95) || last == 0xAF) return 3;
      }
      return 0;
    default:
      return 0;
  }
}

}  // namespace

Compact::Compact(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = SeparatorLength(text, i); length > 0) {
      i += length;
      continue;
    }
    char c = text[i++];
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if ((!IsDigit(c) && !IsCapital(c)) || size_ == kCapacity) {
      ok_ = false;
      return;
    }
    chars_[size_++] = c;
  }
}

bool AllDigits(std::string_view text) {
  for (const char c : text) {
    if (!IsDigit(c)) return false;
  }
  return !text.empty();
}

long long ToNumber(std::string_view digits) {
  long long value = 0;
  for (const char c : digits) value = value * 10 + DigitValue(c);
  return value;
}

}  // namespace maske::check
