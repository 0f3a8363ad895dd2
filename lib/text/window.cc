#include "text/window.h"

#include <algorithm>

#include "base/mutation.h"

namespace maske::text {
namespace {

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::size_t SegmentLength(std::string_view text, bool final, std::size_t segment) {
  if (text.size() <= segment) {
    // Not final: the caller did not wait for enough bytes; the cut would then depend on how the input was written.
    if (final || MASKE_MUTATION("law1_segment_by_write")) return text.size();
  }
  const std::size_t limit = std::min(segment, text.size());
  const std::size_t half = limit / 2;
  const std::string_view tail = text.substr(half, limit - half);
  for (const char mark : {'\n', ' '}) {
    const std::size_t at = tail.rfind(mark);
    if (at != std::string_view::npos) return half + at + 1;
  }
  std::size_t end = limit;
  for (int back = 0; back < 3 && end > 1 && end < text.size() && IsContinuation(text[end]); ++back) --end;
  return end;
}

std::size_t SliceBegin(std::string_view text, std::size_t begin) {
  if (begin <= kBehindBytes) {
    // All that precedes is kept when the stream began here.
    return 0;
  }
  const std::size_t first = begin - kBehindBytes;
  for (std::size_t i = first; i < first + 256; ++i) {
    if (text[i] == '\n' || text[i] == ' ') return i + 1;
  }
  std::size_t at = first;
  for (int forward = 0; forward < 3 && IsContinuation(text[at]); ++forward) ++at;
  return at;
}

}  // namespace maske::text
