#include "format/sse_event.h"

#include <algorithm>
#include <array>

namespace maske::format {
namespace {

using simdjson::ondemand::json_type;

constexpr int kMaxDepth = 100;
constexpr std::size_t kRoot = 0;

// Members in which text comes piece by piece, where they stand in a delta (or, of the older completions of OpenAI, in a choice).
constexpr std::array<std::string_view, 8> kText{"content", "refusal",  "reasoning", "reasoning_content",
                                                "text",    "thinking", "arguments", "partial_json"};

bool IsText(std::string_view path, std::string_view key) {
  if (std::find(kText.begin(), kText.end(), key) == kText.end()) return false;
  return path.find("/delta/") != std::string_view::npos || path.ends_with("/delta") ||
         (key == "text" && path.starts_with("/choices/"));
}

bool Give(std::string_view token, std::string_view* out) {
  *out = token;
  return true;
}
bool Give(simdjson::simdjson_result<std::string_view> token, std::string_view* out) {
  return std::move(token).get(*out) == simdjson::SUCCESS;
}

}  // namespace

std::string SseEventReader::PathOf(std::size_t object) const {
  if (object == kRoot) return objects_[kRoot].index.empty() ? "" : "/" + objects_[kRoot].index;
  const Object& here = objects_[object];
  std::string path = PathOf(here.parent) + "/" + here.key;
  if (!here.index.empty()) path.append("/#").append(here.index);
  return path;
}

template <typename Node>
bool SseEventReader::Walk(Node&& node, std::size_t object, std::string_view key, int depth) {
  json_type type{};
  if (depth > kMaxDepth || node.type().get(type) != simdjson::SUCCESS) return false;
  if (type == json_type::object) {
    simdjson::ondemand::object fields;
    if (node.get_object().get(fields) != simdjson::SUCCESS) return false;
    for (auto field : fields) {
      std::string_view name;
      simdjson::ondemand::value value;
      if (field.unescaped_key().get(name) != simdjson::SUCCESS) return false;
      const std::string member(name);
      if (field.value().get(value) != simdjson::SUCCESS) return false;
      json_type kind{};
      if (value.type().get(kind) != simdjson::SUCCESS) return false;
      std::size_t owner = object;
      if (kind == json_type::object) {
        owner = objects_.size();
        objects_.push_back({object, member, ""});
      }
      if (!Walk(value, owner, member, depth + 1)) return false;
    }
    return true;
  }
  if (type == json_type::array) {
    simdjson::ondemand::array elements;
    if (node.get_array().get(elements) != simdjson::SUCCESS) return false;
    std::size_t place = 0;
    for (auto element : elements) {
      simdjson::ondemand::value value;
      if (element.get(value) != simdjson::SUCCESS) return false;
      const std::size_t owner = objects_.size();
      objects_.push_back({object, std::string(key), std::to_string(place++)});
      if (!Walk(value, owner, key, depth + 1)) return false;
    }
    return true;
  }
  std::string_view token;
  if (!Give(node.raw_json_token(), &token)) return false;
  if (type == json_type::number && key == "index") {
    while (!token.empty() && (token.back() < '0' || token.back() > '9')) token.remove_suffix(1);
    objects_[object].index = token;
    return true;
  }
  if (type != json_type::string) return true;
  const std::size_t close = token.rfind('"');
  if (token.size() < 2 || close == 0) return false;
  const auto begin = static_cast<std::size_t>(token.data() - padded_.data()) + 1;
  strings.push_back({begin, begin + close - 1, "", false});
  owner_.push_back(object);
  key_.emplace_back(key);
  return true;
}

bool SseEventReader::Read(std::string_view json) {
  strings.clear();
  ended.clear();
  owner_.clear();
  key_.clear();
  objects_.assign(1, {kRoot, "", ""});
  padded_.assign(json);
  padded_.append(simdjson::SIMDJSON_PADDING, '\0');
  simdjson::dom::element whole;
  if (checker_.parse(padded_.data(), json.size(), false).get(whole) != simdjson::SUCCESS) return false;
  simdjson::ondemand::document document;
  const simdjson::padded_string_view view(padded_.data(), json.size(), padded_.size());
  if (parser_.iterate(view).get(document) != simdjson::SUCCESS) return false;
  json_type type{};
  if (document.type().get(type) != simdjson::SUCCESS || type != json_type::object) return false;
  if (!Walk(document, kRoot, "", 0)) return false;
  for (std::size_t i = 0; i < strings.size(); ++i) {
    SseString& string = strings[i];
    const std::string path = PathOf(owner_[i]);
    const std::string_view value = json.substr(string.begin, string.end - string.begin);
    if (key_[i] == "finish_reason") ended.push_back(path + "/");
    if (key_[i] == "type" && owner_[i] == kRoot && value == "content_block_stop") ended.push_back(path + "/");
    if (key_[i] == "type" && owner_[i] == kRoot && value == "message_stop") ended.emplace_back("/");
    if (!IsText(path, key_[i])) continue;
    string.channel = path + "/" + key_[i];
    string.is_json = key_[i] == "arguments" || key_[i] == "partial_json";
  }
  return true;
}

}  // namespace maske::format
