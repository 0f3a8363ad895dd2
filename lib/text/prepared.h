// A slice of the input made ready for detection: valid UTF-8, folded, classified, cut into tokens, with the way back to
// the bytes of the input.
//
//   bytes --scan--> class bitmaps --fold (only where the scan saw bytes that need it)--> text --> bitmaps of text,
//   tokens
//
// In plain text (ASCII, Latin letters with diacritics, common punctuation) the text *is* the input and the map is the
// identity: nothing is copied. Owned by one thread; reuse one object for many slices, it keeps its buffers.
#ifndef MASKE_TEXT_PREPARED_H_
#define MASKE_TEXT_PREPARED_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maske::text {

// Bitmaps over the bytes of a text: bit i%64 of word i/64 is byte i. Each vector has (size+63)/64 + 1 words; bits at
// and beyond the size are 0.
struct ClassMaps {
  std::vector<std::uint64_t>
      word;  // bytes of word characters: letters, digits, '_' and UTF-8 bytes of non-ASCII letters, digits, marks
  std::vector<std::uint64_t> upper;    // first byte of an upper-case letter (ASCII, or Latin with diacritics)
  std::vector<std::uint64_t> digit;    // '0'..'9'
  std::vector<std::uint64_t> newline;  // '\n'
  std::vector<std::uint64_t> special;  // the trigger bytes '@' '[' ':' '=' '_' '+'
};

// A word-like token: what UAX #29 word segmentation gives (ICU's root rules, no dictionaries), without the segments
// that hold neither letter nor digit. Offsets are bytes of the text.
struct Token {
  enum Flag : std::uint16_t {
    kUpperFirst = 1,      // begins with an upper-case letter
    kHasLower = 2,        // holds a lower-case letter
    kHasUpperInside = 4,  // holds an upper-case letter behind its first character
    kHasDigit = 8,
    kHasLetter = 16,
    kHasMid = 32,  // joined by . ' : , ; or _ inside ("z.B", "3.4", "O'Neill", "a_b")
    kNonAscii = 64,
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint16_t flags = 0;
};

class Prepared {
 public:
  // Prepares raw[0, raw.size()). The bytes must stay alive and unchanged as long as text() is used.
  void Assign(std::string_view raw);

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
  std::string_view text_;
  bool identity_ = true;
  ClassMaps maps_;
  std::vector<Token> tokens_;
  std::string folded_;
  struct Edit {  // from text offset `text` on, up to the next edit, input offsets follow one to one from `raw`
    std::uint32_t text;
    std::uint32_t raw;
    bool atomic;  // the text bytes up to the next edit all stand for the input bytes up to the next edit
  };
  std::vector<Edit> edits_;
};

}  // namespace maske::text

#endif  // MASKE_TEXT_PREPARED_H_
