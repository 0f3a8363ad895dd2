// Why a pattern found nothing, or what it found and how its score came about: the way of match/runner.h told step by
// step, for `maske explain`. Written plainly, one window after the other, without the runner's short cuts; both must
// agree on what is found. Cost: one anchored RE2 match a position and window, and words of context read one by one: for a
// region that a person asks about. Thread-safe. Test: tests/match/diagnose_test.cc.
#ifndef MASKE_MATCH_DIAGNOSE_H_
#define MASKE_MATCH_DIAGNOSE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "maske/status.h"
#include "match/context.h"
#include "match/pattern_set.h"

namespace maske::match {

// How far a pattern came at a place, in the order in which it is asked.
enum class Step : std::uint8_t {
  kEdge,     // matched inside of a longer word or number
  kTooLong,  // matched up to its bound of bytes and would go on
  kDigits,   // too few or too many digits
  kCheck,    // the check refused it
  kVeto,     // a word near says that it is something else
  kNoWord,   // it counts only beside a context word, and there is none
  kFound,
};

struct Diagnosis {
  std::uint32_t begin = 0;  // bytes of the text; of the pattern's group where the expression matched
  std::uint32_t end = 0;
  std::size_t row = 0;  // of the pattern in the set
  Step step = Step::kEdge;
  const Pattern* pattern = nullptr;
  bool checked = false;             // the check accepted it (false also when it was not asked)
  float alone = 0;                  // score without a context word, with what the check said
  float beside = 0;                 // score beside one
  float score = 0;                  // the one that counts; 0 unless found
  std::vector<Context::Hit> words;  // context words in reach, nearest first; views into the pattern
};

// Tries every pattern at every position where it may match something that overlaps [begin, end) of text. Appends for each
// pattern what came to `least` or farther: findings all, refusals where none that came farther overlaps them. Sorted by
// pattern, then begin. Fails with kResource as the matcher does.
Status Diagnose(const PatternSet& patterns, std::string_view text, std::size_t begin, std::size_t end,
                std::string_view label, Step least, std::vector<Diagnosis>* out);

}  // namespace maske::match

#endif  // MASKE_MATCH_DIAGNOSE_H_
