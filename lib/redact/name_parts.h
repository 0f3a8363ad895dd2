// Which person a surname or a given name alone speaks of: "Frau Muster" behind "Erika Muster". The vault then gives
// [PERSON_1_SURNAME], so that a model knows that it is one person.
//
// A full name is taken apart by its shape: "given given surname", a surname with particles (von der Heide), or "surname, given".
// Where the shape leaves doubt (two given names alone, a surname in front, an initial) nothing is learned. A part speaks of a
// person as long as every full name seen so far that has it is of the same one; with the second person it speaks of nobody for
// good. All this is a function of the names in their order (law 1).
// One thread. Memory: kPartBytes a row, at most kMostRows rows a name; the vault counts them. Tested by
// tests/redact/name_parts_test.cc.
#ifndef MASKE_REDACT_NAME_PARTS_H_
#define MASKE_REDACT_NAME_PARTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "redact/placeholder.h"

namespace maske::redact {

// The parts of a name in its normal form (normalise.h); views into it. Empty: none that could be told.
struct NameParts {
  std::string_view surname;
  std::string_view given;
  std::string_view first_given;  // of several
};
NameParts SplitName(std::string_view normal);

class PersonIndex {
 public:
  static constexpr std::size_t kMostRows = 3;
  static constexpr std::size_t kPartBytes = 64;  // of a row in its table, about

  struct Person {
    std::uint32_t number = 0;
    Part part = Part::kWhole;
  };

  // A person with this number was seen, by the full name.
  void Learn(std::uint32_t number, std::string_view normal);
  // Of whom this name speaks; nobody when it is no part of one, or of several.
  [[nodiscard]] std::optional<Person> Find(std::string_view normal) const;
  // The variant for another spelling or extent of that part of that person.
  std::uint32_t TakeVariant(const Person& person);
  [[nodiscard]] std::uint32_t LastVariant(const Person& person) const;
  // That one is taken.
  void NoteVariant(const Person& person, std::uint32_t variant);
  void Clear();
  [[nodiscard]] std::size_t rows() const { return parts_.size() + variants_.size(); }

 private:
  struct Row {
    Person person;
    std::uint64_t whole = 0;  // hash of given name and surname together
    bool of_several = false;
  };
  void Add(std::string_view part_of_name, const Person& person, std::uint64_t whole);

  std::unordered_map<std::uint64_t, Row> parts_;               // by the hash of the part
  std::unordered_map<std::uint64_t, std::uint32_t> variants_;  // by number and part: the last one taken
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_NAME_PARTS_H_
