#include "cli/settings.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include "cli/lists.h"
#include "cli/suggest.h"

namespace maske::cli {
namespace {

constexpr double kStrictThreshold = 0.3;
constexpr unsigned kMostThreads = 256;

bool Contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

ExitCode MakeFilter(const Arguments& arguments, const std::vector<std::string>& more_dirs, FilterPointer* filter) {
  FilterOptions options;
  options.pattern_dirs = arguments.Values(FlagId::kOnlyPatterns);
  options.builtin_patterns = options.pattern_dirs.empty();
  for (const std::string& dir : arguments.Values(FlagId::kPatterns)) options.pattern_dirs.push_back(dir);
  options.pattern_dirs.insert(options.pattern_dirs.end(), more_dirs.begin(), more_dirs.end());
  if (const ExitCode code = ReadLists(arguments, &options); code != kDone) return code;
  Result<FilterPointer> made = Filter::Create(options);
  if (!made.ok()) return Complain(made.status(), "");
  *filter = std::move(made).value();
  RemarkEverydayNames(arguments, **filter);
  return kDone;
}

ExitCode NamedTypes(const Arguments& arguments, FlagId flag, const Filter& filter, std::vector<std::string>* types) {
  *types = arguments.List(flag);
  std::vector<std::string_view> known;
  for (const TypeDescription& type : filter.Types()) known.push_back(type.name);
  for (const std::string& type : *types) {
    if (std::find(known.begin(), known.end(), type) != known.end()) continue;
    std::string message = "--";
    message.append(FlagOf(flag).name).append(": ");
    if (type.empty()) {
      message.append("an empty name between the commas");
    } else {
      message.append("there is no type \"").append(type).append("\"").append(DidYouMean(type, known));
      message.append("; maske patterns list shows them");
    }
    return Complain(kUsage, message);
  }
  return kDone;
}

ExitCode NamedLanguages(const Arguments& arguments, const Filter& filter, std::vector<std::string>* languages) {
  *languages = arguments.List(FlagId::kLang);
  const std::vector<std::string> known = filter.Languages();
  for (const std::string& language : *languages) {
    if (std::find(known.begin(), known.end(), language) != known.end()) continue;
    if (language.empty()) return Complain(kUsage, "--lang: an empty name between the commas");
    std::string message = "--lang: there is no language \"";
    message.append(language).append("\"; there are ");
    for (const std::string& code : known) message.append(&code == &known.front() ? "" : ", ").append(code);
    return Complain(kUsage, message);
  }
  return kDone;
}

ExitCode NamedRules(const Arguments& arguments, const Filter& filter, std::vector<std::string>* rules) {
  *rules = arguments.List(FlagId::kExcludeRules);
  std::vector<RuleDescription> known;
  if (!rules->empty()) known = filter.Rules();
  std::vector<std::string_view> names;
  names.reserve(known.size());
  for (const RuleDescription& rule : known) names.push_back(rule.id);
  for (const std::string& rule : *rules) {
    if (std::find(names.begin(), names.end(), rule) != names.end()) continue;
    if (rule.empty()) return Complain(kUsage, "--exclude-rules: an empty name between the commas");
    std::string message = "--exclude-rules: there is no rule \"";
    message.append(rule).append("\"").append(DidYouMean(rule, names)).append("; maske patterns list shows them");
    return Complain(kUsage, message);
  }
  return kDone;
}

ExitCode MakeStyle(const Arguments& arguments, Policy* policy) {
  policy->style = arguments.Value(FlagId::kStyle);
  if (const Result<std::string> example = StyleExample(policy->style); !example.ok()) {
    return Complain(example.status(), "--style");
  }
  if (arguments.Has(FlagId::kRestoreStrict) && arguments.Has(FlagId::kRestoreLoose)) {
    return WrongUsage(arguments.command(), "--restore-strict and --restore-loose say opposite things; leave one out");
  }
  if (arguments.Has(FlagId::kRestoreStrict)) policy->restoring = Restoring::kStrict;
  if (arguments.Has(FlagId::kRestoreLoose)) policy->restoring = Restoring::kLoose;
  return kDone;
}

ExitCode MakePolicy(const Arguments& arguments, const Filter& filter, Policy* policy) {
  if (const ExitCode code = NamedTypes(arguments, FlagId::kTypes, filter, &policy->types); code != kDone) return code;
  if (const ExitCode code = NamedTypes(arguments, FlagId::kExcludeTypes, filter, &policy->exclude_types);
      code != kDone) {
    return code;
  }
  if (const ExitCode code = MakeStyle(arguments, policy); code != kDone) return code;
  const std::string_view profile = arguments.Value(FlagId::kProfile);
  if (profile == "fast") policy->name_model = NameModel::kOff;
  if (profile == "strict") {
    policy->name_model = NameModel::kStrict;
    policy->threshold = kStrictThreshold;
  }
  if (arguments.Has(FlagId::kThreshold)) {
    const std::string_view text = arguments.Value(FlagId::kThreshold);
    double value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 1)) {
      return WrongUsage(
          arguments.command(),
          std::string("--threshold takes a number from 0 to 1 such as 0.5, not \"").append(text).append("\""));
    }
    policy->threshold = value;
  }
  if (const ExitCode code = NamedLanguages(arguments, filter, &policy->languages); code != kDone) return code;
  if (const ExitCode code = NamedRules(arguments, filter, &policy->exclude_rules); code != kDone) return code;
  if (arguments.Value(FlagId::kLabels) == "de") policy->labels = LabelLanguage::kGerman;
  policy->line_by_line = arguments.Has(FlagId::kLineBuffered);
  policy->salutations = arguments.Has(FlagId::kSalutations);
  policy->binary = arguments.Has(FlagId::kBinary);
  return kDone;
}

bool FilesApart(const Arguments& arguments) { return arguments.Value(FlagId::kScope) == "document"; }

ExitCode MakeThreads(const Arguments& arguments, bool apart, unsigned* threads) {
  const std::string_view text = arguments.Value(FlagId::kJobs, "1");
  unsigned count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count > kMostThreads) {
    return WrongUsage(arguments.command(), "--jobs takes a number of threads from 0 (all processors) to " +
                                               std::to_string(kMostThreads) + ", not \"" + std::string(text) + "\"");
  }
  if (!apart) return kDone;
  *threads = count > 0 ? count : std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
  return kDone;
}

bool LooksFor(const Filter& filter, const Policy& policy, std::string_view type) {
  if (Contains(policy.exclude_types, type)) return false;
  if (!policy.types.empty()) return Contains(policy.types, type);
  for (const TypeDescription& known : filter.Types()) {
    if (known.name == type) return known.on_by_default;
  }
  return false;
}

OffsetUnit UnitOf(const Arguments& arguments) {
  const std::string_view unit = arguments.Value(FlagId::kOffsets);
  if (unit == "codepoint") return OffsetUnit::kCodePoint;
  if (unit == "utf16") return OffsetUnit::kUtf16;
  return OffsetUnit::kByte;
}

}  // namespace maske::cli
