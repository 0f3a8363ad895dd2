// The slow twin of redact::Forms::Read: spells every character in every way beforehand, cuts a candidate into those
// spellings, and asks one RE2 expression per label, delimiter and emphasis whether the plain characters are a placeholder.
// Shares nothing with the fast reader but the labels, the types and the table of delimiters. Cost: milliseconds a candidate.
#ifndef MASKE_TESTS_REFERENCE_FORM_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_FORM_REFERENCE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redact/placeholder.h"

namespace maske::reference {

struct TypeLabel {
  std::string label;
  TypeId type;
};

// The placeholder that the whole candidate is, in any style that is always read.
std::optional<redact::Placeholder> ReadForm(std::string_view candidate, const std::vector<TypeLabel>& labels);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_FORM_REFERENCE_H_
