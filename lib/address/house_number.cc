// House numbers: cursor.h says which forms. A number is refused when what follows makes it something else: a unit
// ("5 km", "3 Stunden", "12:30 Uhr"), a decimal, a longer number, letters. Reads at most 40 bytes.
// Tested by tests/address/forms_test.cc and negatives_test.cc.
#include <cstdint>

#include "address/cursor.h"

namespace maske::address {
namespace {

// A letter that belongs to the number at i: "5a", "5 a", "8 J". Returns the end, or i.
std::uint32_t LetterAt(const Cursor& c, std::uint32_t i) {
  const auto is_letter = [&](std::uint32_t at) {
    const char lower = static_cast<char>(c[at] | 0x20);
    return lower >= 'a' && lower <= 'z' && !c.IsWord(at + 1);
  };
  if (is_letter(i)) return i + 1;
  const std::uint32_t blank = c.BlankAt(i);
  if (blank == 0) return i;
  const std::uint32_t at = i + blank;
  if (!is_letter(at)) return i;
  const char ch = c[at];
  if (ch >= 'i' && ch <= 'z') return i;  // "5 m", "3 x", "2 l"
  const char next = c[at + 1];
  if (next == '.' || next == '\'' || next == '/') return i;                         // "5 A. Müller", "5 c/o"
  if (next == '-' && c.IsDigit(at + 2) && c.DigitsEnd(at + 2) - at >= 6) return i;  // "5 D-10115"
  const std::uint32_t after = c.SkipBlanks(at + 1);
  if ((ch == 'D' || ch == 'A') && after > at + 1) {
    const std::uint32_t dash = c[after] == '-' ? c.SkipBlanks(after + 1) : after;
    if (c.StartsWith(after, "–") || (c.IsDigit(dash) && c.DigitsEnd(dash) - dash >= 4))
      return i;  // "5 D 10115", "8 A – 4232"
  }
  if (c[i] == ' ' && ch >= 'A' && ch <= 'Z' && c.IsLetter(after) && after > at + 1 && !c.IsUpper(after)) return i;
  return at + 1;
}

std::uint32_t DashAt(const Cursor& c, std::uint32_t i) {
  const char ch = c[i];
  if (ch == '-' || ch == '/' || ch == '+') return 1;
  if (ch == '\xE2' && c[i + 1] == '\x80' && (c[i + 2] == '\x93' || c[i + 2] == '\x94' || c[i + 2] == '\x91')) return 3;
  return c.StartsWith(i, "\xE2\x81\x84") ? 3 : 0;  // the stroke of a fraction, which folding makes of "½"
}

// " 1/2" behind the number, or i.
std::uint32_t HalfAt(const Cursor& c, std::uint32_t i) {
  const std::uint32_t at = i + c.BlankAt(i);
  const bool half = at != i && c[at] >= '1' && c[at] <= '3' && c[at + 1] == '/' && c[at + 2] >= '2' && c[at + 2] <= '4';
  return half && !c.IsWord(at + 3) ? at + 3 : i;
}

// "3 - 1": a range that goes down is a result of a game.
bool GoesDown(const Cursor& c, std::uint32_t begin, std::uint32_t end, std::uint32_t tail) {
  if (c.BlankAt(c.DigitsEnd(begin)) == 0 || c.DigitsEnd(begin) != end || !c.IsDigit(tail - 1) || c[tail] == '.')
    return false;
  std::uint32_t second = tail;
  while (c.IsDigit(second - 1)) --second;
  return c.BlankBefore(second) != 0 && c.Value(second, tail) < c.Value(begin, end) && c[c.SkipBlanks(end)] != '/' &&
         c.IsLetter(c.SkipBlanks(tail));
}

// The part behind a dash or slash, or i: "-14", " / 3", "/2.1", "-c" behind a letter.
std::uint32_t TailAt(const Cursor& c, std::uint32_t i, bool after_letter) {
  const std::uint32_t dash_at = c.SkipBlanks(i);
  const std::uint32_t dash = DashAt(c, dash_at);
  if (dash == 0 || dash_at > i + 2) return i;
  const std::uint32_t at = c.SkipBlanks(dash_at + dash);
  const bool blanks = at != i + dash;
  if (c.IsDigit(at)) {
    std::uint32_t end = c.DigitsEnd(at);
    const std::uint32_t digits = end - at;
    if (digits > 4 || (digits == 4 && blanks)) return i;  // "5 - 10115 Berlin", "5 / 1010 Wien"
    if (digits == 4 && c[dash_at] == '/') return i;       // "5/2020"
    while (c[end] == '.' && c.IsDigit(end + 1) && c[dash_at] == '/') end = c.DigitsEnd(end + 1);
    const std::uint32_t letter = LetterAt(c, end);
    return c.IsWord(letter) ? (letter == end ? i : end) : letter;
  }
  std::uint32_t roman = at;  // "123-II"
  while (roman < at + 4 && (c[roman] == 'I' || c[roman] == 'V')) ++roman;
  if (roman > at + 1 && !blanks && !c.IsWord(roman)) return roman;
  const char lower = static_cast<char>(c[at] | 0x20);
  if (lower >= 'a' && lower <= 'z' && !c.IsWord(at + 1) && (after_letter || !blanks) && c[at + 1] != '-') return at + 1;
  return i;
}

}  // namespace

HouseNumber HouseNumberAt(const Cursor& c, std::uint32_t begin) {
  HouseNumber none;
  none.begin = none.end = begin;
  std::uint32_t end = c.DigitsEnd(begin);
  if (c[begin] == '0' && (end - begin < 2 || end - begin > 3)) return none;  // "07"
  if (end - begin > 4) return none;
  HouseNumber number{.begin = begin, .end = end};
  if (end - begin == 4) {
    const std::uint32_t v = c.Value(begin, end);
    number.like_year = v >= 1900 && v < 2100;
  }
  if (c[end] == '\xC2' && (c[end + 1] == '\xBD' || c[end + 1] == '\xBC')) end += 2;  // ½ ¼
  const std::uint32_t letter = LetterAt(c, end);
  bool after_letter = letter != end;
  end = letter;
  if (c.IsWord(end)) return none;  // "5th", "3D4"
  end = HalfAt(c, end);
  for (int parts = 0; parts < 4; ++parts) {
    const std::uint32_t tail = TailAt(c, end, after_letter);
    if (tail == end) break;
    if (parts == 0 && GoesDown(c, begin, end, tail)) return none;
    if (parts == 1 && c[tail] != '/' && tail > end + 4 && c.IsDigit(tail - 4)) return none;  // "24-06-2010"
    after_letter = !c.IsDigit(tail - 1);
    end = tail;
  }
  if (c.IsWord(end)) return none;
  const char next = c[end];
  const char second = c[end + 1];
  if ((next == ':' || next == '.' || next == ',') && c.IsDigit(end + 1)) {
    if (next != ',' || c.DigitsEnd(end + 1) - end < 5) return none;  // "12:30", "5.5", "5,50"; but "5,10115 Berlin"
  }
  if (next == '.' && c.BlankAt(end + 1) != 0 && c.IsUpper(c.SkipBlanks(end + 1)) &&
      c.WordAt(c.SkipBlanks(end + 1)).Is(kUnit)) {
    return none;  // "5. Januar"
  }
  if (next == '%' || next == '_' || next == '=' || (next == '-' && c.IsWord(end + 1))) return none;
  if (next == '/' && c.IsWord(end + 1) && !c.WordAt(end + 1).Is(kInside)) return none;  // "3/Top 4"
  if (next == '\xC2' && (second == '\xB0' || second == '\xB2')) return none;            // ° ²
  const std::uint32_t after = c.SkipBlanks(end);
  if (c[after] == ':' && after > end && c.IsDigit(c.SkipBlanks(after + 1))) return none;  // "2 : 1"
  if (c[after] == '%' || (c[after] == '\xE2' && c[after + 1] == '\x82' && c[after + 2] == '\xAC') || c[after] == '$')
    return none;
  if (after > end && c.IsWord(after) && !c.IsDigit(after)) {
    const Word unit = c.WordAt(after);
    if (unit.Is(kUnit)) return none;
    if (c[after] == 'z' && c[after + 1] == 'u' && unit.size() == 2 && c.IsDigit(c.SkipBlanks(unit.end)))
      return none;  // "2 zu 1"
  }
  number.end = end;
  return number;
}

}  // namespace maske::address
