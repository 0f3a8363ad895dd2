// The three texts whose instructions are counted: mails, a technical manual, log lines; about 200 KB each, invented, the
// same for the same seed on every machine. Mails and logs are the generator's; the manual has what manuals have: many
// capitalised compounds, part numbers, measures, numbered steps, hardly any person. Tested by tests/instructions/fixtures_test.cc.
#ifndef MASKE_TESTS_INSTRUCTIONS_FIXTURES_H_
#define MASKE_TESTS_INSTRUCTIONS_FIXTURES_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace maske::instructions {

// "mail", "manual" or "log"; empty for any other name.
std::string Fixture(std::string_view name, std::uint64_t seed);

}  // namespace maske::instructions

#endif  // MASKE_TESTS_INSTRUCTIONS_FIXTURES_H_
