// Pattern files: TOML -> LoadedPattern, field by field; see load.h. Knows keys and kinds of values, not what they mean.
// The only file that includes toml++ (header-only, without exceptions): whoever uses the library needs no TOML.
#include <cmath>

#include "match/load.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_HEADER_ONLY 1
#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#endif
#include <toml++/toml.h>
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

namespace maske::match {
namespace {

std::size_t LineOf(const toml::node& node) { return node.source().begin.line; }

constexpr std::string_view kOpenMark = "\xC2\xAB";
constexpr std::string_view kCloseMark = "\xC2\xBB";

class Reader {
 public:
  Reader(const std::string& file, std::vector<std::string>* faults) : file_(file), faults_(faults) {}

  void Fault(std::size_t line, std::string_view reason) { faults_->push_back(FaultLine(file_, line, reason)); }

  // The value of a key, nullptr when it is absent. Marks the key as known.
  const toml::node* Get(const toml::table& table, std::string_view key, std::vector<std::string_view>* known) {
    known->push_back(key);
    return table.get(key);
  }
  void RefuseUnknown(const toml::table& table, const std::vector<std::string_view>& known) {
    for (const auto& [key, value] : table) {
      bool found = false;
      for (std::string_view name : known) found = found || name == key.str();
      if (!found) Fault(LineOf(value), "unknown key '" + std::string(key.str()) + "'");
    }
  }

  bool String(const toml::node* node, std::string_view key, std::string* out, std::size_t* line) {
    if (node == nullptr) return false;
    if (line != nullptr) *line = LineOf(*node);
    const auto* value = node->as_string();
    if (value == nullptr) {
      Fault(LineOf(*node), "'" + std::string(key) + "' must be a string");
      return false;
    }
    *out = value->get();
    return true;
  }
  bool Bool(const toml::node* node, std::string_view key, bool* out) {
    if (node == nullptr) return false;
    const auto* value = node->as_boolean();
    if (value == nullptr) {
      Fault(LineOf(*node), "'" + std::string(key) + "' must be true or false");
      return false;
    }
    *out = value->get();
    return true;
  }
  bool Integer(const toml::node* node, std::string_view key, std::int64_t min, std::int64_t max, std::int64_t* out) {
    if (node == nullptr) return false;
    const auto* value = node->as_integer();
    if (value == nullptr || value->get() < min || value->get() > max) {
      Fault(LineOf(*node),
            "'" + std::string(key) + "' must be an integer from " + std::to_string(min) + " to " + std::to_string(max));
      return false;
    }
    *out = value->get();
    return true;
  }
  void Strings(const toml::node* node, std::string_view key, std::vector<std::string>* out) {
    if (node == nullptr) return;
    const auto* array = node->as_array();
    if (array == nullptr) {
      Fault(LineOf(*node), "'" + std::string(key) + "' must be a list of strings");
      return;
    }
    for (const toml::node& item : *array) {
      std::string value;
      if (String(&item, key, &value, nullptr)) out->push_back(std::move(value));
    }
  }

  void Edges(const toml::node* node, LoadedPattern* out) {
    if (node == nullptr) return;
    const toml::table* table = node->as_table();
    if (table == nullptr) return Fault(LineOf(*node), "'edges' must be a table");
    std::vector<std::string_view> known;
    OneEdge(*table, "left", "left_not", &known, &out->pattern.left, &out->left_others);
    OneEdge(*table, "right", "right_not", &known, &out->pattern.right, &out->right_others);
    RefuseUnknown(*table, known);
  }

  void OneEdge(const toml::table& table, std::string_view key, std::string_view not_key,
               std::vector<std::string_view>* known, Edge* edge, std::string* others) {
    std::string kind;
    const toml::node* node = Get(table, key, known);
    if (String(node, key, &kind, nullptr)) {
      if (kind == "none") {
        edge->kind = EdgeKind::kNone;
      } else if (kind == "number") {
        edge->kind = EdgeKind::kNumber;
      } else if (kind != "word") {
        Fault(LineOf(*node), "edge must be \"word\", \"number\" or \"none\"");
      }
    }
    std::string forbidden;
    const toml::node* not_node = Get(table, not_key, known);
    if (!String(not_node, not_key, &forbidden, nullptr)) return;
    for (std::size_t i = 0; i < forbidden.size(); ++i) {
      const char c = forbidden[i];
      if (static_cast<unsigned char>(c) >= 128) {
        *others += c;
        continue;
      }
      if (c != '\\') {
        edge->forbidden.Add(static_cast<unsigned char>(c));
        continue;
      }
      const char letter = ++i < forbidden.size() ? forbidden[i] : '\0';
      if (letter == 'd' || letter == 'w') edge->forbidden.AddRange('0', '9');
      if (letter == 'w') {
        edge->forbidden.AddRange('A', 'Z');
        edge->forbidden.AddRange('a', 'z');
        edge->forbids_letters = true;
      } else if (letter == 's') {
        edge->forbidden.AddAll(ByteSet::Of(" \t\r\n"));
      } else if (letter == '\\') {
        edge->forbidden.Add('\\');
      } else if (letter != 'd') {
        return Fault(LineOf(*not_node), "'" + std::string(not_key) + "' knows \\d, \\w, \\s and \\\\ only");
      }
    }
  }

