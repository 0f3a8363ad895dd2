// The path of a folder for one test process: others run the same test at the same time (ctest -j, mutations, other builds).
// The test makes and removes it.
#ifndef MASKE_TESTS_OWN_FOLDER_H_
#define MASKE_TESTS_OWN_FOLDER_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

namespace maske {

inline std::string OwnFolder(const std::string& name) {
  return testing::TempDir() + "/maske_" + name + "_" + std::to_string(::getpid());
}

}  // namespace maske

#endif  // MASKE_TESTS_OWN_FOLDER_H_
