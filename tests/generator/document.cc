// Gold annotation as JSON lines. Slow and plain: a few escapes, code points counted by their first bytes.
// Tested by tests/generator/document_test.cc.
#include "generator/document.h"

#include <algorithm>

namespace maske::generator {
namespace {

void AppendJsonString(std::string_view text, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  *out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      *out += '\\';
      *out += c;
    } else if (byte < 0x20) {
      *out += "\\u00";
      *out += kHex[byte >> 4];
      *out += kHex[byte & 15];
    } else {
      *out += c;
    }
  }
  *out += '"';
}

std::size_t CodePoints(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::string ToJsonLine(const Document& document, std::string_view id) {
  std::string out = "{\"id\":";
  AppendJsonString(id, &out);
  out += ",\"source\":\"generated\",\"text\":";
  AppendJsonString(document.text, &out);
  out += ",\"entities\":[";
  const std::string_view text = document.text;
  bool first = true;
  for (const Gold& gold : document.entities) {
    if (!first) out += ',';
    first = false;
    const std::size_t start = CodePoints(text.substr(0, gold.begin));
    out += "{\"start\":" + std::to_string(start);
    out += ",\"end\":" + std::to_string(start + CodePoints(text.substr(gold.begin, gold.end - gold.begin)));
    out += ",\"type\":";
    AppendJsonString(gold.type, &out);
    out += ",\"text\":";
    AppendJsonString(text.substr(gold.begin, gold.end - gold.begin), &out);
    out += '}';
  }
  return out + "]}";
}

}  // namespace maske::generator
