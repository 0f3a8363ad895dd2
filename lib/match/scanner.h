// The patterns for which no event could be derived: combined into one RE2 automaton that walks the text and says which
// of them match somewhere; only those are then searched for. Cost: about 250 MB/s for the walk, plus a search a pattern
// found. An automaton that ran out of memory answers "every one". Tested by tests/match/matcher_test.cc.
#ifndef MASKE_MATCH_SCANNER_H_
#define MASKE_MATCH_SCANNER_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "match/pattern.h"

namespace maske::match {

class Scanner {
 public:
  Scanner();
  ~Scanner();
  // Before the first Which only.
  void Add(const Pattern& pattern, std::uint16_t row);
  // Appends the rows of the patterns that may match within text. Thread-safe; compiles at the first call.
  void Which(std::string_view text, std::vector<std::uint16_t>* rows) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_SCANNER_H_
