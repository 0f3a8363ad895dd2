// Form fields and mail headers: "Ansprechpartner: Max Muster", "Patientin:\nX", "z. Hd. X", "Von: X", "schrieb X:",
// and cells ("Name<tab>X"). What follows the name is checked by the caller. Tested by tests/names/detector_test.cc.
#include "names/evidence.h"

namespace maske::names {

Evidence FieldBefore(View& view, Index i) {
  if (i == 0 || !view.Has(i - 1)) return {};
  const Index p = i - 1;
  const std::uint32_t gap = view.gap(p);
  if ((gap & kGapParagraph) != 0) return {};
  if ((gap & kGapColon) != 0 &&
      Only(gap, kGapColon | kGapBlank | kGapTab | kGapNewline | kGapQuote | kGapDot | kGapClose | kGapAngle)) {
    const std::uint32_t roles = view.roles(p);
    if ((roles & kMailHeader) != 0 && view.AtLineBegin(p) && (gap & kGapNewline) == 0) {
      return {Rule::kHeader, Trust::kMedium, 0.85F};
    }
    if (!view.Capital(p)) return {};
    if ((roles & kLabel) != 0) return {Rule::kField, Trust::kMedium, 0.9F};
    if ((roles & kFunction) != 0) return {Rule::kField, Trust::kMedium, 0.7F};
    return {};
  }
  if ((gap & kGapTab) != 0 && Only(gap, kGapBlank | kGapTab) && view.Capital(p) && (view.roles(p) & kLabel) != 0 &&
      view.AtLineBegin(p)) {
    return {Rule::kField, Trust::kMedium, 0.75F};
  }
  if (gap == (kGapDot | kGapBlank) && view.word(p) == "Hd") return {Rule::kField, Trust::kMedium, 0.9F};
  if (gap == kGapBlank && view.word(p) == "o" && p > 0 && view.Has(p - 1) && view.word(p - 1) == "c" &&
      view.gap(p - 1) == kGapSlash) {
    return {Rule::kField, Trust::kMedium, 0.8F};
  }
  if (gap == kGapBlank && !view.Capital(p)) {
    const std::string_view w = view.word(p);
    if (w == "schrieb" || w == "wrote") return {Rule::kAttribution, Trust::kMedium, 0.8F};
  }
  return {};
}

}  // namespace maske::names
