// What a pattern's values mean and whether they go together; see load.h and patterns/FORMAT.md ("Refused").
#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>

#include "check/check.h"
#include "match/begins.h"
#include "match/load.h"
#include "match/re2_options.h"
#include "match/regex.h"
#include "text/chars.h"

namespace maske::match {
namespace {

constexpr ByteSet kDigits = ByteSet::Range('0', '9');

bool HasForm(std::string_view text, std::string_view first, std::string_view rest, std::size_t max) {
  if (text.empty() || text.size() > max || first.find(text[0]) == std::string_view::npos) return false;
  return text.find_first_not_of(rest) == std::string_view::npos;
}

constexpr std::string_view kLowerLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kIdChars = "abcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kUpperLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kTypeChars = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

std::string Joined(const std::vector<std::string>& codes) {
  std::string list;
  for (const std::string& code : codes) {
    if (!list.empty()) list += ' ';
    list += code;
  }
  return list;
}

class Validator {
 public:
  Validator(LoadedPattern* loaded, std::vector<std::string>* faults)
      : loaded_(*loaded), pattern_(loaded->pattern), faults_(*faults), before_(faults->size()) {}

  bool Run() {
    Names();
    Numbers();
    Scores();
    Context();
    Expression();
    Examples();
    pattern_.id = loaded_.id;
    pattern_.type = loaded_.type;
    loaded_.origin = loaded_.file + ":" + std::to_string(loaded_.line);
    pattern_.origin = loaded_.origin;
    pattern_.expression = loaded_.expression;
    pattern_.check = loaded_.check;
    loaded_.country_list = Joined(loaded_.countries);
    loaded_.language_list = Joined(loaded_.languages);
    pattern_.countries = loaded_.country_list;
    pattern_.languages = loaded_.language_list;
    return faults_.size() == before_;
  }

 private:
  void Fault(std::size_t line, std::string_view reason) { faults_.push_back(FaultLine(loaded_.file, line, reason)); }

  void Names() {
    if (loaded_.id.empty()) {
      Fault(loaded_.line, "'id' is missing");
    } else if (!HasForm(loaded_.id, kIdChars, kIdChars, 64)) {
      Fault(loaded_.lines.id, "'id' must be of a-z, 0-9, - and _, at most 64");
    }
    if (loaded_.type.empty()) {
      Fault(loaded_.line, "'type' is missing");
    } else if (!HasForm(loaded_.type, kUpperLetters, kTypeChars, 32)) {
      Fault(loaded_.lines.type, "'type' must be of A-Z, 0-9 and _, begin with a letter, at most 32");
    }
    if (loaded_.source.find_first_not_of(" \t\n") == std::string::npos)
      Fault(loaded_.line, "'source' is missing: say where the rule is from");
    for (const auto* codes : {&loaded_.countries, &loaded_.languages}) {
      for (const std::string& code : *codes) {
        if (code.size() != 2 || !HasForm(code, kLowerLetters, kLowerLetters, 2)) {
          Fault(loaded_.lines.countries,
                "countries and languages are two lower-case letters each (ISO 3166-1, ISO 639-1)");
          return;
        }
      }
    }
  }

  void Numbers() {
    if (pattern_.shrink && pattern_.max_bytes > kMaxShrinkWindow) {
      Fault(loaded_.lines.shrink, "'shrink' needs a max_bytes of at most " + std::to_string(kMaxShrinkWindow));
    }
    if (pattern_.shrink && pattern_.open != OpenSpan::kNone)
      Fault(loaded_.lines.shrink, "'shrink' and 'open' do not go together");
    if (!loaded_.check.empty() && check::Find(loaded_.check) == nullptr) {
      Fault(loaded_.lines.check, "there is no check '" + loaded_.check + "'");
    }
    if (pattern_.score_failed && loaded_.check.empty()) Fault(loaded_.lines.check, "'check_failed' without a 'check'");
  }

  void Scores() {
    const bool checked = !loaded_.check.empty();
    const auto& given = loaded_.scores;
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (!given[i]) continue;
      const std::string name(kScoreKeys[i]);
      if (i < 2 && checked) Fault(loaded_.lines.scores, "score '" + name + "' has no meaning with a check");
      if (i >= 2 && !checked) Fault(loaded_.lines.scores, "score '" + name + "' has no meaning without a check");
      if (i >= 4 && checked && !pattern_.score_failed) {
        Fault(loaded_.lines.scores, "score '" + name + "' has no meaning unless check_failed = \"score\"");
      }
      if ((i == 1 || i == 3 || i == 5) && loaded_.context_words.empty()) {
        Fault(loaded_.lines.scores, "score '" + name + "' has no meaning without context words");
      }
    }
    const std::size_t base = checked ? 2 : 0;
    if (!given[base]) {
      Fault(loaded_.lines.scores, "score '" + std::string(kScoreKeys[base]) + "' is missing");
      return;
    }
    const auto value = [&](std::size_t i, double other) { return static_cast<float>(given[i].value_or(other)); };
    auto& scores = pattern_.scores;
    scores = {};
    if (checked) {
      scores.check = value(2, 0);
      scores.both = value(3, *given[2]);
      scores.failed = value(4, 0);
      scores.failed_context = value(5, given[4].value_or(0));
    } else {
      scores.bare = value(0, 0);
      scores.context = value(1, *given[0]);
    }
  }

