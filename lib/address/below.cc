// What stands below a street: below.h.
#include "address/below.h"

#include <algorithm>
#include <string_view>

#include "address/block.h"

namespace maske::address {
namespace {

constexpr std::uint32_t kReach = 256;  // bytes behind the street

// A part: what stands between two separators.
struct Part {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // behind its last word
  int words = 0;
  bool capital = true;       // all words are capital, digits or short links
  bool flat = false;         // begins with a flat's word, or is "5th Floor"
  bool stop = false;         // none of an address
  bool country = false;      // the words before the digits are a country's
  bool region = false;       // the last word but digits is a region: "NSW", "IL", "PE"
  bool state = false;        // that region is a state of the lists
  std::uint32_t digits = 0;  // length of the number at its end
  bool outward = false;      // "E10", "SW1H"
};

bool AllUpper(const Cursor& c, const Word& w) {
  for (std::uint32_t i = w.begin; i < w.end; ++i) {
    if (!c.IsUpper(i)) return false;
  }
  return w.size() != 0;
}

Part ReadPart(const Cursor& c, std::uint32_t begin, std::uint32_t most) {
  Part p{.begin = begin, .end = begin};
  std::uint32_t i = begin;
  Word last;
  for (; p.words < 8; ++p.words) {
    if (i >= most) break;
    const Word w = c.WordAt(i);
    if (w.size() == 0) break;
    if (p.words == 0) {
      p.flat = w.Is(kFlat) || (w.Is(kInside) && !w.Is(kStop));
      p.stop = w.Is(kStop | kLabel) && !p.flat;
    }
    if (w.Is(kCompany)) p.stop = true;
    const bool digit = c.IsDigit(w.begin);
    const std::uint32_t run = digit ? c.DigitsEnd(w.begin) : 0;
    if (digit && (run == w.end || (run == w.begin + 5 && run + 5 == w.end))) {  // "78701", "78701-1234"
      p.digits = run - w.begin;
    } else {
      p.digits = 0;
      // "Finland", "Czech Republic", "New Zealand"
      p.country = (p.words == 1 && p.country) || (w.Is(kCountryName) && w.size() > 2 && p.words <= 1);
      p.region = (w.size() <= 3 && w.size() >= 2 && AllUpper(c, w)) || w.Is(kStateName);
      p.state = p.region && w.Is(kState | kProvince | kStateName);
      p.outward =
          c.IsUpper(w.begin) && w.size() <= 4 && w.size() >= 2 && c.IsDigit(w.begin + (c.IsUpper(w.begin + 1) ? 2 : 1));
    }
    if (w.Is(kInside) && p.words == 1 && c.IsDigit(last.begin)) p.flat = true;  // "5th Floor"
    if (!digit && !c.IsCapital(w) && w.size() > 3 && !w.Is(kInside | kPlaceLink)) p.capital = false;
    last = w;
    p.end = w.end;
    const bool flat_number = p.flat && p.words == 1 && p.digits != 0;  // what follows it is another part
    const bool sentence =
        p.words != 0 && p.digits >= 3 && c[w.end] == ' ' && c.IsLetter(w.end + 1) && !c.IsUpper(w.end + 1);
    if (flat_number || sentence) {  // "Canada 36523 last week"
      ++p.words;
      break;
    }
    i = w.end + (c[w.end] == '.' && (w.size() <= 3 || w.Is(kFlat)) ? 1 : 0);
    const std::uint32_t next = c.SkipBlanks(i);
    if (next == i || next - i > 2) {
      ++p.words;
      break;
    }
    i = next;
  }
  return p;
}

// Over one separator, or over one blank line when `blank_line`.
std::uint32_t NextPart(const Cursor& c, std::uint32_t end, bool* line) {
  std::uint32_t next = SkipSeparator(c, end + (c[end] == '.' ? 1 : 0));
  if (next == end) return end;
  if (c[next] == ',') next = c.SkipBlanks(next + 1);  // a line that begins with a comma
  *line = c.AtLineBegin(next);
  return next;
}

// The end of a place that stands right behind a flat, with nothing but a blank between: "Suite 310 Tartu Estonia", "Apt. 4
// Springfield IL 62704". At most four words, all capital, and then the end of a line or of a sentence's part; `at` where
// there is none.
std::uint32_t JoinedPlace(const Cursor& c, std::uint32_t at, std::uint32_t most) {
  std::uint32_t i = c.SkipBlanks(at);
  if (i == at || i - at > 2) return at;
  std::uint32_t end = at;
  bool name = false;
  bool sure = false;
  for (int n = 0; n < 5 && i < most; ++n) {
    const Word w = c.WordAt(i);
    const bool digit = w.size() != 0 && c.IsDigit(w.begin);
    if (digit) {  // a postcode, behind the name of the place only
      if (!name || c.DigitsEnd(w.begin) != w.end || w.size() < 3 || w.size() > 6) return at;
      end = w.end;
      sure = true;
      break;
    }
    if (w.size() == 0 || !c.IsCapital(w)) break;
    if (w.Is(kStop | kLabel | kCompany | kUnit)) return at;
    name = name || w.size() > 2;
    sure = n > 0 && ((w.size() <= 3 && AllUpper(c, w) && w.Is(kState | kProvince)) ||
                     (w.size() > 2 && w.Is(kCountryName | kStateName)));
    end = w.end;
    i = c.SkipBlanks(end);
    if (i == end || i - end > 2) break;
  }
  const char behind = c[end];
  const bool whole = c.AtLineEnd(end) || behind == ',' || behind == '.' || behind == ')' || behind == ';' ||
                     behind == '?' || behind == '!' || behind == '"';
  return name && (whole || sure) ? end : at;
}

}  // namespace

Below ReadBelow(const Cursor& c, std::uint32_t end, bool flat) {
  Below b{.end = end};
  std::uint32_t at = end;
  std::uint32_t cities = 0;  // parts since the last that was sure
  const std::uint32_t most = end + kReach;
  bool behind_flat = flat;
  for (std::uint32_t n = 0; n < 7; ++n) {
    if (behind_flat) {
      behind_flat = false;
      if (const std::uint32_t place = JoinedPlace(c, at, most); place != at) {
        b.end = at = place;
        b.place = true;
        cities = 1;
        continue;
      }
    }
    bool line = false;
    const std::uint32_t blank = c.SkipBlanks(at);
    const bool joined = n == 0 && blank != at && c.WordAt(blank).Is(kFlat);  // "12 Main St Apt. 4"
    std::uint32_t next = joined ? blank : NextPart(c, at, &line);
    if (next == at || next >= most) break;
    bool gap = false;  // a blank line: a country with its postcode only
    if (c[next] == '\n' || (c[next] == '\r' && c[next + 1] == '\n')) {
      next = c.SkipBlanks(next + (c[next] == '\r' ? 2 : 1));
      gap = true;
    }
    if (const Word w = c.WordAt(next);
        !line && !gap && cities + n > 0 && w.size() == 2 && AllUpper(c, w) && w.Is(kState | kProvince)) {  // ", IL now"
      b.end = at = w.end;
      b.place = true;
      const std::uint32_t code = c.SkipBlanks(at);
      if (code == at || !c.IsDigit(code)) continue;
    }
    const Part p = ReadPart(c, next, most);
    if (p.words == 0 || p.words > 6 || p.stop || !p.capital || p.end > most) break;
    const bool code = p.digits >= 3 && p.digits <= 6;
    // Behind a flat five digits are a postcode whatever the word in front of them: "Suite 201 / Sisimiut / Greenland 26364".
    const bool any_code = flat && p.digits == 5 && p.words <= 3 && cities != 0;
    if (gap && !((p.country && code) || any_code)) break;
    if (p.flat && (p.digits != 0 || line)) {
      at = p.end;
      behind_flat = p.digits != 0;
      if (cities == 0) b.end = at;
      continue;
    }
    const bool whole = c.AtLineEnd(p.end) || c[p.end] == ',' || c[p.end] == '.' || c[p.end] == ')' || c[p.end] == ';' ||
                       c[p.end] == '?' || c[p.end] == '"';
    if (code && p.words > 1 && (p.country || p.region || any_code)) {  // "Finland 38524", "Sydney NSW 2000"
      b.end = p.end;
      b.place = true;
      break;
    }
    if (p.country) {  // the country itself is no part of it
      if (cities != 0 && (line || whole)) {
        b.end = line ? at : p.end;
        b.place = true;
      }
      break;
    }
    if (p.state && p.words <= 2 && whole && cities + n > 0) {  // ", IL"
      b.end = at = p.end;
      b.place = true;
      cities = 0;
      continue;
    }
    if (p.digits >= 5 && p.words == 1 && cities != 0 && line) {  // the postcode on a line of its own
      b.end = p.end;
      b.place = true;
      break;
    }
    if (!whole || p.words > 4) break;
    at = p.end;
    if (++cities > 4) break;
  }
  return b;
}

std::uint32_t LabelledEnd(const Cursor& c, std::uint32_t digits) {
  std::uint32_t end = digits;
  std::uint32_t at = digits;
  bool name = false;
  bool number_last = false;
  for (int n = 0; n < 7; ++n) {
    const Word w = c.WordAt(at);
    const bool digit = w.size() != 0 && c.IsDigit(w.begin) && w.size() <= 6;
    if (w.size() == 0 || w.Is(kUnit | kStop | kCompany)) break;
    if (!digit && !c.IsCapital(w) && !w.Is(kArticle | kSmall | kPlaceLink)) break;
    if (digit && name) number_last = true;
    if (digit || c.IsCapital(w)) end = w.end;
    name = name || c.IsCapital(w);
    at = w.end + (c[w.end] == '.' && (w.Is(kAbbrev | kSmall) || w.size() == 1) ? 1 : 0);
    const std::uint32_t next = c.SkipBlanks(at);
    if (next == at || next - at > 2 || number_last) break;
    at = next;
  }
  if (!name) return digits;
  return std::max(end, ReadBelow(c, end).end);
}

FlatAddress FlatAt(const Cursor& c, std::uint32_t digits, std::uint32_t end, std::uint32_t limit) {
  FlatAddress none;
  std::uint32_t i = c.SkipBlanksBack(digits, limit);
  if (i > limit && c[i - 1] == '.') --i;
  const Word flat = c.WordBefore(i, limit);
  if (!flat.Is(kFlat) || i == digits) return none;
  if (c.IsLetter(end) && !c.IsWord(end + 1)) ++end;  // "4B"
  if (c.IsWord(end)) return none;
  // The street: what stands in front on the same line, or else the line above.
  std::uint32_t stop = c.SkipBlanksBack(flat.begin, limit);
  if (stop > limit && c[stop - 1] == ',') stop = c.SkipBlanksBack(stop - 1, limit);
  if (stop == 0 || stop <= limit) return none;
  bool line = false;
  if (c[stop - 1] == '\n' || c[stop - 1] == '>') {
    const Segment above = SegmentBefore(c, flat.begin, limit);
    if (!above.ok() || above.newlines != 1) return none;
    stop = above.end;
    line = true;
  }
  std::uint32_t begin = stop;
  std::uint32_t number = 0;  // the leftmost number that a word follows
  bool word = false;
  bool any_number = false;
  bool right_of = false;
  bool street = false;  // a street's word, or a number right in front of the flat
  std::uint32_t at = stop;
  for (int n = 0; n < 9 && at > limit; ++n) {
    const std::uint32_t w_end = c[at - 1] == '.' ? at - 1 : at;
    const Word w = c.WordBefore(w_end, limit);
    if (w.size() == 0) break;
    const bool digit = c.IsDigit(w.begin);
    const bool link = w.Is(kArticle | kPlaceLink | kSmall) && w.size() != 1 && c.Text(w) != "und" && c.Text(w) != "and";
    if (!digit && !c.IsCapital(w) && !link) break;
    if (w_end != at && n > 0 && !(w.Is(kAbbrev | kSmall) || w.size() <= 3)) break;  // a sentence ends there
    street = street || w.Is(kLast | kFirst | kSmall | kStreetWord) || (n == 0 && digit) ||
             (!digit && (EndingOf(c.Text(w)).classes & kSuffix) != 0);
    if (w.Is(kUnit)) return none;                  // "Page 4 Section 5 Unit 3"
    if (digit && c[w.end] == '.' && n > 0) break;  // "14. Sample Suite 2000": the point of a list
    if (digit) {
      any_number = true;
      if (right_of) number = w.begin;
    } else {
      right_of = true;
      word = word || c.IsCapital(w);
    }
    if (digit || c.IsCapital(w) || w.Is(kSmall)) begin = w.begin;
    const std::uint32_t before = c.SkipBlanksBack(w.begin, limit);
    const bool initials =
        w.size() == 1 && before == w.begin && before > limit + 1 && c[before - 1] == '.';  // "P.O. Box"
    if ((before == w.begin && !initials) || w.begin - before > 2) break;
    at = before;
  }
  if (!word || !any_number || begin >= stop) return none;
  if (number != 0) begin = number;
  const Below below = ReadBelow(c, end, true);
  if (line && !street && !c.AtLineBegin(begin) && !(below.place && c.IsDigit(begin))) return none;
  if (!street && !below.place) return none;
  return {.begin = begin, .end = std::max(end, below.end)};
}

}  // namespace maske::address
