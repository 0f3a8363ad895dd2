// See scan.h. The second stage: each character that the kernel left open is decoded and its bits are set.
#include "text/scan.h"

#include <algorithm>
#include <bit>
#include <cstring>

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

// result->odd holds the bytes that the kernel left open, from first_block on, with which a character begins; what
// turns out to be plain is taken out of it.
void SecondStage(std::string_view text, std::size_t first_block, ClassMaps* maps, ScanResult* result) {
  std::uint64_t word_before = 0;  // what a character of the word before has in this one
  std::uint64_t odd_before = 0;
  std::uint64_t settled = 0;
  const std::size_t words = result->odd.size();
  for (std::size_t w = first_block; w < words; ++w) {
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

// Scans the blocks from first_block on, before which the maps are as they should be.
void ScanBy(const ScanBlocksTarget* target, std::string_view text, std::size_t first_block, ClassMaps* maps,
            ScanResult* result) {
  const std::size_t words = (text.size() + 63) / 64;
  const auto from = [&](Bitmap* map) {
    map->resize(words + 1);
    map->back() = 0;
    return map->data() + first_block;
  };
  BlockMaps blocks{};
  blocks.word = from(&maps->word);
  blocks.upper = from(&maps->upper);
  blocks.digit = from(&maps->digit);
  blocks.newline = from(&maps->newline);
  blocks.special = from(&maps->special);
  blocks.other = from(&result->odd);
  blocks.lower = from(&result->lower);
  blocks.non_ascii = from(&result->non_ascii);
  blocks.mid = from(&result->mid);
  blocks.mid_number = from(&result->mid_number);
  for (Bitmap* map : {&result->fold, &result->wide_join}) {
    map->resize(words + 1);
    std::fill(map->begin() + static_cast<std::ptrdiff_t>(first_block), map->end(), 0);
  }
  if (text.empty()) return;
  ScanBlocks(text.substr(first_block * 64), blocks, target);
  SecondStage(text, first_block, maps, result);
}

// Moves bits down by shift, so that the first `blocks` words hold what began at bit `shift`.
void MoveDown(std::size_t shift, std::size_t blocks, Bitmap* map) {
  const std::uint64_t* const source = map->data() + shift / 64;
  std::uint64_t* const out = map->data();
  const unsigned low = shift % 64;
  if (low == 0) {
    std::memmove(out, source, blocks * sizeof(std::uint64_t));
    return;
  }
  for (std::size_t i = 0; i < blocks; ++i) out[i] = source[i] >> low | source[i + 1] << (64 - low);
}

}  // namespace

void Scan(std::string_view text, ClassMaps* maps, ScanResult* result) {
  result->any_odd = false;
  result->any_fold = false;
  ScanBy(nullptr, text, 0, maps, result);
}

void ScanNext(std::string_view text, std::size_t shift, std::size_t blocks, ClassMaps* maps, ScanResult* result) {
  for (Bitmap* map : {&maps->word, &maps->upper, &maps->digit, &maps->newline, &maps->special, &result->odd,
                      &result->lower, &result->non_ascii, &result->mid, &result->mid_number, &result->wide_join}) {
    MoveDown(shift, blocks, map);
  }
  const auto kept = result->odd.begin() + static_cast<std::ptrdiff_t>(blocks);
  result->any_odd = std::any_of(result->odd.begin(), kept, [](std::uint64_t bits) { return bits != 0; });
  result->any_fold = false;
  ScanBy(nullptr, text, blocks, maps, result);
}

std::vector<const char*> ScanTargets() {
  std::vector<const char*> names;
  for (const ScanBlocksTarget& target : ScanBlocksTargets()) names.push_back(target.name);
  return names;
}

bool ScanWithTarget(std::string_view target, std::string_view text, ClassMaps* maps, ScanResult* result) {
  for (const ScanBlocksTarget& known : ScanBlocksTargets()) {
    if (target != known.name) continue;
    result->any_odd = false;
    result->any_fold = false;
    ScanBy(&known, text, 0, maps, result);
    return true;
  }
  return false;
}

}  // namespace maske::text
