// Questions about single characters of a valid UTF-8 text. Inline fast paths for ASCII and Latin; the rest by ICU
// tables, asked once a character and then remembered (lib/text/char_info.h). Thread-safe. Test:
// tests/text/chars_test.cc.
#ifndef MASKE_TEXT_CHARS_H_
#define MASKE_TEXT_CHARS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace maske::text {

// The character that begins at text[pos] (pos < size); *next is the offset behind it. U+FFFD and one byte on broken
// text.
char32_t CharAt(std::string_view text, std::size_t pos, std::size_t* next);
// The character that ends before text[pos] (pos > 0); *begin is where it begins. U+FFFD and one byte on broken text.
char32_t CharBefore(std::string_view text, std::size_t pos, std::size_t* begin);

// Letter, number or mark (general categories L, N, M): what may stand inside a word or number. '_' is none.
bool IsWordChar(char32_t c);
bool IsUpper(char32_t c);
bool IsLower(char32_t c);
char32_t ToLower(char32_t c);

// True when a span may begin or end at pos: unless word characters stand on both sides of pos, or pos lies inside a
// character. The borders of the text are edges. The word edge of patterns (RE2's \b is ASCII and of no use here).
bool IsEdge(std::string_view text, std::size_t pos);

// Longest key that HashWord looks at, in bytes.
inline constexpr std::size_t kMaxWordKey = 256;

// Writes the key of a word to out and returns its length (at most cap; a longer key is cut between characters): lower
// case, diacritics dropped (é -> e, ä -> a, ł -> l, ı -> i), ß -> ss, æ -> ae, ’ -> '. Digits, '-', '.' and what else
// stands in the word stay. The key under which lexicons and context words are stored. WordKey of a key is the key.
std::size_t WordKey(std::string_view word, char* out, std::size_t cap);
// 64-bit hash of a key, the same on every machine: tables made at build time depend on it.
std::uint64_t HashKey(std::string_view key);
// HashKey of the WordKey with cap kMaxWordKey, without a buffer of the caller's. ASCII: about 3 ns.
std::uint64_t HashWord(std::string_view word);

}  // namespace maske::text

#endif  // MASKE_TEXT_CHARS_H_
