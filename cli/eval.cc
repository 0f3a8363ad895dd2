// maske eval: how well is found what gold says is there. Each document is a session of its own, looked at by the library
// in this process; gold is read a document at a time, kept are its counts. Examples hold text of the gold and are shown
// because they were asked for. docs/evaluation.md defines the figures and formats. Covered by tests/cli/eval*_test.cc.
#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "cli/eval_compare.h"
#include "cli/eval_figures.h"
#include "cli/eval_json.h"
#include "cli/eval_labels.h"
#include "cli/eval_score.h"
#include "cli/eval_table.h"
#include "cli/gold.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/suggest.h"

namespace maske::cli {
namespace {

constexpr std::string_view kLiteralType = "LITERAL";  // text that looks like a placeholder, no finding of a person

struct Evaluation {
  FilterPointer filter;
  Policy policy;
  bool with_literals = false;
  Labels labels;
  ExampleLimits limits;
  bool by_rule = false;
  // With --by-evidence, policies for names: by context alone, with the lexicon, with memory; the evaluation's own has it all.
  std::vector<Policy> steps;
};

bool IsFolder(const std::string& name) {
  struct stat state {};
  return ::stat(name.c_str(), &state) == 0 && S_ISDIR(state.st_mode);
}

// A number of examples; 0 when the flag is not given.
ExitCode CountOf(const Arguments& arguments, FlagId flag, std::size_t* count) {
  if (!arguments.Has(flag)) return kDone;
  const std::string_view text = arguments.Value(flag);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *count);
  if (error == std::errc() && end == text.data() + text.size()) return kDone;
  std::string message = "--";
  message.append(FlagOf(flag).name).append(" takes a number such as 20, not \"").append(text).append("\"");
  return WrongUsage(kEval, message);
}

ExitCode TakeLabels(const Arguments& arguments, const Filter& filter, Labels* labels) {
  std::vector<std::string_view> known;
  const std::vector<TypeDescription> types = filter.Types();
  known.reserve(types.size());
  for (const TypeDescription& type : types) known.push_back(type.name);
  for (const std::string& pair : arguments.Values(FlagId::kLabelMap)) {
    const std::size_t equals = pair.rfind('=');  // a label may hold one, a type does not
    if (equals == std::string::npos || equals == 0) {
      return WrongUsage(kEval, "--label-map takes FROM=TO such as PER=PERSON, not \"" + pair + "\"");
    }
    const std::string to = pair.substr(equals + 1);
    if (!to.empty() && std::find(known.begin(), known.end(), to) == known.end()) {
      std::string message = "--label-map: there is no type \"";
      message.append(to).append("\"").append(DidYouMean(to, known)).append("; maske patterns list shows them");
      return Complain(kUsage, message);
    }
    labels->Map(pair.substr(0, equals), to);
  }
  return kDone;
}

ExitCode FormatOf(const Arguments& arguments, const std::string& name, GoldFormat* format) {
  const std::string_view said = arguments.Value(FlagId::kGoldFormat);
  if (said == "jsonl") *format = GoldFormat::kJsonLines;
  if (said == "conll") *format = GoldFormat::kConll;
  if (said == "brat") *format = GoldFormat::kBrat;
  if (!said.empty()) return kDone;
  const std::optional<GoldFormat> told = GoldFormatOf(name);
  if (!told.has_value()) {
    return WrongUsage(
        kEval, name + ": the name does not say how the gold is written; say --gold-format jsonl, conll " + "or brat");
  }
  *format = *told;
  return kDone;
}

ExitCode EvaluateFile(const Evaluation& evaluation, const Policy& policy, const std::string& name, GoldFormat format,
                      FileTally* tally) {
  tally->file = ShownName(name);
  return ReadGold(name, format, [&](const GoldDocument& gold) {
    Result<std::vector<Finding>> found = evaluation.filter->Detect(gold.text, policy, OffsetUnit::kByte);
    if (!found.ok()) {
      return Complain(found.status(), ShownName(gold.file) + ": line " + std::to_string(gold.line));
    }
    if (!evaluation.with_literals) {
      found->erase(std::remove_if(found->begin(), found->end(),
                                  [](const Finding& finding) { return finding.type == kLiteralType; }),
                   found->end());
    }
    AddDocument(gold, *found, evaluation.labels, evaluation.limits, tally);
    return kDone;
  });
}

// The rules of names whose evidence comes behind the first `known` kinds.
std::vector<std::string> RulesBehind(const Filter& filter, std::size_t known) {
  std::vector<std::string> rules;
  for (const RuleDescription& rule : filter.Rules()) {
    if (rule.evidence.empty()) continue;
    const auto kind = std::find(std::begin(kEvidence), std::end(kEvidence), rule.evidence);
    if (static_cast<std::size_t>(kind - std::begin(kEvidence)) >= known) rules.emplace_back(rule.id);
  }
  return rules;
}

void TakeSteps(Evaluation* evaluation) {
  for (std::size_t known = 1; known < std::size(kEvidence); ++known) {
    Policy policy = evaluation->policy;
    policy.name_model = NameModel::kOff;  // what it finds teaches the memory too
    for (std::string& rule : RulesBehind(*evaluation->filter, known)) policy.exclude_rules.push_back(std::move(rule));
    evaluation->steps.push_back(std::move(policy));
  }
}

// The same gold once a step, from context alone to everything but the model, and the whole that is known already.
ExitCode AppendEvidence(const Evaluation& evaluation, const std::string& name, GoldFormat format,
                        const FileReport& whole, std::string* text) {
  std::vector<FileReport> reports;
  for (const Policy& policy : evaluation.steps) {
    FileTally tally;
    if (const ExitCode code = EvaluateFile(evaluation, policy, name, format, &tally); code != kDone) return code;
    reports.push_back(MakeReport(tally));
  }
  reports.push_back(whole);
  AppendSteps(reports, text);
  return kDone;
}

ExitCode Compare(const Arguments& arguments) {
  const std::vector<std::string>& operands = arguments.operands();
  if (operands.size() != 1) return WrongUsage(kEval, "--compare takes two runs: --compare A.json B.json");
  std::string text;
  const ExitCode code = CompareRuns(std::string(arguments.Value(FlagId::kCompare)), operands.front(), &text);
  if (code != kDone) return code;
  Output output;
  if (const ExitCode opened = output.Open(""); opened != kDone) return opened;
  (void)output.Write(text);
  if (const ExitCode finished = output.Finish(); finished != kDone) return finished;
  return output.Commit();
}

// Tables as files are done, and everything as JSON; an output that is not wanted is null.
ExitCode EvaluateAll(const Evaluation& evaluation, const std::vector<std::string>& names,
                     const std::vector<GoldFormat>& formats, Output* table, Output* json) {
  if (json != nullptr && !json->Write("{\"maske_eval\":1,\"files\":[")) return json->Report();
  for (std::size_t i = 0; i < names.size(); ++i) {
    FileTally tally;
    if (const ExitCode code = EvaluateFile(evaluation, evaluation.policy, names[i], formats[i], &tally); code != kDone)
      return code;
    const FileReport report = MakeReport(tally);
    std::string text;
    if (table != nullptr) {
      AppendTable(tally, report, &text);
      if (evaluation.by_rule) AppendRules(tally, &text);
      if (!evaluation.steps.empty()) {
        const ExitCode code = AppendEvidence(evaluation, names[i], formats[i], report, &text);
        if (code != kDone) return code;
      }
      AppendExamples(tally, evaluation.limits.wrong, &text);
      if (!table->Write(text) || !table->Flush()) return table->Report();
    }
    if (json == nullptr) continue;
    text = i == 0 ? "\n" : ",\n";
    AppendJsonFile(tally, report, &text);
    if (!json->Write(text)) return json->Report();
  }
  if (json != nullptr && !json->Write("\n]}\n")) return json->Report();
  return kDone;
}

}  // namespace

