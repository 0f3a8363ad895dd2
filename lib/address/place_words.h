// How a place's name is cut into words and hashed, shared by the program that packs the gazetteer and the detector: a word
// is a run of word characters, with hyphens and apostrophes inside; everything else separates; "St" is "Sankt".
// Cost: used by the packer on whole names, by the detector a word at a time. Tested by tests/address/gazetteer_test.cc.
#ifndef MASKE_ADDRESS_PLACE_WORDS_H_
#define MASKE_ADDRESS_PLACE_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/chars.h"

namespace maske::address {

inline std::uint64_t PlaceWordHash(std::string_view word) {
  if (word.size() == 2 && (word[0] | 0x20) == 's' && (word[1] | 0x20) == 't') return text::HashKey("sankt");
  return text::HashWord(word);
}

// The next word at or behind *pos, or an empty view at the end; *pos goes behind it.
inline std::string_view NextPlaceWord(std::string_view name, std::size_t* pos) {
  std::size_t begin = *pos;
  while (begin < name.size()) {
    std::size_t next = begin;
    if (text::IsWordChar(text::CharAt(name, begin, &next))) break;
    begin = next;
  }
  std::size_t end = begin;
  while (end < name.size()) {
    std::size_t next = end;
    const char32_t c = text::CharAt(name, end, &next);
    if (!text::IsWordChar(c)) {
      std::size_t after = next;
      const bool joins = (c == '-' || c == '\'') && next < name.size() && end > begin &&
                         text::IsWordChar(text::CharAt(name, next, &after));
      if (!joins) break;
    }
    end = next;
  }
  *pos = end;
  return name.substr(begin, end - begin);
}

inline std::string_view FirstPlaceWord(std::string_view name) {
  std::size_t pos = 0;
  return NextPlaceWord(name, &pos);
}

inline std::vector<std::uint64_t> PlaceWordHashes(std::string_view name) {
  std::vector<std::uint64_t> hashes;
  std::size_t pos = 0;
  for (std::string_view w = NextPlaceWord(name, &pos); !w.empty(); w = NextPlaceWord(name, &pos)) {
    hashes.push_back(PlaceWordHash(w));
  }
  return hashes;
}

}  // namespace maske::address

#endif  // MASKE_ADDRESS_PLACE_WORDS_H_
