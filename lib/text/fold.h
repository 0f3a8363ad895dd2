// Folding: the text that detectors see, from bytes that need it, with the way back. In this order:
//   - bytes that are no UTF-8 are read as Windows-1252 (lib/text/utf8.h);
//   - default ignorables are dropped: soft hyphen, zero-width characters, byte order mark, variation selectors …;
//   - NFKC: compatibility forms (full-width, ligatures, superscripts, no-break spaces), combining marks composed. Kept
//   as
//     they are: … and spacing marks such as ´ and ¨, which NFKC would tear into a space and a mark;
//   - the hyphens U+2010 and U+2011, the figure dash U+2012 and the minus U+2212 become '-'; – and — stay.
// Of ignorables and characters that may join what stands before them, at most 30 in a row count (UAX #15, stream-safe
// text); what is more stands in the text as one space, so that it ends a token and no look-ahead is unbounded.
// Only clusters that hold such a character go through ICU; the rest is copied.
// Slow twin: tests/reference/fold_reference.h; test: tests/text/fold_test.cc; fuzzer: fuzz/fold_fuzz.cc.
#ifndef MASKE_TEXT_FOLD_H_
#define MASKE_TEXT_FOLD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/class_maps.h"

namespace maske::text {

inline constexpr int kMaxAttached = 30;

// The map is a list of segments, each from one edit to the next, without gaps: text bytes [text, next.text) stand for
// input bytes [raw, next.raw). Not atomic: byte for byte. Atomic: all for all; the text may be empty (something was
// dropped). The first edit is at 0, 0; an edit that is not atomic follows each run of atomic ones.
struct FoldEdit {
  std::uint32_t text = 0;
  std::uint32_t raw = 0;
  bool atomic = false;
};

// Folds raw, as scan (of raw) saw it, into *text and *edits. False when folding changes nothing; both are empty then.
bool Fold(std::string_view raw, const ScanResult& scan, std::string* text, std::vector<FoldEdit>* edits);

}  // namespace maske::text

#endif  // MASKE_TEXT_FOLD_H_
