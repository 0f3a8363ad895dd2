// See scan.h. The second stage: each character that the kernel left open is decoded and its bits are set.
#include "text/scan.h"

#include <algorithm>
#include <bit>

#include "text/char_info.h"
#include "text/chars.h"
#include "text/scan_blocks.h"
#include "text/utf8.h"

namespace maske::text {
namespace {

// Plain characters beyond ASCII and the block of the kernel (class_maps.h lists them); c is >= U+0080 and does not
// fold.
bool IsPlain(char32_t c) {
  if (c < 0x180) return c != 0;
  switch (c) {
    case U'\u2013':
    case U'\u2014':
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u2026':
    case U'\u20AC':
      return true;
    default:
      return false;
  }
}

bool IsWideMid(char32_t c) { return c == U'\u00B7' || c == U'\u2018' || c == U'\u2019'; }

// The wide joining character [begin, end) stands between two letters, or two digits.
bool IsJoined(std::string_view text, char32_t c, std::size_t begin, std::size_t end) {
  if (begin == 0 || end == text.size()) return false;
  std::size_t ignored = 0;
  const char32_t left = CharBefore(text, begin, &ignored);
  const char32_t right = CharAt(text, end, &ignored);
  const auto digit = [](char32_t d) { return d >= '0' && d <= '9'; };
  if (digit(left) && digit(right)) return c != U'\u00B7';
  return InfoOf(left).Has(CharInfo::kLetter) && InfoOf(right).Has(CharInfo::kLetter);
}

// `bits` at shift, cut into what lies in one word of a bitmap and what in the next: a character may cross the border.
struct Cut {
  Cut(std::uint64_t bits, unsigned shift) : here(bits << shift), next(shift > 60 ? bits >> (64 - shift) : 0) {}
  std::uint64_t here;
  std::uint64_t next;
};

// result->odd holds the bytes that the kernel left open; what turns out to be plain is taken out of it.
void SecondStage(std::string_view text, ClassMaps* maps, ScanResult* result) {
  std::uint64_t word_before = 0;  // what a character of the word before has in this one
  std::uint64_t odd_before = 0;
  std::uint64_t settled = 0;
  const std::size_t words = result->odd.size();
  for (std::size_t w = 0; w < words; ++w) {
    std::uint64_t open = result->odd[w];
    if (open == 0) continue;  // then nothing came over either: the bytes of a character are open together
    open &= ~settled;
    std::uint64_t word = word_before;
    std::uint64_t odd = odd_before;
    std::uint64_t fold = 0;
    std::uint64_t upper = 0;
    std::uint64_t lower = 0;
    word_before = odd_before = settled = 0;
    while (open != 0) {
      const auto shift = static_cast<unsigned>(std::countr_zero(open));
      const std::size_t pos = w * 64 + shift;
      const Decoded decoded = DecodeAt(text, pos);
      const CharInfo info = InfoOf(decoded.c);
      const Cut bytes((std::uint64_t{1} << decoded.size) - 1, shift);
      const auto if_has = [info](std::uint16_t any_of) { return info.Has(any_of) ? ~std::uint64_t{0} : 0; };
      const std::uint64_t first = std::uint64_t{1} << shift;
      open &= ~bytes.here;
      settled = bytes.next;
      const std::uint64_t is_word = if_has(CharInfo::kWord);
      word |= bytes.here & is_word;
      word_before = bytes.next & is_word;
      upper |= first & if_has(CharInfo::kUpper);
      lower |= first & if_has(CharInfo::kLower);
      const std::uint64_t folds = decoded.valid ? if_has(CharInfo::kFolds) : ~std::uint64_t{0};
      fold |= first & folds;
      odd_before = 0;
      if (folds == 0 && IsPlain(decoded.c)) {
        if (IsWideMid(decoded.c) && IsJoined(text, decoded.c, pos, pos + decoded.size)) {
          result->wide_join[w] |= bytes.here;
          if (bytes.next != 0) result->wide_join[w + 1] |= bytes.next;
        }
      } else {
        odd |= bytes.here;
        odd_before = bytes.next;
      }
    }
    maps->word[w] |= word;
    maps->upper[w] |= upper;
    result->lower[w] |= lower;
    result->odd[w] = odd;
    result->fold[w] = fold;
    result->any_odd = result->any_odd || odd != 0;
    result->any_fold = result->any_fold || fold != 0;
  }
}

void ScanBy(const ScanBlocksTarget* target, std::string_view text, ClassMaps* maps, ScanResult* result) {
  const std::size_t words = (text.size() + 63) / 64;
  for (Bitmap* map : {&maps->word, &maps->upper, &maps->digit, &maps->newline, &maps->special, &result->odd,
                      &result->lower, &result->non_ascii, &result->mid, &result->mid_number}) {
    map->resize(words + 1);
    map->back() = 0;
  }
  result->fold.assign(words + 1, 0);
  result->wide_join.assign(words + 1, 0);
  result->any_odd = false;
  result->any_fold = false;
  if (text.empty()) return;
  BlockMaps blocks{};
  blocks.word = maps->word.data();
  blocks.upper = maps->upper.data();
  blocks.lower = result->lower.data();
  blocks.digit = maps->digit.data();
  blocks.newline = maps->newline.data();
  blocks.special = maps->special.data();
  blocks.mid = result->mid.data();
  blocks.mid_number = result->mid_number.data();
  blocks.non_ascii = result->non_ascii.data();
  blocks.other = result->odd.data();
  ScanBlocks(text, blocks, target);
  SecondStage(text, maps, result);
}

}  // namespace

void Scan(std::string_view text, ClassMaps* maps, ScanResult* result) { ScanBy(nullptr, text, maps, result); }

std::vector<const char*> ScanTargets() {
  std::vector<const char*> names;
  for (const ScanBlocksTarget& target : ScanBlocksTargets()) names.push_back(target.name);
  return names;
}

bool ScanWithTarget(std::string_view target, std::string_view text, ClassMaps* maps, ScanResult* result) {
  for (const ScanBlocksTarget& known : ScanBlocksTargets()) {
    if (target != known.name) continue;
    ScanBy(&known, text, maps, result);
    return true;
  }
  return false;
}

}  // namespace maske::text
