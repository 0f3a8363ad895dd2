// The lists of FilterOptions (deny, allow, people) become the tables of a filter. Tested by tests/filter/lists_test.cc.
#ifndef MASKE_LISTS_H_
#define MASKE_LISTS_H_

#include "filter_impl.h"
#include "maske/status.h"

namespace maske {

// Adds the rules "deny_list" and "people_list", where there are such lists, and what they find. Types and labels must be there.
Status AddLists(const FilterOptions& options, Filter::Impl* impl);

}  // namespace maske

#endif  // MASKE_LISTS_H_
