// See tagged.h.
#include "names/tagged.h"

#include <algorithm>
#include <cmath>

#include "names/evidence.h"
#include "names/glance.h"

namespace maske::names {
namespace {

using text::Token;

constexpr std::uint32_t kNoName = kStop | kCalendar | kSalutation | kCompany | kParty | kClosing | kGreeting |
                                  kMailHeader | kTitle | kSay | kOrgHead | kDegree;
constexpr std::uint32_t kInFront = kTitle | kSalutation;  // outside of a name

// Bytes beside a word that no name has there: addresses, paths, program text.
bool BadNeighbour(char left, char right) {
  switch (left) {
    case '@':
    case '/':
    case '_':
    case '\\':
    case '#':
    case '$':
    case '%':
    case '=':
      return true;
    default:
      break;
  }
  return right == '@' || right == '_' || right == '\\' || right == '=' || right == '(' || right == '[';
}

}  // namespace

// A capitalised word that the rules leave open.
bool TaggedNames::Open(View* view, Index i) {
  const Token& token = view->token(i);
  const std::uint32_t size = token.end - token.begin;
  const bool capitals = (token.flags & Token::kHasLower) == 0;
  const Info info = view->info(i);
  const bool listed = (info.classes & (kGivenMask | kSurnameMask)) != 0;
  if ((info.roles & kNoName) != 0) return false;
  if (listed) return (info.classes & kEveryday) == 0;
  if (size < 3 || capitals || info.roles != 0) return false;
  return !LooksGerman(view->word(i), info.hash, true);
}

// A listed name in a line without capitals.
bool TaggedNames::OpenLower(View* view, Index i) {
  const Token& token = view->token(i);
  if (token.end - token.begin < 3) return false;
  const Info info = view->info(i);
  if ((info.classes & kEveryday) != 0 || (info.roles & kNoName) != 0) return false;
  const bool german = (info.classes & (kAlsoNoun | kAlsoWord)) != 0;
  if (GivenRarity(info.classes) < (german ? 3U : 1U) && SurnameTier(info.classes) < (german ? 3U : 2U)) return false;
  return model::LineOf(view->text(), slice_->tokens(), i) < 2;
}

void TaggedNames::Gate(View* view, Index i) {
  const Token& token = view->token(i);
  if ((token.flags & Token::kHasDigit) != 0 || (token.flags & Token::kHasLetter) == 0) return;
  const std::string_view text = view->text();
  const char left = token.begin == 0 ? ' ' : text[token.begin - 1];
  if (BadNeighbour(left, view->ByteAt(token.end))) return;
  if (!(view->Capital(i) ? Open(view, i) : OpenLower(view, i)) || !tagger_->Worth(i)) return;
  gated_[i - first_] = 1;
  states_[i - first_] = kOutside;
  asked_.push_back(i);
}

// May tokens left and left + 1 belong to one name, by what stands between them?
bool TaggedNames::Joins(View* view, Index left) const {
  view->Anchor(left);
  if (view->Capital(left) != view->Capital(left + 1)) {  // only a particle is written otherwise than its name
    const Index lower = view->Capital(left) ? left + 1 : left;
    if ((view->roles(lower) & kParticle) == 0) return false;
  }
  const std::uint32_t gap = view->gap(left);
  if (gap == kGapBlank || gap == kGapHyphen || gap == kGapNewline || gap == (kGapBlank | kGapNewline)) return true;
  if (gap != (kGapDot | kGapBlank) && gap != kGapDot) return false;
  const Token& token = view->token(left);
  return token.end - token.begin <= 2;  // an initial
}

void TaggedNames::Ask(View* view) {
  tagger_->Ask(asked_);
  for (const Index i : asked_) {
    const std::uint32_t roles = view->roles(i);
    const bool in_front =
        (roles & kInFront) != 0 || ((roles & kFunction) != 0 && SurnameTier(view->info(i).classes) < 2);
    if (in_front) continue;
    const model::Label label = tagger_->LabelOf(i, bias_);
    if (label != model::Label::kOutside) states_[i - first_] = label == model::Label::kBegin ? kBegin : kInside;
  }
}

// Asks the neighbours of what is a person, until names end or are too long.
void TaggedNames::Grow(View* view) {
  std::vector<Index> fresh = asked_;
  for (Index step = 0; step <= kMostTokens && !fresh.empty(); ++step) {
    asked_.clear();
    const auto want = [&](Index j) {
      if (j < first_ || j >= last_ || At(j) != kUnknown || (view->token(j).flags & Token::kHasDigit) != 0) return;
      states_[j - first_] = kOutside;
      asked_.push_back(j);
    };
    for (const Index i : fresh) {
      if (At(i) <= kOutside) continue;
      if (i > first_ && Joins(view, i - 1)) want(i - 1);
      if (i + 1 < last_ && Joins(view, i)) want(i + 1);
    }
    Ask(view);
    fresh = asked_;
  }
}

// Token i is a person and no part of a name that began before it.
bool TaggedNames::BeginsName(View* view, Index i) const {
  if (i == 0 || !Person(i - 1) || !Joins(view, i - 1)) return true;
  return At(i) == kBegin && view->gap(i - 1) != kGapHyphen;
}

const std::vector<TaggedName>& TaggedNames::Find(const text::Prepared& slice, View* view, std::uint32_t begin,
                                                 std::uint32_t end) {
  names_.clear();
  slice_ = &slice;
  const std::vector<Token>& tokens = slice.tokens();
  const auto from = static_cast<Index>(
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.begin < begin; }) -
      tokens.begin());
  const auto stop = static_cast<Index>(
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.begin < end; }) -
      tokens.begin());
  if (from >= stop) return names_;
  const auto count = static_cast<Index>(tokens.size());
  first_ = from > 0 ? from - 1 : 0;
  last_ = std::min(stop + kMostTokens + 1, count);
  states_.assign(last_ - first_, kUnknown);
  gated_.assign(last_ - first_, 0);
  asked_.clear();
  tagger_->Start(slice);
  for (Index i = from; i < std::min(stop + kMostTokens - 1, count); ++i) Gate(view, i);
  if (asked_.empty()) return names_;
  Ask(view);
  Grow(view);
  for (Index i = from; i < stop; ++i) {
    if (!Person(i) || !BeginsName(view, i)) continue;
    Index to = i + 1;
    bool gated = gated_[i - first_] != 0;
    while (to < i + kMostTokens && Person(to) && !BeginsName(view, to)) {
      gated = gated || gated_[to - first_] != 0;
      ++to;
    }
    if (gated) Add(view, i, to);
  }
  return names_;
}

