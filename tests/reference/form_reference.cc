#include "reference/form_reference.h"

#include <re2/re2.h>

#include <array>
#include <cstdio>
#include <map>
#include <memory>

#include "redact/style.h"
#include "text/utf8.h"

namespace maske::reference {
namespace {

enum class Kind { kPlain, kBackslash, kHtml, kJson, kWide };

struct Token {
  std::string plain;
  Kind kind;
};

std::string Utf8(char32_t c) {
  std::string out;
  text::AppendUtf8(c, &out);
  return out;
}

std::string Print(const char* format, unsigned value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), format, value);
  return out.data();
}

// Every spelling of every character that a placeholder may hold.
const std::map<std::string, Token>& Spellings() {
  static const std::map<std::string, Token> all = [] {
    std::map<std::string, Token> made;
    std::u32string characters = U"ÄÖÜäöüß„“”‚‘’»«›‹【】\u00A0\u2010\u2011\u2012\u2013";
    for (char32_t c = 0x20; c < 0x7F; ++c) characters.push_back(c);
    for (const char32_t c : characters) {
      const std::string plain = Utf8(c);
      const bool punctuation = c > 0x20 && c < 0x7F && !RE2::FullMatch(plain, "[A-Za-z0-9]");
      if (c != '\\' && c != '&') made[plain] = {plain, Kind::kPlain};
      if (punctuation) made["\\" + plain] = {plain, Kind::kBackslash};
      if (c > 0x20 && c < 0x7F) made[Utf8(c + 0xFEE0)] = {plain, Kind::kWide};
      for (const char* format : {"&#%u;", "&#0%u;", "&#00%u;", "&#x%x;", "&#X%X;", "&#x00%X;"})
        made[Print(format, c)] = {plain, Kind::kHtml};
      for (const char* format : {"\\u%04x", "\\u%04X"}) made[Print(format, c)] = {plain, Kind::kJson};
    }
    const std::pair<const char*, const char*> names[] = {
        {"lt", "<"},        {"gt", ">"},     {"lbrack", "["}, {"lsqb", "["},  {"rbrack", "]"}, {"rsqb", "]"},
        {"lbrace", "{"},    {"lcub", "{"},   {"rbrace", "}"}, {"rcub", "}"},  {"lowbar", "_"}, {"grave", "`"},
        {"nbsp", "\u00A0"}, {"hyphen", "‐"}, {"ndash", "–"},  {"bdquo", "„"}, {"ldquo", "“"},  {"rdquo", "”"},
        {"sbquo", "‚"},     {"lsquo", "‘"},  {"rsquo", "’"},  {"laquo", "«"}, {"raquo", "»"},  {"lsaquo", "‹"},
        {"rsaquo", "›"},    {"Auml", "Ä"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},  {"auml", "ä"},   {"ouml", "ö"},
        {"uuml", "ü"},      {"szlig", "ß"}};
    for (const auto& [name, plain] : names) made[std::string("&") + name + ";"] = {plain, Kind::kHtml};
    return made;
  }();
  return all;
}

std::optional<std::vector<Token>> Cut(std::string_view text) {
  std::vector<Token> tokens;
  while (!text.empty()) {
    const Token* found = nullptr;
    std::size_t size = 0;
    for (std::size_t n = 1; n <= 10 && n <= text.size(); ++n) {
      const auto row = Spellings().find(std::string(text.substr(0, n)));
      if (row == Spellings().end()) continue;
      found = &row->second;
      size = n;
    }
    if (found == nullptr) return std::nullopt;
    tokens.push_back(*found);
    text.remove_prefix(size);
  }
  return tokens;
}

constexpr const char* kSeparator = "[-_ \\x{00A0}\\x{2010}-\\x{2013}]";

const RE2& Expression(const std::string& label) {
  static std::map<std::string, std::unique_ptr<RE2>> made;
  std::unique_ptr<RE2>& expression = made[label];
  if (expression == nullptr) {
    std::string spelled;
    for (std::size_t at = 0; at < label.size();) {
      const text::Decoded c = text::DecodeAt(label, at);
      at += c.size;
      if (c.c == '_' || c.c == '-') continue;
      if (!spelled.empty()) spelled.append(kSeparator).append("?");
      spelled.append(Utf8(c.c));
    }
    expression =
        std::make_unique<RE2>(std::string("(?i)^(") + spelled + ")" + kSeparator + "([1-9][0-9]{0,8})(?:" + kSeparator +
                              "(GIVEN|SURNAME|VORNAME|NACHNAME))?(?:" + kSeparator + "([1-9][0-9]{0,3}))?$");
  }
  return *expression;
}

