// Surrogates: values of the form of an original that stand for nobody, written in the place of a placeholder. A surrogate
// is a spelling of the placeholder: it says type, number, variant and part, so that the vault, the map and the restorer go on
// as with [PERSON_1], and different originals have different ones.
//
// | type | surrogate | numbers, variants |
// | --- | --- | --- |
// | PERSON | Anna Ahrenbrinkner; of another spelling Anna B. …; alone as surname or given name; with or without a known gender | 43,370,496, 27 |
// | EMAIL | ahrenbrinkner42@example.org (RFC 2606) | 135,532,800, 3 |
// | ADDRESS | Ahrenlohrweg 10, 34117 Kassel; a street alone ends in -pfad | 60,989,760, 16 |
// | IBAN | of the same country: bank part of nines, or TEST; right check digits | 999,999, 10 |
// | PHONE | numbers that are kept free for films: see surrogate_numbers.cc | 5,000, 4 |
// | CARD | 4242 4242 …, 5555 5555 …: prefixes of the test numbers of payment services | 999,999, 10 |
// | IP, MAC | 192.0.2.0/24 and kin (RFC 5737, RFC 2544), 2001:db8::/32 (RFC 3849), 00-00-5E-00-53-xx (RFC 7042) | 48,515, 1 |
//
// Other types, higher numbers and variants have none. All are ASCII, of at most kMostSurrogateBytes, and none begins another,
// so that what stands behind one changes nothing. Whatever Read takes in an input is masked (LITERAL). Where what stands before
// a surrogate would make it read otherwise, the writer takes a placeholder instead (surrogate_writer.h). Read at places alone
// behind which no escape of JSON can go on (MayStandBehind): restoring looks at the bytes of a document, masking at its strings.
//
// Pure functions. Cost: some hundred ns a surrogate; Find looks at three bytes a place, and makes its table, of
// 0.3 MB in some 20 ms, when it is first called. Restoring with surrogates reads 50 to 100 MB/s. Slow twin:
// tests/reference/surrogate_reference.h; tests: tests/redact/surrogate_test.cc.
#ifndef MASKE_REDACT_SURROGATE_H_
#define MASKE_REDACT_SURROGATE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "redact/forms.h"
#include "redact/placeholder.h"

namespace maske::redact {

inline constexpr std::size_t kMostSurrogateBytes = 64;

// Characters of surrogates beside letters, digits, blanks and hyphens: no style may open with one of them.
inline constexpr std::string_view kSurrogateMarks = "+.,:@/";

// Appends the surrogate of a placeholder, in the manner of the original: its gender, country, separators. False, and nothing
// appended, when there is none.
bool AppendSurrogate(const Placeholder& placeholder, std::string_view original, std::string* out);

// The surrogate that begins at text[0], whatever stands before. Of one *length is what it takes.
Reading ReadSurrogate(std::string_view text, Placeholder* placeholder, std::size_t* length);

// A surrogate may begin where these bytes end: not in a word, and not in an escape of JSON.
bool MayStandBehind(std::string_view before);

// Where a surrogate may begin from there on, wherever it stands; npos for nowhere. More are told than are.
std::size_t FindSurrogate(std::string_view text, std::size_t from);

}  // namespace maske::redact

#endif  // MASKE_REDACT_SURROGATE_H_
