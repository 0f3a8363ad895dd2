// Reads the map (map_file.h says how it looks) as a stream, so that memory is that of one entry beside the session: the
// entries are cut out by a count of brackets outside of strings, and each goes to simdjson alone. What stands around them,
// the frame, is kept and read when the map ends; before the first entry what is there of it. Any spelling that JSON
// allows is read; an entry of more than kMaxEntryBytes, or that much around the entries, is refused.
// Covered by tests/cli/map_test.cc and tests/cli/map_reader_test.cc.
#ifndef MASKE_CLI_MAP_READER_H_
#define MASKE_CLI_MAP_READER_H_

#include <simdjson.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"
#include "maske/session.h"

namespace maske::cli {

class MapReader {
 public:
  static constexpr std::size_t kMaxEntryBytes = std::size_t{1} << 20;

  // All must outlive the reader; path is for messages.
  MapReader(const std::string& path, const Filter& filter, Session* session)
      : path_(path), types_(filter.Types()), session_(session) {}

  // Imports the entries that end in the chunk. Anything but kDone has been complained about, with its byte, and ends the
  // reading.
  ExitCode Write(std::string_view chunk);
  ExitCode Finish();

 private:
  using Error = simdjson::error_code;
  using Value = simdjson::simdjson_result<simdjson::ondemand::value>;

  bool InString(char c);
  ExitCode Take(char c);
  ExitCode TakeFrame(char c);
  ExitCode ReadFrame(bool whole);
  ExitCode ReadEntry();
  ExitCode Import(const std::optional<std::string>& placeholder, const std::optional<std::string>& type,
                  const std::optional<std::string>& original);
  Error Parse(std::string* json);
  std::size_t Place(std::string_view json);
  // The place in the map of a byte of the frame.
  [[nodiscard]] std::size_t InMap(std::size_t frame_place) const;
  ExitCode Damaged(std::size_t place, std::string_view why) const;
  ExitCode Unsound(Error error, std::size_t place) const;

  const std::string& path_;
  std::vector<TypeDescription> types_;
  Session* session_;
  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;

  enum class State { kFrame, kEntry, kBehindEntry, kBeforeEntry } state_ = State::kFrame;
  std::size_t offset_ = 0;  // of the next byte
  bool in_string_ = false;
  bool escaped_ = false;        // a backslash of a string stands before
  std::size_t depth_ = 0;       // of brackets: of the frame, or of the entry
  bool in_object_ = false;      // the frame's first bracket is a brace
  bool in_array_ = false;       // its second a square one
  std::string frame_;           // the map without its entries
  std::size_t entries_at_ = 0;  // where in the frame they stood
  std::size_t cut_out_ = 0;     // bytes of them
  std::string entry_;
  std::size_t entry_at_ = 0;  // in the map
};

}  // namespace maske::cli

#endif  // MASKE_CLI_MAP_READER_H_
