// --stats: how many findings of each type, on standard error, without originals. Covered by tests/cli/mask_test.cc.
#ifndef MASKE_CLI_STATS_H_
#define MASKE_CLI_STATS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace maske::cli {

class Stats {
 public:
  void Add(std::string_view what, std::uint64_t times = 1);
  void Add(const Stats& other);
  // The sum under a title, and one line a name, the names sorted.
  void Say(std::string_view title) const;

 private:
  std::map<std::string, std::uint64_t, std::less<>> counts_;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_STATS_H_
