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

namespace {

constexpr int kListTokens = 40;  // between the label and the item

}  // namespace

// Left over names and separators to the colon of a label. Lower-case words end the walk, particles and "und" do not.
Evidence ItemBefore(View& view, Index i) {
  const std::uint32_t first_gap = view.before(i);
  if ((first_gap & (kGapComma | kGapSemicolon | kGapNewline)) == 0 &&
      !(i > 0 && view.Has(i - 1) && (view.roles(i - 1) & kLinker) != 0)) {
    return {};
  }
  Index j = i;
  for (int n = 0; n < kListTokens && j > 0; ++n) {
    const std::uint32_t gap = view.before(j);
    if ((gap & (kGapEnd | kGapParagraph | kGapOther | kGapMark)) != 0) return {};
    const Index p = j - 1;
    if ((gap & kGapColon) != 0) {
      if (!view.Capital(p) || (view.roles(p) & (kLabel | kFunction | kMailHeader)) == 0) return {};
      return {Rule::kField, Trust::kMedium, 0.85F};
    }
    if (!view.Capital(p) && view.token(p).end - view.token(p).begin > 3) return {};
    if ((gap & kGapDot) != 0 && view.token(p).end - view.token(p).begin > 4) return {};  // a sentence ends
    j = p;
  }
  return {};
}

}  // namespace maske::names
