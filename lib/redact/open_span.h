// Goes on with a span whose end no detector can see: a key block, an endless token behind "password:". A byte machine with
// a few counters, so the stream stays bounded however long the span is (law 1).
//
// kRun ends before the next blank, tab, CR, LF or quote. kPem takes what the inside of a key block is made of (RFC 7468,
// RFC 1421: base64 lines, header lines "Name: value", blank lines) and ends behind its END line; it ends too before the
// first byte that fits none of these, so that a mere mention of a BEGIN line does not mask the rest of a text. Blanks are
// taken between pieces of base64 (16 bytes or more), for key blocks that lost their line breaks.
// Cost: one step a byte. Tested by tests/redact/open_span_test.cc.
#ifndef MASKE_REDACT_OPEN_SPAN_H_
#define MASKE_REDACT_OPEN_SPAN_H_

#include <cstdint>

#include "base/candidate.h"

namespace maske::redact {

class OpenSpanMachine {
 public:
  OpenSpanMachine() = default;
  explicit OpenSpanMachine(OpenSpan kind) : kind_(kind) {}

  [[nodiscard]] bool open() const { return kind_ != OpenSpan::kNone; }
  // True when the byte belongs to the span. False: the span ended before it, and open() is false from now on.
  bool Take(char byte);

 private:
  bool TakePem(char byte);

  OpenSpan kind_ = OpenSpan::kNone;
  enum class Line : std::uint8_t { kStart, kBody, kHeader, kEnd } line_ = Line::kBody;
  std::uint16_t line_bytes_ = 0;   // of a header or END line
  std::uint16_t token_bytes_ = 0;  // since the last blank of this line, saturating
  std::uint8_t empty_lines_ = 0;
  std::uint8_t dashes_ = 0;  // in an END line: dashes since the last letter
  bool end_word_ = false;    // in an END line: a letter was seen
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_OPEN_SPAN_H_
