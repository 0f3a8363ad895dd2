// See scan_reference.h.
#include "reference/scan_reference.h"

#include <unicode/uchar.h>

#include <cstddef>
#include <string_view>

#include "reference/fold_reference.h"
#include "reference/utf8_reference.h"

namespace maske::reference {
namespace {

bool In(char32_t c, std::u32string_view list) { return list.find(c) != std::u32string_view::npos; }

std::uint32_t CategoryOf(char32_t c) { return U_MASK(u_charType(static_cast<UChar32>(c))); }

void Set(text::Bitmap* map, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) (*map)[i / 64] |= std::uint64_t{1} << (i % 64);
}

bool IsPlain(const Character& character) {
  const char32_t c = character.c;
  if (!character.valid || c == 0) return false;
  if (c >= 0x180 && !In(c, U"–—‘’‚“”„…€")) return false;
  return c < 0x80 || !FoldsAlone(c);
}

}  // namespace

ScanAll Scan(std::string_view bytes) {
  ScanAll all;
  text::ClassMaps& maps = all.maps;
  text::ScanResult& result = all.result;
  for (text::Bitmap* map :
       {&maps.word, &maps.upper, &maps.digit, &maps.newline, &maps.special, &result.odd, &result.fold, &result.lower,
        &result.non_ascii, &result.mid, &result.mid_number, &result.wide_join}) {
    map->assign((bytes.size() + 63) / 64 + 1, 0);
  }
  const auto characters = Decode(bytes);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const Character& now = characters[i];
    const char32_t c = now.c;
    const std::uint32_t category = CategoryOf(c);
    if (c == '_' || (category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0) Set(&maps.word, now.begin, now.end);
    if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) Set(&maps.upper, now.begin, now.begin + 1);
    if ((category & U_GC_LL_MASK) != 0) Set(&result.lower, now.begin, now.begin + 1);
    if (In(c, U"0123456789")) Set(&maps.digit, now.begin, now.end);
    if (c == '\n') Set(&maps.newline, now.begin, now.end);
    if (In(c, U"@[:=_+")) Set(&maps.special, now.begin, now.end);
    if (In(c, U".'")) Set(&result.mid, now.begin, now.end);
    if (In(c, U",;")) Set(&result.mid_number, now.begin, now.end);
    if (c >= 0x80) Set(&result.non_ascii, now.begin, now.end);
    if (!IsPlain(now)) {
      Set(&result.odd, now.begin, now.end);
      result.any_odd = true;
    }
    if (!now.valid || FoldsAlone(c)) {
      Set(&result.fold, now.begin, now.begin + 1);
      result.any_fold = true;
    }
    if (now.valid && In(c, U"’‘·") && i > 0 && i + 1 < characters.size()) {
      const Character& left = characters[i - 1];
      const Character& right = characters[i + 1];
      const bool letters = left.valid && right.valid && (CategoryOf(left.c) & U_GC_L_MASK) != 0 &&
                           (CategoryOf(right.c) & U_GC_L_MASK) != 0;
      const bool digits = In(left.c, U"0123456789") && In(right.c, U"0123456789");
      if (letters || (digits && c != U'·')) Set(&result.wide_join, now.begin, now.end);
    }
  }
  return all;
}

}  // namespace maske::reference
