// Names of streets: street.h.
#include "address/street.h"

#include <string_view>

namespace maske::address {
namespace {

// The word before `at` on the same line with nothing but one or two blanks between; empty when there is none.
// `dot`: a full stop may end it ("St. Anna", "Gr. Straße", "17. Juni").
Word Previous(const Cursor& c, std::uint32_t at, std::uint32_t limit, bool dot = true) {
  Word none{.begin = at, .end = at};
  std::uint32_t end = c.SkipBlanksBack(at, limit);
  if (end == at || at - end > 3 || end <= limit) return none;
  const bool has_dot = c[end - 1] == '.';
  if (has_dot && !dot) return none;
  if (has_dot) --end;
  Word w = c.WordBefore(end, limit);
  if (w.size() == 0) return none;
  if (has_dot && !w.Is(kAbbrev) && !c.IsDigit(w.begin) && w.size() != 1) return none;  // a sentence ends there
  return w;
}

bool EndsLikeAdjective(std::string_view w) { return w.size() >= 4 && (w.ends_with("er") || w.ends_with("ER")); }

// Takes leading words into the street: "Alte Jakobstraße", "An der Kleinen Alster". Returns the new begin.
std::uint32_t ExtendLeft(const Cursor& c, std::uint32_t begin, std::uint32_t limit, bool* lead) {
  std::uint32_t best = begin;
  std::uint32_t at = begin;
  for (int n = 0; n < 4; ++n) {
    const Word w = Previous(c, at, limit);
    if (w.size() == 0 || !w.Is(kLead | kArticle | kAdjective)) break;
    at = w.begin;
    // The first word of a name is capital: "in der Alten Gasse" begins at "Alten".
    if (c.IsCapital(w) && (w.Is(kLead | kAdjective) || w.size() == 0)) {
      best = at;
      if (w.Is(kLead) && !w.Is(kAdjective)) {
        *lead = true;
        break;
      }
    }
  }
  return best;
}

// Does a segment begin at i: the line, the limit, or something behind a comma or bar?
bool BeginsPart(const Cursor& c, std::uint32_t i, std::uint32_t limit) {
  if (i == limit || c.AtLineBegin(i)) return true;
  const std::uint32_t b = c.SkipBlanksBack(i, limit);
  if (b == limit) return true;
  const char ch = c[b - 1];
  return ch == ',' || ch == ';' || ch == '|' || ch == ':' || ch == '(' || ch == '\t';
}

// "Hanauer Landstraße", "Nördliche Münchner Straße": an adjective of a place in front of a compound, or the whole of a
// name ("Hermann Neuner Str."), when the segment begins with it. `anywhere`: the compound alone would not do.
std::uint32_t ExtendByName(const Cursor& c, std::uint32_t begin, std::uint32_t limit, int words, bool adjective_only,
                           bool anywhere) {
  std::uint32_t at = begin;
  for (int n = 0; n < words; ++n) {
    const Word w = Previous(c, at, limit);
    if (w.size() < 3 || !c.IsCapital(w) || w.Is(kDeterminer | kStop | kCompany | kCountryName | kLead | kInside)) break;
    if (adjective_only && !EndsLikeAdjective(c.Text(w))) break;
    if ((anywhere && EndsLikeAdjective(c.Text(w))) || BeginsPart(c, w.begin, limit)) return w.begin;
    const Word before = Previous(c, w.begin, limit, false);
    if (before.size() != 0 && !c.IsCapital(before) && !c.IsDigit(before.begin)) return w.begin;  // "in Karl Marx Allee"
    at = w.begin;
  }
  return begin;
}

// "Straße des 17. Juni", "Platz der Einheit", "Rue de la Gare", "Via Nassa": from the last word back to the street word.
std::uint32_t StreetOf(const Cursor& c, const Word& last, std::uint32_t limit) {
  std::uint32_t at = last.begin;
  bool article = false;
  for (int n = 0; n < 4; ++n) {
    const Word w = Previous(c, at, limit);
    if (w.size() == 0) return last.end;
    if (w.Is(kFirst) && (c.IsCapital(w) ? w.size() > 2 : w.Is(kSmall) && (w.size() > 2 || c[w.end] == '.'))) {
      return w.begin;
    }
    if (article && w.Is(kStreetWord) && c.IsCapital(w)) return w.begin;
    if (!w.Is(kArticle) && !c.IsCapital(w) && !c.IsDigit(w.begin)) return last.end;
    article = w.Is(kArticle);
    at = w.begin;
  }
  return last.end;
}

// A weak name: the capital words, articles and leading words that reach back from `last`.
Street WeakBefore(const Cursor& c, const Word& last, std::uint32_t limit) {
  Street s{.begin = last.begin, .strength = StreetStrength::kWeak};
  std::uint32_t at = last.begin;
  for (int n = 0; n < 4; ++n) {
    const Word w = Previous(c, at, limit);
    if (w.size() == 0) break;
    const bool capital = c.IsCapital(w);
    if (capital && w.Is(kStop | kCompany | kCountryName)) break;
    if (!capital && !w.Is(kArticle | kLead)) break;
    at = w.begin;
    if (capital) s.begin = at;
    if (capital && w.Is(kLead) && !w.Is(kAdjective)) {
      s.lead = true;
      break;
    }
  }
  return s;
}

// StreetBefore() without what stands on the line before.
Street ReadStreet(const Cursor& c, std::uint32_t end, std::uint32_t limit, bool weak) {
  Street none;
  if (end <= limit) return none;
  const bool dot = c[end - 1] == '.';
  const std::uint32_t word_end = end - (dot ? 1 : 0);
  if (!c.IsWord(word_end - 1) || word_end <= limit) return none;
  const Word last = c.WordBefore(word_end, limit);
  if (last.size() == 0) return none;
  const std::string_view text = c.Text(last);
  const bool capital = c.IsCapital(last);
  Street s;

  // "Brunnen-\nstraße": the two are one word.
  if (last.Is(kStreetWord) && last.Is(kSuffix)) {
    if (const Word first = CutOffBefore(c, last.begin, limit); first.size() != 0) {
      s.begin = first.begin;
      s.strength = StreetStrength::kStrong;
      s.begin = ExtendLeft(c, s.begin, limit, &s.lead);
      return s;
    }
  }

  // A compound: "Hauptstraße", "Hans-Böckler-Str."
  const Ending ending = EndingOf(text);
  const bool short_pl =
      !dot && text.size() > 3 && (text.ends_with("pl") || text.ends_with("PL"));  // "Marktpl." has a stop
  if ((ending.classes & kSuffix) != 0 && !last.Is(kAdjective | kUnit | kDeterminer) && !short_pl) {
    const bool str = dot || (text.size() > 4 && (text.ends_with("str") || text.ends_with("sse") ||
                                                 text.ends_with("\xC3\x9F"
                                                                "e")));
    if (capital || str) {
      s.begin = last.begin;
      s.lower_case = !capital;
      s.ending = true;
      s.strength = (ending.classes & kCommon) != 0 ? StreetStrength::kWeak : StreetStrength::kStrong;
      const std::uint32_t name = ExtendByName(c, s.begin, limit, 2, true, !s.strong());
      if (name != s.begin) s.strength = StreetStrength::kStrong;
      if (s.strong() || weak) {
        s.begin = ExtendLeft(c, name, limit, &s.lead);
        return s;
      }
      return none;
    }
    if (weak) {  // "Am dm-Platz", "musterweg"
      const std::uint32_t begin = ExtendLeft(c, last.begin, limit, &s.lead);
      if (s.lead || (ending.classes & kCommon) == 0) {
        return {.begin = begin, .strength = StreetStrength::kWeak, .lead = s.lead, .lower_case = true, .ending = true};
      }
    }
  }
  if (dot && !last.Is(kAbbrev)) return none;  // a sentence ends there

  // A street word with a name in front: "Lange Straße", "Karl Marx Allee".
  if (last.Is(kStreetWord)) {
    Word name = Previous(c, last.begin, limit);
    if (name.size() == 0 && last.Is(kSureStreet) && last.begin > limit + 4 && c[last.begin - 1] == '\n') {
      name = c.WordBefore(last.begin - 1, limit);  // "Lange\nStraße"
      if (!name.Is(kAdjective) || c.AtLineBegin(name.begin)) name = {};
    }
    if (name.size() != 0 && c.IsCapital(name) && !(name.Is(kDeterminer) && !name.Is(kAdjective)) &&
        !name.Is(kUnit | kStop)) {
      const std::string_view n = c.Text(name);
      const bool adjective = name.Is(kAdjective) || EndsLikeAdjective(n) || n.ends_with('-');
      const bool sure = last.Is(kSureStreet);
      const bool lead_only = name.Is(kLead) && !name.Is(kAdjective);
      if (lead_only) {
        if (weak) return {.begin = name.begin, .strength = StreetStrength::kWeak, .lead = true};
      } else if (sure || adjective || weak) {
        s.begin = name.begin;
        const bool written = capital || dot || last.Is(kSmall);
        s.strength = (sure || adjective) && written ? StreetStrength::kStrong : StreetStrength::kWeak;
        s.begin = ExtendLeft(c, s.begin, limit, &s.lead);
        if (s.begin == name.begin && !name.Is(kAdjective))
          s.begin = ExtendByName(c, s.begin, limit, 2, false, false);  // "Rosa Luxemburg Straße"
        if (s.strong() || weak) return s;
      }
    }
    if (last.Is(kSureStreet) && !weak) return none;
  }

  // "C/ Mayor"
  if (capital && last.begin >= limit + 3 && c[last.begin - 1] == ' ' && c[last.begin - 2] == '/' &&
      (c[last.begin - 3] == 'C' || c[last.begin - 3] == 'c') && (last.begin < 4 || !c.IsWord(last.begin - 4))) {
    return {.begin = last.begin - 3, .strength = StreetStrength::kStrong};
  }

  // "Straße des 17. Juni", "Platz der Republik".
  if (capital && !last.Is(kStreetWord)) {
    const Word before = Previous(c, last.begin, limit);
    const bool month = last.Is(kUnit) && !c.IsDigit(before.begin);  // "Neuer Markt im Juli 98"
    if (before.size() != 0 && !month &&
        (before.Is(kArticle | kFirst) || (c.IsDigit(before.begin) && before.size() <= 2))) {
      const std::uint32_t begin = StreetOf(c, last, limit);
      if (begin < last.end) {
        s.begin = ExtendLeft(c, begin, limit, &s.lead);
        s.strength = StreetStrength::kStrong;
        return s;
      }
    }
  }
  if (!weak) return none;

  // Anything that may be a name, when postcode and place follow.
  if (last.Is(kStop | kUnit | kNumberWord | kPostbox | kInside | kCompany | kCountryName | kArticle)) return none;
  if (!capital) return none;
  return WeakBefore(c, last, limit);
}

}  // namespace

Word CutOffBefore(const Cursor& c, std::uint32_t at, std::uint32_t limit) {
  const Word none{.begin = at, .end = at};
  if (at < limit + 4) return none;
  std::uint32_t i = c.SkipBlanksBack(at, limit);
  while (i > limit && c[i - 1] == '>') i = c.SkipBlanksBack(i - 1, limit);  // quoted mail
  if (i > limit && c[i - 1] == '\n') i -= i > limit + 1 && c[i - 2] == '\r' ? 2 : 1;
  if (i == at || i <= limit + 1 || c[i - 1] != '-' || !c.IsLetter(i - 2)) return none;
  const Word w = c.WordBefore(i - 1, limit);
  return w.size() > 1 && c.IsCapital(w) ? w : none;
}

std::uint32_t NameEnd(const Cursor& c, std::uint32_t number, std::uint32_t limit) {
  std::uint32_t end = c.SkipBlanksBack(number, limit);
  if (end > limit && c[end - 1] == '\n') {  // the number is on the next line
    return c.SkipBlanksBack(end - (end > limit + 1 && c[end - 2] == '\r' ? 2 : 1), limit);
  }
  if (number - end > 3 && c[number - 1] != ';') return number;  // a table's column, but "&nbsp;" is one blank
  if (end > limit && c[end - 1] == '.') {
    const Word w = c.WordBefore(end - 1, limit);
    if (w.Is(kNumberWord)) end = c.SkipBlanksBack(w.begin, limit);
  } else if (end > limit && end < number) {
    const char last = static_cast<char>(c[end - 1] | 0x20);
    if (last == 'r' || last == 'm' || last == 'o') {
      const Word w = c.WordBefore(end, limit);
      if (w.Is(kNumberWord)) end = c.SkipBlanksBack(w.begin, limit);
    }
  }
  if (end > limit && c[end - 1] == ',') end = c.SkipBlanksBack(end - 1, limit);
  return end;
}

Street LeadStreetBefore(const Cursor& c, std::uint32_t end, std::uint32_t limit, std::uint32_t next) {
  if (!c.IsWord(end - 1)) return {};
  const Word last = c.WordBefore(end, limit);
  if (!c.IsCapital(last) || last.Is(kStop | kUnit | kDeterminer | kInside | kNumberWord)) return {};
  Street s = WeakBefore(c, last, limit);
  if (!s.lead || s.begin <= limit + 1) return {};
  const std::uint32_t before = c.SkipBlanksBack(s.begin, limit);
  const auto separates = [](char ch) { return ch == ',' || ch == ';' || ch == '|' || ch == '('; };
  if (before == s.begin || before == limit) return {};
  const bool label = c.WordBefore(c[before - 1] == ':' ? before - 1 : before, limit).Is(kLabel);
  if (!separates(c[before - 1]) && !label) return {};
  const std::uint32_t after = c.SkipBlanks(next);
  const char ch = c[after];
  if (!separates(ch) && ch != ')' && ch != '.' && !c.AtLineEnd(next)) return {};
  s.strength = StreetStrength::kStrong;
  return s;
}

Street StreetBefore(const Cursor& c, std::uint32_t end, std::uint32_t limit, bool weak) {
  Street s = ReadStreet(c, end, limit, weak);
  if (s.any() && s.begin > limit) {
    if (const Word w = CutOffBefore(c, s.begin, limit); w.size() != 0) s.begin = w.begin;
  }
  return s;
}

NumberFirst NumberFirstAt(const Cursor& c, std::uint32_t digits) {
  const NumberFirst none{.begin = digits, .end = digits};
  std::uint32_t i = c.DigitsEnd(digits);
  if (i - digits > 4 || c[digits] == '0') return none;
  if (c.IsLetter(i) && !c.IsWord(i + 1)) ++i;  // "12b"
  if ((c[i] == '-' || c[i] == '/') && c.IsDigit(i + 1)) i = c.DigitsEnd(i + 1);
  const auto next = [&](std::uint32_t at) { return c.SkipBlanks(at + (c[at] == ',' ? 1 : 0)); };
  std::uint32_t at = next(i);
  if (at == i) return none;
  const auto byte = [&](std::uint32_t k) { return static_cast<unsigned char>(c[at + k]); };
  // Most words are dismissed here; "bis" and "ter" stand before such a word.
  if (!MayBeginStreet(byte(0), byte(1)) && !(byte(0) == 'b' && byte(1) == 'i') && !(byte(0) == 't' && byte(1) == 'e') &&
      !(byte(0) == 'q' && byte(1) == 'u')) {
    return none;
  }
  Word w = c.WordAt(at);
  if (const std::string_view t = c.Text(w); t == "bis" || t == "ter" || t == "quater") {
    at = next(w.end);
    w = c.WordAt(at);
  }
  if (w.size() < 2 || !w.Is(kFirst)) return none;
  // "5 via USB": a word that is none of a street's elsewhere wants an article behind it.
  if (!c.IsCapital(w) && !w.Is(kSmall) && !c.WordAt(c.SkipBlanks(w.end)).Is(kArticle)) return none;
  NumberFirst street = none;
  street.sure = w.size() > 2;
  bool joined = true;  // an article or its apostrophe wants a word behind it
  for (int n = 0; n < 8; ++n) {
    at = w.end + (c[w.end] == '.' && (w.Is(kAbbrev) || w.size() == 1) ? 1 : 0);
    const std::uint32_t after = c.SkipBlanks(at);
    if (after == at || after - at > 2) break;
    w = c.WordAt(after);
    if (w.size() == 0) break;
    const std::string_view t = c.Text(w);
    const bool apostrophe = t.size() > 2 && (t[1] == '\'' || t.substr(1).starts_with("\xE2\x80\x99"));  // "d'Alésia"
    const bool name = c.IsCapital(w) || apostrophe || (joined && w.size() > 2 && !w.Is(kArticle));
    if (!name && !w.Is(kArticle)) break;
    if ((w.Is(kStop | kCountryName) && !w.Is(kArticle)) || c.IsDigit(w.begin)) break;
    joined = w.Is(kArticle);
    if (name) street.end = w.end;
  }
  return street;
}

}  // namespace maske::address
