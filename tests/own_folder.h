// A new, empty folder of a test's own, removed with all that it holds at the end: others run the same test at the same time
// (ctest -j, mutations, other builds). It ends the test program where there can be none.
#ifndef MASKE_TESTS_OWN_FOLDER_H_
#define MASKE_TESTS_OWN_FOLDER_H_

#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

namespace maske {

class OwnFolder {
 public:
  explicit OwnFolder(const std::string& name) {
    std::string made = (std::filesystem::temp_directory_path() / ("maske-" + name + "-XXXXXX")).string();
    if (::mkdtemp(made.data()) == nullptr) {
      std::perror(made.c_str());
      std::abort();
    }
    path_ = made;
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  ~OwnFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace maske

#endif  // MASKE_TESTS_OWN_FOLDER_H_
