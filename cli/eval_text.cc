#include "cli/eval_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "cli/units.h"

namespace maske::cli {
namespace {

bool IsLetterOrDigit(UChar32 c) {
  return u_isalpha(c) != 0 || u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

bool IsSpace(UChar32 c) {
  const UCharDirection direction = u_charDirection(c);
  return direction == U_WHITE_SPACE_NEUTRAL || direction == U_BLOCK_SEPARATOR || direction == U_SEGMENT_SEPARATOR ||
         u_charType(c) == U_SPACE_SEPARATOR;
}

// The code point of a well-formed sequence.
UChar32 Decode(std::string_view sequence) {
  UChar32 c = 0;
  U8_GET_UNSAFE(sequence.data(), 0, c);
  return c;
}

}  // namespace

RangeCount::RangeCount(const std::vector<bool>& in) : sums_(in.size() + 1) {
  for (std::size_t i = 0; i < in.size(); ++i) sums_[i + 1] = sums_[i] + (in[i] ? 1 : 0);
}

EvalText::EvalText(std::string_view utf8) : utf8_(utf8) {
  letters_.reserve(utf8.size());
  starts_.reserve(utf8.size() + 1);
  bool in_word = false;
  for (std::size_t byte = 0; byte < utf8.size();) {
    const std::size_t length = Utf8Length(utf8.substr(byte, 4));
    const UChar32 c = length == 0 ? 0xFFFD : Decode(utf8.substr(byte, length));
    const bool space = IsSpace(c);
    if (!space && !in_word) ++words_;
    in_word = !space;
    letters_.push_back(IsLetterOrDigit(c));
    starts_.push_back(static_cast<std::uint32_t>(byte));
    byte += std::max<std::size_t>(length, 1);
  }
  starts_.push_back(static_cast<std::uint32_t>(utf8.size()));
}

std::size_t EvalText::PointOf(std::size_t byte) const {
  return static_cast<std::size_t>(std::lower_bound(starts_.begin(), starts_.end(), byte) - starts_.begin());
}

std::string_view EvalText::Text(Range range) const {
  const std::size_t end = std::min(range.end, size());
  return utf8_.substr(starts_[range.begin], starts_[end] - starts_[range.begin]);
}

Range EvalText::Trimmed(Range range) const {
  while (range.begin < range.end && !letters_[range.begin]) ++range.begin;
  while (range.end > range.begin && !letters_[range.end - 1]) --range.end;
  return range;
}

}  // namespace maske::cli
