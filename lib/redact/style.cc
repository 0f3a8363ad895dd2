#include "redact/style.h"

#include <array>

#include "text/chars.h"
#include "text/utf8.h"

namespace maske::redact {
namespace {

constexpr std::string_view kExample = "PERSON_1";

// Quotes as German, English, French and Swiss texts set them: only those that typography makes, no straight ones, which mean
// something in JSON and code.
constexpr std::array kKnown{
    Delimiters{U"[", U"]"}, Delimiters{U"<", U">"}, Delimiters{U"{{", U"}}"}, Delimiters{U"【", U"】"},
    Delimiters{U"„", U"“"}, Delimiters{U"„", U"”"}, Delimiters{U"“", U"”"},   Delimiters{U"‚", U"‘"},
    Delimiters{U"‚", U"’"}, Delimiters{U"‘", U"’"}, Delimiters{U"»", U"«"},   Delimiters{U"«", U"»"},
    Delimiters{U"›", U"‹"}, Delimiters{U"‹", U"›"},
};

bool MayDelimit(char32_t c) {
  if (c <= ' ' || c == 0x7F) return false;
  if (c < 0x80)
    return !text::IsWordChar(c) && std::string_view("_-*~`\\&;\"").find(static_cast<char>(c)) == std::string_view::npos;
  if (c < 0xA1 || c == 0xAD) return false;
  const bool refused = (c >= 0x2000 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFEFF && c <= 0xFFFF);
  return !refused && c != 0x3000 && !text::IsWordChar(c);
}

bool Decode(std::string_view bytes, std::u32string* out) {
  for (std::size_t at = 0; at < bytes.size();) {
    const text::Decoded decoded = text::DecodeAt(bytes, at);
    if (!decoded.valid || !MayDelimit(decoded.c)) return false;
    out->push_back(decoded.c);
    at += decoded.size;
  }
  return true;
}

bool Share(std::u32string_view a, std::u32string_view b) { return a.find_first_of(b) != std::u32string_view::npos; }

Status Wrong(const char* why) {
  return {ErrorCode::kInvalidArgument, std::string("this style of placeholders cannot be taken: ") + why};
}

}  // namespace

std::span<const Delimiters> KnownDelimiters() { return kKnown; }

Result<Style> Style::Create(std::string_view example) {
  if (example.empty() || example == "brackets") example = "[PERSON_1]";
  if (example == "angles") example = "<PERSON_1>";
  if (example == "braces") example = "{{PERSON_1}}";
  if (example.size() > kMaxStyleBytes) return Wrong("it has more than 32 bytes");
  const std::size_t at = example.find(kExample);
  if (at == std::string_view::npos) {
    return Wrong("it is brackets, angles, braces, or an example that holds PERSON_1, such as ((PERSON_1))");
  }
  Style style;
  style.open = example.substr(0, at);
  style.close = example.substr(at + kExample.size());
  if (style.open.empty() || style.close.empty()) return Wrong("nothing stands before or behind PERSON_1");
  if (!Decode(style.open, &style.own_open) || !Decode(style.close, &style.own_close)) {
    return Wrong(
        "around PERSON_1 may stand punctuation and symbols, but no letters, digits, blanks, dashes, quotes, nor any of "
        "_ * ~ ` \\ & ;");
  }
  for (std::size_t i = 0; i < 3; ++i) {
    if (style.own_open != kKnown[i].open || style.own_close != kKnown[i].close) continue;
    style.own_open.clear();
    style.own_close.clear();
    return style;
  }
  bool closed = Share(style.own_open, style.own_close);
  for (const Delimiters& known : kKnown) {
    closed = closed || Share(style.own_open, known.close);
    if (known.open.ends_with(style.own_open)) return Wrong("what stands before PERSON_1 ends that of another style");
  }
  if (closed) return Wrong("a character before PERSON_1 is one that closes placeholders");
  return style;
}

}  // namespace maske::redact
