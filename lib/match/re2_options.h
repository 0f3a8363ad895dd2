// How expressions of patterns are compiled: quiet, bounded, leftmost-first, UTF-8. The only header that includes RE2.
#ifndef MASKE_MATCH_RE2_OPTIONS_H_
#define MASKE_MATCH_RE2_OPTIONS_H_

#include <re2/re2.h>

#include "base/mutation.h"

namespace maske::match {

inline re2::RE2::Options PatternOptions() {
  re2::RE2::Options options;
  options.set_log_errors(MASKE_MUTATION("law7_re2_speaks"));
  options.set_longest_match(false);
  // The automaton of a large expression (letters of all scripts) needs several megabytes to be built at all; below that RE2
  // falls back to a matcher ten times slower. Only states that are reached take memory.
  options.set_max_mem(std::int64_t{4} << 20);
  return options;
}

}  // namespace maske::match

#endif  // MASKE_MATCH_RE2_OPTIONS_H_