  void ReadScores(const toml::node* node, LoadedPattern* out) {
    if (node == nullptr) return;
    out->lines.scores = LineOf(*node);
    const toml::table* table = node->as_table();
    if (table == nullptr) return Fault(LineOf(*node), "'scores' must be a table");
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < out->scores.size(); ++i) {
      const toml::node* score = Get(*table, kScoreKeys[i], &known);
      if (score == nullptr) continue;
      const auto value = score->value<double>();
      if (!score->is_number() || !value || !(*value >= 0 && *value <= 1)) {
        Fault(LineOf(*score), "a score must be a number from 0 to 1");
      } else {
        out->scores[i] = *value;
      }
    }
    RefuseUnknown(*table, known);
  }

  // A list, or a table of lists by language.
  void Words(const toml::node* node, std::string_view key, std::vector<std::string>* out) {
    if (node == nullptr) return;
    const toml::table* table = node->as_table();
    if (table == nullptr) return Strings(node, key, out);
    for (const auto& [language, list] : *table) Strings(&list, key, out);
  }

  void ReadContext(const toml::node* node, LoadedPattern* out) {
    if (node == nullptr) return;
    out->lines.context = LineOf(*node);
    const toml::table* table = node->as_table();
    if (table == nullptr) return Fault(LineOf(*node), "'context' must be a table");
    std::vector<std::string_view> known;
    Words(Get(*table, "words", &known), "words", &out->context_words);
    Words(Get(*table, "not", &known), "not", &out->context_not);
    Pattern& pattern = out->pattern;
    std::int64_t value = 0;
    if (Integer(Get(*table, "left", &known), "left", 0, kMaxContextReach, &value))
      pattern.context_left = static_cast<std::uint16_t>(value);
    if (Integer(Get(*table, "right", &known), "right", 0, kMaxContextReach, &value))
      pattern.context_right = static_cast<std::uint16_t>(value);
    if (Integer(Get(*table, "lines", &known), "lines", 0, kMaxContextLines, &value))
      pattern.context_lines = static_cast<std::uint8_t>(value);
    RefuseUnknown(*table, known);
  }

  void Examples(const toml::node* node, std::string_view key, std::vector<Example>* out) {
    if (node == nullptr) return;
    const auto* array = node->as_array();
    if (array == nullptr) return Fault(LineOf(*node), "'" + std::string(key) + "' must be a list of strings");
    for (const toml::node& item : *array) {
      std::string marked;
      if (!String(&item, key, &marked, nullptr)) continue;
      Example example;
      example.line = LineOf(item);
      bool open = false;
      bool fault = false;
      for (std::size_t i = 0; i < marked.size();) {
        const std::string_view here = std::string_view(marked).substr(i, 2);
        const auto at = static_cast<std::uint32_t>(example.text.size());
        if (here == kOpenMark) {
          fault = fault || open;
          open = true;
          example.spans.emplace_back(at, at);
          i += 2;
        } else if (here == kCloseMark) {
          fault = fault || !open || example.spans.back().first == at;
          if (!example.spans.empty()) example.spans.back().second = at;
          open = false;
          i += 2;
        } else {
          example.text += marked[i++];
        }
      }
      if (fault || open) {
        Fault(example.line, "the marks of an example must come in pairs around some text");
      } else if (key == "no_match" && !example.spans.empty()) {
        Fault(example.line, "a no_match example has no marks");
      } else {
        out->push_back(std::move(example));
      }
    }
  }

  void ReadOpen(const toml::node* node, Pattern* pattern) {
    std::string open;
    if (!String(node, "open", &open, nullptr)) return;
    if (open == "run") {
      pattern->open = OpenSpan::kRun;
    } else if (open == "pem") {
      pattern->open = OpenSpan::kPem;
    } else if (open != "none") {
      Fault(LineOf(*node), "'open' must be \"none\", \"run\" or \"pem\"");
    }
  }

  void ReadExpression(const toml::node* node, LoadedPattern* out) {
    if (node == nullptr) return;
    out->lines.expression = LineOf(*node);
    if (node->as_array() == nullptr) {
      String(node, "expression", &out->expression, nullptr);
      return;
    }
    std::vector<std::string> alternatives;
    Strings(node, "expression", &alternatives);
    for (const std::string& alternative : alternatives) {
      if (!out->expression.empty()) out->expression += '|';
      out->expression += "(?:" + alternative + ")";
    }
  }

