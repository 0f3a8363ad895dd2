// The pattern files of the source tree, read once for the slow twins.
#ifndef MASKE_TESTS_REFERENCE_PATTERN_FILES_H_
#define MASKE_TESTS_REFERENCE_PATTERN_FILES_H_

#include "match/load.h"

namespace maske::reference {

// The files below patterns/core and patterns/country; nothing but faults when they cannot be read.
const match::LoadedPatterns& BuiltinPatternFiles();

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_PATTERN_FILES_H_
