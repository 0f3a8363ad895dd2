#include "cli/explain_writer.h"

#include <algorithm>

#include "cli/json.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

std::string Score(double score) {
  std::string out;
  AppendScore(score, &out);
  return out;
}

std::string Span(std::size_t begin, std::size_t end) { return std::to_string(begin) + "-" + std::to_string(end); }

// The bytes of [begin, end), which count units. Linear in the text: for the few spans that a person looks at.
std::string_view TextOf(const ExplainedText& about, std::size_t begin, std::size_t end) {
  if (about.offsets == OffsetUnit::kByte) return about.text.substr(begin, end - begin);
  std::size_t byte = 0;
  std::size_t from = 0;
  for (std::size_t units = 0; byte < about.text.size() && units < end;) {
    if (units <= begin) from = byte;
    const std::size_t length = std::max<std::size_t>(1, Utf8Length(about.text.substr(byte)));
    units += CountUnits(about.text.substr(byte, length), about.offsets);
    byte += length;
  }
  return about.text.substr(from, byte - from);
}

// Why the candidate is no finding, or that it is one.
std::string Reason(const ExplainedText& about, const Explanation& answer, const Considered& row) {
  switch (row.outcome) {
    case Outcome::kFound:
      return "masked";
    case Outcome::kOverlapped: {
      if (!row.winner) return "not masked: another finding covers it";
      const Considered& winner = answer.considered[*row.winner];
      const Finding& other = winner.finding;
      const char* why = "it comes first in the order of rules";
      if (other.score != row.finding.score) {
        why = "higher score";
      } else if (other.end - other.begin != row.finding.end - row.finding.begin) {
        why = "longer";
      } else if (other.begin != row.finding.begin) {
        why = "begins earlier";
      }
      return "lost to " + Span(other.begin, other.end) + " " + std::string(other.type) + " by " +
             std::string(other.rule) + ", score " + Score(other.score) + " (" + why + ")";
    }
    case Outcome::kBelowThreshold:
      return "not masked: its score is below the threshold " + Score(about.threshold);
    case Outcome::kTypeOff:
      return "not masked: " + std::string(row.finding.type) + " is not looked for (--types, --exclude-types)";
    case Outcome::kLanguageOff:
      return "not masked: it is for other languages than those asked for (--lang)";
    case Outcome::kRuleOff:
      return "not masked: its rule is excluded (--exclude-rules)";
    case Outcome::kAllowed:
      return "not masked: the allow list says that it is to be left alone (--allow)";
    case Outcome::kNoContextWord:
      return "not masked: it counts only beside a context word";
    case Outcome::kVetoed:
      return "not masked: a word beside it says that it is something else";
    case Outcome::kCheckFailed:
      return "not masked: the check \"" + std::string(row.check) + "\" refuses it";
    case Outcome::kDigits:
      return "not masked: too few or too many digits";
    case Outcome::kTooLong:
      return "not masked: it goes on beyond the bound of its pattern";
    case Outcome::kEdge:
      return "not masked: it stands inside of a longer word or number";
  }
  return "";
}

void AppendLine(std::string_view label, std::string_view value, std::string* out) {
  out->append("    ").append(label);
  out->append(label.size() < 10 ? 10 - label.size() : 1, ' ');
  out->append(value).push_back('\n');
}

void AppendWords(const Considered& row, std::string* out) {
  constexpr std::size_t kMost = 6;
  for (std::size_t i = 0; i < std::min(kMost, row.words.size()); ++i) {
    const NearWord& word = row.words[i];
    AppendLine(
        word.veto ? "against" : "context",
        "\"" + word.word + "\" " + std::to_string(word.distance) + " bytes " + (word.before ? "before" : "behind"),
        out);
  }
  if (row.words.size() > kMost) AppendLine("", "and " + std::to_string(row.words.size() - kMost) + " more", out);
  if (row.wanted.empty()) return;
  std::string wanted = "score " + Score(row.score_with_word) + " beside one of: ";
  for (std::size_t i = 0; i < row.wanted.size(); ++i) wanted.append(i == 0 ? "" : ", ").append(row.wanted[i]);
  AppendLine("wanted", wanted, out);
}

void AppendRow(const ExplainedText& about, const Explanation& answer, std::size_t index, std::string* out) {
  const Considered& row = answer.considered[index];
  const Finding& finding = row.finding;
  out->append(Span(finding.begin, finding.end)).append("  ").append(finding.type);
  if (finding.score > 0) out->append("  ").append(Score(finding.score));
  out->append("  ").append(Reason(about, answer, row)).push_back('\n');
  if (about.with_text) {
    std::string text;
    AppendJsonName(TextOf(about, finding.begin, finding.end), &text);
    AppendLine("text", text, out);
  }
  std::string rule(finding.rule);
  if (!row.meaning.empty()) {
    rule.append(": ").append(row.meaning);
  } else if (!row.origin.empty()) {
    rule.append(" (").append(row.origin).append(")");
  }
  AppendLine(row.meaning.empty() ? "pattern" : "rule", rule, out);
  const bool asked =
      row.outcome != Outcome::kEdge && row.outcome != Outcome::kTooLong && row.outcome != Outcome::kDigits;
  if (!row.check.empty() && asked) {
    AppendLine("check",
               std::string(row.check) + (row.check_passed ? ": passed" : ": refused") + " (" +
                   std::string(row.check_source) + ")",
               out);
  }
  if (row.meaning.empty() && (row.score_alone > 0 || row.score_with_word > 0)) {
    AppendLine("score", Score(row.score_alone) + " alone, " + Score(row.score_with_word) + " beside a context word",
               out);
  }
  AppendWords(row, out);
  for (const Considered& other : answer.considered) {
    if (!other.winner || *other.winner != index) continue;
    AppendLine("won over",
               Span(other.finding.begin, other.finding.end) + " " + std::string(other.finding.type) + " by " +
                   std::string(other.finding.rule) + ", score " + Score(other.finding.score),
               out);
  }
}

