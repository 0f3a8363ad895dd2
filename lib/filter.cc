// Wires the stages: the tables of a filter (types, labels, rules) and the detection of one whole text.
#include "maske/filter.h"

#include <algorithm>

#include "address/detector.h"
#include "base/types.h"
#include "engine.h"
#include "filter_impl.h"
#include "languages.h"
#include "lists.h"
#include "names/describe.h"
#include "names/detector.h"
#include "offsets.h"

namespace maske {
namespace {

// Gathers findings; drops the text.
class Collector : public Engine::Consumer {
 public:
  explicit Collector(const Filter::Impl& filter) : filter_(filter) {}
  Status OnPlain(std::string_view) override { return Status::Ok(); }
  Status OnFinding(const resolve::Span& span, std::string_view) override {
    findings.push_back(ToFinding(filter_, span));
    return Status::Ok();
  }
  Status OnFlush() override { return Status::Ok(); }

  std::vector<Finding> findings;

 private:
  const Filter::Impl& filter_;
};

void AddRules(const std::vector<std::string_view>& ids, TypeId type, Filter::Impl* impl) {
  for (const std::string_view id : ids) impl->rules.push_back({std::string(id), type, "built in", "words", "", "", ""});
}

// Marks the types of a list; the name of one that does not exist comes back.
std::optional<std::string> Mark(const Filter::Impl& filter, const std::vector<std::string>& names, bool value,
                                std::vector<bool>* marks) {
  for (const std::string& name : names) {
    const auto at = std::find(filter.type_names.begin(), filter.type_names.end(), name);
    if (at == filter.type_names.end()) return name;
    (*marks)[static_cast<std::size_t>(at - filter.type_names.begin())] = value;
  }
  return std::nullopt;
}

constexpr std::string_view kEnglishAddress = "address.english";  // and its kin

std::vector<std::string> LanguagesOf(const Filter::Impl& filter) {
  std::vector<std::string> all;
  for (const std::string_view language : LanguagesOfEurope()) all.emplace_back(language);
  for (const Filter::Impl::Rule& rule : filter.rules) {
    std::string_view list = rule.languages;
    for (; !list.empty(); list.remove_prefix(std::min<std::size_t>(list.size(), 3)))
      all.emplace_back(list.substr(0, 2));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// By rule: is it for other languages. Empty when all are asked for.
Status MarkForeign(const Filter::Impl& filter, const std::vector<std::string>& languages, std::vector<bool>* foreign) {
  if (languages.empty()) return Status::Ok();
  const std::vector<std::string> known = LanguagesOf(filter);
  for (const std::string& language : languages) {
    if (!std::binary_search(known.begin(), known.end(), language)) {
      return {ErrorCode::kInvalidArgument,
              "there is no language '" + language + "'; languages are codes of ISO 639-1, such as de"};
    }
  }
  for (const Filter::Impl::Rule& rule : filter.rules) {
    foreign->push_back(!IsForLanguages(rule.countries, rule.languages, languages));
  }
  return Status::Ok();
}

// By rule: finds nothing. Empty when each may.
Status MarkRulesOff(const Filter::Impl& filter, const std::vector<std::string>& excluded, Plan* plan) {
  plan->rule_off = plan->foreign;
  for (const std::string& name : excluded) {
    bool any = false;
    plan->rule_off.resize(filter.rules.size());
    for (std::size_t rule = 0; rule < filter.rules.size(); ++rule) {
      if (filter.rules[rule].id != name) continue;
      if (rule == filter.literal_rule || rule == filter.deny_rule) {
        return {ErrorCode::kInvalidArgument,
                "the rule '" + name + "' cannot be excluded: what it finds is always masked"};
      }
      any = plan->rule_off[rule] = true;
    }
    if (!any) return {ErrorCode::kInvalidArgument, "there is no rule '" + name + "'"};
  }
  return Status::Ok();
}

}  // namespace

Finding ToFinding(const Filter::Impl& filter, const resolve::Span& span) {
  Finding finding;
  finding.begin = static_cast<std::size_t>(span.begin);
  finding.end = static_cast<std::size_t>(span.end);
  finding.type = filter.type_names[span.type];
  finding.rule = filter.rules[span.rule].id;
  finding.score = std::min(1.0, static_cast<double>(span.score));
  return finding;
}

Result<Plan> MakePlan(const Filter::Impl& filter, const Policy& policy) {
  if (!(policy.threshold >= 0 && policy.threshold <= 1)) {
    return Status(ErrorCode::kInvalidArgument, "the threshold must lie between 0 and 1");
  }
  auto style = redact::Style::Create(policy.style);
  if (!style) return style.status();
  const std::size_t types = filter.type_names.size();
  Plan plan(redact::Forms(&filter.labels, std::move(style).value(), policy.labels == LabelLanguage::kGerman));
  plan.threshold = static_cast<float>(policy.threshold);
  switch (policy.restoring) {
    case Restoring::kStrict:
      plan.tolerance = redact::Tolerance::kStrict;
      break;
    case Restoring::kTolerant:
      plan.tolerance = redact::Tolerance::kBent;
      break;
    case Restoring::kLoose:
      plan.tolerance = redact::Tolerance::kLoose;
      break;
  }
  plan.binary = policy.binary;
  plan.lines = policy.line_by_line;
  plan.name_model = policy.name_model != NameModel::kOff && filter.taggers != nullptr;
  if (plan.name_model) {
    plan.name_point = names::OperatingPointOf(filter.taggers->model(), policy.name_model == NameModel::kStrict);
  }
  plan.salutations = policy.salutations;
  plan.compete.assign(types, true);
  plan.report.assign(types, policy.types.empty());
  for (TypeId type = 0; type < kBuiltinTypeCount; ++type) {
    if (BuiltinTypes()[type].on_by_default) continue;
    plan.compete[type] = false;
    plan.report[type] = false;
  }
  if (filter.organizations && policy.types.empty()) plan.report[kOrganization] = true;
  std::optional<std::string> unknown = Mark(filter, policy.types, true, &plan.report);
  if (!unknown) unknown = Mark(filter, policy.exclude_types, false, &plan.report);
  if (unknown) return Status(ErrorCode::kInvalidArgument, "there is no entity type '" + *unknown + "'");
  if (Status s = MarkForeign(filter, policy.languages, &plan.foreign); !s) return s;
  if (Status s = MarkRulesOff(filter, policy.exclude_rules, &plan); !s) return s;
  plan.report[kLiteral] = true;  // restoring depends on it (law 4)
  for (std::size_t type = 0; type < types; ++type) {
    if (plan.report[type]) plan.compete[type] = true;
  }
  if (Status s = PlanOperators(filter, policy, &plan); !s) return s;
  return plan;
}

Filter::Filter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Filter::~Filter() = default;

Result<std::shared_ptr<const Filter>> Filter::Create(const FilterOptions& options) {
  auto impl = std::make_unique<Impl>();
  for (const TypeInfo& type : BuiltinTypes()) impl->type_names.emplace_back(type.name);
  auto patterns = match::PatternSet::Create(options.builtin_patterns, options.pattern_dirs, &impl->type_names);
  if (!patterns) return patterns.status();
  impl->patterns = std::move(patterns).value();
  impl->detectors = options.builtin_patterns;
  if (const names::model::Model* model = names::model::Model::BuiltIn(); impl->detectors && model != nullptr) {
    impl->taggers = std::make_unique<names::TaggerPool>(model);
  } else if (impl->detectors && names::model::Model::Linked()) {
    return Status(ErrorCode::kResource,
                  "the name model that is linked in cannot be read: patterns/models/names.bin is damaged or of another "
                  "version; build again with the right file, or with none");
  }

  for (std::size_t type = 0; type < impl->type_names.size(); ++type) {
    const std::string& name = impl->type_names[type];
    const bool builtin = type < kBuiltinTypeCount;
    const auto wrong = impl->labels.Add(name, builtin ? BuiltinTypes()[type].label_en : std::string_view(name),
                                        builtin ? BuiltinTypes()[type].label_de : std::string_view(name));
    if (wrong) return Status(ErrorCode::kPattern, "entity type '" + name + "': " + *wrong);
  }
  for (std::size_t i = 0; i < impl->patterns->size(); ++i) {
    const match::PatternInfo info = impl->patterns->info(i);
    impl->rules.push_back({std::string(info.id), info.type, std::string(info.origin), std::string(info.trigger),
                           std::string(info.countries), std::string(info.languages), ""});
  }
  impl->first_name_rule = static_cast<RuleId>(impl->rules.size());
  if (impl->detectors) AddRules(names::Rules(), kPerson, impl.get());
  for (std::size_t i = impl->first_name_rule; const std::string_view evidence : names::RuleEvidence()) {
    if (i < impl->rules.size()) impl->rules[i++].evidence = evidence;
  }
  impl->first_address_rule = static_cast<RuleId>(impl->rules.size());
  if (impl->detectors) AddRules(address::Rules(), kAddress, impl.get());
  for (Impl::Rule& rule : impl->rules) {
    if (rule.type == kAddress && rule.id.starts_with(kEnglishAddress)) rule.languages = "en";
  }
  impl->literal_rule = static_cast<RuleId>(impl->rules.size());
  AddRules({"placeholder_form"}, kLiteral, impl.get());
  if (Status s = AddLists(options, impl.get()); !s) return s;
  return std::shared_ptr<const Filter>(new Filter(std::move(impl)));
}

const std::vector<std::string>& Filter::EverydayNames() const { return impl_->everyday_names; }

Result<std::vector<Finding>> Filter::Detect(std::string_view text, const Policy& policy, OffsetUnit unit) const {
  auto plan = MakePlan(*impl_, policy);
  if (!plan) return plan.status();
  names::NameMemory memory;
  Collector collector(*impl_);
  Engine engine(impl_.get(), &*plan, &memory, &collector);
  if (Status s = engine.Write(text); !s) return s;
  if (Status s = engine.Finish(); !s) return s;
  if (unit != OffsetUnit::kByte) {
    OffsetCounter counter(unit);
    for (Finding& finding : collector.findings) {
      finding.begin = counter.Convert(text, finding.begin);
      finding.end = counter.Convert(text, finding.end);
    }
  }
  return std::move(collector.findings);
}

Result<std::vector<Finding>> Filter::Detect(std::string_view text) const { return Detect(text, Policy{}); }

std::vector<TypeDescription> Filter::Types() const {
  std::vector<TypeDescription> types;
  for (std::size_t type = 0; type < impl_->type_names.size(); ++type) {
    const auto id = static_cast<TypeId>(type);
    types.push_back({impl_->type_names[type], impl_->labels.label(id, false), impl_->labels.label(id, true),
                     type >= kBuiltinTypeCount || BuiltinTypes()[type].on_by_default});
  }
  return types;
}

std::vector<RuleDescription> Filter::Rules() const {
  std::vector<RuleDescription> rules;
  for (const Impl::Rule& rule : impl_->rules) {
    rules.push_back({rule.id, impl_->type_names[rule.type], rule.origin, rule.trigger, rule.countries, rule.languages,
                     rule.evidence});
  }
  return rules;
}

std::vector<std::string> Filter::Languages() const { return LanguagesOf(*impl_); }

}  // namespace maske
