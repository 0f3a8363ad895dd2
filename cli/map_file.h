// The map as a file: placeholders and originals as plain JSON, for scripts.
//   {"version":1,"entries":[
//   {"placeholder":"[PERSON_1]","type":"PERSON","original":"Erika Beispiel"},
//   {"placeholder":"[PERSON_2]","type":"PERSON","original_base64":"TfxsbGVy"}]}
// An original that is no UTF-8 stands as base64 of its bytes. Mode 0600, written beside and renamed. Read (map_reader.h)
// and written in pieces: memory is the vault's. Covered by tests/cli/map_test.cc.
#ifndef MASKE_CLI_MAP_FILE_H_
#define MASKE_CLI_MAP_FILE_H_

#include <sys/stat.h>

#include <string>

#include "cli/exit_code.h"
#include "cli/replaced_file.h"
#include "maske/session.h"

namespace maske::cli {

// Reads a map into the session. A damaged map ends with kInputFailed and its byte offset, a missing one with
// kInputFailed. Types that the filter does not know end with kUsage: they need the pattern files they came from.
ExitCode LoadMap(const std::string& path, const Filter& filter, Session* session);

// The map of one masking run.
class MapFile {
 public:
  // Reads what is there, and makes sure that the map can be written, before anything goes out.
  ExitCode Open(const std::string& path, const Filter& filter, Session* session);
  // Writes every entry of the session to the disk and puts the file in its place.
  ExitCode Save(const Session& session);
  [[nodiscard]] bool is_open() const { return file_.is_open(); }

 private:
  // What the map was when it was read, so that another run's entries are not overwritten.
  struct Seen {
    bool exists = false;
    struct stat state {};
  };
  static Seen Look(const std::string& path);
  [[nodiscard]] bool Changed() const;

  std::string path_;
  ReplacedFile file_;
  Seen seen_;
};

}  // namespace maske::cli

#endif  // MASKE_CLI_MAP_FILE_H_
