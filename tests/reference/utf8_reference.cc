// See utf8_reference.h.
#include "reference/utf8_reference.h"

#include <unicode/ucnv.h>

#include <array>

namespace maske::reference {
namespace {

std::array<char32_t, 256> MakeWindows1252() {
  std::array<char32_t, 256> table{};
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("windows-1252", &error);
  for (unsigned byte = 0; byte < 256; ++byte) {
    const char in = static_cast<char>(byte);
    UChar out[4] = {};
    const int units = ucnv_toUChars(converter, out, 4, &in, 1, &error);
    table[byte] = U_SUCCESS(error) && units == 1 ? out[0] : U'\uFFFD';
  }
  ucnv_close(converter);
  for (unsigned undefined : {0x81u, 0x8Du, 0x8Fu, 0x90u, 0x9Du}) table[undefined] = U'\uFFFD';
  return table;
}

}  // namespace

std::string Encode(char32_t c) {
  std::string bits;  // from the lowest
  for (char32_t rest = c; rest != 0; rest /= 2) bits += rest % 2 == 1 ? '1' : '0';
  const std::size_t size = bits.size() <= 7 ? 1 : bits.size() <= 11 ? 2 : bits.size() <= 16 ? 3 : 4;
  std::string bytes(size, '\0');
  for (std::size_t i = size; i-- > 0;) {
    const std::size_t take = i > 0 ? 6 : 8;
    unsigned byte = 0;
    for (std::size_t k = 0; k < take && k < bits.size(); ++k) byte += bits[k] == '1' ? 1u << k : 0u;
    bits.erase(0, take);
    if (size > 1) byte += i > 0 ? 0x80u : size == 2 ? 0xC0u : size == 3 ? 0xE0u : 0xF0u;
    bytes[i] = static_cast<char>(byte);
  }
  return bytes;
}

std::vector<Character> Decode(std::string_view bytes) {
  static const std::array<char32_t, 256> windows_1252 = MakeWindows1252();
  std::vector<Character> characters;
  for (std::size_t pos = 0; pos < bytes.size();) {
    Character found{windows_1252[static_cast<unsigned char>(bytes[pos])], pos, pos + 1, false};
    for (std::size_t size = 1; size <= 4 && pos + size <= bytes.size(); ++size) {
      constexpr std::array<unsigned, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
      char32_t c = static_cast<unsigned char>(bytes[pos]) & kLeadBits[size];
      for (std::size_t i = 1; i < size; ++i) c = c * 64 + (static_cast<unsigned char>(bytes[pos + i]) & 0x3Fu);
      const bool scalar = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
      if (scalar && Encode(c) == bytes.substr(pos, size)) found = {c, pos, pos + size, true};
    }
    characters.push_back(found);
    pos = found.end;
  }
  return characters;
}

}  // namespace maske::reference
