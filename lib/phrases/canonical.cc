#include "phrases/canonical.h"

#include <algorithm>

#include "base/candidate.h"
#include "text/chars.h"

namespace maske::phrases {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool AsciiWord(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// The end of the run of blanks at text[at]; npos when it is too long or holds more than one line feed.
std::size_t BlankEnd(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t lines = 0;
  while (end < text.size() && IsBlank(text[end])) {
    lines += text[end++] == '\n' ? 1 : 0;
    if (lines > 1 || end - at > kMaxBlankBytes) return std::string_view::npos;
  }
  return end;
}

std::size_t CharEnd(std::string_view text, std::size_t at) {
  std::size_t next = at;
  (void)text::CharAt(text, at, &next);
  return next;
}

}  // namespace

std::size_t WordEnd(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      if (!AsciiWord(text[at])) return at;
      ++at;
      continue;
    }
    std::size_t next = at;
    if (!text::IsWordChar(text::CharAt(text, at, &next))) return at;
    at = next;
  }
  return at;
}

std::optional<Canonical> Canonicalise(std::string_view folded) {
  while (!folded.empty() && IsBlank(folded.front())) folded.remove_prefix(1);
  while (!folded.empty() && IsBlank(folded.back())) folded.remove_suffix(1);
  Canonical out;
  for (std::size_t at = 0; at < folded.size();) {
    if (out.form.size() > kMaxCanonicalBytes) return std::nullopt;
    if (const std::size_t end = WordEnd(folded, at); end > at) {
      char key[kMaxCanonicalBytes + 8];
      const std::size_t size = text::WordKey(folded.substr(at, end - at), key, sizeof key);
      if (out.first.empty()) {
        out.lead = out.form.size();
        out.first.assign(key, size);
      } else if (out.second.empty()) {
        out.second.assign(key, size);
      }
      out.form.append(key, size).push_back(kWordEnd);
      at = end;
    } else if (IsBlank(folded[at])) {
      while (at < folded.size() && IsBlank(folded[at])) ++at;
      out.form.push_back(' ');
    } else {
      if (static_cast<unsigned char>(folded[at]) < 0x20 || folded[at] == '\x7F') return std::nullopt;
      const std::size_t next = CharEnd(folded, at);
      out.form.append(folded.substr(at, next - at));
      at = next;
    }
  }
  if (out.first.empty() || out.form.size() > kMaxCanonicalBytes || out.lead > kMaxLeadBytes) return std::nullopt;
  return out;
}

std::optional<std::size_t> EndOfPhrase(std::string_view text, std::size_t at, std::string_view rest, bool inflected) {
  const std::size_t begin = at;
  while (!rest.empty()) {
    if (at >= text.size() || at - begin > kMaxSpanBytes) return std::nullopt;
    if (const std::size_t end = WordEnd(text, at); end > at) {
      char key[kMaxCanonicalBytes + 8];
      const std::size_t size = text::WordKey(text.substr(at, end - at), key, sizeof key);
      const std::string_view said(key, size);
      const std::size_t wanted = rest.find(kWordEnd);
      if (wanted == std::string_view::npos) return std::nullopt;  // a word where none is listed
      const std::string_view word = rest.substr(0, wanted);
      const bool last = wanted + 1 == rest.size();
      if (said != word) {
        const bool genitive = inflected && last && said.size() == word.size() + 1 && said.back() == 's' &&
                              said.starts_with(word) && (text[end - 1] == 's' || text[end - 1] == 'S');
        if (!genitive) return std::nullopt;
        return end - 1 - begin <= kMaxSpanBytes ? std::optional(end - 1) : std::nullopt;
      }
      rest.remove_prefix(wanted + 1);
      at = end;
    } else if (IsBlank(text[at])) {
      const std::size_t behind = BlankEnd(text, at);
      if (rest.front() != ' ' || behind == std::string_view::npos) return std::nullopt;
      rest.remove_prefix(1);
      at = behind;
    } else {
      const std::size_t next = CharEnd(text, at);
      if (!rest.starts_with(text.substr(at, next - at))) return std::nullopt;
      rest.remove_prefix(next - at);
      at = next;
    }
  }
  return at - begin <= kMaxSpanBytes ? std::optional(at) : std::nullopt;
}

}  // namespace maske::phrases