// The name of tokens [from, to), cut as the rules do: a last particle and an inflected -s outside, parts that a hyphen joins
// inside.
void TaggedNames::Add(View* view, Index from, Index to) {
  view->Anchor(from);
  float person = 0;
  float biased = 0;
  for (Index i = from; i < to; ++i) {
    const float p = tagger_->PersonOf(i);
    person += p / static_cast<float>(to - from);
    const float odds = p * std::exp(bias_);
    biased += odds / (odds + 1 - p) / static_cast<float>(to - from);
  }
  while (to > from && !view->Capital(to - 1) && (view->roles(to - 1) & kParticle) != 0) --to;
  if (to == from) return;
  Name name;
  name.first = from;
  name.last = to - 1;
  name.begin = view->token(from).begin;
  name.end = view->token(to - 1).end;
  name.units = to - from;
  name.surname = view->info(to - 1).hash;
  name.surname_first = name.surname_last = to - 1;
  const Unit tail = ReadUnit(*view, to - 1);
  if (tail.kind == Kind::kName) {
    name.last = name.surname_last = tail.last;
    name.end = tail.end;
    name.surname = tail.hash;
    name.teach = !tail.place && !tail.everyday && !tail.german && tail.end - tail.begin >= 4 &&
                 (tail.roles & (kCalendar | kStop | kLabel | kFunction | kTitle)) == 0;
  }
  if (Suppressed(*view, name, false)) return;
  names_.push_back({name, person, 0.5F + 0.45F * std::clamp(2 * biased - 1, 0.0F, 1.0F)});
}

}  // namespace maske::names
