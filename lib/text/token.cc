// Which part of a text goes which way; see token.h.
#include "text/token.h"

#include <bit>
#include <cstddef>
#include <cstdint>

#include "text/token_plain.h"

namespace maske::text {
namespace {

constexpr std::size_t kBlock = 64;

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

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

void Tokenize(std::string_view text, const ClassMaps& maps, const ScanResult& scan, std::vector<Token>* tokens,
              std::size_t from) {
  TokenWriter writer(tokens, from == 0 ? 0 : tokens->size());
  std::size_t done = from;
  if (scan.any_odd) {
    for (std::size_t odd = NextOdd(scan.odd, from, text.size()); odd < text.size();) {
      std::size_t begin = odd;
      while (begin > done && !IsBlank(text[begin - 1])) --begin;
      PlainTokens(maps, scan, done, begin, &writer);
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
  PlainTokens(maps, scan, done, text.size(), &writer);
  writer.Finish();
}

}  // namespace maske::text
