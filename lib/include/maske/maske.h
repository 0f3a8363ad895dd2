// The whole public interface of maske.
#ifndef MASKE_MASKE_H_
#define MASKE_MASKE_H_

#include "maske/filter.h"     // IWYU pragma: export
#include "maske/operators.h"  // IWYU pragma: export
#include "maske/patterns.h"   // IWYU pragma: export
#include "maske/policy.h"     // IWYU pragma: export
#include "maske/session.h"    // IWYU pragma: export
#include "maske/status.h"     // IWYU pragma: export
#include "maske/store.h"      // IWYU pragma: export

#endif  // MASKE_MASKE_H_
