// Post office boxes: postbox.h.
#include "address/postbox.h"

#include <string_view>

namespace maske::address {

namespace {

// The box with its number, read from `digits` on.
Postbox WithNumber(const Cursor& c, Postbox box, std::uint32_t digits) {
  // Groups of at most three digits, or one run of at most six.
  std::uint32_t end = c.DigitsEnd(digits);
  if (end - digits > 8) return {};
  std::uint32_t total = end - digits;
  while (total < 8) {
    const std::uint32_t blank = c.BlankAt(end);
    if (blank == 0 || !c.IsDigit(end + blank)) break;
    const std::uint32_t group = c.DigitsEnd(end + blank) - (end + blank);
    if (group > 3 || total + group > 8) break;
    total += group;
    end += blank + group;
  }
  if (c.IsWord(end) || (c[end] == '.' && c.IsDigit(end + 1))) return {};
  box.end = end;
  return box;
}

}  // namespace

Postbox PostboxAt(const Cursor& c, std::uint32_t digits, std::uint32_t limit) {
  Postbox none;
  std::uint32_t i = c.SkipBlanksBack(digits, limit);
  if (i <= limit) return none;
  if (c[i - 1] == ':' || c[i - 1] == '.') i = c.SkipBlanksBack(i - 1, limit);
  if (i <= limit || !c.IsLetter(i - 1)) return none;
  Word w = c.WordBefore(i, limit);
  Postbox box{.begin = w.begin};
  if (w.size() == 1 && i > limit + 2 && c.IsUpper(i - 1)) {  // "B.P. 123"
    const std::uint32_t first = c.SkipBlanksBack(c[i - 2] == '.' ? i - 2 : i - 1, limit);
    if (c[i - 1] != 'P' || c[i - 2] != '.' || first <= limit || (c[first - 1] != 'B' && c[first - 1] != 'C') ||
        (first > limit + 1 && c.IsWord(first - 2))) {
      return none;
    }
    box.begin = first - 1;
    return WithNumber(c, box, digits);
  }
  if (w.Is(kBoxTail)) {  // "Case postale 12", "Apartado de correos 12"
    Word first = c.WordBefore(c.SkipBlanksBack(w.begin, limit), limit);
    if (first.Is(kArticle)) first = c.WordBefore(c.SkipBlanksBack(first.begin, limit), limit);
    if (first.size() > 0 && first.Is(kBoxTail)) {
      box.begin = first.begin;
      box.sure = true;
      return WithNumber(c, box, digits);
    }
  }
  if (w.Is(kNumberWord)) {  // "Postfach Nr. 12"
    w = c.WordBefore(c.SkipBlanksBack(w.begin, limit), limit);
  }
  if (!w.Is(kPostbox)) return none;
  box.begin = w.begin;
  const std::string_view t = c.Text(w);
  box.sure = t.size() > 4;
  if (t.size() == 3 && (t[0] | 0x20) == 'b') {  // "Box": wants "P.O." or "PO"
    const std::uint32_t before = c.SkipBlanksBack(w.begin, limit);
    const auto at = [&](std::string_view form) {
      if (before < limit + form.size() || before < form.size()) return false;
      const auto begin = before - static_cast<std::uint32_t>(form.size());
      if (begin > 0 && c.IsWord(begin - 1)) return false;
      for (std::size_t k = 0; k < form.size(); ++k) {
        const char ch = c[begin + static_cast<std::uint32_t>(k)];
        if (ch != form[k] && (form[k] < 'A' || ch != (form[k] | 0x20))) return false;
      }
      box.begin = begin;
      return true;
    };
    if (at("PO") || at("P.O.") || at("P.O") || at("P. O.") || at("P O") || at("POST OFFICE")) box.sure = true;
    if (!box.sure) return none;
  } else if (t.size() <= 3 && !c.IsUpper(w.begin)) {
    return none;
  }
  return WithNumber(c, box, digits);
}

}  // namespace maske::address
