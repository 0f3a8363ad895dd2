// Decoding one character of bytes that may be no UTF-8: by the Unicode Standard's table 3-7 (no surrogates, no overlong
// forms, nothing above U+10FFFF). A byte that begins no valid sequence is one character of its own. What it is then:
// U+FFFD (CharAt), or its Windows-1252 reading, by which "M\xFCller" is "Müller" to every detector (law 2).
// Cost: a few ns a character. It changes no byte of the input (law 3). Test: tests/text/utf8_test.cc.
#ifndef MASKE_TEXT_UTF8_H_
#define MASKE_TEXT_UTF8_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace maske::text {

struct Decoded {
  char32_t c = 0;
  std::uint32_t size = 1;  // bytes of the input
  bool valid = true;  // false: one byte that is no UTF-8; c is its Windows-1252 reading (U+FFFD for 81 8D 8F 90 9D)
};

// Size of the valid sequence that begins at bytes[pos] (1 to 4), or 0 when none does. pos < bytes.size().
inline std::uint32_t SequenceSize(std::string_view bytes, std::size_t pos) {
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data()) + pos;
  const std::size_t left = bytes.size() - pos;
  const unsigned lead = p[0];
  const auto tail = [&](std::size_t i) { return (p[i] & 0xC0) == 0x80; };
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return left >= 2 && tail(1) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !tail(1) || !tail(2)) return 0;
    if (lead == 0xE0 && p[1] < 0xA0) return 0;
    if (lead == 0xED && p[1] > 0x9F) return 0;
    return 3;
  }
  if (lead > 0xF4 || left < 4 || !tail(1) || !tail(2) || !tail(3)) return 0;
  if (lead == 0xF0 && p[1] < 0x90) return 0;
  if (lead == 0xF4 && p[1] > 0x8F) return 0;
  return 4;
}

// Windows-1252, bytes 80 to 9F, as Unicode maps them (unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT).
inline constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
inline char32_t FromWindows1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? char32_t{kWindows1252[byte - 0x80u]} : char32_t{byte};
}

// The character at bytes[pos], pos < bytes.size().
inline Decoded DecodeAt(std::string_view bytes, std::size_t pos) {
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data()) + pos;
  switch (SequenceSize(bytes, pos)) {
    case 1:
      return {p[0], 1, true};
    case 2:
      return {((p[0] & 0x1Fu) << 6) | (p[1] & 0x3Fu), 2, true};
    case 3:
      return {((p[0] & 0x0Fu) << 12) | ((p[1] & 0x3Fu) << 6) | (p[2] & 0x3Fu), 3, true};
    case 4:
      return {((p[0] & 0x07u) << 18) | ((p[1] & 0x3Fu) << 12) | ((p[2] & 0x3Fu) << 6) | (p[3] & 0x3Fu), 4, true};
    default:
      return {FromWindows1252(p[0]), 1, false};
  }
}

// Appends c as UTF-8.
void AppendUtf8(char32_t c, std::string* out);

}  // namespace maske::text

#endif  // MASKE_TEXT_UTF8_H_
