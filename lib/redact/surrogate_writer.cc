#include "redact/surrogate_writer.h"

#include <algorithm>

#include "base/mutation.h"
#include "redact/surrogate.h"

namespace maske::redact {
namespace {

constexpr std::size_t kSeen = kMaxPlaceholderBytes;  // of what stands before

std::string_view End(std::string_view text) { return text.substr(text.size() - std::min(text.size(), kSeen)); }

// Something that begins in the first `written` bytes may go on in those behind.
bool GoesOn(const Forms& forms, std::string_view text, std::size_t written) {
  Placeholder placeholder;
  std::size_t length = 0;
  for (std::size_t at = FindSurrogate(text, 0); at < written; at = FindSurrogate(text, at + 1)) {
    if (ReadSurrogate(text.substr(at, written - at), &placeholder, &length) == Reading::kMore &&
        ReadSurrogate(text.substr(at), &placeholder, &length) != Reading::kNone) {
      return true;
    }
  }
  for (std::size_t at = forms.Find(text, 0); at < written; at = forms.Find(text, at + 1)) {
    if (forms.Read(text.substr(at, written - at), &placeholder, &length) == Reading::kMore &&
        forms.Read(text.substr(at), &placeholder, &length) != Reading::kNone) {
      return true;
    }
  }
  return false;
}

}  // namespace

void SurrogateWriter::Note(std::string_view bytes) {
  if (bytes.size() < kSeen) {
    before_.append(bytes);
    before_.erase(0, before_.size() - std::min(before_.size(), kSeen));
  } else {
    before_ = End(bytes);
  }
}

bool SurrogateWriter::Append(const Forms& forms, const Placeholder& placeholder, std::string_view original,
                             std::string* out) const {
  std::string text = before_;
  text.append(End(*out));
  text = End(text);
  const std::size_t written = text.size();
  if (!AppendSurrogate(placeholder, original, &text)) return false;
  if (!MASKE_MUTATION("law4_surrogate_anywhere") &&
      (!MayStandBehind(std::string_view(text).substr(0, written)) || GoesOn(forms, text, written))) {
    return false;
  }
  out->append(text, written);
  return true;
}

}  // namespace maske::redact
