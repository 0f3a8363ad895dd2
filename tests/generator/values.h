// Values of the entity types, made by slow code of the generator's own: check digits are computed here from the rules,
// not by the library's checks, so that a fault there shows. Each function returns one value in one of the forms that
// letters and forms show. Tested by tests/generator/values_test.cc.
#ifndef MASKE_TESTS_GENERATOR_VALUES_H_
#define MASKE_TESTS_GENERATOR_VALUES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/lexicon.h"
#include "generator/random.h"

namespace maske::generator {

// IBAN of the row-th country of the registry with valid check digits, compact capitals ("DE02…").
std::size_t IbanCountryCount();
std::string CompactIban(Random* random, std::size_t row);
// The same in a written form: compact, groups of four by blanks, NBSP, narrow NBSP or hyphens, lower case.
std::string WrittenIban(Random* random, std::string_view compact);
// Mostly a German, Austrian or Swiss one, else of any country.
std::string Iban(Random* random);

enum class PhoneKind : unsigned char { kAny, kMobile, kLandline };
std::string Phone(Random* random, PhoneKind kind = PhoneKind::kAny);

std::string Domain(Random* random);
// From a name; given or surname may hold any letters.
std::string EmailFor(Random* random, std::string_view given, std::string_view surname, std::string_view domain);

std::string BirthDate(Random* random);
std::string TaxId(Random* random);
std::string TaxNumber(Random* random);
std::string VatId(Random* random);
std::string Card(Random* random);
std::string IpAddress(Random* random);
std::string Bic(Random* random);
std::string Secret(Random* random);

struct Address {
  std::string street;  // with house number, or a PO box
  std::string place;   // with postcode
};
Address PostalAddress(Random* random, const Lexicon& lexicon);

// What looks like personal data and is none.
std::string Amount(Random* random);
std::string Date(Random* random);
std::string Isbn(Random* random);
std::string ArticleNumber(Random* random);
std::string Version(Random* random);

}  // namespace maske::generator

#endif  // MASKE_TESTS_GENERATOR_VALUES_H_
