// See edge.h.
#include "match/edge.h"

#include "text/chars.h"

namespace maske::match {
namespace {

constexpr ByteSet kDigits = ByteSet::Range('0', '9');

// A neighbour outside ASCII. Whole characters are found in others as they stand: UTF-8 has no overlaps.
bool Allows(const Edge& edge, char32_t c, std::string_view bytes) {
  return !(edge.forbids_letters && text::IsWordChar(c)) && edge.others.find(bytes) == std::string_view::npos;
}

unsigned char ByteAt(std::string_view text, std::size_t pos) { return static_cast<unsigned char>(text[pos]); }

// text::IsEdge before the text's end, with a short cut for ASCII.
bool IsEdge(std::string_view text, std::size_t pos) {
  if (pos == 0) return true;
  const unsigned char before = ByteAt(text, pos - 1);
  const unsigned char here = ByteAt(text, pos);
  if (before < 128 && here < 128) return !kAlnumBytes.Has(before) || !kAlnumBytes.Has(here);
  return text::IsEdge(text, pos);
}

}  // namespace

bool LeftEdgeHolds(std::string_view text, std::size_t pos, const Edge& edge) {
  if (pos == 0) return true;
  if (edge.kind != EdgeKind::kNone && !IsEdge(text, pos)) return false;
  const unsigned char before = ByteAt(text, pos - 1);
  if (edge.kind == EdgeKind::kNumber && pos >= 2 && kJointBytes.Has(before) && kDigits.Has(ByteAt(text, pos - 2)))
    return false;
  if (before < 128) return !edge.forbidden.Has(before);
  std::size_t begin = 0;
  const char32_t c = text::CharBefore(text, pos, &begin);
  return Allows(edge, c, text.substr(begin, pos - begin));
}

bool RightEdgeHolds(std::string_view text, std::size_t pos, const Edge& edge) {
  if (pos >= text.size()) return true;
  if (edge.kind != EdgeKind::kNone && !IsEdge(text, pos)) return false;
  const unsigned char here = ByteAt(text, pos);
  if (edge.kind == EdgeKind::kNumber && pos + 1 < text.size() && kJointBytes.Has(here) &&
      kDigits.Has(ByteAt(text, pos + 1))) {
    return false;
  }
  if (here < 128) return !edge.forbidden.Has(here);
  std::size_t next = 0;
  const char32_t c = text::CharAt(text, pos, &next);
  return Allows(edge, c, text.substr(pos, next - pos));
}

}  // namespace maske::match
