#include "redact/placeholder.h"

#include <array>
#include <charconv>

#include "base/mutation.h"

namespace maske::redact {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSeparator(char c) { return c == '_' || c == '-' || c == ' '; }
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool MayStandInside(char c) { return IsLetter(c) || IsDigit(c) || IsSeparator(c) || c == '\\'; }

// Takes the digits at the end of inner and the separator before them off; nothing when there is no such number.
std::optional<std::uint32_t> TakeNumber(std::string_view* inner, std::size_t max_digits) {
  std::size_t begin = inner->size();
  while (begin > 0 && IsDigit((*inner)[begin - 1])) --begin;
  const std::size_t digits = inner->size() - begin;
  if (digits == 0 || digits > max_digits || (*inner)[begin] == '0') return std::nullopt;
  if (begin == 0 || !IsSeparator((*inner)[begin - 1])) return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = begin; i < inner->size(); ++i)
    value = value * 10 + static_cast<std::uint32_t>((*inner)[i] - '0');
  std::size_t end = begin - 1;
  if (end > 0 && (*inner)[end - 1] == '\\') --end;
  *inner = inner->substr(0, end);
  return value;
}

}  // namespace

void AppendPlaceholder(const Placeholder& placeholder, const LabelTable& labels, bool german, std::string* out) {
  const auto number = [out](std::uint32_t value) {
    std::array<char, 12> digits{'_'};
    char* const end = std::to_chars(digits.data() + 1, digits.data() + digits.size(), value).ptr;
    out->append(digits.data(), static_cast<std::size_t>(end - digits.data()));
  };
  out->push_back('[');
  out->append(labels.label(placeholder.type, german));
  number(placeholder.number);
  if (placeholder.variant > 1) number(placeholder.variant);
  out->push_back(']');
}

std::string FormatPlaceholder(const Placeholder& placeholder, const LabelTable& labels, bool german) {
  std::string out;
  AppendPlaceholder(placeholder, labels, german, &out);
  return out;
}

std::optional<Placeholder> ParsePlaceholder(std::string_view text, const LabelTable& labels, std::size_t* length) {
  std::size_t at = 0;
  if (!text.empty() && text[0] == '\\') at = 1;
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  const std::size_t begin = at + 1;
  std::size_t end = begin;
  while (end < text.size() && end < kMaxPlaceholderBytes && MayStandInside(text[end])) ++end;
  if (end >= text.size() || end >= kMaxPlaceholderBytes || text[end] != ']') return std::nullopt;
  *length = end + 1;
  std::string_view inner = text.substr(begin, end - begin);
  if (!inner.empty() && inner.back() == '\\') {
    inner.remove_suffix(1);
  } else if (at == 1) {
    return std::nullopt;  // a backslash of the text before a placeholder: not ours to take
  }

  const std::optional<std::uint32_t> last = TakeNumber(&inner, 9);
  if (!last || inner.empty()) return std::nullopt;
  Placeholder placeholder;
  placeholder.number = *last;
  std::string_view before = inner;
  if (const std::optional<std::uint32_t> number = TakeNumber(&before, 9)) {
    if (*last < 2 || *last > 9999) return std::nullopt;
    placeholder.number = *number;
    placeholder.variant = *last;
    inner = before;
  }
  if (inner.empty() || !IsLetter(inner.front()) || IsSeparator(inner.back())) return std::nullopt;
  const std::optional<TypeId> type = labels.Find(inner);
  if (!type || MASKE_MUTATION("law4_no_placeholder")) return std::nullopt;
  placeholder.type = *type;
  return placeholder;
}

bool MayBecomePlaceholder(std::string_view text) {
  std::size_t at = 0;
  if (!text.empty() && text[0] == '\\') at = 1;
  if (at >= text.size()) return true;
  if (text[at] != '[') return false;
  if (text.size() >= kMaxPlaceholderBytes) return false;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (!MayStandInside(text[i])) return false;
  }
  return true;
}

}  // namespace maske::redact
