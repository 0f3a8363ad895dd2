// What stands behind "password:" and is a secret: anything but a word that programs and manuals put there.
//   secret_value   behind ':' or '=': refuses None, true, str, "bitte", ${VAR}, %s, ***, os.environ…, calls f(x); a
//   single
//                  lower- or title-case word counts as prose
//   secret_strong  in running text: a digit or a sign inside is asked for
// Cost: one pass. It may mask a word too much and lets a password that is a plain word go: patterns say so.
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

constexpr std::array kRows = {
    Check{"secret_strong", &SecretStrong, "none: what passwords in letters look like"},
    Check{"secret_value", &SecretValue, "none: what stands in for a password in programs, templates and manuals"},
};

}  // namespace

std::span<const Check> SecretChecks() { return kRows; }

}  // namespace maske::check
