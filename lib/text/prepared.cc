// See prepared.h: the stages in their order, and the way back through the edits of the folding.
#include "text/prepared.h"

#include <algorithm>

#include "base/mutation.h"
#include "text/scan.h"
#include "text/token.h"

namespace maske::text {
namespace {

constexpr std::size_t kBlock = 64;

bool IsTail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

// Fold, and with it all that depends on the text. Where nothing changes the text stays the input.
void Prepared::FoldText() {
  edits_.assign(1, FoldEdit{});
  if (!scan_.any_fold || !Fold(text_, scan_, &folded_, &edits_)) {
    edits_.assign(1, FoldEdit{});
    return;
  }
  text_ = folded_;
  identity_ = false;
  Scan(text_, &maps_, &scan_);
}

void Prepared::Assign(std::string_view raw) {
  text_ = raw;
  identity_ = true;
  raw_size_ = static_cast<std::uint32_t>(raw.size());
  Scan(raw, &maps_, &scan_);
  FoldText();
  Tokenize(text_, maps_, scan_, &tokens_);
}

void Prepared::AssignNext(std::string_view raw, std::size_t shift) {
  // What is kept ends at a blank, and its whole blocks behind an ASCII byte: nothing there hangs on what comes after.
  if (!identity_ || scan_.any_fold || shift >= raw_size_ || raw.size() < raw_size_ - shift) return Assign(raw);
  const std::size_t blank = raw.substr(0, raw_size_ - shift).find_last_of(" \n");
  if (blank == std::string_view::npos) return Assign(raw);
  std::size_t blocks = blank / kBlock;
  while (blocks > 0 && static_cast<unsigned char>(raw[blocks * kBlock - 1]) >= 0x80) --blocks;
  if (blocks == 0) return Assign(raw);

  ScanNext(raw, shift, blocks, &maps_, &scan_);
  text_ = raw;
  raw_size_ = static_cast<std::uint32_t>(raw.size());
  FoldText();
  if (!identity_) return Tokenize(text_, maps_, scan_, &tokens_);

  const auto moved = static_cast<std::uint32_t>(shift);
  const auto end = static_cast<std::uint32_t>(shift + blank);
  const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
  const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), moved, before);
  const auto last = std::lower_bound(first, tokens_.end(), end, before);
  auto out = tokens_.begin();
  for (auto token = first; token != last; ++token, ++out) {
    *out = *token;
    out->begin -= moved;
    out->end -= moved;
  }
  tokens_.erase(out, tokens_.end());
  Tokenize(text_, maps_, scan_, &tokens_, blank);
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
