// What the name model is told of a token: its word, what the lexicon says of it, what stands between it and its neighbours,
// and whether its line is written with capitals at all. One source for training (tools/names/dump_features.cc) and for
// inference, so that both see the same numbers. Changing any of them makes every trained model worthless: give kVersion of
// format.h a new number then.
//
// Rows are numbered without gaps from 0 in each class. All of it is a function of the text within kFeatureReach bytes
// of the token (law 1), and of the lexicon. Thread-safe. Cost: ReadWord some 0.5 µs (a cache spares most of it), the
// others some 10 ns. Tested by tests/names/model_features_test.cc.
#ifndef MASKE_NAMES_MODEL_FEATURES_H_
#define MASKE_NAMES_MODEL_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/prepared.h"

namespace maske::names::model {

inline constexpr std::uint32_t kShapeRows = 1024;
inline constexpr std::uint32_t kLexRows = 1024;
inline constexpr std::uint32_t kRoleRows = 32;  // one a bit of Role
inline constexpr std::uint32_t kGapRows = 256;  // in front, and as many behind
inline constexpr std::uint32_t kLineRows = 4;
inline constexpr std::size_t kMaxGrams = 17;

// A longer token, or a longer gap, cuts the sequence that the network sees: both sides of the cut know nothing of each
// other.
inline constexpr std::uint32_t kLongToken = 48;   // bytes
inline constexpr std::uint32_t kLongGap = 32;     // bytes
inline constexpr std::uint32_t kLineReach = 320;  // bytes to either side of a token that LineOf may look at
inline constexpr std::uint32_t kLineTokens = 12;  // tokens likewise

// What hangs on the word alone.
struct WordFeatures {
  std::uint64_t key = 0;    // text::HashWord
  std::uint16_t shape = 0;  // the token's flags and a class of its length
  std::uint16_t lex = 0;    // what lists say; bit 9: said of the word without its -s
  std::uint32_t roles = 0;  // Role bits
  std::uint8_t gram_count = 0;
  std::array<std::uint32_t, kMaxGrams> grams{};  // hashes of parts of the word; the file says how many rows they share
};

// word: a token's bytes; flags: those of the token.
void ReadWord(std::string_view word, std::uint16_t flags, WordFeatures* out);

// WordFeatures::shape alone; size in bytes, not 0.
std::uint16_t ShapeRow(std::size_t size, std::uint16_t flags);

// The row of what stands between two tokens; at an edge of the text, between the token and the edge.
enum class Edge : std::uint8_t { kNone, kBegin, kEnd };
std::uint8_t GapRow(std::string_view between, Edge edge = Edge::kNone);

// Does the sequence end in front of token i? True for i = 0 and behind the last token.
bool CutBefore(const std::vector<text::Token>& tokens, std::size_t i);
// The row of the gap in front of token i <= tokens.size(), of the text that they are of. What is in front of token i + 1 is
// behind token i.
std::uint8_t GapBefore(std::string_view text, const std::vector<text::Token>& tokens, std::size_t i);
// How the other words of the line are written, near token i: 0 there are none, 1 all in lower case, 2 some with a capital,
// 3 all in capitals.
std::uint8_t LineOf(std::string_view text, const std::vector<text::Token>& tokens, std::size_t i);

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_FEATURES_H_
