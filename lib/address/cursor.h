// Reading a prepared slice by bytes, words and blanks, forwards and backwards: what the grammar of addresses is written
// in. A word is a run of word bytes (the scan's bitmap) with hyphens and apostrophes inside, at most kMaxWord bytes: a
// longer one reads as no word, so that every step has a bound. Cost: a word and its class about 20 ns; one object a call
// of the detector, no memory of its own. Tested through tests/address/.
#ifndef MASKE_ADDRESS_CURSOR_H_
#define MASKE_ADDRESS_CURSOR_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>

#include "address/words.h"
#include "text/prepared.h"

namespace maske::address {

class Cursor {
 public:
  static constexpr std::uint32_t kMaxWord = 64;
  static constexpr std::string_view kHtmlBlank = "&nbsp;";

  explicit Cursor(const text::Prepared& slice)
      : text_(slice.text()),
        word_(slice.maps().word.data()),
        digit_(slice.maps().digit.data()),
        upper_(slice.maps().upper.data()) {}

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  // The byte at i, 0 behind the end.
  [[nodiscard]] char operator[](std::uint32_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  [[nodiscard]] std::string_view Text(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }
  [[nodiscard]] std::string_view Text(const Word& w) const { return Text(w.begin, w.end); }

  [[nodiscard]] bool IsWord(std::uint32_t i) const { return i < text_.size() && Bit(word_, i); }
  [[nodiscard]] bool IsDigit(std::uint32_t i) const { return i < text_.size() && Bit(digit_, i); }
  [[nodiscard]] bool IsUpper(std::uint32_t i) const { return i < text_.size() && Bit(upper_, i); }
  [[nodiscard]] bool IsLetter(std::uint32_t i) const { return IsWord(i) && !Bit(digit_, i) && text_[i] != '_'; }
  [[nodiscard]] bool StartsWith(std::uint32_t i, std::string_view s) const {
    return text_.substr(i < text_.size() ? i : text_.size()).starts_with(s);
  }

  // Number of bytes of the blank at i (before i): space, tab, NBSP, narrow NBSP, HTML's "&nbsp;", or 0.
  [[nodiscard]] std::uint32_t BlankAt(std::uint32_t i) const {
    const char ch = (*this)[i];
    if (ch == ' ' || ch == '\t') return 1;
    if (static_cast<signed char>(ch) >= 0) return ch == '&' && StartsWith(i, kHtmlBlank) ? 6 : 0;
    if (ch == '\xC2' && (*this)[i + 1] == '\xA0') return 2;
    if (ch == '\xE2' && (*this)[i + 1] == '\x80' && (*this)[i + 2] == '\xAF') return 3;
    return 0;
  }
  [[nodiscard]] std::uint32_t BlankBefore(std::uint32_t i) const {
    if (i == 0) return 0;
    const char ch = text_[i - 1];
    if (ch == ' ' || ch == '\t') return 1;
    if (static_cast<signed char>(ch) >= 0) return ch == ';' && i >= 6 && StartsWith(i - 6, kHtmlBlank) ? 6 : 0;
    if (ch == '\xA0' && i >= 2 && text_[i - 2] == '\xC2') return 2;
    if (ch == '\xAF' && i >= 3 && text_[i - 2] == '\x80' && text_[i - 3] == '\xE2') return 3;
    return 0;
  }
  // Over at most 64 blanks.
  [[nodiscard]] std::uint32_t SkipBlanks(std::uint32_t i) const {
    for (std::uint32_t n = 0; n < 64; ++n) {
      const std::uint32_t step = BlankAt(i);
      if (step == 0) break;
      i += step;
    }
    return i;
  }
  [[nodiscard]] std::uint32_t SkipBlanksBack(std::uint32_t i, std::uint32_t limit) const {
    for (std::uint32_t n = 0; n < 64 && i > limit; ++n) {
      const std::uint32_t step = BlankBefore(i);
      if (step == 0 || i - step < limit) break;
      i -= step;
    }
    return i;
  }

  // The word that begins at i (ends at i), with its classes; an empty one at i when there is none.
  [[nodiscard]] Word WordAt(std::uint32_t i) const {
    Word w = SpanAt(i);
    if (w.size() != 0) w.classes = ClassesOf(Text(w));
    return w;
  }
  [[nodiscard]] Word WordBefore(std::uint32_t i, std::uint32_t limit) const {
    Word w = SpanBefore(i, limit);
    if (w.size() != 0) w.classes = ClassesOf(Text(w));
    return w;
  }
  // With its hash too, by which places are known.
  [[nodiscard]] Word NameAt(std::uint32_t i) const;
  // Where it begins and ends, no more: for who can say by its bytes that it is none of his.
  [[nodiscard]] Word SpanAt(std::uint32_t i) const;
  [[nodiscard]] Word SpanBefore(std::uint32_t i, std::uint32_t limit) const;
  [[nodiscard]] bool IsCapital(const Word& w) const { return w.end > w.begin && IsUpper(w.begin); }

  [[nodiscard]] std::uint32_t DigitsEnd(std::uint32_t i) const { return RunEnd(digit_, i); }
  // Bit i: a digit run begins at byte 64 * block + i.
  [[nodiscard]] std::uint64_t DigitRuns(std::uint32_t block) const {
    const std::uint64_t before = block == 0 ? 0 : digit_[block - 1] >> 63;
    return digit_[block] & ~((digit_[block] << 1) | before);
  }
  // The length of the run that begins at i, at most 64; i lies before the text's last word of 64.
  [[nodiscard]] std::uint32_t DigitsSoon(std::uint32_t i) const {
    const std::uint64_t low = digit_[i / 64] >> (i % 64);
    const std::uint64_t high = digit_[i / 64 + 1] << 1 << (63 - i % 64);
    return static_cast<std::uint32_t>(std::countr_one(low | high));
  }
  // The first digit run that begins in [i, end); end when there is none. i itself counts when no digit stands before.
  [[nodiscard]] std::uint32_t NextDigitRun(std::uint32_t i, std::uint32_t end) const;
  // The value of a digit run of at most nine digits.
  [[nodiscard]] std::uint32_t Value(std::uint32_t begin, std::uint32_t end) const;
  // The next byte is a newline, a carriage return or the end of the text, blanks aside.
  [[nodiscard]] bool AtLineEnd(std::uint32_t i) const;
  // Nothing but blanks and quoting ('>') stands between i and the begin of its line.
  [[nodiscard]] bool AtLineBegin(std::uint32_t i) const;
  // Begin of the line of i, or limit.
  [[nodiscard]] std::uint32_t LineBegin(std::uint32_t i, std::uint32_t limit) const;

 private:
  static bool Bit(const std::uint64_t* map, std::uint32_t i) { return ((map[i / 64] >> (i % 64)) & 1U) != 0; }
  // Behind the run of set bits that begins at i; i when there is none.
  [[nodiscard]] std::uint32_t RunEnd(const std::uint64_t* map, std::uint32_t i) const {
    while (i < text_.size()) {
      const std::uint64_t bits = ~(map[i / 64] >> (i % 64));  // zeros come in from above, and end no run there
      const auto run = static_cast<std::uint32_t>(std::countr_zero(bits));
      i += run;
      if (i % 64 != 0 || run == 0) break;
    }
    return i;
  }
  // Where the run of set bits that ends at i begins, at limit at the least; i when there is none.
  static std::uint32_t RunBegin(const std::uint64_t* map, std::uint32_t i, std::uint32_t limit) {
    while (i > limit) {
      const std::uint32_t held = (i - 1) % 64 + 1;  // bits of the word of i - 1 up to it
      const auto run = static_cast<std::uint32_t>(std::countl_one(map[(i - 1) / 64] << (64 - held)));
      i -= std::min({run, held, i - limit});
      if (run < held) break;
    }
    return i;
  }
  [[nodiscard]] std::uint32_t JoinerAt(std::uint32_t i) const;  // bytes of a hyphen or apostrophe
  [[nodiscard]] std::uint32_t JoinerBefore(std::uint32_t i) const;

  std::string_view text_;
  const std::uint64_t* word_;
  const std::uint64_t* digit_;
  const std::uint64_t* upper_;
};

// The numbers of houses: "5", "5a", "5 a", "12-14", "12/3/14", "56 – 58". Begins at the first digit.
struct HouseNumber {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // == begin: none
  bool like_year = false;
  [[nodiscard]] bool ok() const { return end > begin; }
};
HouseNumber HouseNumberAt(const Cursor& c, std::uint32_t begin);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_CURSOR_H_
