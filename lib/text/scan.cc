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
  if (c < 0x180) return true;
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

void SetRange(Bitmap* map, std::size_t begin, std::size_t size) {  // size <= 4
  const std::uint64_t bits = (std::uint64_t{1} << size) - 1;
  const std::size_t shift = begin % 64;
  (*map)[begin / 64] |= bits << shift;
  if (shift + size > 64) (*map)[begin / 64 + 1] |= bits >> (64 - shift);
}

class SecondStage {
 public:
  SecondStage(std::string_view text, ClassMaps* maps, ScanResult* result) : text_(text), maps_(maps), out_(result) {}

  // `odd` holds the bytes that the kernel left open; what turns out to be plain is taken out of it.
  void Run() {
    Bitmap& odd = out_->odd;
    const std::size_t words = odd.size();
    std::size_t done = 0;     // everything before is settled
    bool odd_before = false;  // what was settled last is odd
    for (std::size_t w = 0; w < words; ++w) {
      std::uint64_t open = odd[w];
      if (open == 0) continue;
      odd[w] = done > w * 64 && odd_before ? (std::uint64_t{1} << (done - w * 64)) - 1 : 0;
      while (open != 0) {
        const std::size_t pos = w * 64 + static_cast<std::size_t>(std::countr_zero(open));
        open &= open - 1;
        if (pos < done) continue;
        done = pos + Settle(pos);
        odd_before = BitAt(odd, pos);
      }
    }
  }

 private:
  std::size_t Settle(std::size_t pos) {
    if (text_[pos] == '\0') {
      SetRange(&out_->odd, pos, 1);
      out_->any_odd = true;
      return 1;
    }
    const Decoded decoded = DecodeAt(text_, pos);
    const CharInfo info = InfoOf(decoded.c);
    if (info.word()) {
      SetRange(&maps_->word, pos, decoded.size);
      if (info.Has(CharInfo::kUpper)) SetRange(&maps_->upper, pos, 1);
      if (info.Has(CharInfo::kLower)) SetRange(&out_->lower, pos, 1);
    }
    if (decoded.valid && !info.folds() && IsPlain(decoded.c)) {
      if (IsWideMid(decoded.c) && IsJoined(decoded.c, pos, pos + decoded.size)) {
        SetRange(&out_->wide_join, pos, decoded.size);
      }
      return decoded.size;
    }
    SetRange(&out_->odd, pos, decoded.size);
    out_->any_odd = true;
    if (!decoded.valid || info.folds()) {
      SetRange(&out_->fold, pos, 1);
      out_->any_fold = true;
    }
    return decoded.size;
  }

  // The wide joining character [begin, end) stands between two letters, or two digits.
  bool IsJoined(char32_t c, std::size_t begin, std::size_t end) const {
    if (begin == 0 || end == text_.size()) return false;
    std::size_t ignored = 0;
    const char32_t left = CharBefore(text_, begin, &ignored);
    const char32_t right = CharAt(text_, end, &ignored);
    const auto digit = [](char32_t d) { return d >= '0' && d <= '9'; };
    if (digit(left) && digit(right)) return c != U'\u00B7';
    return InfoOf(left).Has(CharInfo::kLetter) && InfoOf(right).Has(CharInfo::kLetter);
  }

  std::string_view text_;
  ClassMaps* maps_;
  ScanResult* out_;
};

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
  SecondStage(text, maps, result).Run();
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
