// See prepared.h: the stages in their order, and the way back through the edits of the folding.
#include "text/prepared.h"

#include <algorithm>

#include "base/mutation.h"
#include "text/scan.h"
#include "text/token.h"

namespace maske::text {
namespace {

bool IsTail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

void Prepared::Assign(std::string_view raw) {
  text_ = raw;
  identity_ = true;
  Scan(raw, &maps_, &scan_);
  if (!scan_.any_fold) {
    edits_.assign(1, FoldEdit{});
  } else if (Fold(raw, scan_, &folded_, &edits_)) {
    text_ = folded_;
    identity_ = false;
    Scan(text_, &maps_, &scan_);
  } else {
    edits_.assign(1, FoldEdit{});
  }
  raw_size_ = static_cast<std::uint32_t>(raw.size());
  Tokenize(text_, maps_, scan_, &tokens_);
}

// The segment that holds the text byte.
std::size_t Prepared::SegmentOf(std::uint32_t text_offset) const {
  const auto behind = std::upper_bound(edits_.begin(), edits_.end(), text_offset,
                                       [](std::uint32_t offset, const FoldEdit& edit) { return offset < edit.text; });
  return static_cast<std::size_t>(behind - edits_.begin()) - 1;
}

std::uint32_t Prepared::RawBegin(std::uint32_t text_offset) const {
  const FoldEdit& edit = edits_[SegmentOf(text_offset)];
  if (edit.atomic) return edit.raw;
  while (text_offset > edit.text && text_offset < text_.size() && IsTail(text_[text_offset])) --text_offset;
  return edit.raw + (text_offset - edit.text);
}

std::uint32_t Prepared::RawEnd(std::uint32_t text_offset) const {
  if (text_offset == 0) return 0;
  const std::size_t segment = SegmentOf(text_offset - 1);
  const FoldEdit& edit = edits_[segment];
  if (edit.atomic && !MASKE_MUTATION("law3_raw_end")) return edits_[segment + 1].raw;
  while (text_offset < text_.size() && IsTail(text_[text_offset])) ++text_offset;
  return edit.raw + (text_offset - edit.text);
}

std::uint32_t Prepared::TextOffset(std::uint32_t raw_offset) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (raw_offset >= raw_size_) return size;
  const auto behind = std::upper_bound(edits_.begin(), edits_.end(), raw_offset,
                                       [](std::uint32_t offset, const FoldEdit& edit) { return offset < edit.raw; });
  const FoldEdit& edit = *(behind - 1);
  if (edit.atomic) return raw_offset == edit.raw ? edit.text : behind->text;
  std::uint32_t text_offset = edit.text + (raw_offset - edit.raw);
  while (text_offset < size && IsTail(text_[text_offset])) ++text_offset;
  return text_offset;
}

}  // namespace maske::text
