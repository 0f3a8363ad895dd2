// Words, blanks and lines of a slice: cursor.h.
#include "address/cursor.h"

#include <algorithm>

#include "address/place_words.h"
#include "text/chars.h"

namespace maske::address {

std::uint32_t Cursor::JoinerAt(std::uint32_t i) const {
  const char ch = (*this)[i];
  if (ch == '-' || ch == '\'') return 1;
  if (ch == '.' && (*this)[i + 1] == '-') return 2;  // "St.-Anna-Straße"
  return ch == '\xE2' && (*this)[i + 1] == '\x80' && (*this)[i + 2] == '\x99' ? 3 : 0;
}

std::uint32_t Cursor::JoinerBefore(std::uint32_t i) const {
  if (i == 0) return 0;
  const char ch = text_[i - 1];
  if (ch == '-') return i >= 2 && text_[i - 2] == '.' ? 2 : 1;
  if (ch == '\'') return 1;
  return i >= 3 && ch == '\x99' && text_[i - 2] == '\x80' && text_[i - 3] == '\xE2' ? 3 : 0;
}

Word Cursor::SpanAt(std::uint32_t i) const {
  Word w;
  w.begin = w.end = i;
  while (IsWord(w.end)) {
    w.end = RunEnd(word_, w.end);
    if (w.end - i > kMaxWord) return Word{.begin = i, .end = i};
    const std::uint32_t joiner = JoinerAt(w.end);
    if (joiner == 0 || !IsWord(w.end + joiner)) break;
    w.end += joiner;
  }
  return w;
}

Word Cursor::SpanBefore(std::uint32_t i, std::uint32_t limit) const {
  Word w;
  w.begin = w.end = i;
  while (w.begin > limit && IsWord(w.begin - 1)) {
    w.begin = RunBegin(word_, w.begin, limit);
    if (i - w.begin > kMaxWord) return Word{.begin = i, .end = i};
    const std::uint32_t joiner = JoinerBefore(w.begin);
    if (joiner == 0 || w.begin < limit + joiner + 1 || !IsWord(w.begin - joiner - 1)) break;
    w.begin -= joiner;
  }
  return w;
}

Word Cursor::NameAt(std::uint32_t i) const {
  Word w = WordAt(i);  // by its own hash: "St" is a street too
  if (w.size() != 0) w.hash = PlaceWordHash(Text(w));
  return w;
}

std::uint32_t Cursor::NextDigitRun(std::uint32_t i, std::uint32_t end) const {
  end = std::min(end, size());
  if (i >= end) return end;
  std::uint32_t block = i / 64;
  std::uint64_t bits = DigitRuns(block) & (~0ULL << (i % 64));
  while (bits == 0) {
    if (++block * 64 >= end) return end;
    bits = DigitRuns(block);
  }
  return std::min(end, block * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
}

std::uint32_t Cursor::Value(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t v = 0;
  for (std::uint32_t i = begin; i < end && i < begin + 9; ++i) v = v * 10 + static_cast<std::uint32_t>(text_[i] - '0');
  return v;
}

bool Cursor::AtLineEnd(std::uint32_t i) const {
  i = SkipBlanks(i);
  return i >= size() || text_[i] == '\n' || text_[i] == '\r';
}

bool Cursor::AtLineBegin(std::uint32_t i) const {
  for (std::uint32_t n = 0; n < 64 && i > 0; ++n) {
    const std::uint32_t blank = BlankBefore(i);
    if (blank != 0) {
      i -= blank;
    } else if (text_[i - 1] == '>') {
      --i;
    } else {
      return text_[i - 1] == '\n';
    }
  }
  return i == 0;
}

std::uint32_t Cursor::LineBegin(std::uint32_t i, std::uint32_t limit) const {
  while (i > limit && text_[i - 1] != '\n') --i;
  return i;
}

}  // namespace maske::address
