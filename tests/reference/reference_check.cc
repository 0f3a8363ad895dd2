// See reference_check.h.
#include "reference/reference_check.h"

#include <algorithm>
#include <map>
#include <vector>

namespace maske::reference {

bool Luhn(std::string_view digits) {
  if (digits.empty()) return false;
  std::string written;  // the digits of all products, one after the other
  for (std::size_t from_right = 0; from_right < digits.size(); ++from_right) {
    const int digit = digits[digits.size() - 1 - from_right] - '0';
    written += std::to_string(from_right % 2 == 1 ? digit * 2 : digit);
  }
  int sum = 0;
  for (const char c : written) sum += c - '0';
  return std::to_string(sum).back() == '0';
}

bool Mod11_10(std::string_view digits) {
  if (digits.size() < 2) return false;
  int p = 10;
  int s = 0;
  for (std::size_t j = 0; j < digits.size(); ++j) {
    s = p % 11 + (digits[j] - '0');
    p = (s % 10 == 0 ? 10 : s % 10) * 2;
  }
  return s % 10 == 1;
}

int Mod97(std::string_view text) {
  std::string decimal;
  for (const char c : text) decimal += c >= '0' && c <= '9' ? std::string(1, c) : std::to_string(c - 'A' + 10);
  while (decimal.size() > 2) {  // as on paper: the first three digits, what is left of them, the rest
    const int head = std::stoi(decimal.substr(0, 3));
    decimal = std::to_string(head % 97) + decimal.substr(3);
  }
  return decimal.empty() ? 0 : std::stoi(decimal) % 97;
}

bool DateExists(int year, int month, int day) {
  const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
  const std::map<int, int> days = {
      {1, 31}, {2, leap ? 29 : 28}, {3, 31}, {4, 30}, {5, 31}, {6, 30}, {7, 31}, {8, 31}, {9, 30}, {10, 31}, {11, 30},
      {12, 31}};
  for (const auto& [m, last] : days) {
    for (int d = 1; d <= last; ++d) {
      if (m == month && d == day) return true;
    }
  }
  return false;
}

namespace {

std::vector<std::string> SplitAt(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// "192.0.2.1" as two groups; empty when it is none.
std::string DottedAsGroups(const std::string& text) {
  const std::vector<std::string> parts = SplitAt(text, '.');
  if (parts.size() != 4) return {};
  std::string hex;
  for (const std::string& part : parts) {
    if (part.empty() || part.size() > 3 || part.find_first_not_of("0123456789") != std::string::npos) return {};
    if ((part.size() > 1 && part[0] == '0') || std::stoi(part) > 255) return {};
    constexpr std::string_view kHex = "0123456789abcdef";
    hex += kHex[static_cast<std::size_t>(std::stoi(part) / 16)];
    hex += kHex[static_cast<std::size_t>(std::stoi(part) % 16)];
  }
  return hex.substr(0, 4) + ":" + hex.substr(4);
}

}  // namespace

std::string ExpandIpv6(std::string_view text) {
  std::string whole(text);
  if (const auto last = whole.rfind(':'); last != std::string::npos && whole.find('.') != std::string::npos) {
    const std::string groups = DottedAsGroups(whole.substr(last + 1));
    if (groups.empty()) return {};
    whole = whole.substr(0, last + 1) + groups;
  }
  const auto gap = whole.find("::");
  std::vector<std::string> groups;
  if (gap == std::string::npos) {
    groups = SplitAt(whole, ':');
  } else {
    if (whole.find("::", gap + 1) != std::string::npos) return {};
    const auto side = [](const std::string& part) {
      return part.empty() ? std::vector<std::string>() : SplitAt(part, ':');
    };
    groups = side(whole.substr(0, gap));
    const std::vector<std::string> behind = side(whole.substr(gap + 2));
    if (groups.size() + behind.size() > 7) return {};
    groups.resize(8 - behind.size(), "0");
    groups.insert(groups.end(), behind.begin(), behind.end());
  }
  if (groups.size() != 8) return {};
  std::string expanded;
  for (std::string group : groups) {
    if (group.empty() || group.size() > 4) return {};
    for (char& c : group) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    if (group.find_first_not_of("0123456789abcdef") != std::string::npos) return {};
    expanded += std::string(4 - group.size(), '0') + group;
  }
  return expanded;
}

bool TaxIdRepeats(std::string_view ten) {
  std::map<char, int> times;
  for (const char c : ten) ++times[c];
  std::vector<int> more;
  for (const auto& [digit, count] : times) {
    if (count > 1) more.push_back(count);
  }
  for (const char c : std::string("0123456789")) {
    if (ten.find(std::string(3, c)) != std::string_view::npos) return false;
  }
  return more.size() == 1 && (more[0] == 2 || more[0] == 3);
}

}  // namespace maske::reference
