#include "cli/map_reader.h"

#include <algorithm>

#include "cli/json.h"
#include "cli/output.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

namespace ondemand = simdjson::ondemand;

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t FirstWrongByte(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t length = Utf8Length(text.substr(i, 4));
    if (length == 0) break;
    i += length;
  }
  return i;
}

}  // namespace

ExitCode MapReader::Damaged(std::size_t place, std::string_view why) const {
  std::string message = "map " + path_ + ": byte " + std::to_string(place) + ": ";
  message.append(why).append("; restore it from a copy, or name another with --map");
  return Complain(kInputFailed, message);
}

ExitCode MapReader::Unsound(Error error, std::size_t place) const {
  return Damaged(place, error == simdjson::INCORRECT_TYPE ? "a value of another type than a map has" : "no sound JSON");
}

std::size_t MapReader::InMap(std::size_t frame_place) const {
  const std::size_t place = std::min(frame_place, frame_.size());
  return place <= entries_at_ ? place : place + cut_out_;
}

// The place where reading stopped, in the text that was parsed.
std::size_t MapReader::Place(std::string_view json) {
  const char* at = nullptr;
  if (document_.current_location().get(at) != simdjson::SUCCESS || at == nullptr) return json.size();
  return std::min(static_cast<std::size_t>(at - json.data()), json.size());
}

MapReader::Error MapReader::Parse(std::string* json) {
  json->reserve(json->size() + simdjson::SIMDJSON_PADDING);
  return parser_.iterate(json->data(), json->size(), json->capacity()).get(document_);
}

ExitCode MapReader::Write(std::string_view chunk) {
  for (const char c : chunk) {
    if (const ExitCode code = Take(c); code != kDone) return code;
    ++offset_;
  }
  return kDone;
}

// Follows the strings of the JSON: is c inside one, or does it end one?
bool MapReader::InString(char c) {
  if (!in_string_) {
    in_string_ = c == '"';
    return false;
  }
  in_string_ = escaped_ || c != '"';
  escaped_ = !escaped_ && c == '\\';
  return true;
}

ExitCode MapReader::Take(char c) {
  switch (state_) {
    case State::kFrame:
      return TakeFrame(c);
    case State::kBehindEntry:
      ++cut_out_;
      if (c == ',') {
        state_ = State::kBeforeEntry;
      } else if (c == ']') {
        --cut_out_;
        frame_.push_back(c);
        depth_ = 1;
        state_ = State::kFrame;
      } else if (!IsBlank(c)) {
        return Unsound(simdjson::TAPE_ERROR, offset_);
      }
      return kDone;
    case State::kBeforeEntry:
      ++cut_out_;
      if (IsBlank(c)) return kDone;
      if (c != '{') return Unsound(c == ']' || c == ',' ? simdjson::TAPE_ERROR : simdjson::INCORRECT_TYPE, offset_);
      entry_at_ = offset_;
      entry_.assign(1, c);
      depth_ = 1;
      state_ = State::kEntry;
      return kDone;
    case State::kEntry:
      break;
  }
  ++cut_out_;
  if (entry_.size() == kMaxEntryBytes) return Damaged(entry_at_, "an entry of more than 1 MiB");
  entry_.push_back(c);
  if (InString(c)) return kDone;
  if (c == '{' || c == '[') ++depth_;
  if ((c != '}' && c != ']') || --depth_ != 0) return kDone;
  state_ = State::kBehindEntry;
  return ReadEntry();
}

ExitCode MapReader::TakeFrame(char c) {
  const bool entry = c == '{' && !in_string_ && depth_ == 2 && in_object_ && in_array_;
  if (entry && entries_at_ == 0) {
    if (const ExitCode code = ReadFrame(false); code != kDone) return code;
    entries_at_ = frame_.size();
    state_ = State::kBeforeEntry;
    return Take(c);
  }
  if (frame_.size() == kMaxEntryBytes) return Damaged(offset_, "more than 1 MiB beside the entries");
  frame_.push_back(c);
  if (InString(c)) return kDone;
  if (c == '{' || c == '[') {
    ++depth_;
    if (depth_ == 1) in_object_ = c == '{';
    if (depth_ == 2) in_array_ = c == '[';
  }
  if ((c == '}' || c == ']') && depth_ > 0) --depth_;
  return kDone;
}

