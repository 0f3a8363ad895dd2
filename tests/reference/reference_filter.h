// The slow filter: a whole text in, findings and masked text out, by the most obvious way through.
//
// It shares with the library the records of the patterns, the check functions, the type table and the machine that
// walks inside of key blocks (lib/redact/open_span, PEM only), and nothing else: every pattern is tried at every
// position of the whole text (pattern_reference.h), overlaps are resolved by reference_resolve.h, placeholder forms are
// found by a regular expression, numbers are given out from ordered maps. No tokens, no names, no addresses: compare it
// with a filter of pattern files alone (FilterOptions::builtin_patterns = false). Cost: patterns times bytes. Tested by
// tests/filter/fast_equals_slow_test.cc and fuzz/chunks_fuzz.cc.
#ifndef MASKE_TESTS_REFERENCE_REFERENCE_FILTER_H_
#define MASKE_TESTS_REFERENCE_REFERENCE_FILTER_H_

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "maske/filter.h"
#include "match/load.h"
#include "reference/pattern_reference.h"
#include "resolve/resolver.h"

namespace maske::reference {

class ReferenceFilter {
 public:
  // filter gives the tables of types, labels and rules only; patterns are the records of its pattern files. Both must
  // outlive the twin; every pattern must be a rule of the filter.
  ReferenceFilter(const Filter& filter, const match::LoadedPatterns& patterns, double threshold = 0.5);

  // Findings of a text, open spans in pieces, in order.
  [[nodiscard]] std::vector<resolve::Span> Detect(std::string_view text) const;
  // The masked text; numbers begin anew with each call, as in a new session.
  std::string Mask(std::string_view text);

 private:
  void AddLiterals(std::string_view text, std::vector<resolve::Span>* candidates) const;
  [[nodiscard]] bool IsPlaceholderForm(std::string_view form) const;
  std::string Placeholder(TypeId type, std::string_view original);

  struct Row {
    TypeId type = 0;
    RuleId rule = 0;
  };
  PatternReference patterns_;
  std::vector<Row> rows_;  // by pattern
  double threshold_;
  std::vector<bool> on_;             // by type
  std::vector<std::string> labels_;  // by type, English
  std::vector<std::string> folded_labels_;

  std::map<std::pair<TypeId, std::string>, std::string> by_original_;
  std::map<std::pair<TypeId, std::string>, std::pair<unsigned, unsigned>> by_value_;  // number, latest variant
  std::map<TypeId, unsigned> numbers_;
};

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_REFERENCE_FILTER_H_
