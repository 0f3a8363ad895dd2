#include "format/json_string.h"

#include <optional>

#include "text/utf8.h"

namespace maske::format {
namespace {

// The four hexadecimal digits at text[at].
std::optional<char32_t> Hex(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(at, 4)) {
    unsigned digit = 16;
    if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') digit = static_cast<unsigned>(c - 'A') + 10;
    if (digit == 16) return std::nullopt;
    value = value * 16 + digit;
  }
  return value;
}

std::optional<char> Short(char c) {
  switch (c) {
    case '"':
    case '\\':
    case '/':
      return c;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return std::nullopt;
  }
}

}  // namespace

bool DecodeJsonString(std::string_view spelled, std::string* text, std::vector<std::uint32_t>* places) {
  text->clear();
  places->clear();
  std::size_t at = 0;
  while (at < spelled.size()) {
    const auto place = static_cast<std::uint32_t>(at);
    const auto byte = static_cast<unsigned char>(spelled[at]);
    if (byte < 0x20 || byte == '"') return false;
    if (byte != '\\') {
      text->push_back(spelled[at++]);
      // Bytes of one character each have their own place: a span never ends inside of one.
      places->push_back(place);
      continue;
    }
    if (++at >= spelled.size()) return false;
    if (const std::optional<char> plain = Short(spelled[at]); plain.has_value()) {
      text->push_back(*plain);
      places->push_back(place);
      ++at;
      continue;
    }
    if (spelled[at] != 'u') return false;
    std::optional<char32_t> c = Hex(spelled, at + 1);
    if (!c) return false;
    at += 5;
    if (*c >= 0xD800 && *c < 0xDC00 && spelled.substr(at).starts_with("\\u")) {
      const std::optional<char32_t> low = Hex(spelled, at + 2);
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        c = 0x10000 + ((*c - 0xD800) << 10) + (*low - 0xDC00);
        at += 6;
      }
    }
    const std::size_t before = text->size();
    text::AppendUtf8(*c >= 0xD800 && *c < 0xE000 ? U'\uFFFD' : *c, text);
    places->insert(places->end(), text->size() - before, place);
  }
  places->push_back(static_cast<std::uint32_t>(spelled.size()));
  return true;
}

}  // namespace maske::format
