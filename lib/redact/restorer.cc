#include "redact/restorer.h"

#include <algorithm>

#include "base/mutation.h"
#include "redact/surrogate.h"
#include "text/chars.h"

namespace maske::redact {

namespace {

constexpr std::size_t kBefore = 4;  // of a character

std::string_view End(std::string_view text) { return text.substr(text.size() - std::min(text.size(), kBefore)); }

}  // namespace

// The last bytes before text[at].
std::string Restorer::Before(std::string_view text, std::size_t at) const {
  std::string left;
  if (at < kBefore) left = before_;
  return left.append(End(text.substr(0, at)));
}

// Whether a word goes on before text[at].
bool Restorer::InWord(std::string_view text, std::size_t at) const {
  const std::string left = Before(text, at);
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

void Restorer::Replace(std::string_view form, const Placeholder& placeholder, std::string* out) {
  std::string_view original;
  if (!vault_->Find(placeholder, &original)) {
    out->append(form);
    ++unknown_;
    return;
  }
  if (spelling_ != nullptr) {
    (*spelling_)(original, out);
  } else {
    out->append(original);
  }
  ++restored_;
}

std::size_t Restorer::FindForm(std::string_view text, std::size_t from) const {
  const std::size_t at = tolerance_ == Tolerance::kLoose ? forms_->FindBare(text, from) : forms_->Find(text, from);
  return std::min(at, text.size());
}

std::size_t Restorer::Consume(std::string_view text, bool final, std::string* out) {
  std::size_t done = 0;
  std::size_t form = 0;  // the next place where one may begin, when it is at least done
  std::size_t surrogate = surrogates_ ? 0 : text.size();
  while (done < text.size()) {
    if (form <= done) form = FindForm(text, done);
    if (surrogate <= done) surrogate = std::min(FindSurrogate(text, done), text.size());
    const std::size_t at = std::min(form, surrogate);
    out->append(text.substr(done, at - done));
    done = at;
    if (at == text.size()) break;
    std::size_t length = 0;
    Placeholder placeholder;
    Reading reading = Reading::kNone;
    if (at == surrogate && MayStandBehind(Before(text, at))) {
      reading = ReadSurrogate(text.substr(at), &placeholder, &length);
    }
    if (at == form && reading != Reading::kForm) {
      const Reading other = Read(text, at, final, &placeholder, &length);
      reading = other == Reading::kNone ? reading : other;
    }
    if (reading == Reading::kForm) {
      Replace(text.substr(at, length), placeholder, out);
      done += length;
      continue;
    }
    if (reading == Reading::kMore && !final && !MASKE_MUTATION("law1_restore_holds_nothing")) break;
    out->push_back(text[at]);
    ++done;
    form = std::max(form, done);
    surrogate = std::max(surrogate, done);
  }
  if (surrogates_ || tolerance_ == Tolerance::kLoose) before_ = End(Before(text, done));
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
  before_.clear();
}

}  // namespace maske::redact