ExitCode RunEval(const Arguments& arguments) {
  if (arguments.Has(FlagId::kCompare)) return Compare(arguments);
  const std::vector<std::string>& names = arguments.operands();
  if (names.empty()) return WrongUsage(kEval, "eval needs gold: maske eval GOLD... (- is standard input)");
  Evaluation evaluation;
  std::vector<GoldFormat> formats(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (const ExitCode code = FormatOf(arguments, names[i], &formats[i]); code != kDone) return code;
    if (IsFolder(names[i]) && formats[i] == GoldFormat::kBrat) continue;
    if (const ExitCode code = CheckInputs({names[i]}, -1, arguments.Value(FlagId::kJson)); code != kDone) return code;
  }
  if (std::count(names.begin(), names.end(), "-") > 1) {
    return Complain(kUsage, "standard input (-) can be read only once; name it once");
  }
  if (const ExitCode code = CountOf(arguments, FlagId::kMisses, &evaluation.limits.missed); code != kDone) return code;
  if (const ExitCode code = CountOf(arguments, FlagId::kFalse, &evaluation.limits.wrong); code != kDone) return code;
  if (const ExitCode code = MakeFilter(arguments, {}, &evaluation.filter); code != kDone) return code;
  if (const ExitCode code = MakePolicy(arguments, *evaluation.filter, &evaluation.policy); code != kDone) return code;
  if (const ExitCode code = TakeLabels(arguments, *evaluation.filter, &evaluation.labels); code != kDone) return code;
  const std::vector<std::string>& types = evaluation.policy.types;
  evaluation.with_literals = std::find(types.begin(), types.end(), kLiteralType) != types.end();
  evaluation.by_rule = arguments.Has(FlagId::kByRule);
  if (arguments.Has(FlagId::kByEvidence)) {
    if (std::find(names.begin(), names.end(), "-") != names.end()) {
      return WrongUsage(kEval, "--by-evidence reads the gold several times and cannot take it from standard input");
    }
    TakeSteps(&evaluation);
  }

  Output table;
  Output json;
  const bool with_json = arguments.Has(FlagId::kJson);
  const bool json_only = with_json && arguments.Value(FlagId::kJson) == "-";
  if (!json_only) {
    if (const ExitCode code = table.Open(""); code != kDone) return code;
  }
  if (with_json) {
    if (const ExitCode code = json.Open(arguments.Value(FlagId::kJson)); code != kDone) return code;
  }
  const ExitCode code =
      EvaluateAll(evaluation, names, formats, json_only ? nullptr : &table, with_json ? &json : nullptr);
  if (code != kDone) return code;
  for (Output* output : {&table, &json}) {
    if (output->fd() < 0) continue;
    if (const ExitCode finished = output->Finish(); finished != kDone) return finished;
  }
  for (Output* output : {&table, &json}) {
    if (output->fd() < 0) continue;
    if (const ExitCode committed = output->Commit(); committed != kDone) return committed;
  }
  return kDone;
}

}  // namespace maske::cli
