// --version: what this program is made of, so that two runs can be compared; --licences: where its data is from.
// Covered by tests/cli/help_test.cc.
#ifndef MASKE_CLI_VERSION_H_
#define MASKE_CLI_VERSION_H_

#include <string>

namespace maske::cli {

// Version; hashes of patterns and lexicons (cmake/HashFiles.cmake); version of ICU.
std::string VersionText();
// NOTICE and patterns/SOURCES.md as they were when the program was built.
std::string LicencesText();

}  // namespace maske::cli

#endif  // MASKE_CLI_VERSION_H_
