#include "names/address_form.h"

#include <algorithm>

#include "names/lexicon.h"
#include "text/chars.h"

namespace maske::names {
namespace {

constexpr std::size_t kLongestSalutationWithDot = 3;  // "Frl.", but "der Herr." ends a sentence
constexpr std::size_t kLongestTitleWithDot = 6;       // "Betrw."
constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kNoBreakBlank = "\xC2\xA0";
constexpr std::string_view kOpening = "([\"'<*_,;:/";

enum class Kind {
  kNone,
  kForm,    // a salutation or title
  kBehind,  // one only behind another: "med.", the letters of "h. c."
};

bool IsUpper(std::string_view word) {
  std::size_t next = 0;
  const char32_t first = text::CharAt(word, 0, &next);
  return text::ToLower(first) != first;
}

Kind KindOf(std::string_view word) {
  Kind kind = Kind::kNone;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find_first_of(".-"), word.size());
    const std::string_view part = word.substr(0, end);
    const bool dot = end < word.size() && word[end] == '.';
    word.remove_prefix(std::min(word.size(), end + 1));
    if (part.empty()) {
      if (kind == Kind::kNone) return Kind::kNone;
      continue;  // "Dipl.-Ing."
    }
    if (part.size() == 1 && dot && (part == "h" || part == "c" || part == "e")) {
      if (kind == Kind::kNone) kind = Kind::kBehind;
      continue;
    }
    const std::uint32_t roles = RolesOf(FindName(text::HashWord(part)));
    if ((roles & (kSalutation | kTitle)) == 0) return Kind::kNone;
    const bool salutation = (roles & kSalutation) != 0;
    if (dot && part.size() > (salutation ? kLongestSalutationWithDot : kLongestTitleWithDot)) return Kind::kNone;
    const bool alone = salutation || IsUpper(part) || part == "dr" || part == "prof";
    if (kind == Kind::kNone) kind = alone ? Kind::kForm : Kind::kBehind;
  }
  return kind;
}

// Bytes of blanks at the end of a text; line ends are none.
std::size_t BlanksAtEnd(std::string_view text) {
  const std::size_t size = text.size();
  while (!text.empty()) {
    if (kBlanks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakBlank)) {
      text.remove_suffix(kNoBreakBlank.size());
    } else {
      break;
    }
  }
  return size - text.size();
}

// The word at the end of a text, up to a blank, a line end or an opening mark; *whole: one of these stands before it.
std::string_view WordAtEnd(std::string_view text, bool* whole) {
  std::size_t begin = text.size();
  *whole = true;
  while (begin > 0) {
    const char c = text[begin - 1];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || kOpening.find(c) != std::string_view::npos) break;
    if (text.substr(0, begin).ends_with(kNoBreakBlank)) break;
    --begin;
  }
  if (begin == 0) *whole = false;
  return text.substr(begin);
}

}  // namespace

std::size_t AddressFormBefore(std::string_view left, bool cut) {
  const std::size_t all = left.size();
  std::size_t form = 0;
  while (true) {
    const std::size_t blanks = BlanksAtEnd(left);
    if (blanks == 0) break;
    left.remove_suffix(blanks);
    bool whole = false;
    const std::string_view word = WordAtEnd(left, &whole);
    if (word.empty() || (cut && !whole)) break;
    const Kind kind = KindOf(word);
    if (kind == Kind::kNone) break;
    left.remove_suffix(word.size());
    if (kind == Kind::kForm) form = all - left.size();
  }
  return form;
}

std::size_t AddressFormOf(std::string_view name) {
  std::size_t form = 0;
  bool any = false;
  std::size_t at = 0;
  while (at < name.size()) {
    std::size_t end = at;
    while (end < name.size() && kBlanks.find(name[end]) == std::string_view::npos &&
           !name.substr(end).starts_with(kNoBreakBlank)) {
      ++end;
    }
    const Kind kind = KindOf(name.substr(at, end - at));
    if (kind == Kind::kNone || (kind == Kind::kBehind && !any)) break;
    any = true;
    at = end;
    while (at < name.size()) {
      if (kBlanks.find(name[at]) != std::string_view::npos) {
        ++at;
      } else if (name.substr(at).starts_with(kNoBreakBlank)) {
        at += kNoBreakBlank.size();
      } else {
        break;
      }
    }
    if (at == end || at == name.size()) return form == 0 || at < name.size() ? form : 0;
    form = at;
  }
  return form;
}

}  // namespace maske::names
