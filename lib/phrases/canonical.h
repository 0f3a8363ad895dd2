// When a text says a listed phrase: word for word, where case and diacritics do not count (text::WordKey), each run of
// blanks and at most one line feed is one blank, and every other character between the words stands as it is listed.
// A word is a run of letters, digits and marks. All of it is about folded text (text/prepared.h).
// Slow twin: tests/reference/phrase_reference.h; test: tests/phrases/table_test.cc.
#ifndef MASKE_PHRASES_CANONICAL_H_
#define MASKE_PHRASES_CANONICAL_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maske::phrases {

inline constexpr std::size_t kMaxCanonicalBytes = 240;
inline constexpr std::size_t kMaxLeadBytes = 16;   // before the first word: "@", "C:\"
inline constexpr std::size_t kMaxBlankBytes = 16;  // of one run of blanks in a text
inline constexpr std::size_t kMaxGapBytes = 64;    // between the first two words of a phrase, in a text
inline constexpr char kWordEnd = '\x01';           // behind each word of a canonical form

struct Canonical {
  std::string form;      // "(at) " -> lead; "anna\1 muller\1."
  std::string first;     // key of the first word
  std::string second;    // of the second; empty when there is none
  std::size_t lead = 0;  // bytes of form before the first word
};

// The end of the word that begins at text[at]; at itself when none begins there.
std::size_t WordEnd(std::string_view text, std::size_t at);

// Nothing when the phrase holds no word, a control character, or is too long.
std::optional<Canonical> Canonicalise(std::string_view folded);

// Where text says `rest` (a canonical form from some place on) from text[at] on: the end of it. Nothing when it does not.
// inflected: the last word may have an s more, which the end does not cover.
std::optional<std::size_t> EndOfPhrase(std::string_view text, std::size_t at, std::string_view rest, bool inflected);

}  // namespace maske::phrases

#endif  // MASKE_PHRASES_CANONICAL_H_
