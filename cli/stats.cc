#include "cli/stats.h"

#include <algorithm>

#include "cli/exit_code.h"

namespace maske::cli {

void Stats::Add(std::string_view what, std::uint64_t times) {
  const auto found = counts_.find(what);
  if (found != counts_.end()) {
    found->second += times;
  } else {
    counts_.emplace(what, times);
  }
}

void Stats::Add(const Stats& other) {
  for (const auto& [what, times] : other.counts_) Add(what, times);
}

void Stats::Say(std::string_view title) const {
  std::size_t width = title.size();
  std::uint64_t sum = 0;
  for (const auto& [what, times] : counts_) {
    width = std::max(width, what.size());
    sum += times;
  }
  std::string text(title);
  text.append(width - text.size() + 2, ' ').append(std::to_string(sum));
  for (const auto& [what, times] : counts_) {
    text.append("\n  ").append(what).append(width - what.size() + 7, ' ').append(std::to_string(times));
  }
  Remark(text);
}

}  // namespace maske::cli
