// Names that the name model (lib/names/model) sees where rules and lexicon leave it open. A gate (gate.h) picks the tokens
// that are worth asking.
// What the model calls a person is joined with its neighbours to a span of at most kMostTokens tokens.
//
// Law 1: a name hangs on the text within kLookBehindBytes and kLookAheadBytes of it and on nothing else; the tagger's cache
// changes only the speed. One thread. Never fails. Cost: a look at each token, the model for some of them.
// Tested by tests/names/tagged_test.cc.
#ifndef MASKE_NAMES_TAGGED_H_
#define MASKE_NAMES_TAGGED_H_

#include <cstdint>
#include <limits>
#include <vector>

#include "base/candidate.h"
#include "names/model/tagger.h"
#include "names/unit.h"
#include "names/view.h"

namespace maske::names {

struct TaggedName {
  Name name;
  float person = 0;  // the model's probability, the mean over the tokens, without a bias
  float score = 0;   // of the candidate: 0.5 to 0.74, so that full evidence of the rules goes first
};

// How readily the model calls a word a person.
struct OperatingPoint {
  float bias = 0;                                                // LabelOf's
  std::int32_t exit = std::numeric_limits<std::int32_t>::min();  // Sift's
};
[[nodiscard]] OperatingPoint OperatingPointOf(const model::Model& model, bool strict);

class TaggedNames {
 public:
  static constexpr Index kMostTokens = 8;

  TaggedNames(model::Tagger* tagger, OperatingPoint point) : tagger_(tagger), bias_(point.bias), exit_(point.exit) {}

  // The names whose first token begins in [begin, end) of the slice, in order of their first token; kept until the next
  // call. Moves the view's anchor.
  const std::vector<TaggedName>& Find(const text::Prepared& slice, View* view, std::uint32_t begin, std::uint32_t end);

 private:
  enum State : std::uint8_t { kUnknown, kOutside, kBegin, kInside };

  void Ask(View* view);
  void Grow(View* view);
  bool Joins(View* view, Index left) const;
  [[nodiscard]] State At(Index i) const { return states_[i - first_]; }
  [[nodiscard]] bool Person(Index i) const { return i >= first_ && i < last_ && At(i) > kOutside; }
  [[nodiscard]] bool BeginsName(View* view, Index i) const;
  void Add(View* view, Index from, Index to);

  model::Tagger* tagger_;
  float bias_;
  std::int32_t exit_;
  const std::vector<text::Token>* tokens_ = nullptr;
  Index first_ = 0;  // tokens that states_ knows
  Index last_ = 0;
  std::vector<State> states_;
  std::vector<std::uint8_t> gated_;
  std::vector<Index> asked_;
  std::vector<TaggedName> names_;
};

// Of candidates in order of their begin, those of the rule `model`: one that is longer than another that begins with it gets
// at least its score, so that length decides; one that is as long as another gets no more than its score.
void Lengthen(RuleId model, std::vector<Candidate>::iterator from, std::vector<Candidate>::iterator to);

}  // namespace maske::names

#endif  // MASKE_NAMES_TAGGED_H_
