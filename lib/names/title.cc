// Titles, functions and salutations before a name, "gez." and "geb.". Walks left over "Herrn Parl. Staatssekretär Dr."
// word by word. Abbreviated titles and salutations carry any capitalised word that is no plain noun; functions (which
// are nouns themselves) only words that are no German words. Tested by tests/names/detector_test.cc.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "names/evidence.h"
#include "names/glance.h"
#include "names/role_endings.h"

namespace maske::names {
namespace {

// Lower-case words that begin such a chain in careless writing.
bool LowerStart(std::string_view w) { return w == "dr" || w == "prof" || w == "herr" || w == "herrn" || w == "frau"; }

}  // namespace

bool RoleByEnding(std::string_view word) {
  if (word.size() < kRoleWord || !MayEndAsRole(word.data() + word.size() - 4)) return false;
  return std::any_of(std::begin(kRoleEndings), std::end(kRoleEndings), [word](std::string_view ending) {
    return word.back() == ending.back() && word.size() > ending.size() && word.ends_with(ending);
  });
}

Evidence TitleBefore(View& view, Index i) {
  std::uint32_t seen = 0;
  bool newline = false;
  Index j = i;
  for (int steps = 0; steps < 7 && j > 0; ++steps) {
    const std::uint32_t gap = view.before(j);
    if (!Only(gap, kGapBlank | kGapTab | kGapDot | kGapHyphen | kGapNewline)) break;
    if ((gap & kGapNewline) != 0) {
      if (newline || (gap & kGapDot) != 0) break;
      newline = true;
    }
    const Index p = j - 1;
    if (!view.Has(p)) break;
    const std::string_view w = view.word(p);
    const std::uint32_t roles = view.roles(p);
    std::uint32_t take = roles & (kTitle | kFunction | kSalutation);
    if (!view.Capital(p)) {
      if ((take & kSalutation) != 0 && !LowerStart(w)) take = 0;
      if (take == 0 && (roles & (kSign | kBirth)) != 0 && (steps == 0 || (roles & kSign) != 0)) {
        seen |= roles & (kSign | kBirth);
        break;
      }
      if (HonoraryLetter(view, p)) {
        j = p;  // says nothing itself
        continue;
      }
      if ((take & kFunction) != 0) take = 0;
      if (take == 0) break;
      // "med", "rer": only behind a title that is one.
      if ((take & kTitle) != 0 && !LowerStart(w)) {
        j = p;
        continue;
      }
    } else if (take == 0) {
      if ((roles & kSign) != 0) {
        seen |= kSign;
        break;
      }
      if (w == "A" && (gap & kGapDot) != 0 && p > 0 && view.Has(p - 1) && view.word(p - 1) == "i") {
        seen |= kSign;  // "i. A."
        break;
      }
      if (w == "V" && (gap & kGapDot) != 0 && p > 0 && view.Has(p - 1) && view.word(p - 1) == "i") {
        seen |= kSign;
        break;
      }
      if (roles == 0 && (gap & (kGapDot | kGapHyphen)) == 0 && RoleByEnding(w)) take = kFunction;
      if (take == 0) break;
    }
    // A dot behind a word that is no abbreviation ends a sentence.
    if ((gap & kGapDot) != 0 && (take & kTitle) == 0 && w.size() > 4) break;
    if ((gap & kGapDot) != 0 && w.size() > 5 && w.find('.') == std::string_view::npos) break;
    if ((gap & kGapNewline) != 0 && (take & (kSalutation | kFunction | kTitle)) == 0) break;
    seen |= take;
    j = p;
    if ((take & kSalutation) != 0) break;
  }
  if ((seen & (kSalutation | kTitle)) != 0) return {Rule::kTitle, Trust::kStrong, 0.93F};
  if ((seen & kSign) != 0) return {Rule::kSignature, Trust::kStrong, 0.9F};
  if ((seen & kBirth) != 0) return {Rule::kBirthName, Trust::kMedium, 0.85F};
  if ((seen & kFunction) != 0) return {Rule::kTitle, Trust::kMedium, 0.85F};
  return {};
}

}  // namespace maske::names
