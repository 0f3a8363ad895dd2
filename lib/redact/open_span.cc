#include "redact/open_span.h"

#include "base/mutation.h"

namespace maske::redact {
namespace {

constexpr std::uint16_t kMaxLineBytes = 256;
constexpr std::uint16_t kBase64Piece = 16;

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsBase64(char c) {
  return IsUpper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=';
}
bool IsLineBreak(char c) { return c == '\n' || c == '\r'; }

}  // namespace

bool OpenSpanMachine::Take(char byte) {
  bool taken = false;
  switch (kind_) {
    case OpenSpan::kNone:
      return false;
    case OpenSpan::kRun:
      taken = byte != ' ' && byte != '\t' && !IsLineBreak(byte) && byte != '"' && byte != '\'';
      if (MASKE_MUTATION("law1_open_run_ends")) taken = false;
      break;
    case OpenSpan::kPem:
      taken = TakePem(byte);
      break;
  }
  if (!taken) kind_ = OpenSpan::kNone;
  return taken;
}

bool OpenSpanMachine::TakePem(char byte) {
  if (line_ == Line::kEnd) {
    if (byte == '-') {
      if (dashes_ < 255) ++dashes_;
      return ++line_bytes_ <= kMaxLineBytes;
    }
    if (end_word_ && dashes_ >= 5) return false;  // behind the END line
    if (!IsUpper(byte) && byte != ' ') return false;
    end_word_ = true;
    dashes_ = 0;
    return ++line_bytes_ <= kMaxLineBytes;
  }
  if (IsLineBreak(byte)) {
    if (line_ == Line::kStart && byte == '\n' && ++empty_lines_ > 2) return false;
    line_ = Line::kStart;
    token_bytes_ = 0;
    line_bytes_ = 0;
    return true;
  }
  if (line_ == Line::kHeader) return ++line_bytes_ <= kMaxLineBytes;
  if (byte == ' ' || byte == '\t') {
    const bool ok = token_bytes_ == 0 || token_bytes_ >= kBase64Piece;
    token_bytes_ = 0;
    return ok;
  }
  if (byte == '-' && token_bytes_ == 0) {
    line_ = Line::kEnd;
    dashes_ = 1;
    end_word_ = false;
    line_bytes_ = 1;
    return true;
  }
  if (byte == ':' && token_bytes_ > 0) {
    line_ = Line::kHeader;
    line_bytes_ = token_bytes_;
    return true;
  }
  if (!IsBase64(byte) && byte != '\\' && byte != '-') return false;
  if (line_ == Line::kStart) empty_lines_ = 0;
  line_ = Line::kBody;
  if (byte == '\\') {
    token_bytes_ = 0;  // "\n" of a JSON string: what follows may be the END line
  } else if (token_bytes_ < 0xFFFF) {
    ++token_bytes_;
  }
  return true;
}

}  // namespace maske::redact
