// Texts that are never masked: a finding whose whole text is one of them is left alone. Upper and lower case do not count,
// runs of blanks are one blank, everything else does. On folded text (text/prepared.h), so that a zero-width character
// does not make another text of it. Immutable once filled, shared by threads. Cost: one look-up a finding.
// Test: tests/phrases/allow_test.cc.
#ifndef MASKE_PHRASES_ALLOW_H_
#define MASKE_PHRASES_ALLOW_H_

#include <string>
#include <string_view>
#include <unordered_set>

namespace maske::phrases {

class AllowList {
 public:
  // False when there is nothing in it but blanks.
  bool Add(std::string_view text);
  // bytes: a finding's, as they stand in the input.
  [[nodiscard]] bool Has(std::string_view bytes) const;
  [[nodiscard]] bool empty() const { return forms_.empty(); }

 private:
  std::unordered_set<std::string> forms_;
};

// The text as a prepared slice has it.
std::string Folded(std::string_view bytes);

}  // namespace maske::phrases

#endif  // MASKE_PHRASES_ALLOW_H_
