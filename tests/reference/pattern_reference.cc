// See pattern_reference.h. Written to be read against patterns/FORMAT.md, step by step.
#include "reference/pattern_reference.h"

#include <re2/re2.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

#include "check/check.h"
#include "text/chars.h"

namespace maske::reference {
namespace {

using match::EdgeKind;
using match::LoadedPattern;

bool IsBoundary(std::string_view text, std::size_t pos) {
  return pos >= text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0) != 0x80;
}
bool IsDigit(std::string_view text, std::size_t pos) {
  return pos < text.size() && text[pos] >= '0' && text[pos] <= '9';
}

// The character that begins at pos, as bytes; empty at the text's end.
std::string_view CharacterAt(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return {};
  std::size_t end = pos + 1;
  while (!IsBoundary(text, end)) ++end;
  return text.substr(pos, end - pos);
}
std::string_view CharacterBefore(std::string_view text, std::size_t pos) {
  if (pos == 0) return {};
  std::size_t begin = pos - 1;
  while (begin > 0 && !IsBoundary(text, begin)) --begin;
  return text.substr(begin, pos - begin);
}
bool IsWord(std::string_view character) {
  std::size_t next = 0;
  return !character.empty() && text::IsWordChar(text::CharAt(character, 0, &next));
}

bool Forbidden(std::string_view character, const match::Edge& edge) {
  if (character.empty()) return false;
  if (character.size() == 1) return edge.forbidden.Has(static_cast<unsigned char>(character[0]));
  return (edge.forbids_letters && IsWord(character)) || edge.others.find(character) != std::string_view::npos;
}
bool IsJoint(std::string_view character) {
  return character.size() == 1 && std::string_view(",.:/-").find(character[0]) != std::string_view::npos;
}

bool LeftHolds(std::string_view text, std::size_t pos, const match::Edge& edge) {
  const std::string_view before = CharacterBefore(text, pos);
  if (edge.kind != EdgeKind::kNone && IsWord(before) && IsWord(CharacterAt(text, pos))) return false;
  if (edge.kind == EdgeKind::kNumber && IsJoint(before) && pos >= 2 && IsDigit(text, pos - 2)) return false;
  return !Forbidden(before, edge);
}
bool RightHolds(std::string_view text, std::size_t pos, const match::Edge& edge) {
  const std::string_view here = CharacterAt(text, pos);
  if (edge.kind != EdgeKind::kNone && IsWord(CharacterBefore(text, pos)) && IsWord(here)) return false;
  if (edge.kind == EdgeKind::kNumber && IsJoint(here) && IsDigit(text, pos + 1)) return false;
  return !Forbidden(here, edge);
}

std::string Key(std::string_view word) {
  char key[match::kMaxContextKey];
  return {key, text::WordKey(word, key, sizeof(key))};
}

struct Word {
  std::size_t begin;
  std::size_t end;
  std::string key;
};

// The words of text[from, to); those that go on beyond a far end are left out.
std::vector<Word> WordsOf(std::string_view text, std::size_t from, std::size_t to, bool far_left, bool far_right) {
  std::vector<Word> words;
  for (std::size_t pos = from; pos < to;) {
    const std::string_view character = CharacterAt(text, pos);
    if (!IsWord(character)) {
      pos += character.size();
      continue;
    }
    std::size_t end = pos;
    while (end < to && IsWord(CharacterAt(text, end))) end += CharacterAt(text, end).size();
    const bool cut_left = far_left && pos == from && IsWord(CharacterBefore(text, pos));
    const bool cut_right = far_right && end >= to && IsWord(CharacterAt(text, to));
    if (!cut_left && !cut_right) words.push_back({pos, end, Key(text.substr(pos, end - pos))});
    pos = end;
  }
  return words;
}

// One word of an entry as it stands in the file, stars included.
struct Wanted {
  std::string key;
  bool front;
  bool back;
};
std::vector<Wanted> WantedOf(std::string_view entry) {
  std::vector<Wanted> wanted;
  for (const Word& word : WordsOf(entry, 0, entry.size(), false, false)) {
    wanted.push_back(
        {word.key, word.begin > 0 && entry[word.begin - 1] == '*', word.end < entry.size() && entry[word.end] == '*'});
  }
  return wanted;
}
bool Fits(const Wanted& wanted, const std::string& key) {
  for (std::size_t skip = 0; skip + wanted.key.size() <= key.size(); ++skip) {
    if (skip > 0 && !wanted.front) break;
    if (skip + wanted.key.size() < key.size() && !wanted.back) continue;
    if (key.compare(skip, wanted.key.size(), wanted.key) == 0) return true;
  }
  return false;
}

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

// The least distance of an entry among words; the stretch lies to the left of the finding when left is set.
std::size_t Distance(const std::vector<std::vector<Wanted>>& entries, const std::vector<Word>& words,
                     std::size_t finding, bool left) {
  std::size_t best = kNever;
  for (const auto& entry : entries) {
    for (std::size_t i = 0; i + entry.size() <= words.size(); ++i) {
      bool fits = true;
      for (std::size_t k = 0; k < entry.size(); ++k) {
        fits = fits && Fits(entry[k], words[i + k].key);
        fits = fits && (k == 0 || words[i + k].begin - words[i + k - 1].end <= match::kContextGap);
      }
      if (fits) best = std::min(best, left ? finding - words[i + entry.size() - 1].end : words[i].begin - finding);
    }
  }
  return best;
}

}  // namespace