  void Context() {
    if (!loaded_.context_words.empty() || !loaded_.context_not.empty()) {
      for (const std::string& entry : loaded_.context_words) Entry(entry, false);
      for (const std::string& entry : loaded_.context_not) Entry(entry, true);
    }
    for (std::size_t i = 0; i < loaded_.entries.size(); ++i) loaded_.entries[i].words = loaded_.entry_words[i];
    pattern_.context = loaded_.entries;
  }

  // Cuts an entry into words, as the text is cut; a '*' belongs to the word it touches.
  void Entry(std::string_view text, bool veto) {
    std::vector<ContextWord> words;
    for (std::size_t pos = 0; pos < text.size();) {
      std::size_t next = 0;
      if (!text::IsWordChar(text::CharAt(text, pos, &next))) {
        pos = next;
        continue;
      }
      const std::size_t begin = pos;
      std::size_t end = pos;
      while (pos < text.size() && text::IsWordChar(text::CharAt(text, pos, &next))) end = pos = next;
      char key[kMaxContextKey];
      const std::size_t size = text::WordKey(text.substr(begin, end - begin), key, sizeof(key));
      if (size == 0 || size == sizeof(key)) {
        Fault(loaded_.lines.context, "a context word is too long or has no letter");
        return;
      }
      loaded_.keys.push_back(std::make_unique<std::string>(key, size));
      ContextWord word;
      word.key = *loaded_.keys.back();
      word.open_front = begin > 0 && text[begin - 1] == '*';
      word.open_back = end < text.size() && text[end] == '*';
      words.push_back(word);
    }
    if (words.empty()) {
      Fault(loaded_.lines.context, "a context entry holds no word");
      return;
    }
    loaded_.entry_words.push_back(std::move(words));
    ContextEntry entry;
    entry.veto = veto;
    loaded_.entries.push_back(entry);
  }

  void Expression() {
    const std::size_t line = loaded_.lines.expression;
    if (loaded_.expression.empty()) return Fault(line, "'expression' is missing");
    pattern_.expression = loaded_.expression;
    const re2::RE2 expression(FullExpression(pattern_), PatternOptions());
    if (!expression.ok()) return Fault(line, "expression: " + expression.error());
    RegexFaults holds;
    const std::optional<Graph> graph = ParseRegex(loaded_.expression, pattern_.ignore_case, &holds);
    if (holds.word_edge) return Fault(line, "\\b and \\B know ASCII only: use 'edges'");
    if (holds.text_edge) return Fault(line, "\\A and \\z have no meaning in a stream: use ^ and $ for lines");
    if (holds.any_byte) return Fault(line, "\\C would cut characters apart");
    if (expression.ProgramSize() > kMaxProgramSize) {
      return Fault(line, "expression compiles to " + std::to_string(expression.ProgramSize()) +
                             " instructions, more than " + std::to_string(kMaxProgramSize) +
                             ": use + and * with max_bytes in place of counted repetition");
    }
    if (!graph)
      return Fault(line, "expression uses a construct whose triggers cannot be derived (an octal escape, say)");
    if (MatchesEmpty(*graph)) return Fault(line, "expression matches the empty string");
    if (pattern_.group > expression.NumberOfCapturingGroups())
      return Fault(loaded_.lines.group, "expression has no such group");
    Trigger(*graph);
  }

  void Trigger(const Graph& graph) {
    StartQuery query;
    query.max_bytes = pattern_.max_bytes;
    query.left_open = pattern_.left.kind == EdgeKind::kNone && !kDigits.Within(pattern_.left.forbidden);
    query.left_word = pattern_.left.kind != EdgeKind::kNone;
    if (loaded_.trigger) {
      const auto* name = std::find(std::begin(kEventNames), std::end(kEventNames), *loaded_.trigger);
      if (name == std::end(kEventNames))
        return Fault(loaded_.lines.trigger, "there is no trigger '" + *loaded_.trigger + "'");
      query.event = static_cast<Event>(name - std::begin(kEventNames));
    }
    loaded_.starts = DeriveStarts(graph, query);
    if (loaded_.starts.empty())
      return Fault(loaded_.lines.trigger, "the expression does not imply the trigger '" + *loaded_.trigger + "'");
    for (Start& start : loaded_.starts) {
      if (start.event == Event::kWord || start.event == Event::kScan) continue;
      loaded_.dfas.push_back(std::make_unique<EventDfas>(pattern_, start.event, start.byte));
      start.ahead = loaded_.dfas.back()->ahead.view();
      start.back = loaded_.dfas.back()->back.view();
    }
    pattern_.starts = loaded_.starts;
    if (pattern_.left.kind != EdgeKind::kNone) {  // what does not begin inside a word begins with a word's begin
      for (const BeginWord& begin : DeriveBegins(graph)) {
        loaded_.keys.push_back(std::make_unique<std::string>(begin.letters));
        loaded_.begins.push_back({.key = *loaded_.keys.back(), .open_front = false, .open_back = !begin.whole});
      }
    }
    pattern_.begins = loaded_.begins;
    pattern_.left.others = loaded_.left_others;
    pattern_.right.others = loaded_.right_others;
  }

  void Examples() {
    if (loaded_.match.size() < 3) Fault(loaded_.lines.examples, "fewer than three match examples");
    if (loaded_.no_match.size() < 3) Fault(loaded_.lines.examples, "fewer than three no_match examples");
  }

  LoadedPattern& loaded_;
  Pattern& pattern_;
  std::vector<std::string>& faults_;
  std::size_t before_;
};

}  // namespace

bool ValidatePattern(LoadedPattern* pattern, std::vector<std::string>* faults) {
  return Validator(pattern, faults).Run();
}

}  // namespace maske::match
