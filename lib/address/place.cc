// Postcode and place: place.h.
#include "address/place.h"

#include <algorithm>
#include <string_view>

#include "address/gazetteer.h"
#include "address/place_words.h"
#include "text/chars.h"

namespace maske::address {
namespace {

struct Prefix {
  std::uint32_t begin;
  bool ok = true;  // what stands before the digits does not forbid a postcode
  bool present = false;
  char country = 0;  // 'D', 'A', 'C', 'L' (LU), 'F' (LI), 'X' (another country)
};

// "D-", "D - ", "A–", "CH " in front of the digits at `digits`.
Prefix PrefixBefore(const Cursor& c, std::uint32_t digits) {
  Prefix p{.begin = digits};
  if (digits == 0) return p;
  const char before = c[digits - 1];
  const bool blank = c.BlankBefore(digits) != 0;
  if (before == 'D' && (digits == 1 || (!c.IsWord(digits - 2) && c[digits - 2] != '-'))) {  // "D48329 Jever"
    return {.begin = digits - 1, .present = true, .country = 'D'};
  }
  if (!blank && (c.IsWord(digits - 1) || before == '.' || before == '/' || before == '+' || before == '#' ||
                 before == '_' || before == '$' || before == '=' || before == '&' || before == '%')) {
    p.ok = before == '.' && digits >= 2 && !c.IsDigit(digits - 2) && c.IsLetter(digits - 2);
    return p;
  }
  if (!blank && before == ',' && digits >= 2 && c.IsDigit(digits - 2)) {
    // "Hauptstr. 5,10115 Berlin" but not "12,34567"
    return p;
  }
  std::uint32_t i = c.SkipBlanksBack(digits, digits > 3 ? digits - 3 : 0);
  bool dash = false;
  if (i > 0 && c[i - 1] == '-') {
    dash = true;
    --i;
  } else if (i >= 3 && c[i - 3] == '\xE2' && c[i - 2] == '\x80' && (c[i - 1] == '\x93' || c[i - 1] == '\x91')) {
    dash = true;
    i -= 3;
  }
  i = c.SkipBlanksBack(i, i > 2 ? i - 2 : 0);
  if (i == 0 || !c.IsUpper(i - 1)) {
    if (dash && !blank && i == digits - 1) p.ok = i == 0 || !c.IsWord(i - 1);  // "030-12345"
    return p;
  }
  const Word w = c.WordBefore(i, i > 4 ? i - 4 : 0);
  if (w.size() == 0 || w.size() > 3 ||
      (w.begin > 0 && (c.IsWord(w.begin - 1) || c[w.begin - 1] == '-' || c[w.begin - 1] == '.'))) {
    if (dash && !blank) p.ok = false;  // "ISO-12345"
    return p;
  }
  const std::string_view t = c.Text(w);
  char country = 0;
  if (t == "D" || t == "DE" || t == "DEU") country = 'D';
  if (t == "A" || t == "AT" || t == "AUT") country = 'A';
  if (t == "CH") country = 'C';
  if (t == "L" || t == "LU") country = 'L';
  if (t == "FL" || t == "LI") country = 'F';
  constexpr std::string_view kOthers =
      " F FR I IT B BE NL E ES PL CZ SK DK S SE N NO FI FIN H HU SI SLO HR RO P PT GR BG LT LV EE IRL ";
  const std::size_t other = kOthers.find(t);
  if (other != kOthers.npos && kOthers[other - 1] == ' ' && kOthers[other + t.size()] == ' ') country = 'X';
  if (country == 0) {
    if (dash && !blank) p.ok = false;
    return p;
  }
  if (!dash && !c.AtLineBegin(w.begin) && w.begin > 0) {  // "D 10115" only at the begin of its part
    const std::uint32_t sep = c.SkipBlanksBack(w.begin, w.begin > 3 ? w.begin - 3 : 0);
    if (sep == 0 || (c[sep - 1] != ',' && c[sep - 1] != ';' && c[sep - 1] != '|' && !c.IsDigit(sep - 1))) return p;
  }
  p.begin = w.begin;
  p.present = true;
  p.country = country;
  return p;
}

// "Muenchen" is "München": the key with ae, oe, ue as one letter. 0 when there is nothing to change.
std::uint64_t WithoutUmlautE(std::string_view word) {
  char key[80];
  const std::size_t n = text::WordKey(word, key, sizeof key);
  std::size_t out = 0;
  for (std::size_t i = 0; i < n; ++i) {
    key[out++] = key[i];
    if ((key[i] == 'a' || key[i] == 'o' || key[i] == 'u') && i + 1 < n && key[i + 1] == 'e') ++i;
  }
  return out == n ? 0 : text::HashKey({key, out});
}

struct Judged {
  PlaceStrength strength = PlaceStrength::kNone;
  bool valid = false;
  std::uint64_t name = 0;  // hash under which the first word was known
};

Judged Judge(const Cursor& c, std::uint32_t code, bool five, const Prefix& prefix, const Word& w) {
  Country countries[2] = {kDe, kDe};
  int n = 0;
  if (five) {
    if (prefix.country == 0 || prefix.country == 'D') countries[n++] = kDe;
  } else if (prefix.country == 'L') {
    countries[n++] = kLu;
  } else {
    if (prefix.country == 0 || prefix.country == 'A') countries[n++] = kAt;
    if (prefix.country == 0 || prefix.country == 'C' || prefix.country == 'F') countries[n++] = kCh;
  }
  std::uint64_t hashes[3] = {w.hash, 0, 0};
  int forms = 1;
  const std::string_view t = c.Text(w);
  if (const std::size_t dash = t.find('-'); dash != std::string_view::npos && dash > 1) {
    hashes[forms++] = PlaceWordHash(t.substr(0, dash));  // "Berlin-Mitte"
  }
  if (t.find("ae") != t.npos || t.find("oe") != t.npos || t.find("ue") != t.npos || t.find("UE") != t.npos ||
      t.find("OE") != t.npos || t.find("AE") != t.npos || t.find("Ue") != t.npos || t.find("Oe") != t.npos) {
    if (const std::uint64_t h = WithoutUmlautE(t); h != 0) hashes[forms++] = h;
  }
  Judged j;
  bool valid = false;
  for (int k = 0; k < n; ++k) {
    if (!IsPostcode(countries[k], code)) continue;
    valid = true;
    for (int f = 0; f < forms; ++f) {
      if (IsPair(countries[k], code, hashes[f])) return {PlaceStrength::kPair, true, hashes[f]};
    }
  }
  j.valid = valid;
  const bool known = !w.Is(kPlacePrefix) && w.size() > 3 && [&] {
    for (int f = 0; f < forms; ++f) {
      if (IsPlaceName(hashes[f])) {
        j.name = hashes[f];
        return true;
      }
    }
    return false;
  }();
  if (known && n > 0) {
    j.strength = valid || five ? PlaceStrength::kKnown : PlaceStrength::kForeign;
  } else if (five && valid) {
    j.strength = PlaceStrength::kUnknown;
  } else if (five || prefix.present) {
    j.strength = PlaceStrength::kForeign;
  }
  return j;
}

// From behind a postcode over one end of a line or cell to the place: "20095\nHamburg", "20095;Hamburg", "20095 | Hamburg".
// `at` when none is there.
std::uint32_t SkipCell(const Cursor& c, std::uint32_t at) {
  std::uint32_t i = c.SkipBlanks(at);
  const std::uint32_t quote = c[i] == '"' || c[i] == '\'' ? 1 : 0;
  const char ch = c[i + quote];
  if (ch == '\n' || ch == '\r') {
    i += ch == '\r' && c[i + 1] == '\n' ? 2 : 1;
    while (c[i] == '>') i = c.SkipBlanks(i + 1);  // quoted mail
    return quote == 0 && c.IsLetter(i) ? i : at;
  }
  if (ch == ';' || ch == ',' || ch == '|') {
    i = c.SkipBlanks(i + quote + 1);
    if (c[i] == '"' || c[i] == '\'') ++i;
    return c.IsLetter(i) ? i : at;
  }
  if (quote == 0 && ch == '<' && c.StartsWith(i, "</td>")) {
    i = c.SkipBlanks(i + 5);
    return c.StartsWith(i, "<td>") && c.IsLetter(i + 4) ? i + 4 : at;
  }
  return at;
}

// Does a cell of a table begin at i?
bool IsCell(const Cursor& c, std::uint32_t i) {
  i = c.SkipBlanksBack(i, i > 8 ? i - 8 : 0);
  constexpr std::string_view kSigns = ";,|\"'>\n\t";
  return i == 0 || kSigns.find(c[i - 1]) != kSigns.npos;
}

bool IsEndOfPart(const Cursor& c, std::uint32_t i) {
  if (c.AtLineEnd(i)) return true;
  const std::uint32_t p = c.SkipBlanks(i);
  const char ch = c[p];
  return ch == ',' || ch == ';' || ch == '|' || ch == ')' || ch == '"' || ch == '<';
}

// "(Havel)", "/M.", "/Main" behind a place that ends at i; returns the end of the addition, or i.
std::uint32_t AdditionAt(const Cursor& c, std::uint32_t i) {
  std::uint32_t p = c.SkipBlanks(i);
  if (p - i > 1) return i;
  if (c[p] == '(') {
    std::uint32_t e = p + 1;
    const Word first = c.NameAt(e);
    if (first.size() == 0 || first.Is(kStop | kCountryName) || !(c.IsCapital(first) || first.Is(kPlaceLink))) return i;
    while (e < p + 28 && (c.IsLetter(e) || c[e] == '.' || c[e] == '-' || c.BlankAt(e) != 0)) ++e;
    return c[e] == ')' ? e + 1 : i;
  }
  if (c[p] == '/' && c[p + 1] != '/') {
    const std::uint32_t b = c.SkipBlanks(p + 1);
    if ((b != p + 1) != (p != i)) return i;
    const Word w = c.NameAt(b);
    if (w.size() == 0 || !c.IsCapital(w) || w.Is(kStop | kCountryName)) return i;
    if (p != i && !IsPlaceName(w.hash) && !c.AtLineEnd(w.end)) return i;
    return w.end + (c[w.end] == '.' && w.size() <= 2 ? 1 : 0);
  }
  return i;
}

// The longest name of the gazetteer that begins with the word: "Neukirchen beim Heiligen Blut", "Jessen (Elster) Holzdorf".
struct Longest {
  std::uint32_t end = 0;
  std::uint64_t name = 0;
};
Longest LongestName(const Cursor& c, const Word& first, std::uint64_t first_hash) {
  Longest best{.end = first.end, .name = first_hash};
  std::uint64_t name = first_hash;
  std::uint32_t i = first.end;
  for (int n = 0; n < 6; ++n) {
    std::uint32_t k = 0;  // "a. d. ", " (", ") ", "/": at most three bytes, no comma and no newline
    while (k < 3 && (c[i + k] == ' ' || c[i + k] == '.' || c[i + k] == '(' || c[i + k] == ')' || c[i + k] == '/')) ++k;
    if (k == 0) break;
    const Word w = c.NameAt(i + k);
    if (w.size() == 0 || c.IsDigit(w.begin)) break;
    i = w.end;
    name = AppendWord(name, w.hash);
    if (IsPlaceName(name)) best = {.end = c[i] == ')' ? i + 1 : i, .name = name};
  }
  return best;
}

// How far the place's name reaches from its first word.
std::uint32_t PlaceEnd(const Cursor& c, const Word& first, std::uint64_t first_hash) {
  const Longest longest = LongestName(c, first, first_hash);
  std::uint32_t end = longest.end;
  std::uint64_t name = longest.name;
  bool open = end == first.end && first.Is(kPlacePrefix) && !IsEndOfPart(c, end);  // "Bad" wants a word
  const bool own = c.AtLineBegin(first.begin);
  for (int n = 0; n < 5; ++n) {
    std::uint32_t at = end;
    if (c[at] == '.' && open) ++at;  // "St. Georgen"
    if (const std::uint32_t add = AdditionAt(c, end); add != end) {
      end = add;
      open = false;
      continue;
    }
    const std::uint32_t b = c.SkipBlanks(at);
    if (b == at && at == end) break;
    const Word w = c.NameAt(b);
    if (w.size() == 0 || c.IsDigit(w.begin)) break;
    if (open) {
      if (!c.IsCapital(w) || w.Is(kStop)) break;
      end = w.end;
      name = AppendWord(name, w.hash);
      open = w.Is(kPlacePrefix) && !IsEndOfPart(c, end) && w.size() <= 5;
      continue;
    }
    const std::uint64_t longer = AppendWord(name, w.hash);
    if (c.IsCapital(w)) {
      if (w.Is(kStop | kCountryName | kCompany)) break;
      if (IsPlaceName(longer)) {
        name = longer;
        end = w.end;
        continue;
      }
      // A district or region as the last word of the line: "Berlin Charlottenburg".
      if (own && n == 0 && c.AtLineEnd(w.end) && w.size() > 3 && IsPlaceName(w.hash)) end = w.end;
      break;
    }
    if (!w.Is(kPlaceLink)) break;
    // Links, then a capital word: "am Main", "a. d. Weinstr.", "an der Saale".
    std::uint64_t linked = name;
    Word link = w;
    bool dots = false;
    bool well_known = false;
    std::uint32_t next_end = end;
    for (int k = 0; k < 4; ++k) {
      linked = AppendWord(linked, link.hash);
      std::uint32_t q = link.end;
      if (c[q] == '.') {
        dots = true;
        ++q;
      }
      const std::uint32_t r = c.SkipBlanks(q);
      if (r == link.end) break;
      const Word next = c.NameAt(r);
      if (next.size() == 0) break;
      if (c.IsCapital(next)) {
        if (next.Is(kStop | kCountryName)) break;
        linked = AppendWord(linked, next.hash);
        well_known = IsPlaceName(linked);
        next_end = next.end;
        const bool short_form = c[next.end] == '.' && (next.size() <= 2 || dots);
        if (short_form && next.size() <= 8) ++next_end;
        if (!well_known && !dots && !short_form && !IsEndOfPart(c, next.end)) next_end = end;
        break;
      }
      if (!next.Is(kPlaceLink)) break;
      link = next;
    }
    if (next_end == end) break;
    name = linked;
    end = next_end;
  }
  return end;
}

// What may stand between a place's name and the end of its line: "Paris CEDEX 03", "Praha 1", "Stans NW", "Berlin Mitte".
// Returns the end of the line's text, or `end`.
std::uint32_t LineTail(const Cursor& c, std::uint32_t end, PlaceStrength strength) {
  std::uint32_t at = end;
  for (int n = 0; n < 4 && !c.AtLineEnd(at); ++n) {
    const std::uint32_t next = c.SkipBlanks(at);
    if (next == at) return end;
    const Word w = c.WordAt(next);
    if (w.size() == 0 || w.Is(kStop | kCompany | kUnit) || (w.size() > 3 && w.Is(kCountryName))) return end;
    const bool district = c.IsDigit(next) && w.size() <= 2;
    const bool region = w.size() <= 2 && c.IsUpper(next) && !w.Is(kCountryName);
    const bool part =
        w.size() > 3 && c.IsCapital(w) && (strength != PlaceStrength::kKnown || n > 0 || c.AtLineEnd(w.end));
    if (!district && !region && !part) return end;
    at = w.end;
  }
  return c.AtLineEnd(at) ? at : end;
}

}  // namespace

Place SplitPlaceAt(const Cursor& c, std::uint32_t begin, std::uint32_t end) {
  const Place none;
  if (begin < 3 || !c.IsDigit(begin - 2)) return none;
  std::uint32_t first = begin - 1;
  while (first > 0 && c.IsDigit(first - 1) && begin - first < 6) --first;
  const std::uint32_t before = begin - 1 - first;
  const std::uint32_t behind = end - begin;
  const bool dash = c[begin - 1] == '-';
  const bool form = dash ? (before == 2 || before == 4) && behind == 3 : before == 3 && behind == 2;
  if (!form || (!dash && c[begin - 1] != ' ')) return none;
  const Prefix prefix = PrefixBefore(c, first);
  if (!prefix.ok || (prefix.present && prefix.country != 'X')) return none;
  const Word w = c.NameAt(c.SkipBlanks(end));
  if (w.size() < 3 || w.begin == end || w.begin - end > 2 || !c.IsCapital(w) || w.Is(kUnit | kStop | kCompany))
    return none;
  Place place{.begin = prefix.begin, .strength = PlaceStrength::kForeign, .prefixed = prefix.present};
  place.end = LineTail(c, PlaceEnd(c, w, w.hash), PlaceStrength::kForeign);
  place.own_line = c.AtLineBegin(place.begin) && c.AtLineEnd(place.end);
  return place;
}

namespace {

// "1012 AB Amsterdam": four digits, and two letters at `letters`.
Place DutchAt(const Cursor& c, std::uint32_t begin, std::uint32_t letters) {
  const Prefix prefix = PrefixBefore(c, begin);
  if (!prefix.ok || c[begin] == '0' || (prefix.country != 0 && !c.StartsWith(prefix.begin, "NL"))) return {};
  const Word city = c.NameAt(c.SkipBlanks(letters + 2));
  if (city.size() < 3 || !c.IsCapital(city) || city.begin == letters + 2 || city.Is(kStop | kUnit)) return {};
  // The letters make up for the fifth digit.
  Place place{.begin = prefix.begin, .strength = PlaceStrength::kUnknown, .prefixed = prefix.present};
  place.end = PlaceEnd(c, city, city.hash);
  place.own_line = c.AtLineBegin(place.begin) && c.AtLineEnd(place.end);
  return place;
}

}  // namespace

Place PlaceAt(const Cursor& c, std::uint32_t begin, std::uint32_t end) {
  Place none;
  const std::uint32_t digits = end - begin;
  if (digits != 5 && digits != 4) return none;
  std::uint32_t at = c.SkipBlanks(end);
  bool dash = false;
  bool spaced = false;
  bool cell = c.Text(end, at).find('\t') != std::string_view::npos;
  if (!c.IsLetter(at) && c[at] != '-' && c[at] != '\xE2') {
    const std::uint32_t next = IsCell(c, begin) || c.AtLineEnd(end) ? SkipCell(c, end) : end;
    cell = next != end;
    at = next;
  }
  if (cell) {
  } else if (at == end) {
    if (digits == 4 && c.IsUpper(at) && c.IsUpper(at + 1) && c.BlankAt(at + 2) != 0) return DutchAt(c, begin, end);
    if (c[at] != '-') return none;
    dash = true;
    ++at;
  } else if (c.StartsWith(at, "\xE2\x80\x93 ") || c.StartsWith(at, "- ")) {  // "1006 – Lausanne"
    at = c.SkipBlanks(at + (c[at] == '-' ? 1 : 3));
    spaced = true;
  }
  if (at - end > (cell ? 12U : 7U) || !c.IsLetter(at)) return none;
  const bool five = digits == 5;
  const std::uint32_t code = c.Value(begin, end);
  if (code < 100U) return none;
  const bool capital = c.IsUpper(at);
  if (!capital && (!five || !IsPostcode(kDe, code))) return none;
  const Prefix prefix = PrefixBefore(c, begin);
  if (!prefix.ok || (dash && !prefix.present)) return none;
  const Word w = c.NameAt(at);
  if (w.size() < 2) return none;

  Place place{.begin = prefix.begin, .four_digits = !five, .prefixed = prefix.present, .lower_case = !capital};
  // Netherlands: "1012 AB Amsterdam".
  if (!five && capital && w.size() == 2 && c.IsUpper(w.begin + 1)) {
    if (const Place dutch = DutchAt(c, begin, w.begin); dutch.any()) return dutch;
  }
  Judged j = Judge(c, code, five, prefix, w);
  if (w.Is(kPlacePrefix) && five && j.strength < PlaceStrength::kKnown && LongestName(c, w, w.hash).end != w.end) {
    j.strength = PlaceStrength::kKnown;  // "Bad Arolsen" beside a postcode that is in no list
  }
  // "2100 København": any four digits, below a street only.
  if (j.strength == PlaceStrength::kNone && !five && capital && !cell && c.AtLineBegin(prefix.begin)) {
    j.strength = PlaceStrength::kForeign;
  }
  if (j.strength == PlaceStrength::kNone || (cell && j.strength != PlaceStrength::kPair)) return none;
  if (j.strength < PlaceStrength::kKnown &&
      (!capital || w.Is(kUnit | kStop | kCompany | kNumberWord | kInside) || !c.IsLetter(w.end - 1))) {
    return none;
  }
  if ((!capital || spaced) && j.strength != PlaceStrength::kPair) return none;
  if (w.Is(kUnit) && j.strength < PlaceStrength::kPair) return none;  // "10000 Mark"
  place.strength = j.strength;
  place.valid = j.valid;
  place.known = j.name != 0 || j.strength >= PlaceStrength::kKnown;
  place.end = PlaceEnd(c, w, j.name == 0 ? w.hash : j.name);
  if (c.AtLineBegin(place.begin)) {
    place.end = LineTail(c, place.end, j.strength);
    place.own_line = c.AtLineEnd(place.end);
  }
  if (!five && j.strength == PlaceStrength::kForeign && !place.prefixed && !place.own_line && !place.known) return none;
  // "2000 Am Anfang": where a place's name begins with an everyday word, only the whole name counts.
  if (!five && w.Is(kDeterminer) && (j.strength != PlaceStrength::kPair || place.end == w.end)) return none;
  return place;
}

}  // namespace maske::address
