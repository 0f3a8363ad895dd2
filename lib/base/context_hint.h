// What a document format knows of the place that a text stands in (column header, JSON key). Comes down from lib/format
// to the matcher, which counts its words as context words next to every candidate. Empty for plain text.
#ifndef MASKE_BASE_CONTEXT_HINT_H_
#define MASKE_BASE_CONTEXT_HINT_H_

#include <string_view>

namespace maske {

struct ContextHint {
  std::string_view label;  // UTF-8; "Geburtsdatum", "iban"; the caller keeps it alive during the call
};

}  // namespace maske

#endif  // MASKE_BASE_CONTEXT_HINT_H_
