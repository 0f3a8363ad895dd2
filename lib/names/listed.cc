// "Müller, Peter", "Müller, P.": the comma form. In running text only when the second word is a clear given name that ends
// its phrase and the first one begins a line or an item; in forms and lists also with initials and rare given names.
// Tested by tests/names/detector_test.cc.
#include "names/evidence.h"

namespace maske::names {
namespace {

// Behind the given name: the end of the line, of the item, of the bracket, or a birth date.
bool EndsItem(View& view, std::uint32_t at, Index last) {
  if (view.AtLineEnd(at)) return true;
  const char c = view.ByteAt(at);
  if (c == ';' || c == ')' || c == '\t' || c == '|' || c == ']' || c == '"' || c == '/') return true;
  const std::uint32_t gap = view.gap(last);
  if ((gap & (kGapSemicolon | kGapOpen | kGapClose | kGapTab | kGapOther | kGapAngle)) != 0) return true;
  if (!view.Has(last + 1)) return true;
  if ((view.roles(last + 1) & (kBirth | kTitle | kDegree)) != 0) return true;
  return view.Is(last + 1, text::Token::kHasDigit) && Only(gap, kGapBlank | kGapComma | kGapDot);
}

}  // namespace

bool ExtendOverComma(View& view, bool listed, Name* name) {
  if (view.ByteAt(name->end) != ',' || name->units > 1 || name->single_given) return false;
  if (!Only(view.gap(name->last), kGapComma | kGapBlank)) return false;
  Index i = name->last + 1;
  Unit unit = ReadUnit(view, i);
  if (unit.kind == Kind::kInitial && listed) {
    name->end = unit.end;
    name->last = unit.last;
    return true;
  }
  if (unit.kind != Kind::kName || unit.given < (listed ? 1 : 2)) return false;
  Unit last = unit;
  for (int n = 0; n < 3; ++n) {  // further given names
    const std::uint32_t gap = view.gap(last.last);
    if (gap != kGapBlank) break;
    const Unit more = ReadUnit(view, last.last + 1);
    if (more.kind == Kind::kInitial || (more.kind == Kind::kName && more.given >= 2)) {
      last = more;
      continue;
    }
    break;
  }
  if (!listed && !EndsItem(view, last.end, last.last)) return false;
  if (view.Has(last.last + 1) && view.gap(last.last) == kGapBlank && view.Capital(last.last + 1) && !listed) {
    const Unit more = ReadUnit(view, last.last + 1);
    if (more.kind == Kind::kName && more.surname >= 2) return false;  // "…, Peter Schmidt": another person
  }
  name->end = last.end;
  name->last = last.last;
  return true;
}

}  // namespace maske::names
