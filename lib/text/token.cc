// The plain path; see token.h.
//
// A token's bytes are the runs of the word bitmap and the joining characters between them. Within a block of 64 bytes,
// run ^ (run << 1) has a bit where a run begins and one where it has ended; a run's flags are the bitmaps masked by it.
// A run that reaches the end of its block is carried over.
#include "text/token.h"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace maske::text {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kTokensPerBlock = kBlock / 2 + 1;

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Bits [begin, end) of a block, begin < end <= 64.
constexpr std::uint64_t Range(std::size_t begin, std::size_t end) {
  return (~std::uint64_t{0} >> (kBlock - (end - begin))) << begin;
}

class Plain {
 public:
  Plain(const ClassMaps& maps, const ScanResult& scan, TokenWriter* tokens)
      : maps_(maps), scan_(scan), tokens_(tokens) {}

  // The tokens of [begin, end), plain text whose borders are blanks or the text's.
  void Run(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const std::size_t first = begin / kBlock;
    const std::size_t last = (end - 1) / kBlock;
    before_ = {};
    here_ = SidesOf(first);
    for (std::size_t w = first; w <= last; ++w) {
      const std::size_t from = w == first ? begin - first * kBlock : 0;
      const std::size_t to = w == last ? end - last * kBlock : kBlock;
      RunBlock(w, Range(from, to));
    }
    if (open_) {
      Put(tokens_->Next(1), open_begin_, end, open_flags_);
      open_ = false;
    }
  }

 private:
  struct Sides {  // what may stand beside a joining character
    std::uint64_t letter = 0;
    std::uint64_t digit = 0;
  };
  struct Block {
    std::uint64_t upper, lower, digit, letter, mid, non_ascii;
  };

  [[nodiscard]] Sides SidesOf(std::size_t w) const {
    const std::uint64_t digit = maps_.digit[w];
    return {maps_.word[w] & ~digit & ~maps_.special[w], digit};  // '_' is the one special word byte
  }

  static unsigned FlagsOf(const Block& block, std::uint64_t run) {
    const auto flag = [](std::uint64_t bits, unsigned bit) { return bits != 0 ? bit : 0u; };
    return flag(block.lower & run, Token::kHasLower) | flag(block.digit & run, Token::kHasDigit) |
           flag(block.letter & run, Token::kHasLetter) | flag(block.mid & run, Token::kHasMid) |
           flag(block.non_ascii & run, Token::kNonAscii) | flag(block.upper & run, Token::kHasUpperInside);
  }
  // The same for a run that begins a token.
  static unsigned FirstFlagsOf(const Block& block, std::uint64_t run) {
    const std::uint64_t inside = run & (run - 1);
    unsigned flags = FlagsOf(block, run) & ~unsigned{Token::kHasUpperInside};
    flags |= (block.upper & inside) != 0 ? unsigned{Token::kHasUpperInside} : 0u;
    flags |= (block.upper & run & ~inside) != 0 ? unsigned{Token::kUpperFirst} : 0u;
    return flags;
  }

  void Put(Token* out, std::size_t begin, std::size_t end, unsigned flags) {
    out->begin = static_cast<std::uint32_t>(begin);
    out->end = static_cast<std::uint32_t>(end);
    out->flags = static_cast<std::uint16_t>(flags);
    tokens_->Keep((flags & (Token::kHasDigit | Token::kHasLetter)) != 0 ? 1 : 0);
  }

  void RunBlock(std::size_t w, std::uint64_t range) {
    const Sides next = SidesOf(w + 1);
    const auto both_sides = [](std::uint64_t before, std::uint64_t here, std::uint64_t after) {
      return ((here << 1) | (before >> 63)) & ((here >> 1) | (after << 63));
    };
    const std::uint64_t digits = both_sides(before_.digit, here_.digit, next.digit);
    const std::uint64_t letters = both_sides(before_.letter, here_.letter, next.letter);
    const std::uint64_t joins =
        ((scan_.mid[w] & (digits | letters)) | (scan_.mid_number[w] & digits) | scan_.wide_join[w]) & range;
    const std::uint64_t word = maps_.word[w] & range;
    const Block block{maps_.upper[w],    scan_.lower[w], here_.digit, here_.letter, joins | (word & maps_.special[w]),
                      scan_.non_ascii[w]};
    before_ = here_;
    here_ = next;

    const std::uint64_t run = word | joins;
    std::uint64_t change = run ^ ((run << 1) | (open_ ? 1u : 0u));
    const std::size_t base = w * kBlock;
    if (open_) {
      if (change == 0) {
        open_flags_ |= FlagsOf(block, run);
        return;
      }
      const auto end = static_cast<std::size_t>(std::countr_zero(change));
      change &= change - 1;
      if (end != 0) open_flags_ |= FlagsOf(block, Range(0, end));
      Put(tokens_->Next(1), open_begin_, base + end, open_flags_);
      open_ = false;
    }
    tokens_->Next(kTokensPerBlock);
    while (change != 0) {
      const auto begin = static_cast<std::size_t>(std::countr_zero(change));
      change &= change - 1;
      if (change == 0) {
        open_ = true;
        open_begin_ = base + begin;
        open_flags_ = FirstFlagsOf(block, Range(begin, kBlock));
        return;
      }
      const auto end = static_cast<std::size_t>(std::countr_zero(change));
      change &= change - 1;
      Put(tokens_->Next(0), base + begin, base + end, FirstFlagsOf(block, Range(begin, end)));
    }
  }

  const ClassMaps& maps_;
  const ScanResult& scan_;
  TokenWriter* tokens_;
  Sides before_;
  Sides here_;
  bool open_ = false;
  std::size_t open_begin_ = 0;
  unsigned open_flags_ = 0;
};

// The first odd byte at or after pos; size when there is none.
std::size_t NextOdd(const Bitmap& odd, std::size_t pos, std::size_t size) {
  if (pos >= size) return size;
  std::size_t w = pos / kBlock;
  std::uint64_t bits = odd[w] & (~std::uint64_t{0} << (pos % kBlock));
  while (bits == 0) {
    if (++w == odd.size()) return size;
    bits = odd[w];
  }
  return w * kBlock + static_cast<std::size_t>(std::countr_zero(bits));
}

}  // namespace

void Tokenize(std::string_view text, const ClassMaps& maps, const ScanResult& scan, std::vector<Token>* tokens) {
  TokenWriter writer(tokens);
  Plain plain(maps, scan, &writer);
  std::size_t done = 0;
  if (scan.any_odd) {
    for (std::size_t odd = NextOdd(scan.odd, 0, text.size()); odd < text.size();) {
      std::size_t begin = odd;
      while (begin > done && !IsBlank(text[begin - 1])) --begin;
      plain.Run(done, begin);
      // Goes on over odd characters that follow within a block: changing the path costs more than it saves.
      while (odd < text.size()) {
        std::size_t end = odd;
        while (end < text.size() && !IsBlank(text[end])) ++end;
        done = end;
        odd = NextOdd(scan.odd, end, text.size());
        if (odd - end > kBlock) break;
      }
      SegmentByRules(text, begin, done, &writer);
    }
  }
  plain.Run(done, text.size());
  writer.Finish();
}

}  // namespace maske::text
