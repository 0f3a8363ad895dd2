// Looks up tokens and classifies gaps; see view.h. Tested through tests/names/detector_test.cc and locality_test.cc.
#include "names/view.h"

#include <algorithm>

#include "text/chars.h"
#include "text/word_hash.h"

namespace maske::names {
namespace {

constexpr std::uint32_t kLongGap = 48;  // bytes; more is no context

std::uint32_t GapOf(std::string_view between) {
  if (between.size() == 1 && between[0] == ' ') return kGapBlank;
  if (between.size() > kLongGap) return kGapOther | kGapParagraph | kGapBlank;
  std::uint32_t gap = 0;
  unsigned lines = 0;
  unsigned blanks = 0;
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    switch (c) {
      case ' ':
        gap |= kGapBlank;
        if (++blanks >= 2) gap |= kGapTab;
        continue;
      case '\t':
        gap |= kGapBlank | kGapTab;
        continue;
      case '\r':
        continue;
      case '\n':
        gap |= kGapNewline;
        if (++lines >= 2) gap |= kGapParagraph;
        continue;
      case '.':
        gap |= kGapDot;
        break;
      case '-':
        gap |= kGapHyphen;
        break;
      case ',':
        gap |= kGapComma;
        break;
      case ';':
        gap |= kGapSemicolon;
        break;
      case ':':
        gap |= kGapColon;
        break;
      case '(':
      case '[':
        gap |= kGapOpen;
        break;
      case ')':
      case ']':
        gap |= kGapClose;
        break;
      case '/':
        gap |= kGapSlash;
        break;
      case '"':
      case '\'':
        gap |= kGapQuote;
        break;
      case '<':
      case '>':
        gap |= kGapAngle;
        break;
      case '&':
        gap |= kGapAmp;
        break;
      case '!':
      case '?':
        gap |= kGapMark;
        break;
      case '\xC2':
        if (i + 1 < between.size() && between[i + 1] == '\xA0') {
          gap |= kGapBlank;
          ++i;
          continue;
        }
        gap |= kGapOther;
        break;
      case '\xE2': {
        const std::string_view three = between.substr(i, 3);
        if (three == "‐" || three == "‑") {
          gap |= kGapHyphen;
          i += 2;
        } else if (three == "„" || three == "“" || three == "”" || three == "’" || three == "‚" || three == "‘") {
          gap |= kGapQuote;
          i += 2;
        } else {
          gap |= kGapOther;
        }
        break;
      }
      default:
        gap |= kGapOther;
    }
    blanks = 0;
  }
  return gap;
}

bool IsTitlePiece(std::string_view piece, std::uint32_t* roles) {
  const std::uint64_t hash = text::HashWord(piece);
  *roles = RolesOf(FindName(hash));
  return (*roles & kTitle) != 0;
}

}  // namespace

// "Dr.med.univ" is one token: when all of it is titles, it is one.
std::uint32_t View::RolesOfParts(std::string_view word) {
  if (word.size() > 40 || word.find('.') == std::string_view::npos) return 0;
  std::uint32_t all = kTitle;
  for (std::size_t at = 0; at <= word.size() && all != 0;) {
    const std::size_t dot = std::min(word.find('.', at), word.size());
    std::uint32_t roles = 0;
    if (!IsTitlePiece(word.substr(at, dot - at), &roles)) all = 0;
    at = dot + 1;
  }
  return all;
}

std::uint32_t View::SlowGap(Index i) const {
  if (!Has(i) || !Has(i + 1)) return kGapEnd | (i < tokens_.size() ? EdgeGap(tokens_[i].end, i + 1) : 0);
  KeptGap& kept = gaps_[i % kGapSlots];
  if (kept.before != i) {
    const std::uint32_t from = tokens_[i].end;
    kept = {i, GapOf(text_.substr(from, tokens_[i + 1].begin - from))};
  }
  return kept.gap;
}

// The bits of what can be seen of a gap at the border of window or text.
std::uint32_t View::EdgeGap(std::uint32_t from, Index i) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  std::uint32_t to = i < tokens_.size() ? tokens_[i].begin : size;
  from = std::max(from, low_);
  to = std::min({to, high_, from + kLongGap});
  return kGapEnd | (from < to ? GapOf(text_.substr(from, to - from)) : 0);
}

bool View::AtLineBegin(Index i) const {
  std::uint32_t at = tokens_[i].begin;
  for (int steps = 0; at > low_ && steps < 16; --at, ++steps) {
    const char c = text_[at - 1];
    if (c == '\n') return true;
    if (c != ' ' && c != '\t' && c != '-' && c != '*' && c != '>' && c != '|' && c != '"' && c != '#' && c != '\r' &&
        c != '\xBF' && c != '\xBB' && c != '\xEF' && c != '_') {
      return false;
    }
  }
  return at == 0;
}

bool View::AtLineEnd(std::uint32_t at) const {
  bool mark = false;
  for (const std::uint32_t end = high(); at < end; ++at) {
    const char c = text_[at];
    if (c == '\n') return true;
    if (c == ' ' || c == '\t' || c == '\r') continue;
    if ((c == ',' || c == '.' || c == '!') && !mark) {
      mark = true;
      continue;
    }
    return false;
  }
  return at == text_.size();
}

bool LooksGerman(std::string_view word, std::uint64_t hash, bool compounds) {
  if (FindWord(hash) != 0) return true;
  if (word.size() > 48 || word.size() < 5) return false;
  static constexpr std::string_view kEndings[] = {
      "ung",    "ungen",  "heit",    "heiten", "keit",  "keiten", "schaft", "schaften", "tion",   "tionen", "tät",
      "täten",  "ismus",  "ment",    "nisse",  "isch",  "ische",  "ischen", "ischer",   "ischem", "liche",  "lichen",
      "licher", "straße", "strasse", "ologie", "ologe", "thek",   "itis",   "ose",      "iert",   "barkeit"};
  for (const std::string_view ending : kEndings) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  }
  if (!compounds) return false;
  // Two listed words, the second a noun; a linking s may stand between.
  for (std::size_t cut = 3; cut + 4 <= word.size(); ++cut) {
    if ((static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80) continue;
    const std::uint64_t tail = text::HashWord(word.substr(cut));
    if ((FindWord(tail) & kWordNoun) == 0) continue;
    const std::uint16_t classes = FindName(tail);
    if (SurnameTier(classes) != 0 && (classes & kEveryday) == 0) continue;  // surnames are compounds too: "Steinhuber"
    if (FindWord(text::HashWord(word.substr(0, cut))) != 0) return true;
    if (word[cut - 1] == 's' && cut > 4 && FindWord(text::HashWord(word.substr(0, cut - 1))) != 0) return true;
  }
  return false;
}

}  // namespace maske::names
