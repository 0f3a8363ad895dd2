#include "cli/style.h"

#include <unistd.h>

#include <cstdlib>

namespace maske::cli {

bool MayColour(int fd) {
  if (::isatty(fd) == 0) return false;
  const char* no = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return !dumb && (no == nullptr || *no == '\0');
}

}  // namespace maske::cli
