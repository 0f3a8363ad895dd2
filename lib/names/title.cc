// Titles, functions and salutations before a name, "gez." and "geb.". Walks left over "Herrn Parl. Staatssekretär Dr."
// word by word. Abbreviated titles and salutations carry any capitalised word that is no plain noun; functions (which
// are nouns themselves) only words that are no German words. Tested by tests/names/detector_test.cc.
#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "names/evidence.h"

namespace maske::names {
namespace {

// Ends of nouns that say what somebody is, by their last byte; for compounds that are in no list ("Bundesinnenminister").
bool EndsAsRole(std::string_view word) {
  if (word.size() < 9) return false;
  const auto ends = [word](std::initializer_list<std::string_view> list) {
    return std::any_of(list.begin(), list.end(),
                       [word](std::string_view end) { return word.size() > end.size() && word.ends_with(end); });
  };
  switch (word.back()) {
    case 'r':
      return ends({"minister", "sekretär", "kanzler", "meister", "direktor", "leiter", "sprecher", "führer", "trainer",
                   "richter", "vorsitzender", "beauftragter", "kommissar", "sänger", "spieler", "politiker", "forscher",
                   "inhaber", "berater"});
    case 'n':
      return ends({"ministerin",  "präsidentin", "präsidenten", "sekretärin",   "kanzlerin",    "meisterin",
                   "direktorin",  "leiterin",    "chefin",      "sprecherin",   "führerin",     "trainerin",
                   "anwältin",    "ärztin",      "richterin",   "vorsitzenden", "beauftragten", "verordneten",
                   "kommissarin", "kollegen",    "kollegin",    "sängerin",     "spielerin",    "politikerin",
                   "expertin",    "inhaberin",   "beraterin"});
    case 'e':
      return ends({"vorsitzende", "beauftragte", "kollege", "experte"});
    case 't':
      return ends({"präsident", "anwalt", "arzt"});
    case 's':
      return ends({"ministers"});
    case 'l':
      return ends({"general"});
    case 'h':
      return ends({"rath"});
    case 'f':
      return ends({"chef"});
    case 'i':
      return ends({"profi"});
    default:
      return false;
  }
}

// Lower-case words that begin such a chain in careless writing.
bool LowerStart(std::string_view w) { return w == "dr" || w == "prof" || w == "herr" || w == "herrn" || w == "frau"; }

}  // namespace

bool RoleByEnding(std::string_view word) { return EndsAsRole(word); }

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
      if (roles == 0 && (gap & (kGapDot | kGapHyphen)) == 0 && EndsAsRole(w)) take = kFunction;
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
