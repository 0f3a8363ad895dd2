// What the tests of the checks share: calling a check by its name, and the faults that people make in numbers.
#ifndef MASKE_TESTS_CHECK_PROBE_H_
#define MASKE_TESTS_CHECK_PROBE_H_

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"

namespace maske::check {

// False (and a failure of the test) when there is no such check.
inline bool Accepts(std::string_view name, std::string_view text) {
  const Check* check = Find(name);
  if (check == nullptr) {
    ADD_FAILURE() << "no check " << name;
    return false;
  }
  return check->function(text);
}

struct Case {
  const char* check;
  const char* number;
  bool valid;
};

inline void ExpectCases(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Accepts(c.check, c.number), c.valid) << c.check << " " << c.number;
}

// Every number that differs from the text in one digit.
inline std::vector<std::string> OneDigitOff(std::string_view text) {
  std::vector<std::string> wrong;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') continue;
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit == text[i]) continue;
      wrong.emplace_back(text);
      wrong.back()[i] = digit;
    }
  }
  return wrong;
}

// Every number with two unlike neighbours exchanged.
inline std::vector<std::string> Transposed(std::string_view text) {
  std::vector<std::string> wrong;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == text[i + 1]) continue;
    wrong.emplace_back(text);
    std::swap(wrong.back()[i], wrong.back()[i + 1]);
  }
  return wrong;
}

// One character less at each place, and one digit more at each end.
inline std::vector<std::string> WrongLength(std::string_view text) {
  std::vector<std::string> wrong = {std::string(text) + "0", "0" + std::string(text), ""};
  for (std::size_t i = 0; i < text.size(); ++i) {
    wrong.emplace_back(text);
    wrong.back().erase(i, 1);
  }
  return wrong;
}

inline std::size_t CountAccepted(std::string_view check, const std::vector<std::string>& numbers) {
  std::size_t accepted = 0;
  for (const std::string& number : numbers) accepted += Accepts(check, number) ? 1 : 0;
  return accepted;
}

inline std::string RandomDigits(std::mt19937& random, std::size_t count) {
  std::string digits;
  for (std::size_t i = 0; i < count; ++i) digits += static_cast<char>('0' + random() % 10);
  return digits;
}

}  // namespace maske::check

#endif  // MASKE_TESTS_CHECK_PROBE_H_
