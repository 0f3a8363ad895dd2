// A date that exists, in the forms that letters and forms use: 3.5.1978, 03.05.78, 1978-05-03, 05/13/1978, "3. Mai
// 1978", "May 3, 1978". Years from 1900 to 2035; a year of two digits may be of either century. Month names are told by
// their first three letters, German (with Austrian Jänner, Feber) and English; the pattern decides which words get
// here. Covered by tests/check/date_test.cc.
#include <array>
#include <string_view>

#include "check/algorithms.h"
#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

struct MonthName {
  std::string_view start;  // lower case
  int month;
};

constexpr auto kMonths = std::to_array<MonthName>({
    {"jan", 1}, {"jän", 1},  {"jae", 1},  {"feb", 2},  {"mar", 3},  {"mär", 3},  {"mrz", 3},
    {"mae", 3}, {"apr", 4},  {"mai", 5},  {"may", 5},  {"jun", 6},  {"jul", 7},  {"aug", 8},
    {"sep", 9}, {"okt", 10}, {"oct", 10}, {"nov", 11}, {"dez", 12}, {"dec", 12},
});

// 0 when the word is no month.
int MonthOf(std::string_view word) {
  for (const MonthName& row : kMonths) {
    if (word.size() < row.start.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < row.start.size(); ++i) {
      char c = word[i];
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      if (c == '\x84' && i > 0 && word[i - 1] == '\xC3') c = '\xA4';  // Ä
      same &= c == row.start[i];
    }
    if (same) return row.month;
  }
  return 0;
}

bool YearFits(int year, std::size_t digits, int month, int day) {
  if (digits == 2) return DateExists(1900 + year, month, day) || DateExists(2000 + year, month, day);
  return digits == 4 && year >= 1900 && year <= 2035 && DateExists(year, month, day);
}

struct Parts {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> lengths{};
  std::size_t count = 0;
  int month = 0;  // by name
  bool slashes = false;
};

bool IsWordByte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Words that are no month ("of", "3rd") are passed over.
bool Split(std::string_view text, Parts* out) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (IsDigit(text[i])) {
      while (i < text.size() && IsDigit(text[i])) ++i;
      if (out->count == 3 || i - begin > 4) return false;
      out->numbers[out->count] = static_cast<int>(ToNumber(text.substr(begin, i - begin)));
      out->lengths[out->count++] = i - begin;
    } else if (IsWordByte(text[i])) {
      while (i < text.size() && IsWordByte(text[i])) ++i;
      if (const int month = MonthOf(text.substr(begin, i - begin)); month != 0 && out->month == 0) out->month = month;
    } else {
      out->slashes |= text[i] == '/';
      ++i;
    }
  }
  return true;
}

bool Date(std::string_view text) {
  Parts parts;
  if (!Split(text, &parts)) return false;
  const auto& n = parts.numbers;
  const auto& length = parts.lengths;
  if (parts.count == 2 && parts.month != 0) {
    if (length[0] == 4) return length[1] <= 2 && YearFits(n[0], 4, parts.month, n[1]);
    return length[0] <= 2 && YearFits(n[1], length[1], parts.month, n[0]);
  }
  if (parts.count != 3 || parts.month != 0) return false;
  if (length[0] == 4) return length[1] <= 2 && length[2] <= 2 && YearFits(n[0], 4, n[1], n[2]);
  if (length[0] > 2 || length[1] > 2) return false;
  return YearFits(n[2], length[2], n[1], n[0]) || (parts.slashes && YearFits(n[2], length[2], n[0], n[1]));
}

constexpr std::array kRows = {
    Check{"date", &Date, "ISO 8601 and DIN 5008 for the forms; Gregorian calendar"},
};

}  // namespace

std::span<const Check> DateChecks() { return kRows; }

}  // namespace maske::check
