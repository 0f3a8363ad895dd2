#include "cli/units.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/mutation.h"

namespace maske::cli {
namespace {

bool Between(char c, unsigned low, unsigned high) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= low && byte <= high;
}

bool EightAscii(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

// Counts the sequences of text that begin before limit; *end is where the last one ends.
std::size_t Count(std::string_view text, std::size_t limit, OffsetUnit unit, std::size_t* end) {
  std::size_t units = 0;
  std::size_t i = 0;
  while (i < limit) {
    if (i + 8 <= limit && EightAscii(text.data() + i)) {
      i += 8;
      units += 8;
      continue;
    }
    const std::size_t length = Utf8Length(text.substr(i, 4));
    units += length == 4 && unit == OffsetUnit::kUtf16 ? 2 : 1;
    i += std::max<std::size_t>(length, 1);
  }
  *end = i;
  return units;
}

}  // namespace

std::size_t Utf8Length(std::string_view text) {
  if (text.empty()) return 0;
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return 1;
  const auto continues = [&](std::size_t i) { return i < text.size() && Between(text[i], 0x80, 0xBF); };
  const auto second = [&](unsigned low, unsigned high) { return text.size() > 1 && Between(text[1], low, high); };
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool fits = second(lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
    return fits && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool fits = second(lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
    return fits && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

std::size_t CountUnits(std::string_view text, OffsetUnit unit) {
  if (unit == OffsetUnit::kByte) return text.size();
  std::size_t end = 0;
  return Count(text, text.size(), unit, &end);
}

void PassingText::Append(std::string_view chunk) {
  if (active_) kept_.append(chunk);
}

void PassingText::CountTo(std::size_t offset) {
  if (offset <= counted_) return;
  const std::size_t from = std::min(counted_ - kept_begin_, kept_.size());
  const std::size_t limit = std::min(offset - kept_begin_, kept_.size());
  std::size_t end = 0;
  units_ += Count(std::string_view(kept_).substr(from), limit - from, unit_, &end);
  counted_ = kept_begin_ + from + end;
}

std::size_t PassingText::Units(std::size_t offset) {
  if (unit_ == OffsetUnit::kByte) return offset;
  CountTo(offset);
  return units_;
}

std::string_view PassingText::Text(std::size_t begin, std::size_t end) const {
  const std::size_t kept_end = kept_begin_ + kept_.size();
  begin = std::clamp(begin, kept_begin_, kept_end);
  end = std::clamp(end, begin, kept_end);
  return std::string_view(kept_).substr(begin - kept_begin_, end - begin);
}

void PassingText::Forget() {
  if (kept_.size() <= kReach || MASKE_MUTATION("law5_text_kept")) return;
  const std::size_t drop = kept_.size() - kReach;
  if (unit_ != OffsetUnit::kByte) CountTo(kept_begin_ + drop);
  kept_.erase(0, drop);
  kept_begin_ += drop;
}

}  // namespace maske::cli
