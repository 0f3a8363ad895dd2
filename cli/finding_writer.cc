#include "cli/finding_writer.h"

#include <array>
#include <charconv>
#include <cstddef>

#include "cli/json.h"
#include "cli/style.h"

namespace maske::cli {
namespace {

void AppendNumber(std::size_t number, std::string* out) {
  std::array<char, 24> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc()) out->append(digits.data(), end);
}

constexpr std::size_t kNumberWidth = 10;
constexpr std::size_t kTypeWidth = 18;
constexpr std::size_t kScoreWidth = 6;
constexpr std::size_t kPatternWidth = 24;

void AppendRight(std::string_view text, std::size_t width, std::string* out) {
  if (text.size() < width) out->append(width - text.size(), ' ');
  out->append(text);
}

void AppendLeft(std::string_view text, std::size_t width, std::string* out) {
  out->append("  ").append(text);
  if (text.size() < width) out->append(width - text.size(), ' ');
}

}  // namespace

void AppendFinding(const Finding& finding, bool with_text, std::string_view text, std::string* out) {
  out->append("\"start\":");
  AppendNumber(finding.begin, out);
  out->append(",\"end\":");
  AppendNumber(finding.end, out);
  out->append(",\"type\":");
  AppendJsonString(finding.type, out);
  out->append(",\"score\":");
  AppendScore(finding.score, out);
  out->append(",\"pattern\":");
  AppendJsonString(finding.rule, out);
  if (with_text) {
    out->push_back(',');
    AppendJsonBytes("text", text, out);
  }
  out->push_back('}');
}

bool FindingWriter::Write(std::string_view file, const Finding& finding, std::string_view text, Turn* output) {
  if (table_) return WriteRow(file, finding, text, output);
  line_ = "{\"file\":";
  AppendJsonName(file, &line_);
  line_.push_back(',');
  AppendFinding(finding, with_text_, text, &line_);
  line_.push_back('\n');
  return output->Write(line_);
}

bool FindingWriter::WriteRow(std::string_view file, const Finding& finding, std::string_view text, Turn* output) {
  line_.clear();
  if (!headed_) {
    headed_ = true;
    const Styled style(coloured_ ? kHead : kPlain, &line_);
    AppendRight("START", kNumberWidth, &line_);
    AppendRight("END", kNumberWidth, &line_);
    AppendLeft("TYPE", kTypeWidth, &line_);
    AppendRight("SCORE", kScoreWidth, &line_);
    AppendLeft("PATTERN", kPatternWidth, &line_);
    line_.append("  FILE").append(with_text_ ? "  TEXT" : "");
  }
  if (!line_.empty()) line_.push_back('\n');
  std::string score;
  AppendScore(finding.score, &score);
  AppendRight(std::to_string(finding.begin), kNumberWidth, &line_);
  AppendRight(std::to_string(finding.end), kNumberWidth, &line_);
  {
    const Styled style(coloured_ ? kAccent : kPlain, &line_);
    AppendLeft(finding.type, kTypeWidth, &line_);
  }
  AppendRight(score, kScoreWidth, &line_);
  AppendLeft(finding.rule, kPatternWidth, &line_);
  line_.append("  ").append(file);
  if (with_text_) {
    line_.append("  ");
    AppendJsonName(text, &line_);
  }
  line_.push_back('\n');
  return output->Write(line_);
}

}  // namespace maske::cli
