// When two originals are the same value written differently: an IBAN with and without blanks, a name in capitals. Such
// originals share the number of their placeholder. Never used to restore; that is always by the exact bytes.
// Cost: linear in the original. Tested by tests/redact/vault_test.cc.
#ifndef MASKE_REDACT_NORMALISE_H_
#define MASKE_REDACT_NORMALISE_H_

#include <string>
#include <string_view>

#include "base/types.h"

namespace maske::redact {

// Writes the normal form of an original to *out (cleared first). Numbers: letters and digits alone, upper case. Words:
// lower case, each run of blanks and line breaks one blank; of a person without salutation and titles. Secrets and literals: the bytes as they are.
void Normalise(TypeId type, std::string_view original, std::string* out);

}  // namespace maske::redact

#endif  // MASKE_REDACT_NORMALISE_H_
