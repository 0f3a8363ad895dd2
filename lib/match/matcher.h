// Patterns at work: for every trigger in a slice, the few patterns whose shape fits run in RE2, anchored, with the text
// around as context; checks and context words decide the score.
#ifndef MASKE_MATCH_MATCHER_H_
#define MASKE_MATCH_MATCHER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/candidate.h"
#include "base/context_hint.h"
#include "maske/status.h"
#include "text/prepared.h"

namespace maske::match {

class PatternSet;  // immutable, shared by threads (match/pattern_set.h)

// Appends every candidate whose begin lies in [begin, end) of the text (the begin of the pattern's group, that is of
// the finding), in no particular order. Looks at most kLookBehindBytes left of a candidate's begin and kLookAheadBytes
// right of its end. candidate.rule is the pattern's index in the set. Thread-safe. Fails with kResource when an
// automaton ran out of memory: nothing may go out then.
Status FindCandidates(const PatternSet& patterns, const text::Prepared& slice, std::uint32_t begin, std::uint32_t end,
                      const ContextHint& hint, std::vector<Candidate>* out);

}  // namespace maske::match

#endif  // MASKE_MATCH_MATCHER_H_
