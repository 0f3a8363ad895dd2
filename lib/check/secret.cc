// What stands behind "password:" and is a secret: anything but a word that programs and manuals put there.
//   secret_value   behind ':' or '=': refuses None, true, str, "bitte", ${VAR}, %s, ***, os.environ…, calls f(x); a
//   single
//                  lower- or title-case word counts as prose
//   secret_word    behind ':' at the end of a line: any word but those
//   secret_strong  in running text: a digit or a sign inside is asked for
// Cost: one pass.
// Covered by tests/check/secret_test.cc.
#include <algorithm>
#include <array>
#include <string_view>

#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsLetter(char c) { return IsLower(c) || IsCapital(c) || static_cast<unsigned char>(c) >= 0x80; }

// Punctuation that ends a sentence is none of the value's.
std::string_view WithoutTail(std::string_view text) {
  while (!text.empty() && std::string_view(".,;:!?)").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

struct Shape {
  bool digit = false;
  bool sign = false;        // neither letter nor digit
  bool inner_case = false;  // a capital behind a small letter: "hUnter", not "Hunter" nor "HUNTER"
};

Shape ShapeOf(std::string_view text) {
  Shape shape;
  bool small_seen = false;
  for (const char c : text) {
    shape.digit |= IsDigit(c);
    shape.sign |= !IsDigit(c) && !IsLetter(c);
    shape.inner_case |= small_seen && IsCapital(c);
    small_seen |= IsLower(c);
  }
  return shape;
}

// Expressions of programs and templates: variables, calls, paths of attributes, masked values.
bool IsExpression(std::string_view text) {
  if (std::string_view("$%{<*&@\\|").find(text[0]) != std::string_view::npos) return true;
  if (text.find('(') != std::string_view::npos || text.find("::") != std::string_view::npos ||
      text.find("->") != std::string_view::npos || text.find("${") != std::string_view::npos) {
    return true;
  }
  if (std::all_of(text.begin(), text.end(), [text](char c) { return c == text[0]; })) return true;  // xxxx, ----, ....
  // Token{78af, com.apple.xpc/…: an identifier that opens a brace, or two lower-case words joined by points first
  const std::size_t word = static_cast<std::size_t>(
      std::find_if(text.begin(), text.end(), [](char c) { return !IsLower(c) && !IsCapital(c); }) - text.begin());
  if (word > 1 && word < text.size() && text[word] == '{') return true;
  if (word > 1 && word + 2 < text.size() && text[word] == '.' && IsLower(text[0]) && IsLower(text[word + 1]) &&
      text.find('.', word + 1) != std::string_view::npos) {
    return true;
  }
  // a.b.c, self.password, os.environ[…]: words joined by points or underscores, without a digit
  bool joined = false;
  for (const char c : text) {
    if (c == '.' || c == '_' || c == '[' || c == ']') {
      joined = true;
    } else if (!IsLower(c) && !IsCapital(c)) {
      return false;
    }
  }
  return joined;
}

bool SecretValue(std::string_view text) {
  text = WithoutTail(text);
  if (text.size() < 3 || IsExpression(text)) return false;
  const Shape shape = ShapeOf(text);
  return shape.digit || shape.sign || shape.inner_case;
}

bool SecretStrong(std::string_view text) {
  text = WithoutTail(text);
  if (text.size() < 4 || IsExpression(text)) return false;
  const Shape shape = ShapeOf(text);
  return shape.digit ||
         (shape.sign && text.find('-') == std::string_view::npos && text.find('/') == std::string_view::npos);
}

// A plain word behind "Passwort:" that ends its line.
bool SecretWord(std::string_view text) {
  text = WithoutTail(text);
  if (text.size() < 4 || IsExpression(text)) return false;
  constexpr auto kNone = std::to_array<std::string_view>(
      {"none",     "null",     "true",     "false",    "string",   "text",      "bytes",     "char",
       "optional", "required", "password", "passwort", "kennwort", "bitte",     "siehe",     "geben",
       "eingeben", "wird",     "ihr",      "your",     "enter",    "given",     "keines",    "kein",
       "keine",    "nein",     "yes",      "falsch",   "richtig",  "unbekannt", "unknown",   "vergessen",
       "geheim",   "gesetzt",  "folgt",    "leer",     "empty",    "ist",       "undefined", "default",
       "hidden",   "prompt",   "user",     "login",    "name",     "email",     "encrypted", "readonly"});
  for (const std::string_view word : kNone) {
    if (word.size() == text.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
          return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b | 0x20) : b);
        })) {
      return false;
    }
  }
  return true;
}

constexpr std::array kRows = {
    Check{"secret_strong", &SecretStrong, "maske: what passwords in letters look like"},
    Check{"secret_value", &SecretValue, "maske: what stands in for a password in programs, templates and manuals"},
    Check{"secret_word", &SecretWord, "maske: words that stand in for a password in forms and programs"},
};

}  // namespace

std::span<const Check> SecretChecks() { return kRows; }

}  // namespace maske::check
