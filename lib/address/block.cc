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
  if (words.count == 0 || words.count > 7 || words.first.Is(kStop | kCompany | kCountryName)) return false;
  if (c.IsDigit(s.begin) && c.DigitsEnd(s.begin) - s.begin >= 4) return false;  // another postcode
  if (s.newlines == 0 && s.separator != 0 && s.end - s.begin > 40) return false;
  const char last = c[s.end - 1];
  return last != '.' || words.first.Is(kInside) || c.IsDigit(s.begin);
}

// A street with its number, or a box, that fills the end of a segment.
struct Found {
  std::uint32_t begin = 0;
  bool street = false;
  bool postbox = false;
  bool weak = false;
  [[nodiscard]] bool any() const { return street || postbox; }
};
Found StreetIn(const Cursor& c, const Segment& s, bool weak) {
  Found found;
  // What fills the end of the segment does not begin far from it.
  const std::uint32_t from = s.end - s.begin > 56 ? s.end - 56 : s.begin;
  for (std::uint32_t d = c.NextDigitRun(from, s.end); d < s.end; d = c.NextDigitRun(d + 1, s.end)) {
    if (const Postbox box = PostboxAt(c, d, s.begin); box.ok() && c.SkipBlanks(box.end) >= s.end) {
      return {.begin = box.begin, .postbox = true};
    }
    if (d > s.begin && c.IsWord(d - 1)) continue;
    const HouseNumber n = HouseNumberAt(c, d);
    if (!n.ok() || n.end > s.end) continue;
    const std::uint32_t rest = c.SkipBlanks(n.end);
    if (rest < s.end) {
      const std::uint32_t word = c[rest] == '/' ? c.SkipBlanks(rest + 1) : rest;
      const bool inside = c[rest] == '(' || c.WordAt(word).Is(kInside);
      if (!inside || s.end - rest > 40) continue;
    }
    const std::uint32_t name_end = NameEnd(c, d, s.begin);
    const Street street = StreetBefore(c, name_end, s.begin, weak);
    if (!street.any() || (name_end == d && c[d - 1] != '.')) continue;
    // "c/o Schützenstraße 15"
    found = {.begin = IsCareOf(c, s.begin) ? s.begin : street.begin, .street = true, .weak = !street.strong()};
    if (street.strong()) return found;
  }
  return found;
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
  const Segment direct = SegmentBefore(c, place.begin, limit);
  Segment s = direct;
  Found found;
  bool inside_lines = false;
  if (s.ok() && s.joined()) {
    // On one line with nothing between: "Hauptstr. 5 10115 Berlin", "lindenstr 5 in 50674 köln".
    found = StreetIn(c, s, false);
    if (!found.any()) {
      const Word in = c.WordBefore(s.end, s.begin);
      if (in.size() == 2 && c.Text(in) == "in") {
        Segment shorter = s;
        shorter.end = c.SkipBlanksBack(in.begin, s.begin);
        if (shorter.ok()) found = StreetIn(c, shorter, false);
      }
    }
  } else {
    std::uint32_t at = place.begin;
    bool sure_inside = true;  // every line so far says by itself that it belongs to an address
    for (int k = 0; k < 3; ++k) {
      if (k > 0) s = SegmentBefore(c, at, limit);
      if (!s.ok() || (k > 0 && s.newlines > 1) || (k > 0 && s.joined())) break;
      const Found here = StreetIn(c, s, sure_inside && place.strength >= PlaceStrength::kUnknown);
      if (here.any()) {
        found = here;
        inside_lines = k > 0;
        break;
      }
      if (!IsInside(c, s)) break;
      sure_inside = sure_inside && (IsCareOf(c, s.begin) || c.WordAt(s.begin).Is(kInside) || c.IsDigit(s.begin));
      at = s.begin;
    }
    if (found.any() && found.weak && s.newlines == 0 && s.separator == 0) found = {};
  }
  if (found.any()) {
    b.begin = found.begin;
    b.has_street = found.street;
    b.has_postbox = found.postbox;
    b.begin = ExtendUp(c, b.begin, limit);
  } else if (direct.ok() && !direct.joined() && direct.newlines <= 1 && place.strength >= PlaceStrength::kKnown) {
    // Without a number: "Am Grauen Stein", "Postfach", "c/o Muster GmbH", "Schloss Neuhaus".
    const LineWords words = ReadLine(c, direct);
    const bool weak_ok = direct.line && direct.newlines == 1;
    const Street street = StreetBefore(c, direct.end, direct.begin, weak_ok);
    const bool name =
        street.any() && street.begin == direct.begin &&
        (street.strong() || street.lead || EndingOf(c.Text(c.WordBefore(direct.end, direct.begin))).classes != 0);
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
    if (place.strength == PlaceStrength::kForeign) b.score = 0.75F;
    if (place.four_digits && place.strength < PlaceStrength::kPair && inside_lines) b.score = 0.45F;
    if (place.four_digits && place.strength < PlaceStrength::kKnown && found.weak) b.score = 0.4F;
  } else if (place.strength == PlaceStrength::kPair) {
    b.score = place.four_digits && !position && !place.prefixed ? 0.7F : 0.85F;
    if (place.lower_case) b.score = 0.6F;
  } else if (place.prefixed && place.strength >= PlaceStrength::kUnknown) {
    b.score = 0.8F;
  } else if (place.strength == PlaceStrength::kKnown && !place.four_digits) {
    b.score = position ? 0.75F : place.valid ? 0.55F : 0.45F;
  } else if (place.strength == PlaceStrength::kUnknown && alone_on_line) {
    b.score = 0.55F;
  } else {
    b.score = 0.3F;
  }
  if (b.begin != place.begin && !b.has_street && !b.has_postbox) b.score = std::max(b.score, 0.75F);
  return b;
}

}  // namespace maske::address
