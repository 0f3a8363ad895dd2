// See phone.h.
#include "check/compact.h"
#include "check/phone.h"

namespace maske::check {

void PhoneParts::EndGroup() {
  const std::size_t before = groups_ == 0 ? 0 : boundary_[groups_ - 1];
  if (size_ == before) return;
  if (groups_ == kMaxGroups) {
    ok_ = false;
    return;
  }
  boundary_[groups_++] = size_;
}

PhoneParts::PhoneParts(std::string_view text) {
  bool open = false;
  for (std::size_t i = 0; i < text.size() && ok_; ++i) {
    const char c = text[i];
    if (IsDigit(c)) {
      if (open && size_ == 0) parenthesised_ = true;
      if (size_ == kMaxDigits) {
        ok_ = false;
        return;
      }
      digits_[size_++] = c;
      continue;
    }
    EndGroup();
    if (IsCapital(c) || (c >= 'a' && c <= 'z')) break;
    if ((c == '(' || c == '[') && size_ > 0 && i + 2 < text.size() && text[i + 1] == '0' &&
        (text[i + 2] == ')' || text[i + 2] == ']')) {
      i += 2;
      continue;
    }
    if (c == '+' && size_ == 0) plus_ = true;
    if (c == '(') open = true;
    if (c == ')' || c == '(') {
      if (groups_ > 0) separator_[groups_ - 1] = ')';
    } else if (groups_ > 0 && (separator_[groups_ - 1] == 0 || separator_[groups_ - 1] == ' ')) {
      separator_[groups_ - 1] = c == '-' || c == '/' || c == '.' || c == ' ' ? c : '-';
    }
  }
  if (ok_) EndGroup();
  ok_ = ok_ && groups_ > 0;
}

}  // namespace maske::check