// The answer to "why was this not masked?" in one line.
void AppendVerdict(const ExplainedText& about, const Explanation& answer, std::string* out) {
  out->append(about.file).append(": ").append(about.unit).push_back(' ');
  out->append(about.end == about.begin + 1 ? std::to_string(about.begin) : Span(about.begin, about.end));
  const auto covers = [&](const Considered& row) {
    return row.finding.begin < about.end && row.finding.end > about.begin;
  };
  const Considered* best = nullptr;
  for (const Considered& row : answer.considered) {
    if (covers(row) && (best == nullptr || row.outcome < best->outcome)) best = &row;
  }
  if (best == nullptr) {
    out->append(
        ": not masked: no pattern's expression matches here, and no rule for names or addresses sees anything\n");
    return;
  }
  out->append(": ").append(Reason(about, answer, *best)).append(": ").append(best->finding.type).append(" by ");
  out->append(best->finding.rule);
  if (best->finding.score > 0) out->append(", score ").append(Score(best->finding.score));
  out->push_back('\n');
}

void AppendPlace(const Finding& finding, std::string* out) {
  out->append("\"start\":").append(std::to_string(finding.begin));
  out->append(",\"end\":").append(std::to_string(finding.end));
  out->append(",\"type\":");
  AppendJsonString(finding.type, out);
  out->append(",\"score\":").append(Score(finding.score)).append(",\"pattern\":");
  AppendJsonString(finding.rule, out);
}

}  // namespace

void AppendExplanation(const ExplainedText& about, const Explanation& answer, std::string* out) {
  const bool region = about.end > about.begin;
  if (region) {
    AppendVerdict(about, answer, out);
  } else {
    const auto found = std::count_if(answer.considered.begin(), answer.considered.end(),
                                     [](const Considered& row) { return row.outcome == Outcome::kFound; });
    out->append(about.file).append(": ").append(std::to_string(found)).append(" masked, ");
    out->append(std::to_string(answer.considered.size() - static_cast<std::size_t>(found))).append(" rejected\n");
  }
  for (std::size_t i = 0; i < answer.considered.size(); ++i) {
    out->push_back('\n');
    AppendRow(about, answer, i, out);
  }
  if (!answer.words.empty()) out->append("\nwords\n");
  for (const WordNote& word : answer.words) {
    out->append("    ").append(Span(word.begin, word.end)).append("  ");
    if (about.with_text) {
      AppendJsonName(TextOf(about, word.begin, word.end), out);
      out->append("  ");
    }
    for (std::size_t i = 0; i < word.facts.size(); ++i) out->append(i == 0 ? "" : ", ").append(word.facts[i]);
    out->push_back('\n');
  }
}

void AppendExplanationJson(const ExplainedText& about, const Explanation& answer, std::string* out) {
  for (const Considered& row : answer.considered) {
    out->append("{\"file\":");
    AppendJsonName(about.file, out);
    out->push_back(',');
    AppendPlace(row.finding, out);
    out->append(",\"outcome\":");
    AppendJsonString(OutcomeName(row.outcome), out);
    out->append(",\"origin\":");
    AppendJsonString(row.origin, out);
    if (about.with_text) {
      out->push_back(',');
      AppendJsonBytes("text", TextOf(about, row.finding.begin, row.finding.end), out);
    }
    if (!row.meaning.empty()) {
      out->append(",\"meaning\":");
      AppendJsonString(row.meaning, out);
    }
    if (!row.check.empty()) {
      out->append(",\"check\":{\"name\":");
      AppendJsonString(row.check, out);
      out->append(row.check_passed ? ",\"passed\":true}" : ",\"passed\":false}");
    }
    if (row.meaning.empty()) {
      out->append(",\"score_alone\":").append(Score(row.score_alone));
      out->append(",\"score_with_word\":").append(Score(row.score_with_word));
      out->append(",\"words\":[");
      for (std::size_t i = 0; i < row.words.size(); ++i) {
        out->append(i == 0 ? "{\"word\":" : ",{\"word\":");
        AppendJsonString(row.words[i].word, out);
        out->append(",\"distance\":").append(std::to_string(row.words[i].distance));
        out->append(row.words[i].before ? ",\"before\":true" : ",\"before\":false");
        out->append(row.words[i].veto ? ",\"against\":true}" : ",\"against\":false}");
      }
      out->push_back(']');
    }
    if (row.winner) {
      out->append(",\"lost_to\":{");
      AppendPlace(answer.considered[*row.winner].finding, out);
      out->push_back('}');
    }
    out->append("}\n");
  }
  for (const WordNote& word : answer.words) {
    out->append("{\"file\":");
    AppendJsonName(about.file, out);
    out->append(",\"start\":").append(std::to_string(word.begin)).append(",\"end\":").append(std::to_string(word.end));
    out->append(",\"facts\":[");
    for (std::size_t i = 0; i < word.facts.size(); ++i) {
      if (i > 0) out->push_back(',');
      AppendJsonString(word.facts[i], out);
    }
    out->append("]}\n");
  }
}

}  // namespace maske::cli
