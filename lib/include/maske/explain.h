// Explain: why each span was masked, and why each rejected candidate was not. For people who ask about a text of theirs;
// slow beside Detect, which it runs once for the decisions. Thread-safe, like the Filter.
//
// No text of the input is in the answer: spans are offsets, context words are those of the pattern files.
#ifndef MASKE_EXPLAIN_H_
#define MASKE_EXPLAIN_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maske/filter.h"
#include "maske/session.h"
#include "maske/status.h"

namespace maske {

// What became of a candidate. The first seven are candidates that some rule gave; the others are places where a pattern's
// expression matched and something else kept it from giving one, farthest first.
enum class Outcome : unsigned char {
  kFound,
  kOverlapped,      // another one overlaps it and was taken before it (higher score; longer; earlier): winner
  kBelowThreshold,  // its score is below the policy's threshold
  kTypeOff,         // its type is not looked for under this policy
  kLanguageOff,     // its rule is for other languages than the policy's
  kRuleOff,         // its rule is excluded by the policy
  kAllowed,         // it is in the list of what is never masked (FilterOptions::allow)
  kNoContextWord,   // it counts only beside a context word, and there is none in reach
  kVetoed,          // a context word says that it is something else
  kCheckFailed,     // the check digits, or what else the pattern's check asks, are wrong
  kDigits,          // too few or too many digits
  kTooLong,         // it goes on behind the pattern's bound of bytes
  kEdge,            // it stands inside of a longer word or number
};

// "check_failed"; of static duration.
[[nodiscard]] std::string_view OutcomeName(Outcome outcome);

// A context word of the pattern that stands in reach.
struct NearWord {
  std::string word;          // as the pattern file has it, folded: "steuer nummer", "telefon*"
  std::size_t distance = 0;  // bytes between it and the candidate
  bool before = true;        // it stands to the left
  bool veto = false;         // it speaks against
};

// A candidate, or a place that almost was one, and what became of it.
struct Considered {
  Finding finding;                    // span, type, rule; the score that it was given or 0
  Outcome outcome = Outcome::kFound;  // what became of it
  std::string_view origin;        // file and line of the pattern; "built in" for names, addresses and placeholder forms
  std::string_view meaning;       // of rules that are no patterns: what they have seen; else empty
  std::string_view check;         // name of the pattern's check, empty when it has none
  std::string_view check_source;  // law, standard or specification of the check
  bool check_passed = false;      // false also where it was not asked
  double score_alone = 0;         // without a context word; 0: counts only beside one. Patterns only
  double score_with_word = 0;     // beside one; 0: a word changes nothing
  std::vector<NearWord> words;    // nearest first
  std::vector<std::string> wanted;    // context words that the pattern would count, when there is none near
  std::optional<std::size_t> winner;  // kOverlapped: which of Explanation::considered was taken
};

// A word of the region and what is known of it that bears on names.
struct WordNote {
  std::size_t begin = 0;                // half open, in the unit asked for
  std::size_t end = 0;                  // behind its last byte, code point or unit
  std::vector<std::string_view> facts;  // "surname", "also a German noun", "behind a title …"; of static duration
};

// The answer. Views in it live as long as the Filter.
struct Explanation {
  std::vector<Considered> considered;  // findings and candidates by begin, then what was near a match, farthest first
  std::vector<WordNote> words;         // only when a region was asked for
};

// What is asked.
struct ExplainOptions {
  // The region [begin, end) in `unit`; empty: the whole text, and then candidates alone, without words and without places
  // that only almost matched.
  std::size_t begin = 0;
  std::size_t end = 0;                  // 0: the whole text
  OffsetUnit unit = OffsetUnit::kByte;  // of the region and of every offset of the answer
};

// The longest text, in bytes.
inline constexpr std::size_t kMaxExplainBytes = std::size_t{64} << 20;

// Explains the text as one document. Fails as Filter::Detect does; with kInvalidArgument when the text is longer than
// kMaxExplainBytes or the region ends behind it. Cost: Detect, and for a region about 0.1 s at first (all expressions are
// compiled) and some milliseconds a kilobyte of region then. Memory: some times the text.
[[nodiscard]] Result<Explanation> Explain(const Filter& filter, std::string_view text, const Policy& policy,
                                          const ExplainOptions& options = {});

}  // namespace maske

#endif  // MASKE_EXPLAIN_H_