  void ReadDigits(const toml::node* node, LoadedPattern* out) {
    if (node == nullptr) return;
    out->lines.digits = LineOf(*node);
    const auto* array = node->as_array();
    const auto min = array != nullptr && array->size() == 2 ? array->get(0)->value_exact<std::int64_t>() : std::nullopt;
    const auto max = array != nullptr && array->size() == 2 ? array->get(1)->value_exact<std::int64_t>() : std::nullopt;
    if (!min || !max || *min < 0 || *max < *min || *max >= kAnyDigits) {
      return Fault(LineOf(*node), "'digits' must be [min, max] with 0 <= min <= max <= 254");
    }
    out->pattern.min_digits = static_cast<std::uint8_t>(*min);
    out->pattern.max_digits = static_cast<std::uint8_t>(*max);
  }

  void ReadPattern(const toml::table& table, LoadedPattern* out) {
    std::vector<std::string_view> known;
    const auto get = [&](std::string_view key) { return Get(table, key, &known); };
    auto& lines = out->lines;
    lines.id = lines.type = lines.expression = lines.group = lines.max_bytes = lines.digits = lines.check =
        lines.scores = out->line;
    lines.context = lines.shrink = lines.trigger = lines.examples = lines.countries = out->line;
    Pattern& pattern = out->pattern;
    String(get("id"), "id", &out->id, &lines.id);
    String(get("type"), "type", &out->type, &lines.type);
    String(get("source"), "source", &out->source, nullptr);
    const toml::node* countries = get("countries");
    if (countries != nullptr) lines.countries = LineOf(*countries);
    Strings(countries, "countries", &out->countries);
    Strings(get("languages"), "languages", &out->languages);
    ReadExpression(get("expression"), out);
    Bool(get("ignore_case"), "ignore_case", &pattern.ignore_case);
    std::int64_t value = 0;
    const toml::node* group = get("group");
    if (group != nullptr) lines.group = LineOf(*group);
    if (Integer(group, "group", 0, 16, &value)) pattern.group = static_cast<std::uint8_t>(value);
    const toml::node* max_bytes = get("max_bytes");
    if (max_bytes != nullptr) lines.max_bytes = LineOf(*max_bytes);
    if (Integer(max_bytes, "max_bytes", kMinWindow, kMaxWindow, &value))
      pattern.max_bytes = static_cast<std::uint16_t>(value);
    ReadDigits(get("digits"), out);
    Edges(get("edges"), out);
    const toml::node* shrink = get("shrink");
    if (shrink != nullptr) lines.shrink = LineOf(*shrink);
    Bool(shrink, "shrink", &pattern.shrink);
    String(get("check"), "check", &out->check, &lines.check);
    std::string failed;
    const toml::node* check_failed = get("check_failed");
    if (String(check_failed, "check_failed", &failed, nullptr)) {
      if (failed != "drop" && failed != "score")
        Fault(LineOf(*check_failed), "'check_failed' must be \"drop\" or \"score\"");
      pattern.score_failed = failed == "score";
    }
    ReadScores(get("scores"), out);
    ReadContext(get("context"), out);
    ReadOpen(get("open"), &pattern);
    std::string trigger;
    if (String(get("trigger"), "trigger", &trigger, &lines.trigger)) out->trigger = trigger;
    if (const toml::node* examples = get("examples"); examples != nullptr) {
      lines.examples = LineOf(*examples);
      if (const toml::table* both = examples->as_table(); both != nullptr) {
        std::vector<std::string_view> kinds;
        Examples(Get(*both, "match", &kinds), "match", &out->match);
        Examples(Get(*both, "no_match", &kinds), "no_match", &out->no_match);
        RefuseUnknown(*both, kinds);
      } else {
        Fault(lines.examples, "'examples' must be a table");
      }
    }
    RefuseUnknown(table, known);
  }

 private:
  const std::string& file_;
  std::vector<std::string>* faults_;
};

}  // namespace

void ReadPatterns(std::string_view content, const std::string& file, LoadedPatterns* out) {
  Reader reader(file, &out->faults);
  const toml::parse_result parsed = toml::parse(content);
  if (parsed.failed()) {
    const auto& error = parsed.error();
    return reader.Fault(error.source().begin.line, "no valid TOML: " + std::string(error.description()));
  }
  const toml::table& root = parsed.table();
  std::vector<std::string_view> known;
  const toml::node* list = reader.Get(root, "pattern", &known);
  reader.RefuseUnknown(root, known);
  if (list == nullptr) return;
  const toml::array* array = list->as_array();
  if (array == nullptr || !array->is_array_of_tables())
    return reader.Fault(LineOf(*list), "'pattern' must be tables: [[pattern]]");
  for (const toml::node& node : *array) {
    auto pattern = std::make_unique<LoadedPattern>();
    pattern->file = file;
    pattern->line = LineOf(node);
    const std::size_t faults = out->faults.size();
    reader.ReadPattern(*node.as_table(), pattern.get());
    if (out->faults.size() == faults) out->patterns.push_back(std::move(pattern));
  }
}

}  // namespace maske::match
