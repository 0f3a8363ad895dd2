#include "redact/restorer.h"

#include <algorithm>

#include "base/mutation.h"

namespace maske::redact {

std::size_t Restorer::Consume(std::string_view text, bool final, std::string* out) {
  std::size_t done = 0;
  while (done < text.size()) {
    const std::size_t at = text.find_first_of("[\\", done);
    if (at == std::string_view::npos) {
      out->append(text.substr(done));
      return text.size();
    }
    out->append(text.substr(done, at - done));
    const std::string_view rest = text.substr(at);
    std::size_t length = 0;
    if (const auto placeholder = ParsePlaceholder(rest, *labels_, &length)) {
      std::string_view original;
      if (vault_->Find(*placeholder, &original)) {
        out->append(original);
        ++restored_;
      } else {
        out->append(rest.substr(0, length));
        ++unknown_;
      }
      done = at + length;
      continue;
    }
    if (!final && !MASKE_MUTATION("law1_restore_holds_nothing") && MayBecomePlaceholder(rest)) return at;
    out->push_back(rest[0]);
    done = at + 1;
  }
  return done;
}

void Restorer::Write(std::string_view chunk, std::string* out) {
  // Enough of the chunk to decide what is held back; then go on in the chunk itself.
  while (!held_.empty() && !chunk.empty()) {
    const std::size_t take = std::min(chunk.size(), kMaxPlaceholderBytes);
    const std::size_t held_before = held_.size();
    held_.append(chunk.substr(0, take));
    const std::size_t used = Consume(held_, false, out);
    if (used >= held_before) {
      held_.clear();
      chunk.remove_prefix(used - held_before);
      break;
    }
    held_.erase(0, used);
    chunk.remove_prefix(take);
  }
  if (chunk.empty()) return;
  const std::size_t used = Consume(chunk, false, out);
  held_.assign(chunk.substr(used));
}

void Restorer::Finish(std::string* out) {
  const std::string rest = std::move(held_);
  held_.clear();
  Consume(rest, true, out);
}

}  // namespace maske::redact
