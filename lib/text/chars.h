// Questions about single characters of a valid UTF-8 text. Inline fast paths for ASCII and Latin; the rest by ICU tables.
#ifndef MASKE_TEXT_CHARS_H_
#define MASKE_TEXT_CHARS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace maske::text {

// The character that begins at text[pos]; *next is the offset behind it. U+FFFD and one byte on broken text.
char32_t CharAt(std::string_view text, std::size_t pos, std::size_t* next);
// The character that ends before text[pos] (pos > 0); *begin is where it begins.
char32_t CharBefore(std::string_view text, std::size_t pos, std::size_t* begin);

// Letter, digit or mark: what may stand inside a word or number. '_' is none.
bool IsWordChar(char32_t c);
bool IsUpper(char32_t c);
bool IsLower(char32_t c);
char32_t ToLower(char32_t c);

// True when a span may begin (end) at pos: the character before (at) pos is no word character, or pos is the border.
// This is the word edge of patterns (RE2's \b is ASCII and of no use here).
bool IsEdge(std::string_view text, std::size_t pos);

// Writes the key of a word to out and returns its length (at most cap; a longer word is cut): lower case, diacritics
// dropped (é -> e, ä -> a, ł -> l, ı -> i), ß -> ss. The key under which lexicons and context words are stored.
std::size_t WordKey(std::string_view word, char* out, std::size_t cap);
// 64-bit hash of a key (wyhash-like, stable across machines: tables made at build time depend on it).
std::uint64_t HashKey(std::string_view key);
// HashKey(WordKey(word)) without a buffer of the caller's; fast for ASCII.
std::uint64_t HashWord(std::string_view word);

}  // namespace maske::text

#endif  // MASKE_TEXT_CHARS_H_
