#include "cli/suggest.h"

#include <algorithm>
#include <vector>

namespace maske::cli {
namespace {

constexpr std::size_t kLongestName = 64;

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool StartsWith(std::string_view name, std::string_view beginning) {
  return name.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), name.begin(),
                                                       [](char x, char y) { return Lower(x) == Lower(y); });
}

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = Lower(a[i - 1]);
      const char y = Lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (x == y ? 0U : 1U)});
      if (i > 1 && j > 1 && x == Lower(b[j - 2]) && Lower(a[i - 2]) == y) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string_view Nearest(std::string_view wrong, std::span<const std::string_view> names) {
  if (wrong.empty() || wrong.size() > kLongestName) return {};
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, wrong.size() / 3) + 1;
  for (const std::string_view name : names) {
    const std::size_t distance = EditDistance(wrong, name);
    if (distance < best_distance) {
      best_distance = distance;
      best = name;
    }
  }
  if (!best.empty() || wrong.size() < 2) return best;
  for (const std::string_view name : names) {
    if (StartsWith(name, wrong)) return name;
  }
  return {};
}

std::string DidYouMean(std::string_view wrong, std::span<const std::string_view> names, std::string_view prefix) {
  const std::string_view nearest = Nearest(wrong, names);
  if (nearest.empty()) return {};
  return std::string(" (did you mean ").append(prefix).append(nearest).append("?)");
}

}  // namespace maske::cli