// Takes n characters from either end of tokens when they are `open` and `close`, escaped alike.
bool TakeEnds(const redact::Delimiters& pair, std::vector<Token>* tokens) {
  if (tokens->size() < pair.open.size() + pair.close.size()) return false;
  const auto is = [](const std::vector<Token>& part, std::u32string_view delimiter) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (part[i].plain != Utf8(delimiter[i])) return false;
      if (part[i].kind != part[0].kind && part[i].kind != Kind::kPlain) return false;
    }
    return true;
  };
  const auto open_end = tokens->begin() + static_cast<std::ptrdiff_t>(pair.open.size());
  const auto close_begin = tokens->end() - static_cast<std::ptrdiff_t>(pair.close.size());
  const std::vector<Token> open(tokens->begin(), open_end);
  const std::vector<Token> close(close_begin, tokens->end());
  if (!is(open, pair.open) || !is(close, pair.close)) return false;
  if (close[0].kind != open[0].kind && !(open[0].kind == Kind::kPlain && close[0].kind == Kind::kBackslash))
    return false;
  *tokens = std::vector<Token>(open_end, close_begin);
  return true;
}

bool IsBlank(const Token& token) { return token.plain == " " || token.plain == "\u00A0"; }

std::optional<redact::Placeholder> ReadInner(const std::vector<Token>& tokens, const std::vector<TypeLabel>& labels) {
  std::string plain;
  for (const Token& token : tokens) {
    // A letter or digit has no backslash before it, and RE2's (?i) knows no more than the tests do.
    plain += token.plain;
  }
  for (const TypeLabel& label : labels) {
    std::string name;
    std::string number;
    std::string part;
    std::string variant;
    if (!RE2::FullMatch(plain, Expression(label.label), &name, &number, &part, &variant)) continue;
    redact::Placeholder placeholder{label.type, static_cast<std::uint32_t>(std::stoul(number)), 1};
    if (!part.empty() && label.type != kPerson) return std::nullopt;
    if (!part.empty()) {
      const bool given = RE2::FullMatch(part, "(?i)given|vorname");
      placeholder.part = given ? redact::Part::kGiven : redact::Part::kSurname;
    }
    if (variant == "1") return std::nullopt;
    if (!variant.empty()) placeholder.variant = static_cast<std::uint32_t>(std::stoul(variant));
    return placeholder;
  }
  return std::nullopt;
}

}  // namespace

std::optional<redact::Placeholder> ReadForm(std::string_view candidate, const std::vector<TypeLabel>& labels) {
  const auto all = Cut(candidate);
  if (!all || candidate.size() > redact::kMaxPlaceholderBytes) return std::nullopt;
  for (const redact::Delimiters& pair : redact::KnownDelimiters()) {
    std::vector<Token> tokens = *all;
    if (!TakeEnds(pair, &tokens)) continue;
    if (!tokens.empty() && IsBlank(tokens.front())) tokens.erase(tokens.begin());
    if (!tokens.empty() && IsBlank(tokens.back())) tokens.pop_back();
    for (std::size_t run = 0; run <= 3; ++run) {
      if (run > 0) {
        const auto is_emphasis = [](const Token& t) {
          return t.kind == Kind::kPlain && RE2::FullMatch(t.plain, "[*_`~]");
        };
        if (tokens.size() < 2 || !is_emphasis(tokens.front()) || tokens.front().plain != tokens.back().plain ||
            !is_emphasis(tokens.back())) {
          break;
        }
        if (run > 1 && (*all)[pair.open.size()].plain != tokens.front().plain && !IsBlank((*all)[pair.open.size()]))
          break;
        tokens.erase(tokens.begin());
        tokens.pop_back();
      }
      if (const auto placeholder = ReadInner(tokens, labels)) return placeholder;
    }
  }
  return std::nullopt;
}

}  // namespace maske::reference
