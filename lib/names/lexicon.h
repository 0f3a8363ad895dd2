// Look-ups in the packed lexicon (names/lexicon_format.h): is this word a given name, a surname, a German word, and what
// does it do beside a name. Keys are text::HashWord. Read-only, linked into the program, thread-safe, no start-up cost;
// one look-up touches one cache line (two in one of ten). Tested against plain maps by tests/names/lexicon_test.cc.
#ifndef MASKE_NAMES_LEXICON_H_
#define MASKE_NAMES_LEXICON_H_

#include <cstdint>

#include "names/lexicon_format.h"

namespace maske::names {

// NameClass bits, 0 when the word is in no list of names and has no role.
std::uint16_t FindName(std::uint64_t hash);
// kWordNoun and kWordOther: is it the form of a German word. 0: no.
std::uint16_t FindWord(std::uint64_t hash);
// Role bits. Call it when FindName said kHasRole.
std::uint32_t FindRoles(std::uint64_t hash);

inline unsigned GivenRarity(std::uint16_t classes) { return classes & kGivenMask; }
inline unsigned SurnameTier(std::uint16_t classes) { return (classes & kSurnameMask) >> kSurnameShift; }

const LexiconHeader& Lexicon();

}  // namespace maske::names

#endif  // MASKE_NAMES_LEXICON_H_
