// A slice of the input made ready for detection: valid UTF-8, folded, classified, cut into tokens, with the way back to
// the bytes of the input.
//
//   bytes --scan--> class bitmaps --fold (only where the scan saw bytes that need it)--> text --> its bitmaps and
//   tokens
//
// In plain text (ASCII, Latin letters with diacritics, common punctuation) the text *is* the input and the map is the
// identity: nothing is copied. Owned by one thread; reuse one object for many slices, it keeps its buffers, and after
// the first slices it allocates nothing. Cost: see bench/; about 1 GB/s for plain text, a tenth for text that folds
// throughout. Test: tests/text/prepared_test.cc.
#ifndef MASKE_TEXT_PREPARED_H_
#define MASKE_TEXT_PREPARED_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/class_maps.h"
#include "text/fold.h"

namespace maske::text {

// A word-like token: what UAX #29 word segmentation gives (ICU's root rules without dictionaries; '@' and ':' join
// nothing), without the segments that hold neither letter nor number. Offsets are bytes of the text.
struct Token {
  enum Flag : std::uint16_t {
    kUpperFirst = 1,      // begins with an upper-case letter
    kHasLower = 2,        // holds a lower-case letter
    kHasUpperInside = 4,  // holds an upper-case letter behind its first character
    kHasDigit = 8,
    kHasLetter = 16,
    kHasMid = 32,  // holds a . ' ’ , ; or _ ("z.B", "3.4", "O'Neill", "a_b")
    kNonAscii = 64,
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint16_t flags = 0;
};

class Prepared {
 public:
  // Prepares raw[0, raw.size()), at most 256 MiB. The bytes must stay alive and unchanged as long as text() is used.
  void Assign(std::string_view raw);
  // The same, cheaper, when raw begins with bytes of the last raw (which may be gone): its bytes from `shift` on, as far as
  // both reach. The byte before raw, in what both are slices of, is a blank or line feed.
  void AssignNext(std::string_view raw, std::size_t shift);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool identity() const { return identity_; }  // text() is the input itself
  [[nodiscard]] const ClassMaps& maps() const { return maps_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }  // sorted, disjoint

  // The input bytes that a span of the text stands for. A span [b, e) of the text with b < e covers the input bytes
  // [RawBegin(b), RawEnd(e)): whole characters, and what was dropped inside the span (soft hyphens, zero-width
  // characters) lies within. RawBegin of a text offset t is the begin of the input character that text byte t came
  // from; RawEnd(e) is the end of the input character that text byte e-1 came from.
  [[nodiscard]] std::uint32_t RawBegin(std::uint32_t text_offset) const;
  [[nodiscard]] std::uint32_t RawEnd(std::uint32_t text_offset) const;
  // The first text offset whose input lies at or after raw_offset; text().size() when there is none.
  [[nodiscard]] std::uint32_t TextOffset(std::uint32_t raw_offset) const;

 private:
  void FoldText();
  [[nodiscard]] std::size_t SegmentOf(std::uint32_t text_offset) const;

  std::string_view text_;
  bool identity_ = true;
  ClassMaps maps_;
  ScanResult scan_;
  std::vector<Token> tokens_;
  std::string folded_;
  std::vector<FoldEdit> edits_{FoldEdit{}};
  std::uint32_t raw_size_ = 0;
};

}  // namespace maske::text

#endif  // MASKE_TEXT_PREPARED_H_
