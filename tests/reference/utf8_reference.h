// The slow twin of lib/text/utf8: a sequence is valid when its bits, put together by hand, encode to the same bytes
// again. Windows-1252 comes from ICU's converter, except for the five bytes that the code page leaves undefined.
#ifndef MASKE_TESTS_REFERENCE_UTF8_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_UTF8_REFERENCE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace maske::reference {

struct Character {
  char32_t c = 0;
  std::size_t begin = 0;  // bytes of the input
  std::size_t end = 0;
  bool valid = true;  // false: a byte that is no UTF-8, read as Windows-1252
};

std::vector<Character> Decode(std::string_view bytes);
std::string Encode(char32_t c);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_UTF8_REFERENCE_H_
