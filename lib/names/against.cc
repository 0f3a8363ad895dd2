// What speaks against a name: it is part of a company ("Robert Bosch GmbH", "Müller & Söhne"), of a street or another
// thing ("Stiftung X", "Morbus X", "X-Syndrom"), of a path, an address or a program text. Tested by
// tests/names/negatives_test.cc.
#include "names/evidence.h"

namespace maske::names {

bool Suppressed(View& view, const Name& name, bool trusted) {
  const char left = name.begin == 0 ? ' ' : view.ByteAt(name.begin - 1);
  const char right = view.ByteAt(name.end);
  if (left == '@' || left == '/' || left == '_' || left == '\\' || left == '#' || left == '$' || left == '%' ||
      left == '=')
    return true;
  if (right == '@' || right == '_' || right == '\\' || right == '=' || right == '(' || right == '[') return true;
  if (right == '/' && left != ' ' && left != '\n') return true;
  if (right == ':' && view.ByteAt(name.end + 1) == ':') return true;
  if (left == '.' && name.begin >= 2 && view.ByteAt(name.begin - 2) != ' ' && !trusted) return true;
  if (trusted) return false;

  // A legal form within the next words; "&" joins partners.
  Index j = name.last;
  const bool inflected = name.end != view.token(j).end;
  for (int n = 0; n < 4; ++n) {
    const std::uint32_t gap = view.gap(j);
    if (!Only(gap, kGapBlank | kGapHyphen | kGapAmp | kGapDot) || !view.Has(j + 1)) break;
    if ((gap & kGapAmp) != 0 && n == 0) return true;
    if ((gap & kGapDot) != 0 && (gap & kGapAmp) == 0) break;
    ++j;
    const std::uint32_t roles = view.roles(j);
    if ((roles & kCompany) != 0) return true;
    if (n == 0 && !inflected && (roles & kOrgHead) != 0 && gap == kGapBlank && view.Capital(j)) return true;
    if (!view.Capital(j)) break;
  }
  if (name.first > 0 && view.Has(name.first - 1)) {
    const std::uint32_t gap = view.before(name.first);
    if (Only(gap, kGapBlank | kGapDot | kGapQuote) || gap == (kGapBlank | kGapAmp)) {
      if ((gap & kGapAmp) != 0) return true;
      const std::uint32_t roles = view.roles(name.first - 1);
      if ((roles & kOrgHead) != 0 && view.Capital(name.first - 1) &&
          (name.units < 2 || view.word(name.first - 1) == "Firma"))
        return true;
    }
    if (gap == kGapHyphen || gap == (kGapBlank | kGapHyphen)) {
      if (view.ByteAt(name.begin - 1) == '-') return true;
    }
  }
  return view.ByteAt(name.end) == '-' && view.ByteAt(name.end + 1) != ' ';
}

}  // namespace maske::names
