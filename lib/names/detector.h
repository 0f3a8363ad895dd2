// Finds PERSON candidates in a prepared slice: titles, salutations, greetings, signatures, form fields, lexicons with
// the noun test, names seen before in the session, and what the name model sees besides.
#ifndef MASKE_NAMES_DETECTOR_H_
#define MASKE_NAMES_DETECTOR_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/candidate.h"
#include "names/memory.h"
#include "names/tagged.h"
#include "text/prepared.h"

namespace maske::names {

// Rule names of this detector; a candidate's rule is first_rule + index into this list.
std::vector<std::string_view> Rules();

// Appends every candidate whose begin lies in [begin, end) of the text, in order of begin. Looks at most kLookBehindBytes
// left of a candidate's begin and kLookAheadBytes right of its end, so that the result does not depend on where the slice
// was cut. Tokens beginning in [begin, end) are visited left to right; names with full evidence are taught to memory on
// the way and count from there on. model: nullptr for rules and lexicons alone. Thread-safe but for memory and model.
// Never fails.
void Find(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end, RuleId first_rule, NameMemory* memory,
          std::vector<Candidate>* out, TaggedNames* model = nullptr);

}  // namespace maske::names

#endif  // MASKE_NAMES_DETECTOR_H_
