#include "redact/spelled_char.h"

#include <algorithm>

#include "text/utf8.h"

namespace maske::redact {
namespace {

constexpr SpelledChar kNothing{};
constexpr SpelledChar kCut{0, Escape::kNone, 0, true};

struct Entity {
  std::string_view name;
  char32_t c;
};

// Of the named character references of HTML (WHATWG HTML, section 13.5) those that stand for a character of a placeholder.
constexpr Entity kEntities[] = {
    {"Auml", U'Ä'},      {"Ouml", U'Ö'},   {"Uuml", U'Ü'},   {"auml", U'ä'},   {"bdquo", U'„'},  {"grave", U'`'},
    {"gt", U'>'},        {"hyphen", U'‐'}, {"laquo", U'«'},  {"lbrace", U'{'}, {"lbrack", U'['}, {"lcub", U'{'},
    {"ldquo", U'“'},     {"lowbar", U'_'}, {"lsaquo", U'‹'}, {"lsqb", U'['},   {"lsquo", U'‘'},  {"lt", U'<'},
    {"nbsp", U'\u00A0'}, {"ndash", U'–'},  {"ouml", U'ö'},   {"raquo", U'»'},  {"rbrace", U'}'}, {"rbrack", U']'},
    {"rcub", U'}'},      {"rdquo", U'”'},  {"rsaquo", U'›'}, {"rsqb", U']'},   {"rsquo", U'’'},  {"sbquo", U'‚'},
    {"szlig", U'ß'},     {"uuml", U'ü'},
};

constexpr std::size_t kMostDigits = 7;

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

SpelledChar Number(std::string_view text, std::size_t at, std::size_t begin, bool hex) {
  char32_t value = 0;
  std::size_t i = begin;
  for (; i < text.size() && i - begin < kMostDigits; ++i) {
    const int digit = HexDigit(text[i]);
    if (digit < 0 || (!hex && digit > 9)) break;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  if (i == text.size()) return kCut;
  if (i == begin || text[i] != ';') return kNothing;
  return {value, Escape::kHtml, static_cast<std::uint8_t>(i + 1 - at), false};
}

SpelledChar ReadEntity(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at + 1);
  if (rest.empty()) return kCut;
  if (rest[0] == '#') {
    if (rest.size() == 1) return kCut;
    const bool hex = rest[1] == 'x' || rest[1] == 'X';
    return Number(text, at, at + 2 + (hex ? 1 : 0), hex);
  }
  for (const Entity& entity : kEntities) {
    const std::size_t same = std::min(rest.size(), entity.name.size());
    if (rest.substr(0, same) != entity.name.substr(0, same)) continue;
    if (rest.size() <= entity.name.size()) return kCut;
    if (rest[entity.name.size()] != ';') continue;
    return {entity.c, Escape::kHtml, static_cast<std::uint8_t>(entity.name.size() + 2), false};
  }
  return kNothing;
}

SpelledChar ReadBackslash(std::string_view text, std::size_t at) {
  if (at + 1 == text.size()) return kCut;
  const char next = text[at + 1];
  if (next == 'u') {
    char32_t value = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      if (i == text.size()) return kCut;
      const int digit = HexDigit(text[i]);
      if (digit < 0) return kNothing;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    return {value, Escape::kJson, 6, false};
  }
  const bool punctuation = (next > ' ' && next < '0') || (next > '9' && next < 'A') || (next > 'Z' && next < 'a') ||
                           (next > 'z' && next < 0x7F);
  if (!punctuation) return kNothing;
  return {static_cast<char32_t>(next), Escape::kBackslash, 2, false};
}

}  // namespace

SpelledChar ReadSpelledChar(std::string_view text, std::size_t at) {
  if (at >= text.size()) return kCut;
  const char first = text[at];
  if (first == '\\') return ReadBackslash(text, at);
  if (first == '&') return ReadEntity(text, at);
  if (static_cast<unsigned char>(first) < 0x80) return {static_cast<char32_t>(first), Escape::kNone, 1, false};
  const text::Decoded decoded = text::DecodeAt(text, at);
  if (!decoded.valid) {
    const auto lead = static_cast<unsigned char>(first);
    const std::size_t size = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const bool tails = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1, text.end(),
                                   [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; });
    return text.size() - at < size && tails ? kCut : kNothing;
  }
  const auto bytes = static_cast<std::uint8_t>(decoded.size);
  if (decoded.c >= 0xFF01 && decoded.c <= 0xFF5E) return {decoded.c - 0xFEE0, Escape::kWide, bytes, false};
  return {decoded.c, Escape::kNone, bytes, false};
}

}  // namespace maske::redact
