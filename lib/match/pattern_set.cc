// See pattern_set.h.
#include "match/pattern_set.h"

#include <algorithm>
#include <limits>

#include "base/types.h"
#include "match/load.h"
#include "match/set_impl.h"

namespace maske::match {
namespace {

// The id of a type name, which is appended when it is new.
TypeId IdOf(std::string_view name, std::vector<std::string>* names) {
  const auto at = std::find(names->begin(), names->end(), name);
  if (at != names->end()) return static_cast<TypeId>(at - names->begin());
  names->emplace_back(name);
  return static_cast<TypeId>(names->size() - 1);
}

}  // namespace

void PatternSetImpl::Add(const Pattern& pattern, TypeId type) {
  runners_.push_back(std::make_unique<Runner>(&pattern));
  types_.push_back(type);
}

void PatternSetImpl::Build() {
  for (std::size_t row = 0; row < runners_.size(); ++row)
    dispatch_.Add(runners_[row]->pattern(), static_cast<std::uint16_t>(row));
  dispatch_.Build();
  if (dispatch_.scanned().empty()) return;
  scanner_ = std::make_unique<Scanner>();
  for (std::uint16_t row : dispatch_.scanned()) scanner_->Add(runners_[row]->pattern(), row);
}

PatternInfo PatternSetImpl::info(std::size_t index) const {
  const Pattern& pattern = runners_[index]->pattern();
  return {pattern.id,        types_[index],     pattern.origin,
          pattern.countries, pattern.languages, kEventNames[static_cast<std::size_t>(pattern.starts.front().event)]};
}

Result<std::shared_ptr<const PatternSet>> PatternSet::Create(bool builtin, const std::vector<std::string>& dirs,
                                                             std::vector<std::string>* type_names) {
  auto set = std::make_shared<PatternSetImpl>();
  std::vector<std::string> names = *type_names;
  if (builtin) {
    for (const Pattern& pattern : BuiltinPatterns()) set->Add(pattern, IdOf(pattern.type, &names));
  }
  LoadedPatterns loaded;
  for (const std::string& dir : dirs) {
    if (Status status = LoadPatternDirectory(dir, dir, &loaded); !status) return status;
  }
  for (const auto& pattern : loaded.patterns) {
    if (!builtin) break;
    for (const Pattern& other : BuiltinPatterns()) {
      if (other.id != pattern->id) continue;
      loaded.faults.push_back(
          FaultLine(pattern->file, pattern->lines.id, "id '" + pattern->id + "' is that of a built-in pattern"));
    }
  }
  if (!loaded.faults.empty()) {
    std::string message = loaded.faults.front();
    if (loaded.faults.size() > 1) message += " (and " + std::to_string(loaded.faults.size() - 1) + " more faults)";
    return Status(ErrorCode::kPattern, message);
  }
  for (const auto& pattern : loaded.patterns) set->Add(pattern->pattern, IdOf(pattern->type, &names));
  constexpr std::size_t kMost = std::numeric_limits<RuleId>::max() / 2;  // rules of detectors come behind
  if (set->size() > kMost || names.size() > kMost) return Status(ErrorCode::kPattern, "too many patterns or types");
  set->Keep(std::move(loaded));
  set->Build();
  *type_names = std::move(names);
  return std::shared_ptr<const PatternSet>(std::move(set));
}

Result<std::vector<std::string>> CheckDirectory(const std::string& dir) {
  LoadedPatterns loaded;
  if (Status status = LoadPatternDirectory(dir, dir, &loaded); !status) return status;
  return std::move(loaded.faults);
}

}  // namespace maske::match
