#include "cli/eval_json.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/gold_lines.h"
#include "cli/input.h"
#include "cli/json.h"

namespace maske::cli {
namespace {

using simdjson::SUCCESS;

// As Count.
constexpr std::string_view kCountNames[] = {"gold",        "masked", "typed", "exact",       "letters",
                                            "letters_hit", "found",  "right", "letters_over"};
static_assert(std::size(kCountNames) == kCounts);

void AppendKey(std::string_view key, std::string* out) {
  if (!out->ends_with('{')) out->push_back(',');
  AppendJsonString(key, out);
  out->push_back(':');
}

void AppendCount(std::string_view key, std::uint64_t count, std::string* out) {
  AppendKey(key, out);
  out->append(std::to_string(count));
}

// Rounded as it is shown, without zeros at its end.
void AppendNumber(double value, int digits, std::string* out) {
  std::string number = ShownNumber(value, digits);
  number.erase(number.find_last_not_of('0') + 1);
  if (number.ends_with('.')) number.push_back('0');
  out->append(number);
}

void AppendValue(const Figure& figure, const Value& value, std::string* out) {
  AppendKey(figure.name, out);
  if (value.value.has_value()) {
    AppendNumber(*value.value, figure.digits, out);
  } else {
    out->append("null");
  }
  AppendKey(std::string(figure.name).append("_95"), out);
  if (!value.interval.has_value()) {
    out->append("null");
    return;
  }
  out->push_back('[');
  AppendNumber(value.interval->low, figure.digits, out);
  out->push_back(',');
  AppendNumber(value.interval->high, figure.digits, out);
  out->push_back(']');
}

void AppendTally(const DocumentTally& document, std::string* out) {
  out->append("{\"id\":").append(document.id);
  AppendCount("words", document.words, out);
  AppendCount("outside", document.outside, out);
  AppendCount("over", document.over, out);
  AppendKey("has_gold", out);
  out->append(document.has_gold ? "true" : "false");
  AppendKey("clean", out);
  out->append(document.clean ? "true" : "false");
  out->append(",\"types\":{");
  for (const auto& [type, tally] : document.types) {
    AppendKey(type, out);
    out->push_back('{');
    for (std::size_t i = 0; i < tally.size(); ++i) AppendCount(kCountNames[i], tally[i], out);
    out->push_back('}');
  }
  out->append("}}");
}

class RunReader {
 public:
  explicit RunReader(const std::string& name) : name_(name) {}

  ExitCode Read(std::vector<FileTally>* files) {
    std::string json;
    const ExitCode code = ReadUnpacked(name_, [&](std::string_view chunk) {
      json.append(chunk);
      return kDone;
    });
    if (code != kDone) return code;
    simdjson::dom::parser parser;
    simdjson::dom::element top;
    simdjson::dom::array list;
    std::uint64_t version = 0;
    if (parser.parse(json).get(top) != SUCCESS || top["maske_eval"].get_uint64().get(version) != SUCCESS ||
        version != 1 || top["files"].get_array().get(list) != SUCCESS) {
      return Damaged();
    }
    for (const simdjson::dom::element element : list) {
      FileTally file;
      if (!ReadFile(element, &file)) return Damaged();
      files->push_back(std::move(file));
    }
    return kDone;
  }

 private:
  [[nodiscard]] ExitCode Damaged() const {
    return Complain(kInputFailed, ShownName(name_) + ": this is no run of maske eval; write one with --json FILE");
  }

  static bool ReadFile(const simdjson::dom::element& element, FileTally* file) {
    std::string_view name;
    simdjson::dom::array tallies;
    if (element["file"].get_string().get(name) != SUCCESS) return false;
    if (element["tallies"].get_array().get(tallies) != SUCCESS) return false;
    file->file = name;
    for (const simdjson::dom::element tally : tallies) {
      DocumentTally document;
      if (!ReadDocument(tally, &document)) return false;
      file->documents.push_back(std::move(document));
    }
    return true;
  }

  static bool ReadDocument(const simdjson::dom::element& element, DocumentTally* document) {
    simdjson::dom::element id;
    simdjson::dom::object types;
    if (element["id"].get(id) != SUCCESS || element["words"].get_uint64().get(document->words) != SUCCESS ||
        element["outside"].get_uint64().get(document->outside) != SUCCESS ||
        element["over"].get_uint64().get(document->over) != SUCCESS ||
        element["has_gold"].get_bool().get(document->has_gold) != SUCCESS ||
        element["clean"].get_bool().get(document->clean) != SUCCESS ||
        element["types"].get_object().get(types) != SUCCESS) {
      return false;
    }
    document->id = simdjson::minify(id);
    for (const simdjson::dom::key_value_pair type : types) {
      Tally& tally = document->types[std::string(type.key)];
      for (std::size_t i = 0; i < tally.size(); ++i) {
        if (type.value[kCountNames[i]].get_uint64().get(tally[i]) != SUCCESS) return false;
      }
    }
    return true;
  }

  const std::string& name_;
};

}  // namespace

void AppendJsonFile(const FileTally& file, const FileReport& report, std::string* out) {
  out->append("{\"file\":");
  AppendJsonName(report.file, out);
  AppendCount("documents", report.documents, out);
  AppendCount("with_gold", report.with_gold, out);
  for (std::size_t i = 0; i < report.values.size(); ++i) AppendValue(FileFigures()[i], report.values[i], out);
  out->append(",\"types\":{");
  for (const TypeReport& type : report.types) {
    AppendKey(type.type, out);
    out->push_back('{');
    AppendCount("gold", type.gold, out);
    AppendCount("found", type.found, out);
    for (std::size_t i = 0; i < type.values.size(); ++i) AppendValue(TypeFigures()[i], type.values[i], out);
    out->push_back('}');
  }
  out->append("},\"not_annotated\":{");
  for (const auto& [type, found] : file.NotAnnotated()) AppendCount(type, found, out);
  out->append("},\"rules\":[");
  bool first = true;
  const std::vector<std::string> annotated = file.AnnotatedTypes();
  for (const auto& [key, count] : file.rules) {
    if (!std::binary_search(annotated.begin(), annotated.end(), key.first)) continue;
    out->append(first ? "{" : ",{");
    first = false;
    AppendKey("type", out);
    AppendJsonString(key.first, out);
    AppendKey("rule", out);
    AppendJsonString(key.second, out);
    AppendCount("found", count.found, out);
    AppendCount("right", count.right, out);
    out->push_back('}');
  }
  out->append("],\n\"tallies\":[\n");
  for (std::size_t i = 0; i < file.documents.size(); ++i) {
    AppendTally(file.documents[i], out);
    out->append(i + 1 < file.documents.size() ? ",\n" : "\n");
  }
  out->append("]}");
}

ExitCode ReadRun(const std::string& name, std::vector<FileTally>* files) { return RunReader(name).Read(files); }

}  // namespace maske::cli
