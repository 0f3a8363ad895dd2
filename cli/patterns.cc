// maske patterns: list shows what is looked for, check names the faults of a folder of pattern files, test times its examples, checks shows the
// check functions that a pattern may name.
#include "maske/patterns.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cli/output.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/suggest.h"

namespace maske::cli {
namespace {

constexpr std::string_view kBuiltIn = "built in";

template <std::size_t kColumns>
std::string Table(const std::vector<std::array<std::string_view, kColumns>>& rows) {
  std::array<std::size_t, kColumns> widths{};
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string table;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      table.append(row[i]);
      if (i + 1 < row.size()) table.append(widths[i] - row[i].size() + 2, ' ');
    }
    table.push_back('\n');
  }
  return table;
}

ExitCode Write(std::string_view text) {
  Output output;
  if (const ExitCode code = output.Open(""); code != kDone) return code;
  (void)output.Write(text);
  if (const ExitCode code = output.Finish(); code != kDone) return code;
  return output.Commit();
}

Result<FilterPointer> LoadOnly(const std::string& dir) {
  FilterOptions options;
  options.builtin_patterns = false;
  options.pattern_dirs = {dir};
  return Filter::Create(options);
}

ExitCode List(const Arguments& arguments, const std::vector<std::string>& dirs) {
  FilterPointer filter;
  if (const ExitCode code = MakeFilter(arguments, dirs, &filter); code != kDone) return code;
  const std::vector<RuleDescription> rules = filter->Rules();
  std::vector<std::array<std::string_view, 5>> rows{{"ID", "TYPE", "TRIGGER", "FOR", "ORIGIN"}};
  for (const RuleDescription& rule : rules) {
    const std::string_view whom = rule.countries.empty() ? rule.languages : rule.countries;
    rows.push_back({rule.id, rule.type, rule.trigger, whom.empty() ? "all" : whom, rule.origin});
  }
  return Write(Table(rows));
}

ExitCode Checks() {
  std::vector<std::array<std::string_view, 2>> rows{{"NAME", "SOURCE"}};
  for (const CheckDescription& check : PatternChecks()) rows.push_back({check.name, check.source});
  return Write(Table(rows));
}

ExitCode Check(const Arguments& arguments, const std::vector<std::string>& dirs) {
  if (arguments.Has(FlagId::kPatterns) || arguments.Has(FlagId::kOnlyPatterns)) {
    return WrongUsage(kPatterns, "patterns check takes its folders without an option: maske patterns check DIR");
  }
  if (dirs.empty()) {
    return WrongUsage(kPatterns,
                      "patterns check needs a folder: maske patterns check DIR (what is built in was checked "
                      "when maske was built)");
  }
  std::string lines;
  std::size_t faults = 0;
  for (const std::string& dir : dirs) {
    Result<std::vector<std::string>> found = CheckPatterns(dir);
    if (!found.ok()) return Complain(found.status(), "");
    faults += found->size();
    for (const std::string& fault : *found) lines.append(fault).push_back('\n');
    if (!found->empty()) continue;
    const Result<FilterPointer> filter = LoadOnly(dir);
    if (!filter.ok()) {
      ++faults;
      lines.append(filter.status().message()).push_back('\n');
      continue;
    }
    const std::vector<RuleDescription> rules = (*filter)->Rules();
    const auto patterns = std::count_if(rules.begin(), rules.end(), [](const auto& r) { return r.origin != kBuiltIn; });
    lines.append(dir).append(": ").append(std::to_string(patterns)).append(patterns == 1 ? " pattern" : " patterns");
    lines.append(", no fault\n");
  }
  if (const ExitCode code = Write(lines); code != kDone) return code;
  if (faults == 0) return kDone;
  return Complain(kUsage, std::to_string(faults) + (faults == 1 ? " fault" : " faults"));
}

ExitCode Test(const std::vector<std::string>& dirs) {
  if (dirs.empty()) {
    return WrongUsage(kPatterns,
                      "patterns test needs a folder: maske patterns test DIR (what is built in was tested "
                      "when maske was built)");
  }
  std::vector<std::string> faults;
  std::vector<std::array<std::string, 5>> cells;
  for (const std::string& dir : dirs) {
    Result<PatternTests> tests = TestPatterns(dir);
    if (!tests.ok()) return Complain(tests.status(), "");
    faults.insert(faults.end(), tests->faults.begin(), tests->faults.end());
    for (const PatternTest& test : tests->patterns) {
      cells.push_back({test.id, std::to_string(test.matching), std::to_string(test.not_matching),
                       std::to_string(static_cast<long>(test.example_nanoseconds)), test.origin});
    }
  }
  std::vector<std::array<std::string_view, 5>> rows{{"ID", "MATCH", "NO_MATCH", "NS/EXAMPLE", "ORIGIN"}};
  for (const auto& row : cells) rows.push_back({row[0], row[1], row[2], row[3], row[4]});
  std::string text = Table(rows);
  for (const std::string& fault : faults) text.append(fault).push_back('\n');
  if (const ExitCode code = Write(text); code != kDone) return code;
  if (faults.empty()) return kDone;
  return Complain(kUsage, std::to_string(faults.size()) + (faults.size() == 1 ? " fault" : " faults"));
}

}  // namespace

ExitCode RunPatterns(const Arguments& arguments) {
  if (arguments.operands().empty()) return WrongUsage(kPatterns, "say what to do: maske patterns list, check or test");
  const std::string& action = arguments.operands().front();
  const std::vector<std::string> dirs(arguments.operands().begin() + 1, arguments.operands().end());
  if (action == "list") return List(arguments, dirs);
  if (action == "check") return Check(arguments, dirs);
  if (action == "test") return Test(dirs);
  if (action == "checks" && dirs.empty()) return Checks();
  constexpr std::array<std::string_view, 4> kActions{"list", "check", "test", "checks"};
  return WrongUsage(kPatterns,
                    "patterns can list, check and test, not \"" + action + "\"" + DidYouMean(action, kActions));
}

}  // namespace maske::cli
