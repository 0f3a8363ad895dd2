// English addresses: english.h.
#include "address/english.h"

#include <algorithm>
#include <string_view>

#include "address/below.h"
#include "address/block.h"
#include "address/postbox.h"
#include "text/chars.h"

namespace maske::address {
namespace {

constexpr std::uint32_t kReach = 300;  // bytes before the postcode; less than kBlockBytes
static_assert(kReach < kBlockBytes);

bool IsUpperAscii(char ch) { return ch >= 'A' && ch <= 'Z'; }

// A postcode of letters and digits around the digits at d: UK "GL1 1AU", "EC1V 2NX"; CA "V6E 1A5"; IE "D02 NA07".
struct Code {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool joined = false;  // "EC1N2SW", or Irish: looks like many a product's number
  [[nodiscard]] bool ok() const { return end > begin; }
};
// Letters and digits as 'A' and '9' from i on, at most six, up to the first other byte; `end` behind them.
std::string_view Shape(const Cursor& c, std::uint32_t i, char* out, std::uint32_t* end) {
  std::size_t n = 0;
  while (n < 8 && (IsUpperAscii(c[i]) || c.IsDigit(i))) {
    out[n++] = c.IsDigit(i) ? '9' : 'A';
    ++i;
  }
  *end = i;
  return {out, n};
}
// "1AU": the last two letters are none of C I K M O V.
bool IsInward(const Cursor& c, std::uint32_t i) {
  constexpr std::string_view kNone = "CIKMOV";
  return c.IsDigit(i) && IsUpperAscii(c[i + 1]) && IsUpperAscii(c[i + 2]) && kNone.find(c[i + 1]) == kNone.npos &&
         kNone.find(c[i + 2]) == kNone.npos;
}
bool IsPostArea(const Cursor& c, std::uint32_t begin) {
  const std::uint32_t letters = IsUpperAscii(c[begin + 1]) ? 2 : 1;
  return (ClassesOf(c.Text(begin, begin + letters)) & kPostArea) != 0;
}
bool IsOutward(std::string_view s) {
  return s == "A9" || s == "A99" || s == "AA9" || s == "AA99" || s == "A9A" || s == "AA9A";
}
Code LetterCode(const Cursor& c, std::uint32_t d) {
  // d is in the first half: go to its begin, read the half, then the other.
  std::uint32_t begin = d;
  while (begin > 0 && d - begin < 3 && IsUpperAscii(c[begin - 1])) --begin;
  if (begin == d || (begin > 0 && (c.IsWord(begin - 1) || c[begin - 1] == '-' || c[begin - 1] == '.' ||
                                   c[begin - 1] == '/' || c[begin - 1] == '_')))
    return {};
  char first[8];
  char second[8];
  std::uint32_t end = 0;
  std::string_view a = Shape(c, begin, first, &end);
  std::string_view b;
  std::uint32_t end2 = end;
  if ((a.size() == 6 || a.size() == 7) && !c.IsWord(end)) {  // "EC1N2SW"
    const bool uk = IsInward(c, end - 3) && IsOutward(a.substr(0, a.size() - 3)) && IsPostArea(c, begin);
    return uk ? Code{.begin = begin, .end = end, .joined = true} : Code{};
  }
  if (c[end] != ' ') return {};
  b = Shape(c, end + 1, second, &end2);
  if (c.IsWord(end2) || c[end2] == '-' || c[end2] == '_') return {};
  const bool uk = b == "9AA" && IsOutward(a) && IsInward(c, end + 1) && IsPostArea(c, begin);
  const bool ca = a == "A9A" && b == "9A9";
  const bool ie = (a == "A99" || a == "A9A") && b.size() == 4 && b[0] == 'A' && b.find('9') != b.npos;
  return uk || ca || ie ? Code{.begin = begin, .end = end2, .joined = ie} : Code{};
}

bool IsDublin(const Cursor& c, std::uint32_t digits) {
  return digits >= 7 && c[digits - 1] == ' ' && c.StartsWith(digits - 7, "Dublin ") &&
         (digits == 7 || !c.IsWord(digits - 8));
}

// A number, or "The" or "One", and then a name that ends in an English street word; or a line that says suite, floor, unit.
struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool street = false;  // number and street word, or a box
  bool number = false;  // begins with a number and a capital word
  bool inside = false;  // "Suite 400", "12th Floor"
  bool company = false;
  bool stop = false;
  bool care_of = false;
  bool last_word = false;  // holds a street word
  bool capitals = true;    // every word begins with a capital or a digit, but for short links
  int words = 0;
};
Line ReadEnglishLine(const Cursor& c, std::uint32_t begin, std::uint32_t end) {
  Line l{.begin = begin, .end = end};
  l.care_of = (c[begin] | 0x20) == 'c' && c[begin + 1] == '/' && (c[begin + 2] | 0x20) == 'o';
  std::uint32_t i = begin;
  bool number_before = false;
  while (i < end && l.words < 14) {
    if (!c.IsWord(i)) {
      const char ch = c[i];
      if (ch == ':' || ch == '@' || ch == '=' || ch == '{' || ch == '<' || ch == '!' || ch == '?') l.stop = true;
      ++i;
      continue;
    }
    const Word w = c.WordAt(i);
    if (w.size() == 0) {
      l.stop = true;
      break;
    }
    ++l.words;
    const bool digit = c.IsDigit(w.begin);
    if (l.words == 1 && w.Is(kStop)) l.stop = true;
    if (w.Is(kCompany)) l.company = true;
    if (w.Is(kInside)) l.inside = true;
    if (l.words == 1 && digit) number_before = !c.IsLetter(w.end - 1) || !c.IsLetter(w.end - 2);
    if (l.words == 2 && number_before && (c.IsCapital(w) || (digit && c.IsLetter(w.end - 1))) && !w.Is(kInside))
      l.number = true;
    if (w.Is(kLast | kLastWeak) && l.words > 1 && (c.IsCapital(w) || l.number)) l.last_word = true;
    if (digit && w.begin > begin) {
      const Postbox box = PostboxAt(c, w.begin, begin);
      if (box.ok() && box.begin == begin) l.street = true;
    }
    if (!digit && !c.IsCapital(w) && w.size() > 3 && !w.Is(kInside | kLast)) l.capitals = false;
    i = w.end;
  }
  if (l.last_word && l.number) l.street = true;
  return l;
}

// The number and name alone: EnglishByNumber() without what stands around them.
English StreetByNumber(const Cursor& c, std::uint32_t begin, std::uint32_t end);

// Goes up from the line that holds the postcode, line by line, as long as they look like an address.
// With `names` a number in front of any capital word is a street; else only a street word makes one.
std::uint32_t GoUp(const Cursor& c, std::uint32_t begin, std::uint32_t limit, bool names, bool* street) {
  std::uint32_t best = begin;
  std::uint32_t at = begin;
  int since = 0;
  bool unnumbered = false;
  for (int n = 0; n < 5; ++n) {
    Segment s = SegmentBefore(c, at, limit);
    if (s.ok() && s.joined() && n == 0) {  // "143 West 22nd Street New York, NY 10011": the street on the same line
      for (std::uint32_t d = c.NextDigitRun(s.begin, s.end); d < s.end; d = c.NextDigitRun(d + 1, s.end)) {
        if (!StreetByNumber(c, d, c.DigitsEnd(d)).ok()) continue;
        *street = true;
        return d;
      }
    }
    if (!s.ok() || s.newlines > 1 || s.joined() || s.end - s.begin > 64) break;
    std::uint32_t b = s.begin;
    if (s.newlines > 0) {  // the whole line, commas and all
      b = c.LineBegin(s.begin, limit);
      while (b < s.begin && (c.BlankAt(b) != 0 || c[b] == '>')) b += c[b] == '>' ? 1 : c.BlankAt(b);
      if (s.end - b > 80) break;
    }
    const Line l = ReadEnglishLine(c, b, s.end);
    if (l.stop || l.words == 0 || l.words > 8) break;
    at = b;
    if (l.care_of) {
      best = b;
      break;
    }
    if (!*street && !l.capitals && !l.number) {  // "write to 12 Sample Avenue, London …": the end of a sentence's part
      for (std::uint32_t d = c.NextDigitRun(s.begin, s.end); d < s.end; d = c.NextDigitRun(d + 1, s.end)) {
        const English inner = StreetByNumber(c, d, c.DigitsEnd(d));
        if (!inner.ok() || inner.end < s.end) continue;
        *street = true;
        return d;
      }
    }
    if (l.company || !l.capitals) break;
    const bool strong = l.street || (names && l.number && !*street);
    if (!strong && l.last_word && !*street) {  // "Sample Trailer Park" on the first line is whom the letter is for
      const Segment above = SegmentBefore(c, b, limit);
      if (!above.ok() || above.newlines != 1) break;
    }
    if (strong || (l.last_word && !*street)) {
      best = b;
      *street = true;
      unnumbered = !l.street && !l.number;
      since = 0;
      continue;
    }
    const bool house = unnumbered && since == 0 && l.words <= 4;  // "Orchard House" above "West Wells Road"
    if (*street &&
        (l.inside || (l.last_word && since == 0) || house)) {  // "2nd Floor", "Haymarket House" above the street
      const Segment above = SegmentBefore(c, b, limit);
      const bool numbered =
          c.NextDigitRun(b, s.end) < s.end;  // a house's name is whom the letter is for when nothing stands above
      if ((l.inside && numbered) || (above.ok() && above.newlines == 1 &&
                                     !(house && !l.last_word && ReadEnglishLine(c, above.begin, above.end).stop))) {
        best = b;
        ++since;
        continue;
      }
    }
    if (*street) {
      const Segment above = SegmentBefore(c, b, limit);  // one line more may be the c/o line
      if (!above.ok() || !((c[above.begin] | 0x20) == 'c' && c[above.begin + 1] == '/')) break;
    }
  }
  return best;
}

// What stands above "APO AE 09204": "Unit 1234 Box 567", "PSC 12, Box 3", "USS Sample". Returns its begin, or `begin`.
std::uint32_t MailUnitBefore(const Cursor& c, std::uint32_t begin, std::uint32_t limit) {
  const std::uint32_t line_end = c.SkipBlanksBack(begin, limit);
  if (line_end <= limit || (c[line_end - 1] != '\n' && c[line_end - 1] != '>' && c[line_end - 1] != ',')) return begin;
  std::uint32_t at = SegmentBefore(c, begin, limit).end;
  std::uint32_t best = begin;
  for (int n = 0; n < 6 && at > limit; ++n) {
    const Word w = c.WordBefore(at, limit);
    if (w.size() == 0 || (!c.IsDigit(w.begin) && !c.IsCapital(w))) break;
    const bool ship = n > 0 && w.size() >= 3 && w.size() <= 5 && c.StartsWith(w.begin, "US") && c.IsUpper(w.end - 1);
    if (w.Is(kFlat) || ship) best = w.begin;
    at = c.SkipBlanksBack(w.begin, limit);
    if (at > limit && c[at - 1] == ',') --at;
  }
  return best;
}

// The city in front of "CA 94104" or "SE1 2TH" on the same line: capital words back to the separator or the line's begin.
std::uint32_t CityBefore(const Cursor& c, std::uint32_t i, std::uint32_t limit) {
  std::uint32_t at = c.SkipBlanksBack(i, limit);
  if (at > limit && c[at - 1] == ',') at = c.SkipBlanksBack(at - 1, limit);
  std::uint32_t best = i;
  for (int n = 0; n < 4; ++n) {
    const Word w = c.WordBefore(at > limit && c[at - 1] == '.' ? at - 1 : at, limit);
    if (w.size() == 0 || !c.IsCapital(w) || w.Is(kStop) || (n > 0 && w.Is(kLast) && w.size() > 2)) break;
    best = w.begin;
    const std::uint32_t before = c.SkipBlanksBack(w.begin, limit);
    if (before == w.begin || before == limit) break;
    at = before;
  }
  return best;
}

// A word that may stand inside an English street's name.
bool IsLink(std::string_view t) { return t == "of" || t == "the" || t == "and" || t == "de" || t == "la"; }

// Is the word at i, capital or of digits, followed by one that may go on in a street's name? Most are not, and no word has
// to be looked up to see it.
bool MayBeTwoWords(const Cursor& c, std::uint32_t i) {
  const Word first = c.SpanAt(i);
  const bool digits = c.IsDigit(i);
  if (first.size() == 0 || (!c.IsCapital(first) && !digits)) return false;
  const std::uint32_t end = first.end + (c[first.end] == '.' ? 1 : 0);
  const std::uint32_t next = c.SkipBlanks(end);
  if (next == end || next - end > 2 || !c.IsWord(next)) return false;
  if (digits || c.IsUpper(next) || c.IsDigit(next)) return true;
  return IsLink(c.Text(c.SpanAt(next)));
}

English StreetByNumber(const Cursor& c, std::uint32_t begin, std::uint32_t end) {
  English none;
  if (end - begin > 5 || c[begin] == '0') return none;
  if (begin > 0 && (c.IsWord(begin - 1) || c[begin - 1] == '-' || c[begin - 1] == '.' || c[begin - 1] == '/' ||
                    c[begin - 1] == ':' || c[begin - 1] == '$'))
    return none;
  std::uint32_t i = end;
  if (c.IsLetter(i) && !c.IsWord(i + 1)) ++i;  // "10c"
  for (int n = 0; n < 2; ++n) {
    const std::uint32_t dash = c[i] == '-'                                                          ? 1
                               : c.StartsWith(i, "\xE2\x80\x93") || c.StartsWith(i, "\xE2\x80\x94") ? 3
                                                                                                    : 0;
    if (dash == 0 || !c.IsDigit(i + dash)) break;
    i = c.DigitsEnd(i + dash);
  }
  if (c[i] != ' ' || c.BlankAt(i + 1) != 0) return none;
  if (!MayBeTwoWords(c, i + 1)) return none;
  std::uint32_t at = i + 1;
  std::uint32_t street_end = 0;
  std::uint32_t last_begin = 0;
  bool previous_ordinal = false;
  bool all_shouted = true;
  for (int n = 0; n < 6; ++n) {
    const Word w = c.WordAt(at);
    if (w.size() == 0) break;
    const bool ordinal = c.IsDigit(w.begin) && (c.IsLetter(w.end - 1));
    const std::string_view t = c.Text(w);
    const bool link = n > 0 && IsLink(t);
    const bool after_ordinal = n > 0 && previous_ordinal;  // "36th street"
    if (!c.IsCapital(w) && !ordinal && !link && !(after_ordinal && w.Is(kLast))) break;
    previous_ordinal = ordinal;
    const bool shouted = w.size() > 1 && c.IsUpper(w.begin + 1);
    if (n > 0 && w.Is(kLast) && (!shouted || all_shouted)) {
      street_end = w.end;
      last_begin = w.begin;
      if (c[street_end] == '.' && w.size() <= 4) ++street_end;
    }
    all_shouted = all_shouted && (shouted || w.size() == 1 || c.IsDigit(w.begin));
    if (n == 0 && w.Is(kUnit)) return none;
    at = w.end;
    if (c[at] == '.' && (w.size() <= 2 || w.Is(kLast))) ++at;
    const std::uint32_t next = c.SkipBlanks(at);
    if (next == at || next - at > 2) break;
    at = next;
  }
  if (street_end == 0) return none;
  if (street_end - last_begin <= 4) {  // "St", "Rd.", "Ave": shares and recipes have such words too
    const std::uint32_t after = c.SkipBlanks(street_end);
    const char ch = c[after];
    const bool ends = c.AtLineEnd(street_end) || ch == ',' || ch == ';' || ch == ')' || ch == '#' || c.IsDigit(after) ||
                      c.WordAt(after).Is(kInside | kLast | kState);
    if (!ends || c.IsUpper(last_begin + 1)) return none;
  }
  English e{.begin = begin, .end = street_end, .score = 0.7F, .has_street = true};
  return e;
}

}  // namespace