struct PatternReference::Row {
  explicit Row(const LoadedPattern& pattern)
      : loaded(pattern), expression(match::FullExpression(pattern.pattern), Options()) {
    for (const std::string& entry : pattern.context_words) words.push_back(WantedOf(entry));
    for (const std::string& entry : pattern.context_not) vetoes.push_back(WantedOf(entry));
  }
  static re2::RE2::Options Options() {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{64} << 20);
    return options;
  }

  struct Attempt {
    std::size_t end;
    std::size_t begin_of_finding;
    std::size_t end_of_finding;
  };
  [[nodiscard]] std::optional<Attempt> Search(std::string_view text, std::size_t pos, std::size_t window) const {
    re2::StringPiece groups[17];
    const int group = loaded.pattern.group;
    if (!expression.Match({text.data(), text.size()}, pos, window, re2::RE2::ANCHOR_START, groups, group + 1))
      return std::nullopt;
    const std::size_t end = pos + groups[0].size();
    if (groups[group].data() == nullptr) return Attempt{end, pos, pos};
    const auto begin = static_cast<std::size_t>(groups[group].data() - text.data());
    return Attempt{end, begin, begin + groups[group].size()};
  }

  [[nodiscard]] bool DigitsFit(std::string_view finding) const {
    std::size_t digits = 0;
    for (std::size_t i = 0; i < finding.size(); ++i) digits += IsDigit(finding, i) ? 1 : 0;
    const auto& pattern = loaded.pattern;
    return digits >= pattern.min_digits && (pattern.max_digits == match::kAnyDigits || digits <= pattern.max_digits);
  }

  // The score of the finding, 0 when there is none.
  [[nodiscard]] float Score(std::string_view text, const Attempt& found, bool passed, std::string_view label) const {
    const auto& pattern = loaded.pattern;
    const std::size_t b = found.begin_of_finding;
    const std::size_t e = found.end_of_finding;
    // The stretch to the left.
    std::size_t from = b > pattern.context_left ? b - pattern.context_left : 0;
    for (std::size_t at = from, lines = 0; at < b; ++at) {
      lines = static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                  text.begin() + static_cast<std::ptrdiff_t>(b), '\n'));
      if (lines <= pattern.context_lines) break;
      from = at + 1;
    }
    while (from < b && !IsBoundary(text, from)) ++from;
    const std::vector<Word> on_left = WordsOf(text, from, b, true, false);
    // The stretch to the right.
    std::size_t to = std::min<std::size_t>(text.size(), e + pattern.context_right);
    while (to > e && std::count(text.begin() + static_cast<std::ptrdiff_t>(e),
                                text.begin() + static_cast<std::ptrdiff_t>(to), '\n') > pattern.context_lines)
      --to;
    while (to > e && !IsBoundary(text, to)) --to;
    const std::vector<Word> on_right = WordsOf(text, e, to, false, true);

    std::size_t word = std::min(Distance(words, on_left, b, true), Distance(words, on_right, e, false));
    std::size_t veto = std::min(Distance(vetoes, on_left, b, true), Distance(vetoes, on_right, e, false));
    if (word == kNever && veto == kNever) {
      const std::vector<Word> of_label = WordsOf(label, 0, label.size(), false, false);
      word = Distance(words, of_label, 0, false);
      veto = Distance(vetoes, of_label, 0, false);
      if (veto != kNever) return 0;
    }
    if (veto != kNever && veto <= word) return 0;
    const bool context = word != kNever;
    const auto& scores = pattern.scores;
    if (pattern.check.empty()) return context ? scores.context : scores.bare;
    if (passed) return context ? scores.both : scores.check;
    return context ? scores.failed_context : scores.failed;
  }

  [[nodiscard]] std::optional<Match> At(std::string_view text, std::size_t p, std::string_view label) const {
    const auto& pattern = loaded.pattern;
    if (!LeftHolds(text, p, pattern.left)) return std::nullopt;  // 1
    std::size_t window = text.size();                            // 2
    if (p + pattern.max_bytes < text.size()) {
      window = p + pattern.max_bytes;
      while (!IsBoundary(text, window)) --window;
    }
    const check::Check* check = pattern.check.empty() ? nullptr : check::Find(pattern.check);
    std::optional<Attempt> longest_failed;
    for (int round = 0;; ++round) {
      if (window <= p) break;
      const std::optional<Attempt> found = Search(text, p, window);  // 3
      if (!found) break;
      const bool too_long = round == 0 && found->end == window && window != text.size();
      if (too_long && pattern.open != OpenSpan::kRun) return std::nullopt;  // 4
      const std::string_view finding =
          text.substr(found->begin_of_finding, found->end_of_finding - found->begin_of_finding);
      const bool placed =
          !finding.empty() && (too_long || RightHolds(text, found->end, pattern.right)) && DigitsFit(finding);  // 5, 6
      const bool passed = placed && (check == nullptr || check->function(finding));                             // 7
      if (passed || (placed && !pattern.shrink)) {
        if (!passed && !pattern.score_failed) return std::nullopt;
        return Result(text, *found, passed, too_long, label);
      }
      if (placed && !longest_failed) longest_failed = found;
      if (!pattern.shrink) return std::nullopt;
      window = found->end - CharacterBefore(text, found->end).size();
    }
    if (!longest_failed || !pattern.score_failed) return std::nullopt;
    return Result(text, *longest_failed, false, false, label);
  }

  [[nodiscard]] std::optional<Match> Result(std::string_view text, const Attempt& found, bool passed, bool too_long,
                                            std::string_view label) const {
    Match match;
    match.begin = static_cast<std::uint32_t>(found.begin_of_finding);
    match.end = static_cast<std::uint32_t>(found.end_of_finding);
    match.score = Score(text, found, passed, label);  // 8, 9
    if (loaded.pattern.open == OpenSpan::kPem || (loaded.pattern.open == OpenSpan::kRun && too_long))
      match.open = loaded.pattern.open;
    if (match.score <= 0) return std::nullopt;
    return match;
  }

  const LoadedPattern& loaded;
  re2::RE2 expression;
  std::vector<std::vector<Wanted>> words;
  std::vector<std::vector<Wanted>> vetoes;
};

PatternReference::PatternReference(const match::LoadedPatterns& patterns) {
  for (const auto& pattern : patterns.patterns) rows_.push_back(std::make_unique<Row>(*pattern));
}
PatternReference::~PatternReference() = default;

std::vector<Match> PatternReference::Find(std::string_view text, std::string_view label) const {
  std::vector<Match> found;
  for (std::size_t p = 0; p < text.size(); ++p) {
    if (!IsBoundary(text, p)) continue;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (auto match = rows_[row]->At(text, p, label)) {
        match->row = row;
        found.push_back(*match);
      }
    }
  }
  const auto key = [](const Match& m) { return std::tuple(m.begin, m.end, m.row, m.score, m.open); };
  std::sort(found.begin(), found.end(), [&](const Match& a, const Match& b) { return key(a) < key(b); });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace maske::reference
