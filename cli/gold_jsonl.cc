// Gold as JSON Lines: {"id","text","entities":[{"start","end","type"}]} a line, offsets in code points, half open. An
// entity may say "nested": true (a part of another) and "text", which must then be what stands at its offsets; a document
// may say "source". Other members are passed over, blank lines too. A line is parsed as a whole by simdjson.
#include <simdjson.h>

#include <optional>

#include "cli/gold.h"
#include "cli/gold_lines.h"
#include "cli/json.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

using simdjson::SUCCESS;

// Byte offsets of code points, asked for in any order; near ones are cheap.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  // Nothing behind the end of the text.
  std::optional<std::size_t> Byte(std::size_t point) {
    if (point < point_) byte_ = point_ = 0;
    while (point_ < point && byte_ < text_.size()) {
      byte_ += std::max<std::size_t>(Utf8Length(text_.substr(byte_, 4)), 1);
      ++point_;
    }
    if (point_ < point) return std::nullopt;
    return byte_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t point_ = 0;
};

// What is wrong with an entity; empty when it was read.
std::string_view ReadEntity(const simdjson::dom::element& element, std::string_view text, Places* places,
                            GoldEntity* entity) {
  simdjson::dom::object object;
  if (element.get_object().get(object) != SUCCESS) return "an entity is no object {\"start\",\"end\",\"type\"}";
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::string_view label;
  if (object["start"].get_uint64().get(begin) != SUCCESS || object["end"].get_uint64().get(end) != SUCCESS) {
    return "an entity has no \"start\" and \"end\" that count code points from 0";
  }
  if (object["type"].get_string().get(label) != SUCCESS) return "an entity has no string \"type\"";
  if (begin >= end) return "an entity ends where it begins or before";
  const std::optional<std::size_t> first = places->Byte(begin);
  const std::optional<std::size_t> last = first.has_value() ? places->Byte(end) : std::nullopt;
  if (!last.has_value()) return "an entity lies outside of the text (are the offsets code points?)";
  simdjson::dom::element shown;
  if (object["text"].get(shown) == SUCCESS && !shown.is_null()) {
    std::string_view said;
    if (shown.get_string().get(said) != SUCCESS || said != text.substr(*first, *last - *first)) {
      return "an entity's \"text\" is not what stands at its offsets (are they code points?)";
    }
  }
  simdjson::dom::element nested;
  if (object["nested"].get(nested) == SUCCESS && !nested.is_null() &&
      nested.get_bool().get(entity->nested) != SUCCESS) {
    return "an entity's \"nested\" is neither true nor false";
  }
  entity->begin = begin;
  entity->end = end;
  entity->label = label;
  return "";
}

class Reader {
 public:
  Reader(const std::string& name, const TakeGold& take) : name_(name), take_(take) {}

  ExitCode Take(std::string* line, std::uint64_t number) {
    if (line->find_first_not_of(" \t") == std::string::npos) return kDone;
    GoldDocument document;
    document.file = name_;
    document.line = number;
    if (const std::string_view why = Read(line, &document); !why.empty()) return BrokenGold(name_, number, why);
    return take_(document);
  }

 private:
  std::string_view Read(std::string* line, GoldDocument* document) {
    line->reserve(line->size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::element top;
    if (parser_.parse(line->data(), line->size(), false).get(top) != SUCCESS) {
      return "this is no sound JSON; gold has one object {\"id\",\"text\",\"entities\"} a line";
    }
    simdjson::dom::object object;
    if (top.get_object().get(object) != SUCCESS) return "this is no JSON object {\"id\",\"text\",\"entities\"}";
    std::string_view text;
    if (object["text"].get_string().get(text) != SUCCESS) return "the object has no string \"text\"";
    simdjson::dom::array entities;
    if (object["entities"].get_array().get(entities) != SUCCESS) return "the object has no array \"entities\"";
    document->text = text;
    simdjson::dom::element id;
    if (object["id"].get(id) == SUCCESS) {
      const std::optional<std::string_view> raw = RawMember(*line, "id");
      document->id = raw.has_value() ? std::string(*raw) : simdjson::minify(id);
    } else {
      document->id = "\"line " + std::to_string(document->line) + "\"";
    }
    std::string_view source;
    if (object["source"].get_string().get(source) == SUCCESS) document->source = source;
    Places places(document->text);
    for (const simdjson::dom::element element : entities) {
      GoldEntity entity;
      if (const std::string_view why = ReadEntity(element, document->text, &places, &entity); !why.empty()) return why;
      document->entities.push_back(std::move(entity));
    }
    return "";
  }

  const std::string& name_;
  const TakeGold& take_;
  simdjson::dom::parser parser_;
};

}  // namespace

ExitCode ReadJsonLines(const std::string& name, const TakeGold& take) {
  Reader reader(name, take);
  return ReadLines(name, [&](std::string* line, std::uint64_t number) { return reader.Take(line, number); });
}

}  // namespace maske::cli
