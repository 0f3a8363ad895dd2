// The slow twin of the matcher: every pattern at every position of the whole text, word for word as patterns/FORMAT.md
// says ("What a pattern finds"). Shares with lib/match the reading of pattern files and with lib/check the check
// functions; no events, tables, bitmaps or tokens. Cost: about 100 ns a pattern and byte.
#ifndef MASKE_TESTS_REFERENCE_PATTERN_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_PATTERN_REFERENCE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "match/load.h"

namespace maske::reference {

struct Match {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::size_t row = 0;  // of the pattern in the list given
  float score = 0;
  OpenSpan open = OpenSpan::kNone;
  bool operator==(const Match&) const = default;
};

class PatternReference {
 public:
  // The patterns must outlive the twin.
  explicit PatternReference(const match::LoadedPatterns& patterns);
  ~PatternReference();
  // Every candidate of a prepared text, sorted, each once.
  [[nodiscard]] std::vector<Match> Find(std::string_view text, std::string_view label = {}) const;

 private:
  struct Row;
  std::vector<std::unique_ptr<Row>> rows_;
};

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_PATTERN_REFERENCE_H_
