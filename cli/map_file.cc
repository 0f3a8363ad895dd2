#include "cli/map_file.h"

#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/input.h"
#include "cli/json.h"
#include "cli/output.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

namespace ondemand = simdjson::ondemand;

ExitCode Damaged(const std::string& path, std::size_t offset, std::string_view why) {
  std::string message = "map " + path + ": byte " + std::to_string(offset) + ": ";
  message.append(why).append("; restore it from a copy, or name another with --map");
  return Complain(kInputFailed, message);
}

std::size_t FirstWrongByte(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t length = Utf8Length(text.substr(i, 4));
    if (length == 0) break;
    i += length;
  }
  return i;
}

// Reads one map; every failure names the byte where reading stopped.
class MapReader {
 public:
  MapReader(const std::string& path, std::string_view json, const Filter& filter, Session* session)
      : path_(path), padded_(json), types_(filter.Types()), session_(session) {}

  ExitCode Read() {
    if (const auto error = parser_.iterate(padded_).get(document_); error != simdjson::SUCCESS) {
      return Wrong(error, error == simdjson::UTF8_ERROR ? FirstWrongByte(padded_) : padded_.size());
    }
    ondemand::object top;
    if (const auto error = document_.get_object().get(top); error != simdjson::SUCCESS) {
      // A document that does not end with the brace of its object: cut off, or followed by more.
      if (error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT || error == simdjson::TAPE_ERROR) {
        return Wrong(error, padded_.size());
      }
      return Wrong(error);
    }
    bool version = false;
    bool entries = false;
    for (auto field : top) {
      std::string_view key;
      if (const auto error = field.unescaped_key().get(key); error != simdjson::SUCCESS) return Wrong(error);
      if (key == "version") {
        std::uint64_t number = 0;
        if (const auto error = field.value().get_uint64().get(number); error != simdjson::SUCCESS) return Wrong(error);
        if (number != 1) return Damaged(path_, Place(), "a version of the map that this program does not know");
        version = true;
      } else if (key == "entries") {
        if (const ExitCode code = ReadEntries(field.value()); code != kDone) return code;
        entries = true;
      } else {
        return Damaged(path_, Place(), "an unknown member");
      }
    }
    if (!version || !entries) return Damaged(path_, padded_.size(), "no \"version\" or no \"entries\"");
    const char* rest = nullptr;
    if (document_.current_location().get(rest) == simdjson::SUCCESS) {
      return Damaged(path_, Place(), "more text after the end of the map");
    }
    return kDone;
  }

 private:
  std::size_t Place() {
    const char* at = nullptr;
    if (document_.current_location().get(at) != simdjson::SUCCESS || at == nullptr) return padded_.size();
    return std::min(static_cast<std::size_t>(at - padded_.data()), padded_.size());
  }

  ExitCode Wrong(simdjson::error_code error, std::optional<std::size_t> place = {}) {
    std::string why = error == simdjson::INCORRECT_TYPE ? "a value of another type than a map has" : "no sound JSON";
    return Damaged(path_, place.has_value() ? *place : Place(), why);
  }

  ExitCode ReadEntries(simdjson::simdjson_result<ondemand::value> value) {
    ondemand::array list;
    if (const auto error = value.get_array().get(list); error != simdjson::SUCCESS) return Wrong(error);
    for (auto element : list) {
      ondemand::object entry;
      if (const auto error = element.get_object().get(entry); error != simdjson::SUCCESS) return Wrong(error);
      if (const ExitCode code = ReadEntry(entry); code != kDone) return code;
    }
    return kDone;
  }

  ExitCode ReadEntry(ondemand::object entry) {
    const std::size_t place = Place();
    std::optional<std::string> placeholder;
    std::optional<std::string> type;
    std::optional<std::string> original;
    for (auto field : entry) {
      std::string_view key;
      std::string_view text;
      if (const auto error = field.unescaped_key().get(key); error != simdjson::SUCCESS) return Wrong(error);
      const std::string name(key);
      if (const auto error = field.value().get_string().get(text); error != simdjson::SUCCESS) return Wrong(error);
      if (name == "placeholder") {
        placeholder = text;
      } else if (name == "type") {
        type = text;
      } else if (name == "original") {
        original = text;
      } else if (name == "original_base64") {
        original = DecodeBase64(text);
        if (!original.has_value()) return Damaged(path_, place, "an original that is no base64");
      } else {
        return Damaged(path_, place, "an entry with an unknown member");
      }
    }
    if (!placeholder.has_value() || !type.has_value() || !original.has_value()) {
      return Damaged(path_, place, "an entry without placeholder, type or original");
    }
    if (std::none_of(types_.begin(), types_.end(), [&](const TypeDescription& known) { return known.name == *type; })) {
      return Complain(kUsage, "map " + path_ + ": byte " + std::to_string(place) +
                                  ": a type that is not known; add the pattern files it was made with: --patterns DIR");
    }
    const Status status = session_->Import({*placeholder, *type, *original});
    if (status.code() == ErrorCode::kVaultFull) return Complain(status, "map " + path_);
    if (!status.ok()) return Damaged(path_, place, status.message());
    return kDone;
  }

  const std::string& path_;
  simdjson::padded_string padded_;
  std::vector<TypeDescription> types_;
  Session* session_;
  ondemand::parser parser_;
  ondemand::document document_;
};

}  // namespace

ExitCode LoadMap(const std::string& path, const Filter& filter, Session* session) {
  struct stat state {};
  if (::stat(path.c_str(), &state) != 0 || S_ISDIR(state.st_mode)) {
    const int error = S_ISDIR(state.st_mode) ? EISDIR : errno;
    return Complain(kInputFailed, "cannot read map " + path + ": " + std::strerror(error));
  }
  std::string json;
  const ExitCode code = ReadInput(path, [&](std::string_view chunk) {
    json.append(chunk);
    return kDone;
  });
  if (code != kDone) return code;
  return MapReader(path, json, filter, session).Read();
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
