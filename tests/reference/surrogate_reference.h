// The slow twin of redact::ReadSurrogate: one RE2 expression a family says how a surrogate looks, and its number is found by counting
// up until the words are these. Shares with the fast reader the lists of words, the checks of IBAN and Luhn, and nothing else.
// Cost: up to some ten milliseconds a candidate.
#ifndef MASKE_TESTS_REFERENCE_SURROGATE_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_SURROGATE_REFERENCE_H_

#include <optional>
#include <string>

#include "redact/placeholder.h"

namespace maske::reference {

// The placeholder that the whole candidate is a surrogate of.
std::optional<redact::Placeholder> ReadSurrogate(const std::string& candidate);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_SURROGATE_REFERENCE_H_
