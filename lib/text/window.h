// Where a stream is cut into segments, and how much around a segment a detector sees. This is what makes any cutting of
// the input into writes give the same output (law 1): the cuts made here are a function of the bytes alone.
//
// A segment is analysed when its rule can be decided: kSegmentBytes + kAheadBytes of bytes are there from its begin, or
// the input has ended. Its end is, counted from its begin: the input's end when no more than kSegmentBytes are left; else
// behind the last line feed in the second half of kSegmentBytes; else behind the last blank there; else kSegmentBytes,
// less up to three bytes so that no UTF-8 sequence is cut. The slice that detectors see begins at most kBehindBytes before
// the segment and ends kAheadBytes behind it.
// Cost: one backward search a segment. Tested by tests/filter/window_test.cc and tests/laws/law1*.
#ifndef MASKE_TEXT_WINDOW_H_
#define MASKE_TEXT_WINDOW_H_

#include <cstddef>
#include <string_view>

namespace maske::text {

inline constexpr std::size_t kSegmentBytes = 10240;
inline constexpr std::size_t kAheadBytes = 2048;   // kMaxSpanBytes + kLookAheadBytes
inline constexpr std::size_t kBehindBytes = 1280;  // kLookBehindBytes and room to begin at a blank

// The length of the segment that begins at text[0]. text holds at least segment + 1 bytes from there on, or all that is
// left of the input when `final`. segment is kSegmentBytes except in tests. Never 0 for a non-empty text.
std::size_t SegmentLength(std::string_view text, bool final, std::size_t segment = kSegmentBytes);

// Where the slice of a segment begins: an offset in text <= begin, where text[begin] begins the segment and text holds
// what is kept of the bytes before it. Behind the first blank of the kept bytes' first 256 when there is one, so that no
// word is seen in halves.
std::size_t SliceBegin(std::string_view text, std::size_t begin);

}  // namespace maske::text

#endif  // MASKE_TEXT_WINDOW_H_
