// A text as evaluation sees it: code points, which of them are letters or digits, and sums over ranges of them in
// constant time. Letter or digit: general category L, or any numeric value (½, Ⅷ and ² too). Word: a run of anything but
// white space (bidirectional class WS, B or S, or category Zs). Both by ICU's properties; they are Python's isalnum and
// split, which other tools count with. 5 bytes of memory a code point and 1 a byte. Covered by tests/cli/eval_test.cc.
#ifndef MASKE_CLI_EVAL_TEXT_H_
#define MASKE_CLI_EVAL_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace maske::cli {

// How many of a set of code points lie in a range.
class RangeCount {
 public:
  explicit RangeCount(const std::vector<bool>& in);
  [[nodiscard]] std::size_t operator()(std::size_t begin, std::size_t end) const { return sums_[end] - sums_[begin]; }

 private:
  std::vector<std::uint32_t> sums_;
};

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Range&) const = default;
  bool operator<(const Range& other) const { return begin != other.begin ? begin < other.begin : end < other.end; }
};

class EvalText {
 public:
  // utf8 must outlive it. A byte that is no UTF-8 counts as one code point that is no letter.
  explicit EvalText(std::string_view utf8);

  [[nodiscard]] std::size_t size() const { return letters_.size(); }  // code points
  [[nodiscard]] std::size_t words() const { return words_; }
  [[nodiscard]] bool IsLetter(std::size_t point) const { return letters_[point]; }
  [[nodiscard]] const std::vector<bool>& letters() const { return letters_; }
  // Code points before a byte that begins one, and the other way round.
  [[nodiscard]] std::size_t PointOf(std::size_t byte) const;
  [[nodiscard]] std::size_t ByteOf(std::size_t point) const { return starts_[point]; }
  [[nodiscard]] std::string_view Text(Range range) const;
  // The range without what is no letter or digit at its ends; where nothing is left, empty at its end.
  [[nodiscard]] Range Trimmed(Range range) const;

 private:
  std::string_view utf8_;
  std::vector<bool> letters_;
  std::vector<std::uint32_t> starts_;  // byte of each code point, and of the end
  std::size_t words_ = 0;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_EVAL_TEXT_H_
