// A telephone number taken apart: its digits, its groups and what separates them. Used by the phone checks only.
// Covered by tests/check/phone_test.cc.
#ifndef MASKE_CHECK_PHONE_H_
#define MASKE_CHECK_PHONE_H_

#include <array>
#include <cstddef>
#include <string_view>

namespace maske::check {

class PhoneParts {
 public:
  // Everything before the first letter ("ext. 12", "DW 3") is the number. A lone "(0)" or "[0]" behind other digits is
  // dropped: +49 (0)30. ok() is false for more than 18 digits, 10 groups, or none at all.
  explicit PhoneParts(std::string_view text);

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool plus() const { return plus_; }
  [[nodiscard]] std::string_view digits() const { return {digits_.data(), size_}; }
  [[nodiscard]] std::size_t groups() const { return groups_; }
  // Number of digits up to the end of group i, and the separator character behind it (0 at the end; ' ' only when there
  // is nothing but blanks).
  [[nodiscard]] std::size_t boundary(std::size_t i) const { return boundary_[i]; }
  [[nodiscard]] char separator(std::size_t i) const { return separator_[i]; }
  [[nodiscard]] std::size_t group_size(std::size_t i) const { return boundary_[i] - (i == 0 ? 0 : boundary_[i - 1]); }
  [[nodiscard]] std::string_view group(std::size_t i) const {
    return digits().substr(boundary_[i] - group_size(i), group_size(i));
  }
  [[nodiscard]] bool parenthesised() const { return parenthesised_; }  // the first group stands in ( )

 private:
  static constexpr std::size_t kMaxDigits = 18;
  static constexpr std::size_t kMaxGroups = 10;
  void EndGroup();

  std::array<char, kMaxDigits> digits_{};
  std::array<std::size_t, kMaxGroups> boundary_{};
  std::array<char, kMaxGroups> separator_{};
  std::size_t size_ = 0;
  std::size_t groups_ = 0;
  bool plus_ = false;
  bool parenthesised_ = false;
  bool ok_ = true;
};

}  // namespace maske::check

#endif  // MASKE_CHECK_PHONE_H_
