// See compact.h.
#include "check/compact.h"

namespace maske::check {
namespace {

// What a byte adds: a letter or digit as a capital, kNothing for a separator, kOther for anything else.
constexpr char kOther = 0;
constexpr char kNothing = 1;
constexpr std::array<char, 256> kAdds = [] {
  std::array<char, 256> adds{};
  for (unsigned char c = '0'; c <= '9'; ++c) adds[c] = static_cast<char>(c);
  for (unsigned char c = 'A'; c <= 'Z'; ++c) adds[c] = adds[c + 32U] = static_cast<char>(c);
  for (const char c : std::string_view(" \t-./")) adds[static_cast<unsigned char>(c)] = kNothing;
  return adds;
}();

// Bytes of the separator outside ASCII that begins at text[pos]; 0 when there is none.
std::size_t SeparatorLength(std::string_view text, std::size_t pos) {
  const std::string_view rest = text.substr(pos);
  if (rest.substr(0, 2) == "\xC2\xA0") return 2;  // U+00A0
  if (rest.size() < 3 || rest.substr(0, 2) != "\xE2\x80") return 0;
  const auto last = static_cast<unsigned char>(rest[2]);  // U+2010..U+2015, U+202F
  return (last >= 0x90 && last <= 0x95) || last == 0xAF ? 3 : 0;
}

}  // namespace

Compact::Compact(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char adds = kAdds[static_cast<unsigned char>(text[i])];
    if (adds == kOther) {
      const std::size_t length = SeparatorLength(text, i);
      i += length;
      if (length > 0) continue;
    }
    if (adds == kOther || (adds != kNothing && size_ == kCapacity)) {
      ok_ = false;
      return;
    }
    if (adds != kNothing) chars_[size_++] = adds;
    ++i;
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
