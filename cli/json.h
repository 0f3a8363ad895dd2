// Writing JSON: strings with correct escapes, numbers short, and bytes that are no UTF-8 as base64. Reading is
// simdjson's (map_file.cc, documents.cc), but for one thing it cannot give: a member's value as it was spelled. Covered
// by tests/cli/parts_test.cc.
#ifndef MASKE_CLI_JSON_H_
#define MASKE_CLI_JSON_H_

#include <optional>
#include <string>
#include <string_view>

namespace maske::cli {

// A JSON string with its quotes. text must be UTF-8 for the result to be JSON.
void AppendJsonString(std::string_view text, std::string* out);
// The same for a text that may be no UTF-8: each wrong byte becomes U+FFFD. For names of files, not for originals.
void AppendJsonName(std::string_view text, std::string* out);
// "NAME":"text", or "NAME_base64":"…" when text is no UTF-8.
void AppendJsonBytes(std::string_view name, std::string_view text, std::string* out);
// A score from 0 to 1 with at most four decimals: 0.85, 1.
void AppendScore(double score, std::string* out);

std::string EncodeBase64(std::string_view bytes);
// Nothing when text is no base64 (RFC 4648, padded, no line breaks, no loose bits).
std::optional<std::string> DecodeBase64(std::string_view text);

// The spelling of the value of the first member called name of a JSON object. json must be a valid JSON object; the
// name must need no escapes. Nothing when there is no such member (or its name is spelled with escapes).
std::optional<std::string_view> RawMember(std::string_view json, std::string_view name);

}  // namespace maske::cli

#endif  // MASKE_CLI_JSON_H_
