// Finds ADDRESS candidates in a prepared slice: street grammar, house number, postcode and place from the gazetteer, PO
// box; contiguous lines of one address are one candidate (at most 6 lines or 512 bytes).
#ifndef MASKE_ADDRESS_DETECTOR_H_
#define MASKE_ADDRESS_DETECTOR_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/candidate.h"
#include "text/prepared.h"

namespace maske::address {

// Rule names of this detector; a candidate's rule is first_rule + index into this list.
std::vector<std::string_view> Rules();

// Appends every candidate whose begin lies in [begin, end) of the text, in order of begin. Looks at most kLookBehindBytes
// left of a candidate's begin and kLookAheadBytes right of its end. Thread-safe. Never fails.
void Find(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end, RuleId first_rule,
          std::vector<Candidate>* out);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_DETECTOR_H_
