// A possible finding, as detectors report it. Offsets are bytes of the text of one prepared slice (lib/text/prepared.h),
// half open; the filter maps them back to bytes of the input before lib/resolve sees them.
#ifndef MASKE_BASE_CANDIDATE_H_
#define MASKE_BASE_CANDIDATE_H_

#include <cstdint>

#include "base/types.h"

namespace maske {

using RuleId = std::uint16_t;  // row of the filter's rule table

// What goes on after a candidate's end by bounded state in the stream, however long (law 1).
enum class OpenSpan : std::uint8_t {
  kNone,
  kRun,  // every byte up to the next blank, tab, CR, LF or quote
  kPem,  // the body of a key block up to and with its END line
};

struct Candidate {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TypeId type = 0;
  RuleId rule = 0;
  float score = 0;
  OpenSpan open = OpenSpan::kNone;
};

// Bounds of law 1, in bytes.
inline constexpr std::uint32_t kMaxSpanBytes = 1024;     // a span that is not open
inline constexpr std::uint32_t kMaxOpenBytes = 16384;    // one piece of an open span
inline constexpr std::uint32_t kLookBehindBytes = 1024;  // what a detector may see left of a candidate's begin
inline constexpr std::uint32_t kLookAheadBytes = 1024;   // what a detector may see right of a candidate's end
inline constexpr std::uint32_t kClusterBytes = 1024;     // extent of a cluster of overlapping candidates

}  // namespace maske

#endif  // MASKE_BASE_CANDIDATE_H_
