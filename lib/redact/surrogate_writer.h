// Writes surrogates where restoring will read them as such, and says where it would not: behind a word, and behind the begin of
// another surrogate or of a placeholder that the first bytes would make whole ("Anna " before Ahrenbrinkner). There a
// placeholder stands, which is restored as well. What follows a surrogate cannot change it (surrogate.h).
//
// A function of what went out before, in whatever pieces (law 1). Memory: kMaxPlaceholderBytes. Cost: one reading of these a surrogate.
// Tested by tests/redact/surrogate_test.cc and tests/laws/surrogates_test.cc.
#ifndef MASKE_REDACT_SURROGATE_WRITER_H_
#define MASKE_REDACT_SURROGATE_WRITER_H_

#include <string>
#include <string_view>

#include "redact/forms.h"
#include "redact/placeholder.h"

namespace maske::redact {

class SurrogateWriter {
 public:
  // before: what stands before the first byte.
  explicit SurrogateWriter(std::string before) : before_(std::move(before)) {}

  // These bytes went out.
  void Note(std::string_view bytes);
  // Appends the surrogate of a placeholder to *out, which has what was written since the last Note. False, and nothing
  // appended, where a placeholder has to stand.
  bool Append(const Forms& forms, const Placeholder& placeholder, std::string_view original, std::string* out) const;
  [[nodiscard]] const std::string& before() const { return before_; }

 private:
  std::string before_;
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_SURROGATE_WRITER_H_
