// What stands behind a name and makes it one: "X (SPD):", "X (Berlin) (SPD)", "X SPD", "X, Parl. Staatssekretär:",
// "X <mail address>", "X schrieb". Tested by tests/names/detector_test.cc.
#include "names/evidence.h"
#include "names/glance.h"

namespace maske::names {
namespace {

bool MailFollows(View& view, std::uint32_t at) {
  const std::uint32_t end = view.high();
  if (view.text().substr(at, 9) == " [mailto:") return true;
  for (int n = 0; n < 3 && at < end && view.ByteAt(at) != '<'; ++n, ++at) {
    const char c = view.ByteAt(at);
    if (c != ' ' && c != '"' && c != '\'') return false;
  }
  if (at >= end || view.ByteAt(at) != '<') return false;
  for (int n = 0; n < 80 && ++at < end; ++n) {
    const char c = view.ByteAt(at);
    if (c == '@') return true;
    if (c == ' ' || c == '>' || c == '\n') return false;
  }
  return false;
}

}  // namespace

Evidence SaidBehind(View& view, const Name& name) {
  const Index last = name.last;
  if (view.ByteAt(name.end) == '\n') return {};
  if (MailFollows(view, name.end)) return {Rule::kHeader, Trust::kMedium, 0.9F};
  if (!view.Has(last + 1)) return {};
  const std::uint32_t gap = view.gap(last);
  const Index next = last + 1;
  if (gap == (kGapBlank | kGapOpen)) {
    if (!view.Capital(next)) return {};
    if ((view.roles(next) & kParty) != 0) return {Rule::kTranscript, Trust::kStrong, 0.9F};
    // "X (Ort) (SPD)", "X [Ort] [SPD]", "X (Ort) SPD"
    const std::uint32_t then = view.gap(next);
    if ((then & kGapClose) != 0 && Only(then, kGapClose | kGapBlank | kGapOpen) && view.Has(next + 1) &&
        (view.roles(next + 1) & kParty) != 0) {
      return {Rule::kTranscript, Trust::kStrong, 0.9F};
    }
    return {};
  }
  if (gap == kGapBlank) {
    const std::uint32_t roles = view.roles(next);
    // "X MBA", "X B. Dr."
    if (view.Capital(next) && (roles & kDegree) != 0) return {Rule::kTitle, Trust::kMedium, 0.8F};
    if (view.token(next).end - view.token(next).begin == 1 && view.Capital(next) &&
        view.gap(next) == (kGapDot | kGapBlank) && view.Has(next + 1) &&
        (view.roles(next + 1) & (kDegree | kTitle)) != 0 && view.Capital(next + 1)) {
      return {Rule::kTitle, Trust::kMedium, 0.8F};
    }
    if (view.Capital(next) && (roles & kParty) != 0 && !view.Is(next, text::Token::kHasLower)) {
      return {Rule::kTranscript, Trust::kMedium, 0.8F};
    }
    if (!view.Capital(next) && (roles & kSay) != 0) {
      const std::string_view w = view.word(next);
      if (w == "schrieb" || w == "wrote") return {Rule::kAttribution, Trust::kMedium, 0.75F};
      return {Rule::kAttribution, Trust::kLexicon, 0.6F};
    }
    return {};
  }
  if (gap == (kGapBlank | kGapComma) && view.Capital(next) && (view.roles(next) & kFunction) != 0 &&
      view.AtLineBegin(name.first)) {
    return {Rule::kTranscript, Trust::kMedium, 0.8F};
  }
  return {};
}

Name NameBeforeMail(View& view, Index i) {
  constexpr Index kMostTokens = 6;
  const text::Token& token = view.token(i);
  const std::string_view ahead = view.text().substr(token.end, kMailReach);
  if (ahead.find('<') == std::string_view::npos && ahead.find('[') == std::string_view::npos) return {};
  if ((view.roles(i) & (kTitle | kSalutation)) != 0) return {};  // the name begins behind it
  Name name;
  name.first = i;
  name.begin = token.begin;
  bool known = false;
  for (Index j = i; view.Has(j) && j < i + kMostTokens; ++j) {
    const Unit unit = ReadUnit(view, j);
    if (unit.kind == Kind::kNone) return {};
    if (unit.kind == Kind::kName) {
      if (name.units == 0 && PlainWord(view, unit, true) && unit.given == 0) return {};
      known = known || unit.listed() || !PlainWord(view, unit, true);
      ++name.units;
    }
    name.last = unit.last;
    name.end = unit.end;
    name.surname = unit.hash;
    j = unit.last;
    if (const Evidence said = SaidBehind(view, name); said && said.rule == Rule::kHeader) {
      return name.units == 0 || !known || Suppressed(view, name, true) ? Name{} : name;
    }
    if (!Only(view.gap(j), kGapBlank | kGapDot | kGapComma | kGapHyphen)) return {};
  }
  return {};
}

// What may follow a name that stands in a form or a greeting: anything but a lower-case word that goes on.
bool PhraseEnds(View& view, const Name& name) {
  const std::uint32_t gap = view.gap(name.last);
  if (gap != kGapBlank) return true;
  const Index next = name.last + 1;
  if (!view.Has(next)) return true;
  return !view.Is(next, text::Token::kHasLower) || view.Is(next, text::Token::kHasDigit) ||
         (view.roles(next) & (kLinker | kBirth | kSay | kDegree | kTitle | kPreposition)) != 0;
}

// The name, with degrees behind it, ends its line.
bool EndsLine(View& view, const Name& name) {
  if (view.AtLineEnd(name.end)) return true;
  Index j = name.last;
  for (int n = 0; n < 3; ++n) {
    if (!Only(view.gap(j), kGapBlank | kGapComma | kGapDot | kGapOpen) || !view.Has(j + 1)) return false;
    ++j;
    if ((view.roles(j) & (kDegree | kTitle | kFunction)) == 0) return false;
    if (view.AtLineEnd(view.token(j).end)) return true;
  }
  return false;
}

}  // namespace maske::names
