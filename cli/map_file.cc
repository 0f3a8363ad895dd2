#include "cli/map_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "cli/input.h"
#include "cli/json.h"
#include "cli/map_reader.h"
#include "cli/output.h"

namespace maske::cli {

ExitCode LoadMap(const std::string& path, const Filter& filter, Session* session) {
  struct stat state {};
  if (::stat(path.c_str(), &state) != 0 || S_ISDIR(state.st_mode)) {
    const int error = S_ISDIR(state.st_mode) ? EISDIR : errno;
    return Complain(kInputFailed, "cannot read map " + path + ": " + std::strerror(error));
  }
  MapReader reader(path, filter, session);
  const ExitCode code = ReadInput(path, [&](std::string_view chunk) { return reader.Write(chunk); });
  return code == kDone ? reader.Finish() : code;
}

MapFile::Seen MapFile::Look(const std::string& path) {
  Seen seen;
  seen.exists = ::stat(path.c_str(), &seen.state) == 0;
  return seen;
}

bool MapFile::Changed() const {
  const Seen now = Look(path_);
  if (now.exists != seen_.exists) return true;
  if (!now.exists) return false;
  const struct stat& a = now.state;
  const struct stat& b = seen_.state;
  return a.st_dev != b.st_dev || a.st_ino != b.st_ino || a.st_size != b.st_size ||
         a.st_mtim.tv_sec != b.st_mtim.tv_sec || a.st_mtim.tv_nsec != b.st_mtim.tv_nsec;
}

ExitCode MapFile::Open(const std::string& path, const Filter& filter, Session* session) {
  path_ = path;
  seen_ = Look(path);
  if (seen_.exists && !S_ISREG(seen_.state.st_mode)) {
    return Complain(kUsage, "map " + path + " is no regular file; name one that can be read again");
  }
  if (seen_.exists && seen_.state.st_size > 0) {
    if (const ExitCode code = LoadMap(path, filter, session); code != kDone) return code;
  }
  if (const int error = file_.Create(path, true); error != 0) {
    return Complain(kOutputFailed, "cannot write map " + path + ": " + std::strerror(error));
  }
  return kDone;
}

ExitCode MapFile::Save(const Session& session) {
  std::string json = "{\"version\":1,\"entries\":[";
  bool first = true;
  int error = 0;
  session.ForEachEntry([&](const VaultEntry& entry) {
    json.append(first ? "\n{" : ",\n{");
    first = false;
    AppendJsonBytes("placeholder", entry.placeholder, &json);
    json.push_back(',');
    AppendJsonBytes("type", entry.type, &json);
    json.push_back(',');
    AppendJsonBytes("original", entry.original, &json);
    json.push_back('}');
    if (json.size() < kReadBytes || error != 0) return;
    error = WriteAll(file_.fd(), json);
    json.clear();
  });
  json.append("]}\n");
  if (error == 0) error = WriteAll(file_.fd(), json);
  if (error == 0) error = file_.Sync();
  if (error == 0 && Changed()) {
    const std::string kept = file_.temporary();
    file_.Keep();
    return Complain(kOutputFailed, "map " + path_ +
                                       " was changed by another program while this one ran and is left as it is; "
                                       "this run's map is " +
                                       kept);
  }
  if (error == 0) error = file_.Commit();
  if (error != 0) return Complain(kOutputFailed, "cannot write map " + path_ + ": " + std::strerror(error));
  Remark("map " + path_ +
         " holds the originals as PLAIN TEXT, readable to whoever can read the file (mode 0600); "
         "keep it as you keep the input, and delete it when nothing is left to restore");
  return kDone;
}

}  // namespace maske::cli
