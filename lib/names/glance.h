// The glance at what stands beside a capitalised word that spares most words the rules: each function may say yes too
// often (the rules look closer), never too seldom. Inline: they run for every capitalised word, 48,000 a megabyte.
// Functions of the text alone, tested through tests/names/.
#ifndef MASKE_NAMES_GLANCE_H_
#define MASKE_NAMES_GLANCE_H_

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "names/evidence.h"
#include "names/view.h"

namespace maske::names {

// Salt of first parts of hyphenated names in the memory.
constexpr std::uint64_t kHyphenated = 0x5DEECE66D1CE4E5BU;
constexpr Index kClosingReach = 12;       // tokens between a closing and the name under it
constexpr std::uint32_t kMailReach = 44;  // bytes behind a word in which the bracket of its mail address may stand

// "mfg", "lg": closings in careless writing.
inline bool LowerClosing(View& view, Index i) {
  const text::Token& token = view.token(i);
  const std::uint32_t size = token.end - token.begin;
  const char* data = view.text().data() + token.begin;
  if (size > 3 || data[size - 1] != 'g') return false;
  return size == 2 ? data[0] == 'l' || data[0] == 'v' : size == 3 && data[0] == 'm' && data[1] == 'f';
}

// A letter of "Dr. h. c.", "Dr. e. h.".
inline bool HonoraryLetter(View& view, Index i) {
  const text::Token& token = view.token(i);
  if (token.end - token.begin != 1 || view.ByteAt(token.end) != '.') return false;
  const char c = view.text()[token.begin];
  return c == 'h' || c == 'c' || c == 'e';
}

// The nearest of the tokens before i that closes a letter.
inline Index ClosingBefore(View& view, Index i) {
  for (Index n = 1; n <= kClosingReach && n <= i; ++n) {
    const Index j = i - n;
    if (view.Capital(j) ? (view.roles(j) & kClosing) != 0 : LowerClosing(view, j)) return j;
  }
  return View::kNone;
}

inline bool NewlineIn(View& view, std::uint32_t from, std::uint32_t to) {
  const std::string_view text = view.text();
  if (to - from > 48) return true;  // no context at all
  for (; from < to; ++from) {
    if (text[from] == '\n') return true;
  }
  return false;
}

// May the word begin a name by itself? A rare or doubtful given name does so only before another name, a clear one
// always.
inline bool WorthTrying(View& view, Index i, std::uint16_t classes, char next, bool newline) {
  const text::Token& token = view.token(i);
  if ((token.flags & text::Token::kHasMid) != 0) return true;
  if (next == '.') return token.end - token.begin <= 2;
  if (next == ',' && newline) {
    return (classes & kSurnameMask) != 0 ||
           (view.Has(i + 1) && (view.info(i + 1).classes & kGivenMask) >= 2 && view.Capital(i + 1));
  }
  const unsigned given = classes & kGivenMask;
  if (given == 0) return false;
  if (given == 3 && (classes & (kAlsoNoun | kAlsoWord | kEveryday)) == 0) return true;
  if (next == '-') return true;
  if (next != ' ' || !view.Has(i + 1) || view.token(i + 1).begin != token.end + 1) return false;
  const text::Token& behind = view.token(i + 1);
  if ((behind.flags & text::Token::kUpperFirst) == 0) {
    // A particle that may follow a given name; "der", "zum" follow other particles only.
    const std::string_view w = view.word(i + 1);
    return w.size() <= 5 && (view.roles(i + 1) & kParticle) != 0 && w != "der" && w != "den" && w != "des" &&
           w != "das" && w != "zum" && w != "zur";
  }
  if (given > 1 || behind.end - behind.begin <= 2) return true;
  return (view.info(i + 1).classes & (kGivenMask | kSurnameMask)) != 0 || view.ByteAt(behind.end) == '-' ||
         view.ByteAt(behind.end - 1) == 's';
}

// The line that token i begins goes on with a list: a bullet, or a separator at the end of the line before.
inline bool ListLine(View& view, Index i) {
  const std::uint32_t begin = view.token(i).begin;
  const char bullet = begin >= 2 && view.text()[begin - 1] == ' ' ? view.text()[begin - 2] : ' ';
  if (bullet == '-' || bullet == '*' || bullet == '\xA2') return true;
  const char end = view.text()[view.token(i - 1).end];
  return end == ',' || end == ';' || end == ':' || end == ')';
}

// May something before token i be evidence? Too much is a waste, too little a loss.
inline bool LeftMaySpeak(View& view, Index i, bool newline) {
  if (i == 0) return false;
  const Index p = i - 1;
  if (newline && ClosingBefore(view, i) != View::kNone) return true;
  if (newline && view.token(i).begin >= 4 &&
      view.text().substr(view.token(i).begin - 4, 2).find('-') != std::string_view::npos) {
    return true;  // perhaps "-- "
  }
  if (view.Capital(p)) {
    const Info& info = view.info(p);  // may lie before the block
    if ((info.roles & kSpeaksBefore) != 0) return true;
    const std::uint32_t size = view.token(p).end - view.token(p).begin;
    if (size <= 2) return true;  // "i. A.", "z. Hd."
    if (info.roles != 0) return false;
    return size >= 9 && (info.classes & (kGivenMask | kSurnameMask)) == 0 && !newline && RoleByEnding(view.word(p));
  }
  if (HonoraryLetter(view, p)) return true;
  const text::Token& word = view.token(p);
  return MaySpeak(view.text().data() + word.begin, word.end - word.begin, view.text().size() - word.begin) &&
         (view.roles(p) & kSpeaksBefore) != 0;
}

// "First Second <mail>"
inline bool SpaceAngleSoon(View& view, std::uint32_t at) {
  const std::uint32_t end = std::min<std::uint32_t>(view.high(), at + 32);
  for (; at < end; ++at) {
    if (view.text()[at] == '<') return true;
    if (view.text()[at] == '\n') return false;
  }
  return false;
}

// May something behind token i be evidence?
inline bool RightMaySpeak(View& view, Index i, bool newline, char next) {
  const std::uint32_t end = view.token(i).end;
  if (next == ',') return newline;
  if (next == '-') return newline;
  if (next != ' ') return false;
  const char c = view.ByteAt(end + 1);
  if (c == '<') return true;
  if (c == '(' || c == '[') return view.ByteAt(end + 2) >= 'A' && view.ByteAt(end + 2) <= 'Z';
  if (!view.Has(i + 1) || view.token(i + 1).begin != end + 1) return false;
  const text::Token& behind = view.token(i + 1);
  const std::uint32_t size = behind.end - behind.begin;
  if ((behind.flags & text::Token::kUpperFirst) != 0) {
    return (behind.flags & text::Token::kHasLower) == 0 || (behind.flags & text::Token::kHasUpperInside) != 0 ||
           (newline && SpaceAngleSoon(view, end));
  }
  switch (c) {
    case 's':
      return size == 4 || size == 5 || size == 7 || size == 8;  // sagt, sagte, says, said, schrieb, schreibt
    case 'w':
    case 'm':
      return size == 5 || size == 6;  // wrote, writes, meint, meinte
    case 'e':
      return size >= 8 && size <= 9;  // erklärt, erklärte
    case 'b':
      return size == 6 || size == 7;  // betont, betonte
    default:
      return false;
  }
}

}  // namespace maske::names

#endif  // MASKE_NAMES_GLANCE_H_
