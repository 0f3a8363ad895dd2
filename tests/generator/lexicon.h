// Where the generator takes names, streets and places from: a small list of its own, or the project's lexicon files.
// Loading reads text files and shares no code with the library. Tested by tests/generator/values_test.cc.
#ifndef MASKE_TESTS_GENERATOR_LEXICON_H_
#define MASKE_TESTS_GENERATOR_LEXICON_H_

#include <array>
#include <string>
#include <vector>

#include "generator/random.h"

namespace maske::generator {

struct Place {
  std::string postcode;
  std::string name;
  std::string country;  // "DE", "AT", "CH"
};

// Names by how common they are, as the second column of the lexicon files says: rare, known, common.
struct Names {
  std::array<std::vector<std::string>, 3> levels;
  // A name as letters show them: half of them common, a third known, the rest rare.
  const std::string& Pick(Random* random) const;
};

struct Lexicon {
  Names given;
  Names surnames;
  std::vector<std::string> streets;  // without house number
  std::vector<Place> places;

  // Invented company of a few dozen entries each: enough for tests without files.
  static Lexicon BuiltIn();
  // Replaces names and places by those of the files in a folder (given_names.tsv, surnames.tsv, postcodes*.tsv). What
  // is not there stays built in. False when the folder holds none of them.
  bool Load(const std::string& folder);
};

}  // namespace maske::generator

#endif  // MASKE_TESTS_GENERATOR_LEXICON_H_
