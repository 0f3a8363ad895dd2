// Assembles an address around its place: block.h.
#include "address/block.h"

#include <algorithm>
#include <string_view>

#include "address/postbox.h"
#include "address/street.h"

namespace maske::address {
namespace {

constexpr std::uint32_t kMaxInside = 64;  // bytes of a line between street and place

bool IsCareOf(const Cursor& c, std::uint32_t i) {
  const char a = static_cast<char>(c[i] | 0x20);
  if (a == 'c' && (c[i + 1] == '/' || c[i + 1] == '.') && (c[i + 2] | 0x20) == 'o') return !c.IsWord(i + 3);
  return c.StartsWith(i, "p. A.") || c.StartsWith(i, "p.A.") || c.StartsWith(i, "\xE2\x84\x85");
}

// What a line says by its words.
struct LineWords {
  int count = 0;
  bool company = false;
  bool building_end = false;  // the first or the last word is a building's
  bool all_capital = true;
  Word first;
};
LineWords ReadLine(const Cursor& c, const Segment& s) {
  LineWords r;
  std::uint32_t i = s.begin;
  Word last;
  while (i < s.end && r.count < 12) {
    const Word w = c.WordAt(i);
    if (w.size() == 0) {
      ++i;
      continue;
    }
    if (r.count == 0) r.first = w;
    ++r.count;
    if (w.Is(kCompany)) r.company = true;
    if (!c.IsCapital(w) && !c.IsDigit(w.begin)) r.all_capital = false;
    if (w.size() > 1 && !c.IsDigit(w.begin)) last = w;
    i = w.end;
  }
  r.building_end = r.first.Is(kBuilding) || last.Is(kBuilding);
  if (!r.building_end && last.size() > 8) {  // "Gründerzentrum", "Gewerbepark"
    const std::string_view t = c.Text(last);
    r.building_end = t.ends_with("zentrum") || t.ends_with("center") || t.ends_with("park") || t.ends_with("campus");
  }
  return r;
}

// May this stand between the street and the place?
bool IsInside(const Cursor& c, const Segment& s) {
  if (!s.ok() || s.end - s.begin > kMaxInside || s.newlines > 1) return false;
  const std::string_view t = c.Text(s.begin, s.end);
  if (t.find('@') != t.npos || t.find("://") != t.npos || t.find("www.") != t.npos) return false;
  if (IsCareOf(c, s.begin)) return true;
  const LineWords words = ReadLine(c, s);
  if (words.count == 0 || words.count > 7 || c[words.first.begin] == '_' ||
      words.first.Is(kStop | kCompany | kCountryName))
    return false;
  if (c.IsDigit(s.begin) && c.DigitsEnd(s.begin) - s.begin >= 4) return false;  // another postcode
  if (s.newlines == 0 && s.separator != 0 && s.end - s.begin > 40) return false;
  // "Olga Muster, 20095 Hamburg" begins another entry of a list.
  if (s.newlines == 0 && s.separator == ',' && s.line && words.count >= 2 && words.all_capital && !words.building_end &&
      !words.first.Is(kInside) && !c.IsDigit(s.begin)) {
    return false;
  }
  const char last = c[s.end - 1];
  return last != '.' || words.first.Is(kInside) || c.IsDigit(s.begin);
}

// "o. Nr.", "ohne Hausnummer", "s/n" at the end of the text: its length, or 0.
std::uint32_t WithoutNumber(std::string_view t) {
  for (const std::string_view form :
       {"o. Nr.", "o.Nr.", "o. Nr", "ohne Nr.", "ohne Nummer", "ohne Hausnummer", "s/n", "S/N"}) {
    if (t.ends_with(form)) return static_cast<std::uint32_t>(form.size());
  }
  return 0;
}

// "Hauptstr., 12" and "Hauptstr.\n12": a segment that is a house's number, and no more, belongs to the one before it.
Segment WithName(const Cursor& c, const Segment& s, std::uint32_t limit) {
  if (!s.ok() || s.end - s.begin > 16 || s.begin < limit + 4) return s;
  if (c.IsDigit(s.begin) ? HouseNumberAt(c, s.begin).end != s.end
                         : WithoutNumber(c.Text(s.begin, s.end)) != s.end - s.begin) {
    return s;
  }
  const Segment name = SegmentBefore(c, s.begin, limit);
  if (!name.ok() || name.newlines > 1) return s;
  // "Q7, 12": a block of Mannheim has a letter and a number for a name.
  const bool square =
      c.IsUpper(name.begin) && name.end - name.begin <= 3 && c.IsDigit(name.begin + 1) && name.separator == ',';
  if (!square && !c.IsLetter(name.end - (c[name.end - 1] == '.' ? 2 : 1))) return s;
  if (name.newlines == 1 ? name.separator != 0 || !StreetBefore(c, name.end, name.begin, false).strong()
                         : name.separator != ',') {
    return s;
  }
  Segment both = s;
  both.begin = name.begin;
  both.line = name.line;
  return both;
}

// Does "12 rue de la Paix" begin at the digits and fill the rest of the segment?
bool FillsRest(const Cursor& c, std::uint32_t digits, const Segment& s) {
  const NumberFirst street = NumberFirstAt(c, digits);
  if (!street.ok() || street.end <= s.begin || street.end > s.end) return false;
  std::uint32_t rest = c.SkipBlanks(street.end);
  if (c.IsDigit(rest)) rest = c.SkipBlanks(c.DigitsEnd(rest));
  return rest >= s.end || c.WordAt(rest).Is(kInside | kFlat);
}

// "12, rue de la Paix" in a segment that begins behind the comma: where the number begins; the segment's end when there is
// none.
std::uint32_t NumberBefore(const Cursor& c, const Segment& s) {
  if (s.begin < 3 || !c.WordAt(s.begin).Is(kFirst)) return s.end;
  const std::uint32_t limit = s.begin > 12 ? s.begin - 12 : 0;
  std::uint32_t i = c.SkipBlanksBack(s.begin, limit);
  if (i <= limit || c[i - 1] != ',') return s.end;
  while (i > limit && !c.IsDigit(i - 1) && c[i - 1] != '\n') --i;  // "12 bis,"
  while (i > limit && c.IsDigit(i - 1)) --i;
  if (i > 0 && (c.IsWord(i - 1) || c[i - 1] == '/' || c[i - 1] == '-' || c[i - 1] == '.')) return s.end;
  return c.IsDigit(i) && FillsRest(c, i, s) ? i : s.end;
}

// A street with its number, or a box, that fills the end of a segment.
struct Found {
  std::uint32_t begin = 0;
  bool street = false;
  bool postbox = false;
  bool weak = false;
  bool ending = false;  // the street is known by its ending
  [[nodiscard]] bool any() const { return street || postbox; }
};
Found StreetIn(const Cursor& c, Segment s, bool weak) {
  Found found;
  if (const std::uint32_t first = NumberBefore(c, s); first < s.end) return {.begin = first, .street = true};
  if (s.line) {
    const Word cut_off = CutOffBefore(c, s.begin, s.begin > 80 ? s.begin - 80 : 0);
    if (cut_off.size() != 0) s.begin = cut_off.begin;
  }
  // What fills the end of the segment does not begin far from it.
  const std::uint32_t from = s.end - s.begin > 56 ? s.end - 56 : s.begin;
  for (std::uint32_t d = c.NextDigitRun(from, s.end); d < s.end; d = c.NextDigitRun(d + 1, s.end)) {
    if (const Postbox box = PostboxAt(c, d, s.begin); box.ok() && c.SkipBlanks(box.end) >= s.end) {
      return {.begin = box.begin, .postbox = true};
    }
    std::uint32_t name_end = NameEnd(c, d, s.begin);
    if (d > s.begin && c.IsWord(d - 1)) {  // "Hauptstraße B300"
      if (!c.IsUpper(d - 1) || d < s.begin + 4 || c.BlankBefore(d - 1) == 0) continue;
      name_end = NameEnd(c, d - 1, s.begin);
      if (!StreetBefore(c, name_end, s.begin, false).strong()) continue;
    }
    const char behind = c[c.DigitsEnd(d)];
    if ((behind == ' ' || behind == ',') && FillsRest(c, d, s)) return {.begin = d, .street = true};
    const HouseNumber n = HouseNumberAt(c, d);
    if (!n.ok() || n.end > s.end) continue;
    const std::uint32_t rest = c.SkipBlanks(n.end);
    const bool stair = rest > n.end && c.IsLetter(n.end - 1) && c.DigitsEnd(rest) == s.end;  // "12 A 3"
    if (rest < s.end && !stair) {
      const std::uint32_t word = c[rest] == '/' ? c.SkipBlanks(rest + 1) : rest;
      const bool inside =
          (c[rest] == '(' && c.IsWord(rest + 1) && c[rest + 1] != '_') || c.WordAt(word).Is(kInside | kFlat);
      if ((!inside && c.Text(rest, s.end) != ".") || s.end - rest > 40) continue;
    }
    const Street street = StreetBefore(c, name_end, s.begin, weak);
    if (!street.any() || (name_end == d && c[d - 1] != '.')) continue;
    if (rest + 1 == s.end && c[rest] == '.' && !street.strong()) continue;  // the end of a sentence
    // "c/o Schützenstraße 15"
    found = {.begin = IsCareOf(c, s.begin) ? s.begin : street.begin,
             .street = true,
             .weak = !street.strong(),
             .ending = street.ending};
    if (street.strong()) return found;
  }
  return found;
}

// Does the line below begin with a country?
bool CountryBelow(const Cursor& c, std::uint32_t end) {
  if (!c.AtLineEnd(end)) return false;
  const Word w = c.WordAt(SkipSeparator(c, end));
  return w.size() > 2 && w.Is(kCountryName) && c.IsCapital(w);
}

// "in 10115 Berlin", "aus 10115 Berlin": a small word in front of i; a noun there counts things.
bool LinkBefore(const Cursor& c, std::uint32_t i, std::uint32_t limit) {
  const Word w = c.SpanBefore(c.SkipBlanksBack(i, limit), limit);
  return w.size() != 0 && !c.IsCapital(w) && !c.IsDigit(w.begin);
}

// "Anschrift: ", "wohnhaft in " in front of i.
bool LabelBefore(const Cursor& c, std::uint32_t i, std::uint32_t limit) {
  i = c.SkipBlanksBack(i, limit);
  if (i > limit && c[i - 1] == ':') --i;
  Word w = c.WordBefore(i, limit);
  if (w.size() == 2 && c.Text(w) == "in") w = c.WordBefore(c.SkipBlanksBack(w.begin, limit), limit);
  return w.Is(kLabel);
}

}  // namespace

std::uint32_t ExtendUp(const Cursor& c, std::uint32_t begin, std::uint32_t limit) {
  if (!c.AtLineBegin(begin)) return begin;
  std::uint32_t best = begin;
  std::uint32_t at = begin;
  for (int lines = 0; lines < 2; ++lines) {
    const Segment s = SegmentBefore(c, at, limit);
    if (!s.ok() || s.newlines != 1 || s.end - s.begin > 90) break;
    const std::uint32_t line = c.LineBegin(s.begin, limit);
    const std::uint32_t text = c.SkipBlanks(line);
    if (s.end - text > 90) break;
    const Segment whole{.begin = text, .end = s.end, .newlines = 1, .separator = 0, .line = true};
    const LineWords words = ReadLine(c, whole);
    if (words.count == 0) break;
    if (IsCareOf(c, text)) {
      // "c/o Max Muster" is a person; a company, an office or one word is part of the address.
      const bool person = words.count == 4 && !words.company && !words.building_end && [&] {
        Word w = c.WordAt(c.SkipBlanks(text + 3));
        if (!c.IsCapital(w)) return false;
        w = c.WordAt(c.SkipBlanks(w.end));
        return c.IsCapital(w) && w.end == s.end;
      }();
      if (!person) best = text;
      break;
    }
    // A street or box of its own, or a building: only when something stands above it.
    const Segment above = SegmentBefore(c, text, limit);
    const bool something_above = above.ok() && above.newlines == 1;
    if (lines == 0 && something_above && !words.company) {
      const Found more = StreetIn(c, whole, words.count <= 3);
      if (more.any() && more.begin == text && !words.first.Is(kStop)) {
        best = text;
        at = text;
        continue;
      }
      const std::string_view line_text = c.Text(text, s.end);
      if (words.building_end && line_text.find(':') == line_text.npos && words.count <= 5 && !words.first.Is(kStop)) {
        best = text;
        at = text;
        continue;
      }
    }
    at = text;  // one line above may be the c/o line: "c/o Muster GmbH", "Niederlassung Berlin", street
    if (words.first.Is(kStop) || words.count > 6) break;
  }
  return best;
}

Block BlockAround(const Cursor& c, const Place& place) {
  const std::uint32_t limit = place.begin > kBlockBytes ? place.begin - kBlockBytes : 0;
  Block b{.begin = place.begin, .end = place.end};
  Segment direct = SegmentBefore(c, place.begin, limit);
  Segment s = direct;
  Found found;
  bool inside_lines = false;
  bool sure_inside = true;  // every line so far says by itself that it belongs to an address
  if (s.ok() && s.joined()) {
    // On one line with nothing between: "Hauptstr. 5 10115 Berlin", "lindenstr 5 in 50674 köln".
    found = StreetIn(c, s, place.strength == PlaceStrength::kPair);
    if (found.weak && !found.ending) found = {};
    if (!found.any()) {
      const Word in = c.WordBefore(s.end, s.begin);
      if (in.size() == 2 && c.Text(in) == "in") {
        Segment shorter = s;
        shorter.end = c.SkipBlanksBack(in.begin, s.begin);
        if (shorter.ok()) found = StreetIn(c, shorter, place.strength == PlaceStrength::kPair);
        if (found.weak && !found.ending) found = {};
      }
    }
  } else {
    std::uint32_t at = place.begin;
    for (int k = 0; k < 3; ++k) {
      if (k > 0) s = SegmentBefore(c, at, limit);
      s = WithName(c, s, limit);
      if (!s.ok() || (k > 0 && s.newlines > 1) || (k > 0 && s.joined())) break;
      const Found here = StreetIn(c, s, sure_inside && (place.strength >= PlaceStrength::kUnknown || place.own_line));
      if (here.any()) {
        found = here;
        inside_lines = k > 0;
        break;
      }
      if (!IsInside(c, s)) break;
      sure_inside = sure_inside && (IsCareOf(c, s.begin) || c.WordAt(s.begin).Is(kInside) || c.IsDigit(s.begin));
      at = s.begin;
    }
    if (found.weak && (s.newlines > 1 || (s.newlines == 0 && s.separator == 0))) found = {};
    // A place that no list knows: only below a street's line that holds nothing else.
    if (found.weak && place.strength == PlaceStrength::kForeign &&
        (s.newlines != 1 || found.begin != s.begin || !s.line)) {
      found = {};
    }
  }
  if (found.any()) {
    b.begin = found.begin;
    b.has_street = found.street;
    b.has_postbox = found.postbox;
    b.begin = ExtendUp(c, b.begin, limit);
  } else if (direct.ok() && !direct.joined() && direct.newlines <= 1 &&
             (place.strength >= PlaceStrength::kKnown || (place.known && place.own_line) ||
              WithoutNumber(c.Text(direct.begin, direct.end)) != 0)) {
    // Without a number: "Am Grauen Stein", "Postfach", "c/o Muster GmbH", "Schloss Neuhaus".
    direct = WithName(c, direct, limit);
    if (direct.line) {
      const Word cut_off = CutOffBefore(c, direct.begin, limit);
      if (cut_off.size() != 0) direct.begin = cut_off.begin;
    }
    const LineWords words = ReadLine(c, direct);
    const bool weak_ok = direct.line && direct.newlines == 1;
    std::uint32_t name_end = direct.end - WithoutNumber(c.Text(direct.begin, direct.end));
    if (name_end != direct.end) name_end = c.SkipBlanksBack(name_end, direct.begin);
    if (name_end > direct.begin && c[name_end - 1] == ',') name_end = c.SkipBlanksBack(name_end - 1, direct.begin);
    const Street street = StreetBefore(c, name_end, direct.begin, weak_ok || name_end != direct.end);
    const bool name = street.any() && street.begin == direct.begin &&
                      (street.strong() || street.lead || name_end != direct.end ||
                       EndingOf(c.Text(c.WordBefore(direct.end, direct.begin))).classes != 0);
    if (name && !words.company && words.count <= 5) {
      b.begin = ExtendUp(c, direct.begin, limit);
      b.has_street = true;
    } else if (words.count == 1 && words.first.Is(kPostbox) && words.first.size() > 4) {
      b.begin = ExtendUp(c, direct.begin, limit);
      b.has_postbox = true;
    } else if (weak_ok) {
      b.begin = ExtendUp(c, place.begin, limit);
    }
  }
  // The street behind: "9011 Neustadt, Erich-Kästner-Platz 5".
  if (!b.has_street && !b.has_postbox) {
    const std::uint32_t next = SkipSeparator(c, place.end);
    if (next != place.end) {
      const std::uint32_t stop = std::min(next + 72, c.size());
      for (std::uint32_t d = c.NextDigitRun(next, stop); d < stop; d = c.NextDigitRun(d + 1, stop)) {
        if (c.LineBegin(d, next) != next) break;
        if (c.IsWord(d - 1)) continue;
        const HouseNumber n = HouseNumberAt(c, d);
        if (!n.ok()) continue;
        const Street street = StreetBefore(c, NameEnd(c, d, next), next, false);
        if (!street.strong() || street.begin != next) continue;
        const std::uint32_t own = SkipSeparator(c, n.end);  // its own place behind it?
        const std::uint32_t digits = c.NextDigitRun(own, own + 5);
        if (own != n.end && digits < own + 5 && PlaceAt(c, digits, c.DigitsEnd(digits)).any()) break;
        b.end = n.end;
        b.has_street = true;
        break;
      }
    }
  }

  const bool position =
      c.AtLineBegin(place.begin) || (direct.ok() && !direct.joined()) || LabelBefore(c, place.begin, limit);
  const bool alone_on_line = c.AtLineBegin(place.begin) && c.AtLineEnd(place.end);
  if (b.has_street || b.has_postbox) {
    b.score = found.weak && place.strength <= PlaceStrength::kUnknown ? 0.75F : 0.95F;
    if (place.strength == PlaceStrength::kForeign && (found.weak || !place.prefixed)) {
      b.score = place.four_digits && !place.prefixed && found.weak ? 0.6F : 0.75F;
    }
    const bool doubtful = place.four_digits && !place.prefixed && !place.known && !CountryBelow(c, place.end);
    if (doubtful && found.weak) b.score = 0.4F;
    if (place.four_digits && !place.prefixed && place.strength < PlaceStrength::kPair && inside_lines &&
        !(sure_inside && place.own_line)) {
      b.score = 0.45F;
    }
  } else if (place.strength == PlaceStrength::kPair) {
    b.score = place.four_digits && !position && !place.prefixed ? 0.7F : 0.85F;
    if (place.lower_case) b.score = 0.6F;
  } else if (place.prefixed && place.strength >= PlaceStrength::kUnknown) {
    b.score = 0.8F;
  } else if (place.strength == PlaceStrength::kKnown && !place.four_digits) {
    b.score = position ? 0.75F : place.valid && LinkBefore(c, place.begin, limit) ? 0.55F : 0.45F;
  } else if (place.strength == PlaceStrength::kUnknown && alone_on_line) {
    b.score = 0.55F;
  } else {
    b.score = 0.3F;
  }
  if (b.begin != place.begin && !b.has_street && !b.has_postbox) b.score = std::max(b.score, 0.75F);
  return b;
}

}  // namespace maske::address