English EnglishByPostcode(const Cursor& c, std::uint32_t begin, std::uint32_t end) {
  English e;
  const std::uint32_t limit = begin > kReach ? begin - kReach : 0;
  std::uint32_t anchor = begin;
  float alone = 0;
  bool letters = false;
  bool region = false;     // two capitals that are no state: "Hobart TA 70016"; wants a street
  bool soldiers = false;   // "APO AE 09204"
  if (end - begin == 5) {  // ZIP, ZIP+4
    e.end = end;
    if (c[end] == '-' && c.DigitsEnd(end + 1) == end + 5 && !c.IsWord(end + 5)) e.end = end + 5;
    if (c.IsWord(e.end)) return {};
    const std::uint32_t b = c.SkipBlanksBack(begin, limit);
    if (b == begin || b <= limit) return {};
    const std::uint32_t w_end = c[b - 1] == ',' ? c.SkipBlanksBack(b - 1, limit) : b;
    Word w = c.SpanBefore(w_end, limit);
    if (w.size() < 2 || !c.IsCapital(w)) return {};
    w.classes = ClassesOf(c.Text(w));
    const bool state = w.size() == 2 && IsUpperAscii(c[w.begin]) && IsUpperAscii(c[w.begin + 1]) && w.Is(kState);
    const bool state_name = w.Is(kStateName) && c.IsCapital(w);
    region = !state && !state_name && w.size() == 2 && IsUpperAscii(c[w.begin]) && IsUpperAscii(c[w.begin + 1]) &&
             !w.Is(kCountryName | kStop | kUnit);
    if (!state && !state_name && !region) return {};
    anchor = w.begin;
    if (state_name) {  // "New York", "North Carolina"
      const std::uint32_t before = c.SkipBlanksBack(w.begin, limit);
      const Word first = c.WordBefore(before, limit);
      const std::string_view t = c.Text(first);
      if (t == "New" || t == "North" || t == "South" || t == "West" || t == "Rhode") anchor = first.begin;
    }
    alone = state ? 0.6F : region ? 0.0F : 0.4F;
    const Word post = c.WordBefore(c.SkipBlanksBack(w.begin, limit), limit);
    const std::string_view t = c.Text(post);
    soldiers = state && (t == "APO" || t == "FPO" || t == "DPO");
  } else {
    if (end - begin > 2) return {};
    Code code = LetterCode(c, begin);
    if (!code.ok() && IsDublin(c, begin) && !c.IsWord(end)) {
      code = {.begin = begin - 7, .end = end, .joined = true};
      if (c[end] == '\n' || c[end] == ',') {  // its newer code behind it: "D02 NA07"
        const std::uint32_t next = SkipSeparator(c, end);
        const Code newer = LetterCode(c, next + 1);
        if (newer.ok() && newer.begin == next && c[next] == 'D') code.end = newer.end;
      }
    }
    if (!code.ok()) return {};
    anchor = code.begin;
    e.end = code.end;
    alone = code.joined ? 0.3F : 0.55F;
    letters = true;
    const std::uint32_t before = c.SkipBlanksBack(anchor, limit);  // "ON M5H 3M7"
    const Word province = c.WordBefore(before, limit);
    if (before != anchor && province.Is(kProvince | kState) && c.IsUpper(province.begin)) anchor = province.begin;
  }
  e.begin = CityBefore(c, anchor, limit);
  const bool city = e.begin != anchor;
  if (region && !city) return {};
  e.begin = GoUp(c, e.begin, limit, alone >= 0.5F || region, &e.has_street);
  if (region && !e.has_street) return {};
  if (soldiers && !e.has_street) e.begin = MailUnitBefore(c, e.begin, limit);
  const bool own_line = c.AtLineBegin(e.begin) && c.AtLineEnd(e.end);
  e.score = e.has_street ? 0.95F : city ? 0.7F : alone;
  if (!city && !e.has_street && !own_line) e.score = std::min(e.score, 0.4F);  // "ME 81630": a train
  if (letters && !e.has_street && !own_line) e.score = 0.4F;
  if (letters && alone < 0.5F && !e.has_street) e.score = 0.4F;
  return e;
}

English EnglishByNumber(const Cursor& c, std::uint32_t begin, std::uint32_t end) {
  English e = StreetByNumber(c, begin, end);
  if (!e.ok()) return e;
  // "Dublin 2" behind it.
  const std::uint32_t next = SkipSeparator(c, e.end);
  if (next != e.end && c.StartsWith(next, "Dublin ") && c.IsDigit(next + 7) && c.DigitsEnd(next + 7) - next <= 9) {
    e.end = c.DigitsEnd(next + 7);
    e.score = 0.9F;
  } else if (const Below below = ReadBelow(c, e.end); below.end != e.end) {
    e.end = below.end;
    if (below.place) {
      e.score = 0.9F;
      bool street = true;
      e.begin = GoUp(c, e.begin, begin > kReach ? begin - kReach : 0, false, &street);  // "Level 20" above
    }
  }
  return e;
}

}  // namespace maske::address
