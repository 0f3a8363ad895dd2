#include "cli/eval_table.h"

#include <algorithm>

#include "cli/json.h"

namespace maske::cli {
namespace {

constexpr std::size_t kTypeWidth = 18;
constexpr std::size_t kNumberWidth = 7;
constexpr std::size_t kFigureWidth = 8;

std::string Shown(const std::optional<double>& value, int digits) {
  return value.has_value() ? ShownNumber(*value, digits) : "-";
}

// "0.8123 (0.7951 to 0.8290)"
std::string WithInterval(const Figure& figure, const Value& value) {
  std::string text = Shown(value.value, figure.digits);
  if (value.interval.has_value()) {
    text.append(" (").append(ShownNumber(value.interval->low, figure.digits)).append(" to ");
    text.append(ShownNumber(value.interval->high, figure.digits)).append(")");
  }
  return text;
}

void AppendRow(std::string_view name, std::string_view gold, std::string_view found,
               const std::vector<std::string>& cells, std::string* out) {
  out->append("  ").append(Left(name, kTypeWidth)).append(Right(gold, kNumberWidth));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (TypeFigures()[i].name == "prec") out->append(Right(found, kNumberWidth));
    out->append(Right(cells[i], kFigureWidth));
  }
  out->push_back('\n');
}

void AppendType(const TypeReport& type, std::string* out) {
  std::vector<std::string> cells;
  std::vector<std::string> low;
  std::vector<std::string> high;
  bool any = false;
  for (std::size_t i = 0; i < type.values.size(); ++i) {
    const int digits = TypeFigures()[i].digits;
    const Value& value = type.values[i];
    cells.push_back(Shown(value.value, digits));
    low.push_back(value.interval.has_value() ? ShownNumber(value.interval->low, digits) : "-");
    high.push_back(value.interval.has_value() ? ShownNumber(value.interval->high, digits) : "-");
    any = any || value.interval.has_value();
  }
  AppendRow(type.type, std::to_string(type.gold), std::to_string(type.found), cells, out);
  if (!any) return;
  AppendRow("  95 % from", "", "", low, out);
  AppendRow("         to", "", "", high, out);
}

void AppendExample(std::string_view what, const Example& example, std::string* out) {
  out->append("  ").append(what).append(": ").append(example.type).append(" ").append(example.id).append(": ");
  AppendJsonString(example.left, out);
  out->append(" [");
  AppendJsonString(example.middle, out);
  out->append("] ");
  AppendJsonString(example.right, out);
  out->push_back('\n');
}

}  // namespace

std::string Left(std::string_view text, std::size_t width) {
  std::string cell(text);
  cell.append(width > text.size() ? width - text.size() : 0, ' ');
  return cell;
}

std::string Right(std::string_view text, std::size_t width) {
  std::string cell(width > text.size() ? width - text.size() : 0, ' ');
  cell.append(text);
  return cell;
}

void AppendTable(const FileTally& file, const FileReport& report, std::string* out) {
  out->append(report.file).append(": ").append(std::to_string(report.documents));
  out->append(report.documents == 1 ? " document, " : " documents, ");
  out->append(std::to_string(report.with_gold)).append(" with gold\n");
  constexpr std::string_view kTitles[] = {"nothing leaks in", "overmasked", "false masks per 10,000 words"};
  for (std::size_t i = 0; i < report.values.size(); ++i) {
    out->append("  ").append(kTitles[i]).append(" ").append(WithInterval(FileFigures()[i], report.values[i]));
    out->append(i == 0 ? " of those with gold\n" : "\n");
  }
  std::vector<std::string> titles;
  for (const Figure& figure : TypeFigures()) titles.emplace_back(figure.name);
  if (!report.types.empty()) AppendRow("type", "gold", "found", titles, out);
  for (const TypeReport& type : report.types) AppendType(type, out);
  const auto others = file.NotAnnotated();
  if (others.empty()) return;
  out->append("  found but not annotated here, not counted:");
  for (std::size_t i = 0; i < others.size(); ++i) {
    out->append(i == 0 ? " " : ", ").append(others[i].first).append(" ").append(std::to_string(others[i].second));
  }
  out->push_back('\n');
}

void AppendRules(const FileTally& file, std::string* out) {
  const std::vector<std::string> annotated = file.AnnotatedTypes();
  std::map<std::string, std::uint64_t> of_type;
  std::size_t width = 4;
  for (const auto& [key, count] : file.rules) {
    of_type[key.first] += count.found;
    width = std::max(width, key.second.size());
  }
  std::string rows;
  for (const auto& [key, count] : file.rules) {
    if (!std::binary_search(annotated.begin(), annotated.end(), key.first)) continue;
    const auto found = static_cast<double>(count.found);
    rows.append("  ").append(Left(key.first, kTypeWidth)).append(Left(key.second, width));
    rows.append(Right(std::to_string(count.found), kFigureWidth));
    rows.append(Right(ShownNumber(found / static_cast<double>(of_type[key.first]), 4), kFigureWidth));
    rows.append(Right(std::to_string(count.right), kFigureWidth));
    rows.append(Right(std::to_string(count.found - count.right), kFigureWidth));
    rows.append(Right(ShownNumber(static_cast<double>(count.right) / found, 4), kFigureWidth)).push_back('\n');
  }
  if (rows.empty()) return;
  out->append("  ").append(Left("type", kTypeWidth)).append(Left("rule", width));
  for (const std::string_view title : {"found", "share", "right", "wrong", "prec"}) {
    out->append(Right(title, kFigureWidth));
  }
  out->append("\n").append(rows);
}

void AppendSteps(const std::vector<FileReport>& reports, std::string* out) {
  std::string rows;
  for (std::size_t step = 0; step < reports.size(); ++step) {
    for (const TypeReport& type : reports[step].types) {
      if (type.type != "PERSON") continue;
      std::vector<std::string> cells;
      for (std::size_t i = 0; i < type.values.size(); ++i) {
        cells.push_back(Shown(type.values[i].value, TypeFigures()[i].digits));
      }
      const std::string name = (step == 0 ? "by " : "and ") + std::string(kEvidence[step]);
      AppendRow(name, std::to_string(type.gold), std::to_string(type.found), cells, &rows);
    }
  }
  if (rows.empty()) return;
  std::vector<std::string> titles;
  for (const Figure& figure : TypeFigures()) titles.emplace_back(figure.name);
  AppendRow("PERSON", "gold", "found", titles, out);
  out->append(rows);
}

void AppendExamples(const FileTally& file, std::size_t most_wrong, std::string* out) {
  for (const Example& example : file.missed) AppendExample("missed", example, out);
  const std::vector<std::string> annotated = file.AnnotatedTypes();
  std::size_t shown = 0;
  for (const Example& example : file.wrong) {
    if (shown == most_wrong) break;
    if (!std::binary_search(annotated.begin(), annotated.end(), example.type)) continue;
    AppendExample("masked for nothing", example, out);
    ++shown;
  }
}

}  // namespace maske::cli
