// The form of a placeholder, written and read in one place.
//
//   placeholder := '[' label '_' number ( '_' variant )? ']'
//   number      := [1-9][0-9]{0,8}     variant := [2-9] | [1-9][0-9]{1,3}
//
// Equal bytes of one type get the same placeholder; values that differ in bytes alone (an IBAN with and without blanks)
// share the number and differ in the variant, the first of which is not written.
// Reading is tolerant of what models do to it: other case, a blank or hyphen for '_', a backslash before a separator or
// before the closing bracket, and then before the opening one too. Whatever this reads in an input is a finding itself (LITERAL), so that restoring is exact (law 4).
// Cost: a placeholder is at most kMaxPlaceholderBytes long, so reading is bounded. Tested by tests/redact.
#ifndef MASKE_REDACT_PLACEHOLDER_H_
#define MASKE_REDACT_PLACEHOLDER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "redact/label_table.h"

namespace maske::redact {

inline constexpr std::size_t kMaxPlaceholderBytes = 128;

struct Placeholder {
  TypeId type = 0;
  std::uint32_t number = 0;
  std::uint32_t variant = 1;
  bool operator==(const Placeholder&) const = default;
};

void AppendPlaceholder(const Placeholder& placeholder, const LabelTable& labels, bool german, std::string* out);
std::string FormatPlaceholder(const Placeholder& placeholder, const LabelTable& labels, bool german);

// Reads the placeholder that begins at text[0], which is '[' or a backslash before it. *length is what it takes.
std::optional<Placeholder> ParsePlaceholder(std::string_view text, const LabelTable& labels, std::size_t* length);

// True when some longer text that begins with `text` could be a placeholder by the form alone (labels are not asked).
bool MayBecomePlaceholder(std::string_view text);

}  // namespace maske::redact

#endif  // MASKE_REDACT_PLACEHOLDER_H_
