// The packed lexicon: one read-only block made at build by tools/lexicon/pack.cc and read by names/lexicon.cc.
//
//   header (64 bytes) | sieve: 16,384 bits | role sets: 128 words | what they say: 128 bytes |
//   names: 64-byte lines of 16 fingerprints + 16 classes | words: 64-byte lines of 32 entries
//
// A key is the 64-bit text::HashWord of a word. The high half picks the line, the low bits are the fingerprint. A line that
// is full passes on to the next one, so a look-up ends at the first line with a free entry: one cache line in nine of ten.
// Fingerprints answer wrongly "is in the list" once in about 4,000 (names) and 500 (words) look-ups: names are weighed with
// other evidence, so that costs nothing. Words with a role are one in a hundred entries: one in 400,000 look-ups.
// Written and read on machines of the same byte order. Tested by tests/names/lexicon_test.cc.
#ifndef MASKE_NAMES_LEXICON_FORMAT_H_
#define MASKE_NAMES_LEXICON_FORMAT_H_

#include <cstdint>

namespace maske::names {

// What the lists say of a word.
enum NameClass : std::uint16_t {
  kGivenMask = 3,  // 0 no given name, 1 rare, 2, 3 common
  kSurnameShift = 2,
  kSurnameMask = 3 << 2,  // 0 no surname, 1 weak source, 2, 3 known to be common
  kAlsoNoun = 1 << 4,     // also the form of a German noun
  kAlsoWord = 1 << 5,     // also another German word form
  kEveryday = 1 << 6,     // far more often a word than a name
  kAlsoPlace = 1 << 7,    // also a town
  kHasRole = 1 << 8,      // in the table of roles
};

// What a word does beside a name: patterns/words/*.txt has one section a role, of the same name.
enum Role : std::uint32_t {
  kSalutation = 1 << 0,      // Herr, Frau, Mrs
  kTitle = 1 << 1,           // Dr, Prof, Dipl, med
  kFunction = 1 << 2,        // Abgeordneter, Kollegin, Patient, Staatssekretär
  kGreeting = 1 << 3,        // Liebe, Hallo, Hi, geehrter
  kClosing = 1 << 4,         // Grüße, MfG, Hochachtungsvoll
  kLabel = 1 << 5,           // Name, Ansprechpartner: only before a colon or at a cell's edge
  kParticle = 1 << 6,        // von, van, der
  kCompany = 1 << 7,         // GmbH, AG
  kParty = 1 << 8,           // SPD, FDP
  kCalendar = 1 << 9,        // Montag, Januar
  kStop = 1 << 10,           // never a name and never part of one: Ihr, Damen, Zusammen
  kSay = 1 << 11,            // schrieb, wrote
  kSign = 1 << 12,           // gez, i.A, ppa
  kBirth = 1 << 13,          // geb, geborene
  kOrgHead = 1 << 14,        // a name behind or before it belongs to a thing: Stiftung, Straße, Morbus, Syndrom
  kDegree = 1 << 15,         // behind a name: MBA, PhD, LL.M
  kMailHeader = 1 << 16,     // From, Von, An, Cc: only before a colon at the begin of a line
  kLinker = 1 << 17,         // lower-case words that join two names: und, and, y
  kPreposition = 1 << 18,    // a place may follow: in, aus, nach
  kDeterminer = 1 << 19,     // an article or pronoun: der, ein, unser: a common noun follows
  kFormOfAddress = 1 << 20,  // between closing and name: Ihr, Dein, Euer
  kHonorary = 1 << 21,       // letters in lower case behind a title: h. c., e. h. In the sieve alone: C is an initial
};

struct LexiconHeader {
  char magic[8];             // "maskelx2"
  std::uint32_t name_lines;  // lines of the names table
  std::uint32_t word_lines;  // lines of the words table
  std::uint32_t role_sets;   // rows in use
  std::uint32_t name_count;  // keys in each table
  std::uint32_t word_count;
  std::uint32_t role_count;
  std::uint8_t reserved[32];
};
static_assert(sizeof(LexiconHeader) == 64);

// A word in lower case may speak for the name behind it only when its bit is set here: lower-case words are too many to be
// looked up. Key: the first eight bytes as they stand (zeros behind shorter words) and the length.
inline constexpr std::uint32_t kSieveBits = 16384;
inline std::uint32_t SieveBit(std::uint64_t first_bytes, std::size_t size) {
  const std::uint64_t mixed = (first_bytes ^ (static_cast<std::uint64_t>(size) << 57)) * 0x9E3779B97F4A7C15U;
  return static_cast<std::uint32_t>(mixed >> 50);
}
inline constexpr std::uint32_t kSpeaksInLowerCase =
    kTitle | kSalutation | kSign | kBirth | kGreeting | kClosing | kFormOfAddress | kSay | kHonorary;

struct alignas(64) NameLine {
  std::uint16_t fingerprint[16];  // 0: free
  std::uint16_t classes[16];
};

// A word's roles are a row of this table; words share rows.
inline constexpr unsigned kRoleShift = 9;
inline constexpr std::uint32_t kRoleSets = 128;

// What a capitalised word with these roles may say of its neighbours, one byte a row of role sets.
enum Says : std::uint8_t {
  kSaysBehind = 1,   // something of the word behind it
  kSaysBefore = 2,   // of the word before it
  kSaysEnd = 4,      // that a letter ends
  kSaysNothing = 8,  // it has no role
  kSaysFunction = 16,
  kSaysTitle = 32,   // a title, function or salutation
  kSaysEnding = 64,  // not of the lists: perhaps a role by its ending
  kSaysLabel = 128,  // a label, function or mail header
};
inline constexpr std::uint32_t kSpeaksBefore = kTitle | kFunction | kSalutation | kSign | kBirth | kLabel |
                                               kMailHeader | kGreeting | kClosing | kFormOfAddress | kSay;

inline constexpr std::uint32_t kSpeaksAsTitle = kTitle | kFunction | kSalutation;
inline constexpr std::uint32_t kSpeaksAsLabel = kLabel | kFunction | kMailHeader;

inline constexpr std::uint16_t kWordNoun = 1;  // low bits of a word entry
inline constexpr std::uint16_t kWordOther = 2;
struct alignas(64) WordLine {
  std::uint16_t entry[32];  // fingerprint << 2 | noun | other; 0: free
};

inline std::uint32_t LineOf(std::uint64_t hash, std::uint32_t lines) {
  return static_cast<std::uint32_t>(((hash >> 32) * lines) >> 32);
}
inline std::uint16_t NameFingerprint(std::uint64_t hash) {
  const auto f = static_cast<std::uint16_t>(hash);
  return f == 0 ? std::uint16_t{1} : f;
}
inline std::uint16_t WordFingerprint(std::uint64_t hash) {
  const auto f = static_cast<std::uint16_t>((hash & 0x3FFF) << 2);
  return f == 0 ? std::uint16_t{4} : f;
}

}  // namespace maske::names

#endif  // MASKE_NAMES_LEXICON_FORMAT_H_
