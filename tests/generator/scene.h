// The cast of one generated document, and the templates that speak of it.
//
// A template is text with tags in braces. {A} to {F} are persons, {X} and {Y} companies; behind a point stands what is
// said of them: {A.sur}, {A.dear}, {B.email}, {X.phone}. {date}, {amount} … are values that are nobody's. What is
// personal data is written as a gold entity, the rest as text. Tested by tests/generator/document_test.cc.
#ifndef MASKE_TESTS_GENERATOR_SCENE_H_
#define MASKE_TESTS_GENERATOR_SCENE_H_

#include <array>
#include <string>
#include <string_view>

#include "generator/document.h"
#include "generator/lexicon.h"
#include "generator/random.h"
#include "generator/values.h"

namespace maske::generator {

struct Person {
  std::string given, surname, title;  // title ends in a blank or is empty
  bool female = false;
  std::string email, phone, mobile, iban, birth, tax_id, card;
  Address address;
};

struct Company {
  std::string name;
  std::string phone, fax, email, domain, iban, bic, vat, tax_number;
  Address address;
};

struct Scene {
  Scene(Random* source, const Lexicon& lexicon);

  // Appends the template to the writer; an unknown tag comes out as it stands (and a test looks for braces).
  void Render(std::string_view text, Writer* writer);

  Random* random;
  std::array<Person, 6> persons;
  std::array<Company, 2> companies;

 private:
  bool RenderPerson(const Person& person, std::string_view what, Writer* writer);
  bool RenderCompany(const Company& company, std::string_view what, Writer* writer);
  bool RenderValue(std::string_view what, Writer* writer);
};

Person MakePerson(Random* random, const Lexicon& lexicon);
Company MakeCompany(Random* random, const Lexicon& lexicon);

}  // namespace maske::generator

#endif  // MASKE_TESTS_GENERATOR_SCENE_H_
