// The lists of the house: --allow, --deny (a phrase a line), --people (CSV), read into the options of a filter. Every fault
// of a list is said with file:line and ends with status 2. Lines: an empty one says nothing, nor does one that begins with
// "# ". Covered by tests/cli/lists_test.cc.
#ifndef MASKE_CLI_LISTS_H_
#define MASKE_CLI_LISTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "maske/filter.h"

namespace maske::cli {

ExitCode ReadLists(const Arguments& arguments, FilterOptions* options);

// Says which of the surnames are everyday words, when there are some.
void RemarkEverydayNames(const Arguments& arguments, const Filter& filter);

// The persons of a CSV text. Columns are known by their head (given, surname, name, organization and their like in
// German); separated by comma, semicolon or tab, quoted as RFC 4180 says. What is wrong is returned, with its line.
std::string ParsePeople(std::string_view csv, std::vector<KnownPerson>* people);

}  // namespace maske::cli

#endif  // MASKE_CLI_LISTS_H_
