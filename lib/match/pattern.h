// One pattern as the matcher works with it: the record of a pattern file plus what was derived from its expression.
// A literal type of views, so that the built-in ones are constants made at build time (tools/patterns) that cost
// nothing at start; users' ones point into storage of the set (match/load.h). What each field means:
// patterns/FORMAT.md.
#ifndef MASKE_MATCH_PATTERN_H_
#define MASKE_MATCH_PATTERN_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/candidate.h"
#include "match/byte_set.h"
#include "match/start.h"

namespace maske::match {

enum class EdgeKind : std::uint8_t { kNone, kWord, kNumber };

// Between two digits they make one number, for edges of kind kNumber.
inline constexpr ByteSet kJointBytes = ByteSet::Of(",.:/-");

struct Edge {
  EdgeKind kind = EdgeKind::kWord;
  ByteSet forbidden;             // ASCII characters that may not be the neighbour
  bool forbids_letters = false;  // nor may any other letter, digit or mark
  std::string_view others;       // nor may these characters outside ASCII
};

struct ContextWord {
  std::string_view key;     // text::WordKey of the word
  bool open_front = false;  // "*nummer"
  bool open_back = false;   // "telefon*"
};

struct ContextEntry {
  std::span<const ContextWord> words;
  bool veto = false;
};

struct Scores {
  float bare = 0;
  float context = 0;
  float check = 0;
  float both = 0;
  float failed = 0;
  float failed_context = 0;
};

inline constexpr std::uint32_t kMaxContextReach = 200;
inline constexpr std::uint32_t kMaxContextLines = 3;
inline constexpr std::size_t kMaxContextKey = 64;  // bytes of a word's key that count
inline constexpr std::uint32_t kContextGap = 4;    // bytes between two words of an entry
inline constexpr std::uint32_t kMinWindow = 4;
inline constexpr std::uint32_t kMaxWindow = 1000;
inline constexpr std::uint32_t kMaxShrinkWindow = 128;
inline constexpr std::uint8_t kAnyDigits = 255;
inline constexpr int kMaxProgramSize = 8000;
inline constexpr float kExampleScore = 0.5F;

struct Pattern {
  std::string_view id;
  std::string_view type;
  std::string_view origin;
  std::string_view expression;
  std::string_view check;      // empty: none
  std::string_view countries;  // ISO 3166-1, blanks between them
  std::string_view languages;  // ISO 639-1, blanks between them
  bool ignore_case = false;
  bool shrink = false;
  bool score_failed = false;
  OpenSpan open = OpenSpan::kNone;
  std::uint8_t group = 0;
  std::uint8_t min_digits = 0;
  std::uint8_t max_digits = kAnyDigits;
  std::uint8_t context_lines = 0;
  std::uint16_t max_bytes = 200;
  std::uint16_t context_left = 60;
  std::uint16_t context_right = 30;
  Edge left;
  Edge right;
  Scores scores;
  std::span<const ContextEntry> context;
  std::span<const Start> starts;        // a match begins with one of them; never empty
  std::span<const ContextWord> begins;  // a match begins with one of these words; empty: with anything
};

// The built-in patterns, made by tools/patterns.
std::span<const Pattern> BuiltinPatterns();

// What RE2 is given: the expression with ^ and $ as line edges and its case flag inside.
std::string FullExpression(const Pattern& pattern);

}  // namespace maske::match

#endif  // MASKE_MATCH_PATTERN_H_
