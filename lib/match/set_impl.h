// A pattern set from inside: patterns, runners, dispatch tables, the automaton of those without an event.
// Immutable after Build; what compiles late does so once, thread-safe.
#ifndef MASKE_MATCH_SET_IMPL_H_
#define MASKE_MATCH_SET_IMPL_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/types.h"
#include "match/dispatch.h"
#include "match/load.h"
#include "match/pattern.h"
#include "match/pattern_set.h"
#include "match/runner.h"
#include "match/scanner.h"

namespace maske::match {

class PatternSetImpl : public PatternSet {
 public:
  // The pattern must outlive the set. At most 65,535 of them.
  void Add(const Pattern& pattern, TypeId type);
  void Keep(LoadedPatterns loaded) { kept_.push_back(std::move(loaded)); }
  // Call once, after the last Add.
  void Build();

  [[nodiscard]] std::size_t size() const override { return runners_.size(); }
  [[nodiscard]] PatternInfo info(std::size_t index) const override;

  [[nodiscard]] const Runner& runner(std::size_t row) const { return *runners_[row]; }
  [[nodiscard]] TypeId type(std::size_t row) const { return types_[row]; }
  [[nodiscard]] const Dispatch& dispatch() const { return dispatch_; }
  [[nodiscard]] const Scanner* scanner() const { return scanner_.get(); }  // nullptr when no pattern needs it

 private:
  std::vector<std::unique_ptr<Runner>> runners_;
  std::vector<TypeId> types_;
  std::vector<LoadedPatterns> kept_;
  Dispatch dispatch_;
  std::unique_ptr<Scanner> scanner_;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_SET_IMPL_H_
