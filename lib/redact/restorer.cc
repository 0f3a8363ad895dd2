#include "redact/restorer.h"

#include <algorithm>

#include "base/mutation.h"
#include "text/chars.h"

namespace maske::redact {

// Whether a word goes on before text[at].
bool Restorer::InWord(std::string_view text, std::size_t at) const {
  constexpr std::size_t kLongest = 4;  // of a character
  std::string left;
  if (at < kLongest) left = before_;
  left.append(text.substr(at - std::min(at, kLongest), std::min(at, kLongest)));
  std::size_t begin = 0;
  if (left.empty()) return false;
  const char32_t c = text::CharBefore(left, left.size(), &begin);
  return c == '_' || text::IsWordChar(c);
}

Reading Restorer::Read(std::string_view text, std::size_t at, bool final, Placeholder* placeholder,
                       std::size_t* length) const {
  const std::string_view rest = text.substr(at);
  const Reading reading = forms_->Read(rest, placeholder, length);
  if (tolerance_ == Tolerance::kStrict && reading == Reading::kForm &&
      !forms_->IsExact(rest.substr(0, *length), *placeholder)) {
    return Reading::kNone;
  }
  if (tolerance_ != Tolerance::kLoose || reading != Reading::kNone || InWord(text, at)) return reading;
  if (!final) return forms_->ReadBare(rest, placeholder, length);
  return forms_->ReadBare(std::string(rest.substr(0, kMaxPlaceholderBytes)).append("\n"), placeholder, length);
}

std::size_t Restorer::Consume(std::string_view text, bool final, std::string* out) {
  std::size_t done = 0;
  while (done < text.size()) {
    const std::size_t at = tolerance_ == Tolerance::kLoose ? forms_->FindBare(text, done) : forms_->Find(text, done);
    if (at == std::string_view::npos) {
      out->append(text.substr(done));
      done = text.size();
      break;
    }
    out->append(text.substr(done, at - done));
    done = at;
    std::size_t length = 0;
    Placeholder placeholder;
    const Reading reading = Read(text, at, final, &placeholder, &length);
    if (reading == Reading::kForm) {
      std::string_view original;
      if (vault_->Find(placeholder, &original)) {
        if (spelling_ != nullptr) {
          (*spelling_)(original, out);
        } else {
          out->append(original);
        }
        ++restored_;
      } else {
        out->append(text.substr(at, length));
        ++unknown_;
      }
      done += length;
      continue;
    }
    if (reading == Reading::kMore && !final && !MASKE_MUTATION("law1_restore_holds_nothing")) break;
    out->push_back(text[at]);
    ++done;
  }
  if (tolerance_ == Tolerance::kLoose) {
    before_.append(text.substr(done - std::min<std::size_t>(done, 4), std::min<std::size_t>(done, 4)));
    before_.erase(0, before_.size() - std::min<std::size_t>(before_.size(), 4));
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
