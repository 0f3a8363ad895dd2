// Bitmaps over the bytes of a text: bit i%64 of word i/64 is byte i. Each vector has (size+63)/64 + 1 words; bits at
// and beyond the size are 0. The scan fills them (lib/text/scan.h).
//
// A character outside plain Latin text is classified by decoding it (ICU's tables); a byte that is no UTF-8 counts as
// its Windows-1252 reading. So `word`, `upper` and `lower` are exact for every script.
#ifndef MASKE_TEXT_CLASS_MAPS_H_
#define MASKE_TEXT_CLASS_MAPS_H_

#include <cstdint>
#include <vector>

namespace maske::text {

using Bitmap = std::vector<std::uint64_t>;

inline bool BitAt(const Bitmap& map, std::size_t i) { return ((map[i / 64] >> (i % 64)) & 1) != 0; }

struct ClassMaps {
  Bitmap word;   // '_' and all bytes of letters, numbers and marks (categories L, N, M); so × ÷ „ € NBSP are none
  Bitmap upper;  // first byte of an upper-case letter (Lu, Lt), of any script
  Bitmap digit;  // '0'..'9'
  Bitmap newline;  // '\n'
  Bitmap special;  // the trigger bytes '@' '[' ':' '=' '_' '+'
};

struct ScanResult {
  // All bytes of a character outside plain Latin text, which needs a closer look (folding, ICU). Plain: ASCII without
  // NUL, the letters U+00C0..U+017F, × and ÷, the punctuation and signs U+0080..U+00BF, – — ‘ ’ ‚ “ ” „ … €; but
  // nothing that folding changes, drops or may join to what stands before it, and no byte that is no UTF-8.
  Bitmap odd;
  Bitmap fold;   // first byte of an odd character that folding changes, drops or may join, or that is no UTF-8
  Bitmap lower;  // first byte of a lower-case letter (Ll)
  Bitmap non_ascii;
  Bitmap mid;         // . and ' which join two letters or two digits
  Bitmap mid_number;  // , and ; which join two digits
  Bitmap wide_join;   // all bytes of a ’ or ‘ between two letters or two digits, and of a · between two letters
  bool any_odd = false;
  bool any_fold = false;
};

}  // namespace maske::text

#endif  // MASKE_TEXT_CLASS_MAPS_H_
