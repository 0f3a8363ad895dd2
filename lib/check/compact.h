// Compact: the letters and digits of a matched number, in capitals, without its separators.
// Every check starts from it, so that "de89 3704-0044…" and "DE8937040044…" are one value. No allocation: at most
// kCapacity characters, more is not ok(). Separators: blank, tab, NBSP, '-', '.', '/' and the Unicode hyphens and
// dashes (U+2010..U+2015) unless a check asks for fewer. Any other character makes it not ok(). Covered by
// tests/check/compact_test.cc.
#ifndef MASKE_CHECK_COMPACT_H_
#define MASKE_CHECK_COMPACT_H_

#include <array>
#include <cstddef>
#include <string_view>

namespace maske::check {

class Compact {
 public:
  static constexpr std::size_t kCapacity = 48;

  explicit Compact(std::string_view text);

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {chars_.data(), size_}; }

 private:
  std::array<char, kCapacity> chars_;
  std::size_t size_ = 0;
  bool ok_ = true;
};

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr int DigitValue(char c) { return c - '0'; }
// 0..9 for digits, 10..35 for capitals: the values of ISO 7064 and ISO 13616.
inline int Base36Value(char c) { return IsDigit(c) ? c - '0' : c - 'A' + 10; }

bool AllDigits(std::string_view text);  // false when empty
// The value of a run of at most 18 digits.
long long ToNumber(std::string_view digits);
// The value of the two digits at pos.
inline int TwoDigits(std::string_view text, std::size_t pos) {
  return DigitValue(text[pos]) * 10 + DigitValue(text[pos + 1]);
}
// Sum of digit[i] * weight[i] over weights.size() digits; digits must have at least that many.
template <std::size_t N>
int WeightedSum(std::string_view digits, const std::array<int, N>& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += DigitValue(digits[i]) * weights[i];
  return sum;
}

}  // namespace maske::check

#endif  // MASKE_CHECK_COMPACT_H_
