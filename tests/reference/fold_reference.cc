// See fold_reference.h.
#include "reference/fold_reference.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include "reference/utf8_reference.h"

namespace maske::reference {
namespace {

const icu::Normalizer2& Nfkc() {
  UErrorCode error = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCInstance(error);
}

// Characters that NFKC would turn into a space and more, and the ellipsis.
const icu::UnicodeSet& Kept() {
  static const icu::UnicodeSet set = [] {
    icu::UnicodeSet kept(0x2026, 0x2026);
    UErrorCode error = U_ZERO_ERROR;
    for (UChar32 c = 0x80; c <= 0x10FFFF; ++c) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      const icu::UnicodeString form = Nfkc().normalize(icu::UnicodeString(c), error);
      if (form.length() > 1 && form[0] == u' ') kept.add(c);
    }
    return kept;
  }();
  return set;
}

icu::UnicodeString Normalize(const icu::UnicodeString& text) {
  static const icu::UnicodeSet changed = icu::UnicodeSet(0, 0x10FFFF).removeAll(Kept());
  static const icu::FilteredNormalizer2 filtered(Nfkc(), changed);
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString form;
  filtered.normalize(text, form, error);
  for (const char16_t hyphen : {u'\u2010', u'\u2011', u'\u2012', u'\u2212'}) {
    form.findAndReplace(icu::UnicodeString(hyphen), icu::UnicodeString(u'-'));
  }
  return form;
}

bool IsIgnorable(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

}  // namespace

bool IsAttached(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return IsIgnorable(c) || u_getCombiningClass(code) != 0 || !Nfkc().hasBoundaryBefore(code);
}

bool FoldsAlone(char32_t c) {
  if (IsAttached(c)) return true;
  const icu::UnicodeString alone(static_cast<UChar32>(c));
  return Normalize(alone) != alone;
}

std::string Fold(std::string_view raw) {
  icu::UnicodeString text;
  int run = 0;
  for (const Character& character : Decode(raw)) {
    run = IsAttached(character.c) ? run + 1 : 0;
    if (run == 31) text.append(u' ');
    if (run > 30 || IsIgnorable(character.c)) continue;
    text.append(static_cast<UChar32>(character.c));
  }
  std::string out;
  Normalize(text).toUTF8String(out);
  return out;
}

}  // namespace maske::reference
