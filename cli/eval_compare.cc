#include "cli/eval_compare.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "cli/eval_figures.h"
#include "cli/eval_json.h"
#include "cli/eval_table.h"

namespace maske::cli {
namespace {

constexpr std::size_t kTypeWidth = 17;
constexpr std::size_t kFigureWidth = 20;
constexpr std::size_t kNumberWidth = 10;

struct Row {
  std::string type;  // empty: of the file
  Figure figure;
  std::pair<Ratio, Ratio> ratios;
};

Tally TallyOf(const DocumentTally& document, const std::string& type) {
  const auto found = document.types.find(type);
  return found == document.types.end() ? Tally{} : found->second;
}

std::set<std::string> TypesOf(const DocumentTally& a, const DocumentTally& b) {
  std::set<std::string> types;
  for (const DocumentTally* document : {&a, &b}) {
    for (const auto& [type, tally] : document->types) types.insert(type);
  }
  return types;
}

// Whether both documents have the same id and gold.
bool SameGold(const DocumentTally& a, const DocumentTally& b) {
  if (a.id != b.id || a.words != b.words || a.outside != b.outside || a.has_gold != b.has_gold) return false;
  const std::set<std::string> types = TypesOf(a, b);
  return std::all_of(types.begin(), types.end(), [&](const std::string& type) {
    const Tally first = TallyOf(a, type);
    const Tally second = TallyOf(b, type);
    return first[kGold] == second[kGold] && first[kLetters] == second[kLetters];
  });
}

std::string WhyNotTheSame(const FileTally& a, const FileTally& b) {
  if (a.documents.size() != b.documents.size()) return "the number of documents differs";
  for (std::size_t i = 0; i < a.documents.size(); ++i) {
    if (!SameGold(a.documents[i], b.documents[i])) return "gold of document " + std::to_string(i + 1) + " differs";
  }
  return "";
}

std::vector<Row> RowsOf(const FileTally& a, const FileTally& b) {
  std::vector<std::string> types = a.AnnotatedTypes();
  if (const std::vector<std::string> others = b.AnnotatedTypes(); others != types) {  // only where there is no gold
    types.insert(types.end(), others.begin(), others.end());
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
  }
  std::vector<Row> rows;
  for (std::size_t i = 0; i < FileFigures().size(); ++i) {
    rows.push_back({"", FileFigures()[i], {FileRatio(a.documents, types, i), FileRatio(b.documents, types, i)}});
  }
  for (const std::string& type : types) {
    for (std::size_t i = 0; i < TypeFigures().size(); ++i) {
      rows.push_back({type, TypeFigures()[i], {TypeRatio(a.documents, type, i), TypeRatio(b.documents, type, i)}});
    }
  }
  return rows;
}

std::string Signed(double value, int digits) {
  std::string text = ShownNumber(value, digits);
  if (text.find_first_not_of("-0.") == std::string::npos) return ShownNumber(0, digits);
  return text.starts_with('-') ? text : "+" + text;
}

void AppendFigure(const Row& row, double before, double after, const std::optional<Interval>& interval,
                  std::string* out) {
  const int digits = row.figure.digits;
  out->append("  ").append(Left(row.type, kTypeWidth)).append(Left(row.figure.name, kFigureWidth));
  out->append(Right(ShownNumber(before, digits), kNumberWidth)).append(Right(ShownNumber(after, digits), kNumberWidth));
  out->append(Right(Signed(after - before, digits), kNumberWidth));
  if (!interval.has_value()) {
    out->append("  too few documents to tell\n");
    return;
  }
  const double low = interval->low * row.figure.scale;
  const double high = interval->high * row.figure.scale;
  out->append("  ").append(Signed(low, digits)).append(" to ").append(Signed(high, digits));
  if (low > 0 || high < 0) {
    out->append((low > 0) == row.figure.more_is_better ? "  better" : "  WORSE");
  } else {
    out->append("  noise");
  }
  out->push_back('\n');
}

void AppendDocuments(const FileTally& a, const FileTally& b, std::string* out) {
  struct Shown {
    Count count;
    std::string_view name;
  };
  constexpr Shown kShown[] = {{kMaskedGold, "masked"},       {kTypedGold, "typed"},  {kExactGold, "exact"},
                              {kLettersHit, "letters hit"},  {kFoundCount, "found"}, {kRight, "right"},
                              {kLettersOver, "letters over"}};
  std::string lines;
  std::size_t changed = 0;
  for (std::size_t i = 0; i < a.documents.size(); ++i) {
    const DocumentTally& first = a.documents[i];
    const DocumentTally& second = b.documents[i];
    std::string changes;
    for (const std::string& type : TypesOf(first, second)) {
      const Tally before = TallyOf(first, type);
      const Tally after = TallyOf(second, type);
      if (before == after) continue;
      changes.append(changes.empty() ? ": " : "; ").append(type);
      for (const Shown& shown : kShown) {
        if (before[shown.count] == after[shown.count]) continue;
        changes.append(" ").append(shown.name).append(" ").append(std::to_string(before[shown.count]));
        changes.append("->").append(std::to_string(after[shown.count]));
      }
    }
    if (changes.empty()) continue;
    ++changed;
    lines.append("    ").append(first.id).append(changes).push_back('\n');
  }
  out->append("  ").append(std::to_string(changed)).append(changed == 1 ? " document" : " documents");
  out->append(changed == 0 ? " changed\n" : " changed:\n").append(lines);
}

void AppendFile(const FileTally& a, const FileTally& b, std::string* out) {
  out->append(b.file).append(": ").append(std::to_string(b.documents.size())).append(" documents\n");
  std::vector<Row> rows = RowsOf(a, b);
  // What did not change needs no interval.
  const auto same = [](const Row& row) {
    const Ratio& first = row.ratios.first;
    const Ratio& second = row.ratios.second;
    return std::equal(first.begin(), first.end(), second.begin(), second.end(), [](const Term& x, const Term& y) {
      return x.document == y.document && x.part == y.part && x.whole == y.whole;
    });
  };
  rows.erase(std::remove_if(rows.begin(), rows.end(), same), rows.end());
  std::vector<std::pair<Ratio, Ratio>> pairs;
  pairs.reserve(rows.size());
  for (const Row& row : rows) pairs.push_back(row.ratios);
  const std::vector<std::optional<Interval>> intervals = IntervalsOfDifference(a.documents.size(), pairs);
  if (!rows.empty()) {
    out->append("  ").append(Left("type", kTypeWidth)).append(Left("figure", kFigureWidth));
    for (const std::string_view title : {"before", "after", "change"}) out->append(Right(title, kNumberWidth));
    out->append("  95 % of the change\n");
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::optional<double> before = Scaled(rows[i].figure, rows[i].ratios.first);
    const std::optional<double> after = Scaled(rows[i].figure, rows[i].ratios.second);
    if (before.has_value() && after.has_value()) {
      AppendFigure(rows[i], *before, *after, intervals[i], out);
    } else {
      out->append("  ").append(Left(rows[i].type, kTypeWidth)).append(Left(rows[i].figure.name, kFigureWidth));
      for (const std::optional<double>& value : {before, after}) {
        out->append(Right(value.has_value() ? ShownNumber(*value, rows[i].figure.digits) : "-", kNumberWidth));
      }
      out->push_back('\n');
    }
  }
  AppendDocuments(a, b, out);
}

}  // namespace

ExitCode CompareRuns(const std::string& first, const std::string& second, std::string* out) {
  std::vector<FileTally> before;
  std::vector<FileTally> after;
  if (const ExitCode code = ReadRun(first, &before); code != kDone) return code;
  if (const ExitCode code = ReadRun(second, &after); code != kDone) return code;
  const auto not_the_same = [&](std::string_view why) {
    std::string message = first;
    message.append(" and ").append(second).append(" are not of the same gold: ").append(why);
    return Complain(kInputFailed, message);
  };
  if (before.size() != after.size()) return not_the_same("the number of files differs");
  for (std::size_t i = 0; i < before.size(); ++i) {
    std::string why = WhyNotTheSame(before[i], after[i]);
    if (!why.empty()) return not_the_same(why.insert(0, "file " + std::to_string(i + 1) + ", "));
    AppendFile(before[i], after[i], out);
  }
  return kDone;
}

}  // namespace maske::cli
