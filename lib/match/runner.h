// One pattern, ready to be tried at a position: the expression (compiled at first need), edges, digits, check, context
// and score, in the order that patterns/FORMAT.md gives ("What a pattern finds").
// Thread-safe. Cost of Run: one anchored RE2 match (about 50 ns where it fails early), then the rest where it matched.
// Patterns that shrink look for ends that edge, digits and check allow first: one check for each, RE2 only where one is
// left. Tested by tests/match/matcher_test.cc and the twin (tests/reference/pattern_reference.h).
#ifndef MASKE_MATCH_RUNNER_H_
#define MASKE_MATCH_RUNNER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "base/candidate.h"
#include "check/check.h"
#include "maske/status.h"
#include "match/pattern.h"

namespace re2 {
class RE2;
}

namespace maske::match {

class Context;

class Runner {
 public:
  // The pattern must outlive the runner. A check that is not there is refused by Prepare.
  explicit Runner(const Pattern* pattern);
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  [[nodiscard]] const Pattern& pattern() const { return *pattern_; }
  // Compiles the expression if nobody did. Call before the others; kResource when RE2 refuses it.
  [[nodiscard]] Status Prepare() const;
  // What Prepare made, and the check; for match/diagnose.h.
  [[nodiscard]] const re2::RE2& expression() const;
  [[nodiscard]] const Context& context() const;
  [[nodiscard]] const check::Check* check() const { return check_; }
  // Tries the pattern at pos. Fills begin, end, score and open of *out when it finds something.
  bool Run(std::string_view text, std::size_t pos, std::string_view label, Candidate* out) const;
  // The first position in [from, to) where the expression matches (edges not asked); npos when there is none.
  [[nodiscard]] std::size_t NextMatch(std::string_view text, std::size_t from, std::size_t to) const;

 private:
  struct State;
  struct Found;
  // False when the expression does not match in [pos, window).
  bool Search(std::string_view text, std::size_t pos, std::size_t window, Found* found) const;
  bool RunByEnds(std::string_view text, std::size_t pos, std::size_t window, std::string_view label,
                 Candidate* out) const;
  bool Finish(std::string_view text, const Found& found, bool checked, std::string_view label, Candidate* out) const;

  const Pattern* pattern_;
  const check::Check* check_;
  bool word_first_;  // nothing is found without a word to the left, which can be asked before the expression
  bool ends_first_;  // where a match may end is asked before the expression
  std::unique_ptr<State> state_;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_RUNNER_H_
