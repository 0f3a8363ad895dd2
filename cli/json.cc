#include "cli/json.h"

#include <simdjson.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/mutation.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void AppendEscaped(std::string_view text, std::string* out) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
    out->append(text.substr(plain, i - plain));
    plain = i + 1;
    switch (c) {
      case '"':
        out->append("\\\"");
        break;
      case '\\':
        out->append("\\\\");
        break;
      case '\n':
        out->append("\\n");
        break;
      case '\r':
        out->append("\\r");
        break;
      case '\t':
        out->append("\\t");
        break;
      default:
        out->append("\\u00").push_back(kHex[c >> 4]);
        out->push_back(kHex[c & 15]);
    }
  }
  out->append(text.substr(plain));
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Position after the string whose opening quote is at begin.
std::size_t PassString(std::string_view json, std::size_t begin) {
  std::size_t i = begin + 1;
  while (i < json.size()) {
    i = json.find_first_of("\"\\", i);
    if (i == std::string_view::npos) return json.size();
    if (json[i] == '"') return i + 1;
    i += 2;
  }
  return json.size();
}

std::size_t PassBlanks(std::string_view json, std::size_t i) {
  while (i < json.size() && IsBlank(json[i])) ++i;
  return i;
}

// Position after the value that starts at begin.
std::size_t PassValue(std::string_view json, std::size_t begin) {
  std::size_t depth = 0;
  std::size_t i = begin;
  while (i < json.size()) {
    const char c = json[i];
    if (c == '"') {
      i = PassString(json, i);
      if (depth == 0) return i;
      continue;
    }
    if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return i;
      if (--depth == 0) return i + 1;
    } else if (depth == 0 && (c == ',' || IsBlank(c))) {
      return i;
    }
    ++i;
  }
  return i;
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* out) {
  out->push_back('"');
  AppendEscaped(text, out);
  out->push_back('"');
}

void AppendJsonName(std::string_view text, std::string* out) {
  out->push_back('"');
  while (!text.empty()) {
    const std::size_t length = Utf8Length(text);
    if (length == 0) {
      out->append("\xEF\xBF\xBD");
      text.remove_prefix(1);
    } else {
      AppendEscaped(text.substr(0, length), out);
      text.remove_prefix(length);
    }
  }
  out->push_back('"');
}

void AppendJsonBytes(std::string_view name, std::string_view text, std::string* out) {
  out->append("\"").append(name);
  if (simdjson::validate_utf8(text.data(), text.size()) || MASKE_MUTATION("law4_no_base64")) {
    out->append("\":");
    AppendJsonString(text, out);
  } else {
    out->append("_base64\":\"").append(EncodeBase64(text)).append("\"");
  }
}

void AppendScore(double score, std::string* out) {
  std::array<char, 32> digits{};
  const double rounded = std::round(score * 10000) / 10000;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), rounded);
  if (error == std::errc()) out->append(digits.data(), end);
}

std::string EncodeBase64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view group = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8 | (k < group.size() ? static_cast<unsigned char>(group[k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out.push_back(k <= group.size() ? kBase64[bits >> (18 - 6 * k) & 63] : '=');
  }
  return out;
}

std::optional<std::string> DecodeBase64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string out;
  out.reserve(text.size() / 4 * 3);
  for (std::size_t i = 0; i < text.size(); i += 4) {
    std::size_t letters = 4;
    if (i + 4 == text.size()) {
      while (letters > 2 && text[i + letters - 1] == '=') --letters;
    }
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::size_t value = k < letters ? kBase64.find(text[i + k]) : 0;
      if (value == std::string_view::npos) return std::nullopt;
      bits = bits << 6 | static_cast<std::uint32_t>(value);
    }
    for (std::size_t k = 0; k + 1 < letters; ++k) out.push_back(static_cast<char>(bits >> (16 - 8 * k) & 0xFF));
    if (letters < 4 && (bits & ((1U << (8 * (4 - letters))) - 1)) != 0) return std::nullopt;
  }
  return out;
}

std::optional<std::string_view> RawMember(std::string_view json, std::string_view name) {
  std::size_t i = json.find('{');
  if (i == std::string_view::npos) return std::nullopt;
  ++i;
  while (true) {
    i = PassBlanks(json, i);
    if (i >= json.size() || json[i] != '"') return std::nullopt;
    const std::size_t name_end = PassString(json, i);
    const bool found = json.substr(i + 1, name_end - i - 2) == name;
    i = PassBlanks(json, name_end);  // at the colon
    i = PassBlanks(json, i + 1);     // at the value
    const std::size_t value_end = PassValue(json, i);
    if (found) return json.substr(i, value_end - i);
    i = PassBlanks(json, value_end);
    if (i >= json.size() || json[i] != ',') return std::nullopt;
    ++i;
  }
}

}  // namespace maske::cli
