// The examples of a folder of pattern files, run and timed; for people who write patterns. Not for the way of a text.
// Tested by tests/cli/patterns_test.cc.
#ifndef MASKE_MATCH_TRIAL_H_
#define MASKE_MATCH_TRIAL_H_

#include <cstddef>
#include <string>
#include <vector>

#include "maske/status.h"

namespace maske::match {

struct Trial {
  std::string id;
  std::string origin;              // file:line
  std::size_t matching = 0;        // examples that must match
  std::size_t other = 0;           // examples that must not
  double example_nanoseconds = 0;  // of looking for this pattern alone in one of its examples, the best of many rounds
};

struct Trials {
  std::vector<Trial> patterns;      // the sound ones, in order of file and line
  std::vector<std::string> faults;  // "file:line: reason", of the others
};

// Fails when dir cannot be read. Cost: about 1 ms a pattern for compiling and 2 ms for timing.
Result<Trials> TryPatterns(const std::string& dir);

}  // namespace maske::match

#endif  // MASKE_MATCH_TRIAL_H_
