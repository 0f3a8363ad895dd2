// See the header.
#include "reference/pattern_files.h"

namespace maske::reference {

const match::LoadedPatterns& BuiltinPatternFiles() {
  static const match::LoadedPatterns loaded = [] {
    match::LoadedPatterns patterns;
    for (const char* folder : {"core", "country"}) {
      const Status status =
          match::LoadPatternDirectory(std::string(MASKE_PATTERNS_DIR "/") + folder, folder, &patterns);
      if (!status) patterns.faults.push_back(status.message());
    }
    return patterns;
  }();
  return loaded;
}

}  // namespace maske::reference
