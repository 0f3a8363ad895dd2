// See chars.h.
#include "text/chars.h"

#include <unicode/uchar.h>

#include "text/char_info.h"
#include "text/utf8.h"

namespace maske::text {

char32_t CharAt(std::string_view text, std::size_t pos, std::size_t* next) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (lead < 0x80) {
    *next = pos + 1;
    return lead;
  }
  const Decoded decoded = DecodeAt(text, pos);
  *next = pos + decoded.size;
  return decoded.valid ? decoded.c : U'\uFFFD';
}

char32_t CharBefore(std::string_view text, std::size_t pos, std::size_t* begin) {
  *begin = pos - 1;
  const auto last = static_cast<unsigned char>(text[pos - 1]);
  if (last < 0x80) return last;
  const std::size_t reach = pos < 4 ? pos : 4;
  for (std::size_t back = 2; back <= reach; ++back) {
    if (SequenceSize(text.substr(0, pos), pos - back) == back) {
      *begin = pos - back;
      return DecodeAt(text, pos - back).c;
    }
  }
  return U'\uFFFD';
}

bool IsWordChar(char32_t c) {
  if (c < 0x80) return (c | 0x20) - U'a' < 26 || c - U'0' < 10;
  return InfoOf(c).word();
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return c - U'A' < 26;
  return InfoOf(c).Has(CharInfo::kUpper);
}

bool IsLower(char32_t c) {
  if (c < 0x80) return c - U'a' < 26;
  return InfoOf(c).Has(CharInfo::kLower);
}

char32_t ToLower(char32_t c) {
  if (c < 0x80) return c - U'A' < 26 ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

bool IsEdge(std::string_view text, std::size_t pos) {
  if (pos == 0 || pos >= text.size()) return true;
  std::size_t begin = 0;
  std::size_t next = 0;
  // Inside a character: the one that begins before pos reaches beyond it.
  const auto here = static_cast<unsigned char>(text[pos]);
  if ((here & 0xC0) == 0x80) {
    const std::size_t reach = pos < 3 ? pos : 3;
    for (std::size_t back = 1; back <= reach; ++back) {
      if (SequenceSize(text, pos - back) > back) return false;
    }
  }
  return !IsWordChar(CharBefore(text, pos, &begin)) || !IsWordChar(CharAt(text, pos, &next));
}

}  // namespace maske::text
