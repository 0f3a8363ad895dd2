// The classes of the words that make up addresses (patterns/words/street_*.txt), looked up by hash in the packed table.
// Cost: one look-up, about 5 ns; EndingClasses walks the endings of a word, longest first, and first asks a bitmap of
// their last two bytes, which sends most words away. Tested by tests/address/gazetteer_test.cc.
#ifndef MASKE_ADDRESS_WORDS_H_
#define MASKE_ADDRESS_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace maske::address {

// One bit a class; the names in brackets in the word files, in this order.
enum WordClass : std::uint32_t {
  kSuffix = 1U << 0,       // ending of a street's name, enough with a house number
  kWide = 1U << 1,         // ending that counts when postcode and place follow
  kStreetWord = 1U << 2,   // stands alone behind a street's name
  kSureStreet = 1U << 3,   // of those, the ones that need no adjective
  kAbbrev = 1U << 4,       // a full stop may follow
  kLead = 1U << 5,         // begins a street's name: "Am", "Unter"
  kArticle = 1U << 6,      // inside a street's name: "der"
  kAdjective = 1U << 7,    // "Neue"
  kDeterminer = 1U << 8,   // never a name in front of a street word: "Der Weg 3"
  kCommon = 1U << 9,       // ending of everyday compounds: "Arbeitsplatz"
  kUnit = 1U << 10,        // makes the number before it none of a house
  kNumberWord = 1U << 11,  // "Nr."
  kPostbox = 1U << 12,
  kInside = 1U << 13,    // begins a line between street and place
  kBuilding = 1U << 14,  // in a line before the street
  kCompany = 1U << 15,   // legal form
  kStop = 1U << 16,      // begins a line that is none of an address
  kCountryName = 1U << 17,
  kPlacePrefix = 1U << 18,  // "Bad"
  kPlaceLink = 1U << 19,    // "am" in Frankfurt am Main
  kLast = 1U << 20,         // English: last word of a street's name
  kLastWeak = 1U << 21,
  kState = 1U << 22,      // "CA"
  kStateName = 1U << 23,  // "California"
  kProvince = 1U << 24,
  kFirst = 1U << 25,          // French, Italian, Spanish: first word of a street's name
  kPostArea = 1U << 26,       // UK: the letters a postcode begins with
  kLabel = 1U << 27,          // a form field or word in front of an address: "Anschrift", "wohnhaft"
  kPostcodeLabel = 1U << 28,  // "PLZ"
  kBoxTail = 1U << 29,        // two of them are a box: "Case postale", "Apartado de correos"
  kFlat = 1U << 30,           // with a number a part of a house: "Apt. 4", "Suite 300"
  kSmall = 1U << 31,          // a street word that its language writes small: "rue", "ul.", "utca"
};

inline constexpr std::string_view kWordClassNames[] = {
    "suffix",     "wide",    "street",      "sure",      "abbrev",        "lead",     "article",  "adjective",
    "determiner", "common",  "unit",        "number",    "postbox",       "inside",   "building", "company",
    "stop",       "country", "placeprefix", "placelink", "last",          "lastweak", "state",    "statename",
    "province",   "first",   "postarea",    "label",     "postcodelabel", "boxtail",  "flat",     "small"};

// A word and its key, worked out once.
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t classes = 0;
  std::uint64_t hash = 0;  // only Cursor::NameAt works it out
  [[nodiscard]] bool Is(std::uint32_t mask) const { return (classes & mask) != 0; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

// Classes of a whole word, by text::HashWord of it; 0 when it is in no list.
std::uint32_t ClassesOf(std::uint64_t word_hash);
// The same of a word, which is not empty: most that are in no list end at a bitmap of their first and last bytes.
std::uint32_t ClassesOf(std::string_view word);

// The classes of the ending of `word`, any of kSuffix, kWide, kCommon, and the length in bytes of the key's stem in
// front of the longest kSuffix or kWide ending. 0 when there is none or the stem is shorter than two bytes.
struct Ending {
  std::uint32_t classes = 0;
  std::size_t stem = 0;
};
Ending EndingOf(std::string_view word);
// False when no ending of the lists ends in these two bytes of a word: one look at a bitmap.
bool MayEnd(unsigned char before_last, unsigned char last);
// False when no word of class kFirst begins with these two bytes of a word: one look at a bitmap.
bool MayBeginStreet(unsigned char first, unsigned char second);

}  // namespace maske::address

#endif  // MASKE_ADDRESS_WORDS_H_
