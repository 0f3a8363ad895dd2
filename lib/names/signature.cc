// The name under a letter: the line behind a closing ("Mit freundlichen Grüßen\n\nMax Muster"), the rest of the
// closing's own line ("Gruß Thomas", "LG, Anna"), with a form of address between ("Deine Anna"). The name must be all of
// the line, which the caller checks. Tested by tests/names/detector_test.cc.
#include "names/evidence.h"

namespace maske::names {
namespace {

// May stand between a closing and the name; > quotes.
constexpr std::uint32_t kAroundClosing =
    kGapBlank | kGapTab | kGapComma | kGapDot | kGapMark | kGapNewline | kGapParagraph | kGapHyphen | kGapAngle;
constexpr int kClosingTokens = 9;      // of the closing's line, counted from its end
constexpr int kClosingLastTokens = 4;  // "Grüße" must be among the last four words ("Viele Grüße aus Berlin")

// Token p ends a line that closes a letter.
bool ClosesLetter(View& view, Index p) {
  Index j = p;
  for (int n = 0; n < kClosingTokens; ++n) {
    if (!view.Has(j)) return false;
    if (n < kClosingLastTokens && (view.roles(j) & kClosing) != 0) {
      // the rest of the line is short
      for (int rest = 0; rest < 6; ++rest) {
        if (view.AtLineBegin(j)) return true;
        if (j == 0 || !view.Has(j - 1)) return false;
        --j;
      }
      return (view.roles(p) & kClosing) != 0;  // "… verbleiben wir mit freundlichen Grüßen"
    }
    if (view.AtLineBegin(j)) return false;
    if (j == 0) return false;
    --j;
  }
  return false;
}

// The line before token i is the signature delimiter of mail, "-- ".
bool Delimiter(View& view, Index i) {
  const std::string_view head = view.text().substr(0, view.token(i).begin);
  return head.ends_with("\n-- \n") || head.ends_with("\n--\n") || head.ends_with("\n-- \r\n") ||
         head.ends_with("\n--\r\n");
}

// The closing begins its line, a word or two aside ("Viele liebe Grüße").
bool BeginsLineSoon(View& view, Index p) {
  for (int n = 0; n < 4; ++n, --p) {
    if (view.AtLineBegin(p)) return true;
    if (p == 0 || !view.Has(p - 1) || !Only(view.gap(p - 1), kGapBlank)) return false;
  }
  return false;
}

}  // namespace

Evidence SignatureBefore(View& view, Index i) {
  if (i == 0 || !view.Has(i - 1)) return {};
  Index p = i - 1;
  std::uint32_t gap = view.gap(p);
  if ((view.roles(p) & kFormOfAddress) != 0 && gap == kGapBlank && p > 0 && view.Has(p - 1)) {
    gap = view.gap(--p);
    if (!Only(gap, kAroundClosing)) return {};
    return ClosesLetter(view, p) ? Evidence{Rule::kSignature, Trust::kMedium, 0.9F} : Evidence{};
  }
  if ((gap & kGapNewline) != 0) {
    if (Delimiter(view, i)) return {Rule::kSignature, Trust::kMedium, 0.85F};
    if (!Only(gap, kAroundClosing)) return {};
    return ClosesLetter(view, p) ? Evidence{Rule::kSignature, Trust::kMedium, 0.9F} : Evidence{};
  }
  if (Only(gap, kGapBlank | kGapComma) && (view.roles(p) & kClosing) != 0 && view.Capital(p) && BeginsLineSoon(view, p))
    return {Rule::kSignature, Trust::kMedium, 0.8F};
  return {};
}

}  // namespace maske::names