// The whole frame, or what of it stands before the first entry: then only what is there can be wrong.
ExitCode MapReader::ReadFrame(bool whole) {
  std::string json = frame_;
  if (!whole) json += "]}";
  const auto wrong = [&](Error error) { return Unsound(error, InMap(Place(json))); };
  if (const auto error = Parse(&json); error != simdjson::SUCCESS) {
    return Unsound(error, InMap(error == simdjson::UTF8_ERROR ? FirstWrongByte(json) : frame_.size()));
  }
  ondemand::object top;
  if (const auto error = document_.get_object().get(top); error != simdjson::SUCCESS) {
    // A document that does not end with the brace of its object: cut off, or followed by more.
    if (error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT || error == simdjson::TAPE_ERROR) {
      return Unsound(error, InMap(frame_.size()));
    }
    return wrong(error);
  }
  bool version = false;
  bool entries = false;
  for (auto field : top) {
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key); error != simdjson::SUCCESS) return wrong(error);
    if (key == "version") {
      std::uint64_t number = 0;
      if (const auto error = field.value().get_uint64().get(number); error != simdjson::SUCCESS) return wrong(error);
      if (number != 1) return Damaged(InMap(Place(json)), "a version of the map that this program does not know");
      version = true;
    } else if (key == "entries") {
      if (entries) return Damaged(InMap(Place(json)), "a second list of entries");
      ondemand::array list;
      if (const auto error = field.value().get_array().get(list); error != simdjson::SUCCESS) return wrong(error);
      for (auto element : list) {  // entries were cut out; what is left is none
        return wrong(element.error() == simdjson::SUCCESS ? simdjson::INCORRECT_TYPE : element.error());
      }
      entries = true;
    } else {
      return Damaged(InMap(Place(json)), "an unknown member");
    }
  }
  if (!whole) return kDone;
  if (!version || !entries) return Damaged(InMap(frame_.size()), "no \"version\" or no \"entries\"");
  const char* rest = nullptr;
  if (document_.current_location().get(rest) == simdjson::SUCCESS) {
    return Damaged(InMap(Place(json)), "more text after the end of the map");
  }
  return kDone;
}

ExitCode MapReader::ReadEntry() {
  const auto wrong = [&](Error error) { return Unsound(error, entry_at_ + Place(entry_)); };
  if (const auto error = Parse(&entry_); error != simdjson::SUCCESS) {
    return Unsound(error, entry_at_ + (error == simdjson::UTF8_ERROR ? FirstWrongByte(entry_) : entry_.size()));
  }
  ondemand::object entry;
  if (const auto error = document_.get_object().get(entry); error != simdjson::SUCCESS) return wrong(error);
  std::optional<std::string> placeholder;
  std::optional<std::string> type;
  std::optional<std::string> original;
  for (auto field : entry) {
    std::string_view key;
    std::string_view text;
    if (const auto error = field.unescaped_key().get(key); error != simdjson::SUCCESS) return wrong(error);
    const std::string name(key);
    if (const auto error = field.value().get_string().get(text); error != simdjson::SUCCESS) return wrong(error);
    if (name == "placeholder") {
      placeholder = text;
    } else if (name == "type") {
      type = text;
    } else if (name == "original") {
      original = text;
    } else if (name == "original_base64") {
      original = DecodeBase64(text);
      if (!original.has_value()) return Damaged(entry_at_, "an original that is no base64");
    } else {
      return Damaged(entry_at_, "an entry with an unknown member");
    }
  }
  const char* rest = nullptr;
  if (document_.current_location().get(rest) == simdjson::SUCCESS) return wrong(simdjson::TAPE_ERROR);
  return Import(placeholder, type, original);
}

ExitCode MapReader::Import(const std::optional<std::string>& placeholder, const std::optional<std::string>& type,
                           const std::optional<std::string>& original) {
  if (!placeholder.has_value() || !type.has_value() || !original.has_value()) {
    return Damaged(entry_at_, "an entry without placeholder, type or original");
  }
  if (std::none_of(types_.begin(), types_.end(), [&](const TypeDescription& known) { return known.name == *type; })) {
    return Complain(kUsage, "map " + path_ + ": byte " + std::to_string(entry_at_) +
                                ": a type that is not known; add the pattern files it was made with: --patterns DIR");
  }
  const Status status = session_->Import({*placeholder, *type, *original});
  if (status.code() == ErrorCode::kVaultFull) return Complain(status, "map " + path_);
  if (!status.ok()) return Damaged(entry_at_, status.message());
  return kDone;
}

ExitCode MapReader::Finish() {
  if (state_ != State::kFrame) return Unsound(simdjson::INCOMPLETE_ARRAY_OR_OBJECT, offset_);
  return ReadFrame(true);
}

}  // namespace maske::cli
