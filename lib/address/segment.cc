// Segments: the lines of an address, or what stands between commas, bars and middots. See block.h.
#include "address/block.h"

namespace maske::address {
namespace {

constexpr std::uint32_t kMaxSegment = 96;

// Where the HTML tag begins that ends before i, or i: a letter behind "<" or "</", at most 24 bytes.
std::uint32_t TagBefore(const Cursor& c, std::uint32_t i) {
  std::uint32_t b = i - 1;
  while (b > 0 && i - b < 24 && c[b - 1] != '<' && c[b - 1] != '>' && c[b - 1] != '\n') --b;
  if (b == 0 || c[b - 1] != '<') return i;
  return c.IsLetter(b) || (c[b] == '/' && c.IsLetter(b + 1)) ? b - 1 : i;
}

// Bytes of a separating character that ends before i: ',' ';' '|' '·' '•', a tab, a dash or slash with blanks around it,
// or "<br>". *kind says which.
std::uint32_t SeparatorBefore(const Cursor& c, std::uint32_t i, char* kind) {
  if (i == 0) return 0;
  char ch = c[i - 1];
  std::uint32_t quotes = 0;  // `"Hauptstr. 5";"10115"`
  if (ch == '"' && i >= 4 && (c[i - 2] == ';' || c[i - 2] == ',')) {
    quotes = c[i - 3] == '"' ? 2 : 1;
    ch = c[i - 2];
  }
  if (ch == ';' && c.BlankBefore(i) != 0) return 0;  // "&nbsp;"
  if (ch == ',' || ch == ';' || ch == '|') {
    *kind = ch;
    return 1 + quotes;
  }
  if (i >= 2 && ch == '\xB7' && c[i - 2] == '\xC2') {
    *kind = '.';
    return 2;
  }
  if (i >= 3 && ch == '\xA2' && c[i - 2] == '\x80' && c[i - 3] == '\xE2') {
    *kind = '.';
    return 3;
  }
  std::uint32_t dash = 0;
  if (ch == '-' || ch == '/' || ch == '*') dash = ch != '*' && i >= 2 && c[i - 2] == ch ? 2 : 1;
  if (i >= 3 && (ch == '\x93' || ch == '\x94') && c[i - 2] == '\x80' && c[i - 3] == '\xE2') dash = 3;
  if (dash != 0 && c.BlankAt(i) != 0 && c.BlankBefore(i - dash) != 0) {
    // "12 - 14" and "56 / 58" are house numbers; "5 - 10115 Berlin" is not.
    const std::uint32_t after = c.SkipBlanks(i);
    const std::uint32_t before = c.SkipBlanksBack(i - dash, i > 8 ? i - 8 : 0);
    if (before == 0) return 0;
    if (c.IsDigit(after) && c.IsDigit(before - 1) && c.DigitsEnd(after) - after < 4) return 0;
    if (c.IsLetter(after) && !c.IsWord(after + 1) && c[after + 1] != '-' && c.IsLetter(before - 1) &&
        (before < 2 || !c.IsLetter(before - 2)))
      return 0;
    *kind = ch == '/' ? '/' : '-';
    return dash;
  }
  if (ch == '>' && i >= 4) {  // "<br/>", "</td><td>"
    std::uint32_t b = i;
    for (int tags = 0; tags < 3 && b >= 3 && c[b - 1] == '>'; ++tags) {
      const std::uint32_t tag = TagBefore(c, b);
      if (tag == b) break;
      b = tag;
    }
    if (b != i) *kind = '|';
    return i - b;
  }
  return 0;
}

// Bytes of a separating character that begins at i, as SeparatorBefore() knows them; a dash or slash separates when a blank
// stands before it (blank) and behind.
std::uint32_t SignLength(const Cursor& c, std::uint32_t i, bool blank) {
  const char ch = c[i];
  if (ch == ',' || ch == ';' || ch == '|') return 1;
  if (c.StartsWith(i, "\xC2\xB7")) return 2;
  if (c.StartsWith(i, "\xE2\x80\xA2")) return 3;
  if (blank && (c.StartsWith(i, "\xE2\x80\x93") || c.StartsWith(i, "\xE2\x80\x94"))) return 3;
  if (blank && (ch == '-' || ch == '/') && c.BlankAt(i + 1) != 0) return 1;
  if (ch != '<' || (c[i + 1] | 0x20) != 'b' || (c[i + 2] | 0x20) != 'r') return 0;
  std::uint32_t e = i + 3;
  while (e < i + 6 && (c[e] == ' ' || c[e] == '/')) ++e;
  return c[e] == '>' ? e + 1 - i : 0;
}

// A character that ends a segment without being skipped: an opening of something else.
bool Closes(const Cursor& c, std::uint32_t i) {
  const char ch = c[i - 1];
  if (ch == ':' && (c.BlankAt(i) != 0 || c[i] == '\n')) return true;
  return ch == '"' || ch == '<' || ch == '>' || ch == '{' || ch == '}' || ch == '[' || ch == ']' || ch == '=' ||
         ch == '\t' || ch == '*' || (ch == ' ' && i >= 3 && c[i - 2] == ' ' && c[i - 3] == ' ');
}

}  // namespace

Segment SegmentBefore(const Cursor& c, std::uint32_t pos, std::uint32_t limit) {
  Segment s;
  std::uint32_t i = pos;
  std::uint32_t blanks = 0;
  bool column = false;  // the separator so far is three blanks: "Ahornweg 5,          20095 Hamburg"
  for (std::uint32_t n = 0; n < 40 && i > limit; ++n) {
    const char ch = c[i - 1];
    if (const std::uint32_t blank = c.BlankBefore(i); blank != 0) {
      if (ch == '\t' && s.separator == 0 && s.newlines == 0) s.separator = '|';
      if (++blanks == 3 && s.separator == 0 && s.newlines == 0) {
        s.separator = '|';
        column = true;
      }
      i -= blank;
      continue;
    }
    if (ch == '\n') {
      if (++s.newlines > 2) return {};
      --i;
      continue;
    }
    if (ch == '\r') {
      --i;
      continue;
    }
    if (ch == '>' && c.AtLineBegin(i)) {  // quoted mail
      --i;
      continue;
    }
    char kind = 0;
    if (const std::uint32_t sep = SeparatorBefore(c, i, &kind); sep != 0 && (s.separator == 0 || column)) {
      s.separator = kind;
      column = false;
      i -= sep;
      blanks = 0;
      continue;
    }
    break;
  }
  s.end = s.begin = i;
  const std::uint32_t least = i > limit + kMaxSegment ? i - kMaxSegment : limit;
  while (s.begin > least) {
    if (c.IsWord(s.begin - 1)) {
      --s.begin;
      continue;
    }
    char kind = 0;
    const std::uint32_t b = s.begin;
    if (c[b - 1] == '\n' || Closes(c, b)) break;
    if (SeparatorBefore(c, b, &kind) != 0 && b != s.end) break;
    --s.begin;
  }
  if (s.begin == least && least > limit) {  // too long for a line of an address: begin at a word
    while (s.begin < s.end && c.IsWord(s.begin)) ++s.begin;
  }
  while (s.begin < s.end && (c.BlankAt(s.begin) != 0 || c[s.begin] == '>')) {
    s.begin += c[s.begin] == '>' ? 1 : c.BlankAt(s.begin);
  }
  s.line = c.AtLineBegin(s.begin);
  return s;
}

std::uint32_t SkipSeparator(const Cursor& c, std::uint32_t pos) {
  std::uint32_t i = c.SkipBlanks(pos);
  const std::uint32_t sign = SignLength(c, i, i > pos);
  bool any = sign != 0;
  if (any) i = c.SkipBlanks(i + sign);
  if (c[i] == '\r') ++i;
  if (c[i] == '\n') {
    any = true;
    ++i;
    while (c[i] == '>' || c.BlankAt(i) != 0) i += c[i] == '>' ? 1 : c.BlankAt(i);
  }
  return any ? i : pos;
}

}  // namespace maske::address
