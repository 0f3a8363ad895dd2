// See token_plain.h. Compiled once for each target of Highway, for the bit instructions of the processor.
//
// A token's bytes are the runs of the word bitmap and the joining characters between them. A window of 64 bits is laid
// over the bitmaps where the last token ended; all runs that end in it are done together, the next window begins with the
// first that does not. A run longer than a window is followed on its own.
#include "text/token_plain.h"

#include <bit>
#include <cstdint>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/token_plain.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "text/simd.h"

HWY_BEFORE_NAMESPACE();
namespace maske::text {
namespace HWY_NAMESPACE {

constexpr std::size_t kBits = 64;
constexpr std::size_t kTokensPerWindow = kBits / 2 + 1;

// The lowest `count` bits, count < 64.
HWY_INLINE std::uint64_t Low(std::size_t count) { return (std::uint64_t{1} << count) - 1; }

// 64 bits from bit 8 * byte on.
HWY_INLINE std::uint64_t Load(const Bitmap& map, std::size_t byte) {
  if constexpr (std::endian::native == std::endian::little) {
    std::uint64_t bits;
    std::memcpy(&bits, reinterpret_cast<const char*>(map.data()) + byte, sizeof bits);
    return bits;
  } else {
    const std::size_t shift = byte % 8 * 8;
    const std::uint64_t low = map[byte / 8] >> shift;
    return shift == 0 ? low : low | map[byte / 8 + 1] << (kBits - shift);
  }
}

struct Window {
  // Bits below `in` and at or beyond `room` are not of the text to be cut. A join is known but at the last bit.
  HWY_INLINE Window(const ClassMaps& maps, const ScanResult& scan, std::size_t byte, std::size_t in, std::size_t room) {
    std::uint64_t range = ~std::uint64_t{0} << in;
    if (room < kBits) range &= Low(room);
    const std::uint64_t all_words = Load(maps.word, byte);
    const std::uint64_t special = Load(maps.special, byte);
    digit = Load(maps.digit, byte);
    letter = all_words & ~digit & ~special;  // '_' is the one special word byte
    const std::uint64_t digits = (digit << 1) & (digit >> 1);
    const std::uint64_t letters = (letter << 1) & (letter >> 1);
    const std::uint64_t joins = (Load(scan.mid, byte) & (digits | letters)) | (Load(scan.mid_number, byte) & digits) |
                                Load(scan.wide_join, byte);
    mid = joins | (all_words & special);
    upper = Load(maps.upper, byte);
    lower = Load(scan.lower, byte);
    non_ascii = Load(scan.non_ascii, byte);
    run = (all_words | joins) & range;
  }
  std::uint64_t run, upper, lower, digit, letter, mid, non_ascii;
};

HWY_INLINE Token MakeToken(std::size_t begin, std::size_t end, std::uint64_t flags) {
  Token token;
  token.begin = static_cast<std::uint32_t>(begin);
  token.end = static_cast<std::uint32_t>(end);
  token.flags = static_cast<std::uint16_t>(flags);
  return token;
}

// The tokens of the runs, which all end before the window does. Adding any of a run's bits to the run carries into the bit
// behind its end, so one addition tells of all runs which of them hold a bit of a class. Two such answers share a word:
// a run's end, and the bit before it, belong to no other run.
HWY_INLINE Token* PutRuns(const Window& window, std::uint64_t run, std::size_t base, Token* out) {
  std::uint64_t begins = run & ~(run << 1);
  std::uint64_t ends = ~run & (run << 1);
  const auto holds = [run, ends](std::uint64_t bits) HWY_ATTR { return (run + (bits & run)) & ends; };
  const std::uint64_t digit = holds(window.digit);
  const std::uint64_t letter = holds(window.letter);
  for (std::uint64_t none = ends & ~(digit | letter); none != 0; none &= none - 1) {  // nothing but '_': no token
    const std::uint64_t end = none & (~none + 1);
    ends &= ~end;
    begins &= ~std::bit_floor(begins & (end - 1));
  }
  const std::uint64_t flags01 = holds(window.upper & begins) >> 1 | holds(window.lower);
  const std::uint64_t flags23 = holds(window.upper & ~begins) >> 1 | digit;
  const std::uint64_t flags45 = letter >> 1 | holds(window.mid);
  const std::uint64_t flags6 = holds(window.non_ascii) >> 1;
  for (; ends != 0; ends &= ends - 1, begins &= begins - 1) {
    const auto begin = static_cast<std::size_t>(std::countr_zero(begins));
    const auto end = static_cast<std::size_t>(std::countr_zero(ends));
    const std::size_t last = end - 1;
    const std::uint64_t flags = ((flags01 >> last) & 3) | ((flags23 >> last) & 3) << 2 | ((flags45 >> last) & 3) << 4 |
                                ((flags6 >> last) & 1) << 6;
    *out++ = MakeToken(base + begin, base + end, flags);
  }
  return out;
}
static_assert(Token::kUpperFirst == 1 && Token::kHasLower == 2 && Token::kHasUpperInside == 4 &&
              Token::kHasDigit == 8 && Token::kHasLetter == 16 && Token::kHasMid == 32 && Token::kNonAscii == 64);

// The token that begins at `begin` and is longer than a window. Returns its end.
std::size_t PutLong(const ClassMaps& maps, const ScanResult& scan, std::size_t begin, std::size_t end,
                    TokenWriter* tokens) {
  std::uint64_t flags = 0;
  std::size_t pos = begin;
  for (bool more = true; more;) {
    // From the second window on, with the bit before pos in it, on which a join at pos depends.
    const std::size_t byte = (pos == begin ? pos : pos - 1) / 8;
    const std::size_t in = pos - byte * 8;
    const Window window(maps, scan, byte, in, end - byte * 8);
    auto to = in + static_cast<std::size_t>(std::countr_one(window.run >> in));
    more = to >= kBits - 2 && byte * 8 + kBits <= end;
    if (more) to = kBits - 2;
    const std::uint64_t part = Low(to) & (~std::uint64_t{0} << in);
    const std::uint64_t first = pos == begin ? part & (~part + 1) : 0;
    const auto flag = [part](std::uint64_t bits, unsigned bit) { return (bits & part) != 0 ? bit : 0u; };
    flags |= flag(window.upper & first, Token::kUpperFirst) | flag(window.upper & ~first, Token::kHasUpperInside) |
             flag(window.lower, Token::kHasLower) | flag(window.digit, Token::kHasDigit) |
             flag(window.letter, Token::kHasLetter) | flag(window.mid, Token::kHasMid) |
             flag(window.non_ascii, Token::kNonAscii);
    pos = byte * 8 + to;
  }
  if ((flags & (Token::kHasLetter | Token::kHasDigit)) != 0) {
    *tokens->Next(1) = MakeToken(begin, pos, flags);
    tokens->Keep(1);
  }
  return pos;
}

void PlainTokensOnTarget(const ClassMaps& maps, const ScanResult& scan, std::size_t begin, std::size_t end,
                         TokenWriter* tokens) {
  for (std::size_t pos = begin; pos < end;) {
    const std::size_t byte = pos / 8;
    const std::size_t base = byte * 8;
    const Window window(maps, scan, byte, pos - base, end - base);
    std::uint64_t run = window.run;
    std::size_t done = kBits;
    if ((run >> (kBits - 2)) != 0 && base + kBits <= end) {
      // The last run may go on behind the window, or a join at its last bit.
      const int open = std::countl_one(run | std::uint64_t{1} << (kBits - 1));
      done = kBits - static_cast<std::size_t>(open);
      if (base + done <= pos) {
        pos = PutLong(maps, scan, pos, end, tokens);
        continue;
      }
      run &= Low(done);
    }
    Token* const out = tokens->Next(kTokensPerWindow);
    tokens->Keep(static_cast<std::size_t>(PutRuns(window, run, base, out) - out));
    pos = base + done;
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace maske::text
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace maske::text {
namespace {
constexpr decltype(&HWY_STATIC_DISPATCH(PlainTokensOnTarget)) kPlainTokens[] = MASKE_SIMD_TABLE(PlainTokensOnTarget);
}  // namespace

void PlainTokens(const ClassMaps& maps, const ScanResult& scan, std::size_t begin, std::size_t end,
                 TokenWriter* tokens) {
  kPlainTokens[SimdIndex(HWY_TARGETS)](maps, scan, begin, end, tokens);
}

}  // namespace maske::text
#endif  // HWY_ONCE
