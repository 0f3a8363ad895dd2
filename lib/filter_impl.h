// What a Filter holds and what a Policy becomes when it meets one; shared by filter.cc, engine.cc and session.cc.
#ifndef MASKE_FILTER_IMPL_H_
#define MASKE_FILTER_IMPL_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/candidate.h"
#include "maske/filter.h"
#include "maske/session.h"
#include "match/pattern_set.h"
#include "names/tagged.h"
#include "names/tagger_pool.h"
#include "phrases/allow.h"
#include "phrases/table.h"
#include "redact/forms.h"
#include "redact/label_table.h"
#include "redact/restorer.h"
#include "resolve/resolver.h"

namespace maske {

struct Filter::Impl {
  struct Rule {
    std::string id;
    TypeId type = 0;
    std::string origin;
    std::string trigger;
    std::string countries;  // whom it is for: ISO 3166-1, blanks between the codes
    std::string languages;  // ISO 639-1; both empty: everybody
    std::string_view evidence;  // RuleDescription::evidence; of static duration
  };

  std::shared_ptr<const match::PatternSet> patterns;
  bool detectors = true;                       // names and addresses
  std::unique_ptr<names::TaggerPool> taggers;  // nullptr: there is no name model
  std::vector<std::string> type_names;
  redact::LabelTable labels;
  std::vector<Rule> rules;  // patterns, then names, addresses, literal
  RuleId first_name_rule = 0;
  RuleId first_address_rule = 0;
  RuleId literal_rule = 0;
  RuleId deny_rule = 0xFFFF;  // of no rule when there is no such list
  RuleId people_rule = 0xFFFF;
  phrases::Table phrases;  // of deny and people
  phrases::AllowList allow;
  bool organizations = false;  // people names some
  std::vector<std::string> everyday_names;
};

// A policy resolved against the tables of one filter.
struct Plan {
  explicit Plan(redact::Forms f) : forms(std::move(f)) {}
  redact::Forms forms;  // how placeholders are written and read
  redact::Tolerance tolerance = redact::Tolerance::kBent;
  std::vector<bool> compete;  // by type: takes part in resolving
  std::vector<bool> report;   // by type: is a finding when it wins
  std::vector<bool> foreign;   // by rule: is for other languages than those asked for; empty: none is
  std::vector<bool> rule_off;  // by rule: finds nothing, being foreign or excluded; empty: none
  float threshold = 0.5F;
  bool name_model = false;
  names::OperatingPoint name_point;
  bool binary = false;
  bool lines = false;
  bool salutations = false;         // salutations and titles are masked with their name
  std::vector<Operator> operators;  // by type; empty: placeholders
  std::shared_ptr<const OperatorKey> operator_key;
  bool surrogates = false;  // some type has them: they are read, and masked where the input has some
  bool one_output = false;  // texts of a session follow each other
  bool forms_only = false;  // nothing but text that looks like a placeholder is looked for
};

Finding ToFinding(const Filter::Impl& filter, const resolve::Span& span);
Status PlanOperators(const Filter::Impl& filter, const Policy& policy, Plan* plan);
Result<Plan> MakePlan(const Filter::Impl& filter, const Policy& policy);

}  // namespace maske

#endif  // MASKE_FILTER_IMPL_H_
