// A unit is one word of a name as it is written: "Müller", "Müller-Meier", "O'Neill", "M." (an initial), "van" (a
// particle). ReadUnit() weighs what the lexicon says of its parts; NameAt() joins units into the longest span that the
// evidence carries. Functions of the text alone. Tested by tests/names/detector_test.cc.
#ifndef MASKE_NAMES_UNIT_H_
#define MASKE_NAMES_UNIT_H_

#include <cstdint>

#include "names/view.h"

namespace maske::names {

enum class Kind : std::uint8_t {
  kNone,      // cannot be part of a name: a digit, a lower-case word, an acronym, a word that never is one
  kName,      // a capitalised word
  kInitial,   // "M."
  kParticle,  // "von", "de"
};

struct Unit {
  Kind kind = Kind::kNone;
  bool everyday = false;  // far more often a word than a name
  bool german = false;    // also a listed German word form
  bool place = false;
  bool capitals = false;     // has no lower-case letter
  bool stopped = false;      // a word that never is a name, unless a title and a particle stand before it
  bool piece_title = false;  // "Mag.Theodor": a title stands before begin in the same token
  std::uint8_t given = 0;    // 0 no, 1 weak (rare, or also a word), 2, 3 clear and common
  std::uint8_t tier = 0;     // of the surname as listed
  std::uint8_t surname = 0;  // 0 no, 1 weak (also a word), 2, 3 clear and common
  Index first = 0;           // tokens
  Index last = 0;
  std::uint32_t begin = 0;  // bytes; the inflected -s is outside
  std::uint32_t end = 0;
  std::uint64_t hash = 0;  // of the whole unit, without the inflected -s
  std::uint32_t roles = 0;

  [[nodiscard]] bool listed() const { return given != 0 || surname != 0; }
};

Unit ReadUnit(View& view, Index i);
// Not in the lexicon of names and a German word: listed, by its ending, or (compounds) made of two listed ones. Costs a few
// look-ups, with compounds some ten.
bool PlainWord(View& view, const Unit& unit, bool compounds);

// How much a name may lean on what stands before it.
enum class Trust : std::uint8_t {
  kLexicon,  // nothing: the units must speak for themselves
  kMedium,   // a function, a label, a line of its own: anything that is no German word
  kStrong,   // a salutation or title: anything that may be a name, nouns that are surnames too
};

struct Name {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // 0: none
  Index first = 0;
  Index last = 0;
  unsigned units = 0;         // names and initials
  float score = 0;            // what the units alone say
  std::uint64_t surname = 0;  // hash of the last unit
  Index surname_first = 0;    // its tokens
  Index surname_last = 0;
  bool teach = false;         // the last unit is distinctive enough to be known alone later
  bool plain = false;         // the last unit is a German word and in no list of names
  bool single_given = false;  // one unit, and it is a given name rather than a surname

  explicit operator bool() const { return end != 0; }
};

Name NameAt(View& view, Index i, Trust trust);

}  // namespace maske::names

#endif  // MASKE_NAMES_UNIT_H_
