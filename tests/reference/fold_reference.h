// The slow twin of lib/text/fold: the whole input at once, by ICU's normaliser with a filter, after naive steps.
#ifndef MASKE_TESTS_REFERENCE_FOLD_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_FOLD_REFERENCE_H_

#include <string>
#include <string_view>

namespace maske::reference {

std::string Fold(std::string_view raw);

// What of a character makes folding look at it: it is dropped, joins, or changes on its own.
bool FoldsAlone(char32_t c);
// A default ignorable, a non-starter, or a character that may compose with what stands before it.
bool IsAttached(char32_t c);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_FOLD_REFERENCE_H_
