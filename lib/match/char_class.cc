// See char_class.h.
#include "match/char_class.h"

#include <utility>

namespace maske::match {
namespace {

constexpr char32_t kLastCharacter = 0x10FFFF;
constexpr ByteSet kAscii = ByteSet::Range(0, 127);
constexpr ByteSet kUpper = ByteSet::Range('A', 'Z');
constexpr ByteSet kLower = ByteSet::Range('a', 'z');

ByteSet Fold(const ByteSet& set) {
  ByteSet folded = set;
  for (unsigned c = 'a'; c <= 'z'; ++c) {
    const auto low = static_cast<unsigned char>(c);
    const auto up = static_cast<unsigned char>(c - 32);
    if (set.Has(low)) folded.Add(up);
    if (set.Has(up)) folded.Add(low);
  }
  return folded;
}

}  // namespace

void CharClass::AddRange(char32_t first, char32_t last) {
  if (first < 128) {
    const ByteSet ascii = ByteSet::Range(first, last < 128 ? last : 127);
    may.AddAll(ascii);
    must.AddAll(ascii);
  }
  if (last >= 128) {
    may_other = true;
    if (first <= 128 && last >= kLastCharacter) must_other = true;
  }
}

void CharClass::AddUnknown() {
  may = kAscii;
  may_other = true;
}

void CharClass::AddClass(const CharClass& other) {
  may.AddAll(other.may);
  must.AddAll(other.must);
  may_other = may_other || other.may_other;
  must_other = must_other || other.must_other;
}

void CharClass::Negate() {
  const ByteSet old_may = may;
  may = kAscii.Without(must);
  must = kAscii.Without(old_may);
  const bool old_may_other = may_other;
  may_other = !must_other;
  must_other = !old_may_other;
}

void CharClass::FoldCase() {
  // U+017F and U+212A fold to s and k: a class that holds one of them holds these too. The other way round does not
  // count, because neither stands in a prepared text (compatibility forms are folded there). All other characters
  // outside ASCII fold to such.
  if (may_other) may.AddAll(ByteSet::Of("kKsS"));
  may = Fold(may);
  must = Fold(must);
}

CharClass CharClass::Perl(char letter) {
  CharClass set;
  switch (letter) {
    case 'd':
      set.AddRange('0', '9');
      break;
    case 's':
      set.AddRange('\t', '\n');
      set.AddRange('\f', '\r');
      set.AddRange(' ', ' ');
      break;
    default:  // 'w'
      set.AddRange('0', '9');
      set.AddRange('A', 'Z');
      set.AddRange('a', 'z');
      set.AddRange('_', '_');
  }
  return set;
}

bool CharClass::Posix(std::string_view name, CharClass* out) {
  struct Row {
    std::string_view name;
    std::string_view ranges;  // pairs of first and last
  };
  static constexpr Row kRows[] = {
      {"alnum", "09AZaz"}, {"alpha", "AZaz"}, {"blank", "\t\t  "},  {"digit", "09"},
      {"graph", "!~"},     {"lower", "az"},   {"print", " ~"},      {"punct", "!/:@[`{~"},
      {"space", "\t\r  "}, {"upper", "AZ"},   {"word", "09AZaz__"}, {"xdigit", "09AFaf"},
  };
  for (const Row& row : kRows) {
    if (row.name != name) continue;
    CharClass set;
    for (std::size_t i = 0; i < row.ranges.size(); i += 2) {
      set.AddRange(static_cast<unsigned char>(row.ranges[i]), static_cast<unsigned char>(row.ranges[i + 1]));
    }
    *out = set;
    return true;
  }
  CharClass set;  // ascii, cntrl and names to come
  set.AddUnknown();
  *out = set;
  return true;
}

CharClass CharClass::Property(std::string_view name) {
  CharClass set;
  set.may_other = true;
  if (name == "L") {
    set.may = kUpper;
    set.may.AddAll(kLower);
  } else if (name == "Lu") {
    set.may = kUpper;
  } else if (name == "Ll") {
    set.may = kLower;
  } else if (name == "N" || name == "Nd") {
    set.may.AddRange('0', '9');
  } else if (name == "Z" || name == "Zs") {
    set.may.Add(' ');
  } else if (name == "M" || name == "Mn" || name == "Mc" || name == "Lo" || name == "Lt" || name == "Lm") {
    // no ASCII character has it
  } else {
    set.AddUnknown();
    return set;
  }
  set.must = set.may;
  return set;
}

}  // namespace maske::match
