#include "base/mutation.h"

#ifdef MASKE_MUTATIONS
#include <cstdlib>
#include <cstring>

namespace maske {
bool MutationActive(const char* name) {
  static const char* const active = std::getenv("MASKE_MUTATION");
  return active != nullptr && std::strcmp(active, name) == 0;
}
}  // namespace maske
#endif
