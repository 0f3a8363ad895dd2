// A class of characters, as bounds: what may and what must be in it. ASCII exactly where we know it; everything else is
// one bit. Negation swaps the bounds, so the class stays a superset of what RE2 accepts however it is built.
// Part of the expression graph (match/regex.h); tested by tests/match/regex_test.cc.
#ifndef MASKE_MATCH_CHAR_CLASS_H_
#define MASKE_MATCH_CHAR_CLASS_H_

#include <cstdint>
#include <string_view>

#include "match/byte_set.h"

namespace maske::match {

struct CharClass {
  ByteSet may;              // ASCII characters that may match
  ByteSet must;             // ASCII characters that surely match
  bool may_other = false;   // some character outside ASCII may match
  bool must_other = false;  // every character outside ASCII matches

  void AddRange(char32_t first, char32_t last);
  void AddUnknown();  // anything may be in it, nothing must
  void AddClass(const CharClass& other);
  void Negate();
  void FoldCase();

  static CharClass Perl(char letter);                        // d s w
  static bool Posix(std::string_view name, CharClass* out);  // alpha, digit …
  static CharClass Property(std::string_view name);          // L, Lu, Nd, Greek …
};

}  // namespace maske::match

#endif  // MASKE_MATCH_CHAR_CLASS_H_
