// See tagged.h.
#include "names/tagged.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "names/evidence.h"
#include "names/gate.h"
#include "names/glance.h"
#include "text/chars.h"

namespace maske::names {
namespace {

using text::Token;

// Outside of a name, but for a clear given name.
constexpr std::uint32_t kOutsideName = kTitle | kSalutation | kStop | kCompany | kParty | kClosing | kDegree | kOrgHead;
constexpr Index kDoseReach = 6;  // tokens
// The least probability of a name of which no word is listed: one word, and more.
constexpr float kStranger = 0.4F;
constexpr float kMessageBegins = 0.9F;  // a single word of no given name that begins a message or cell
constexpr float kStrangers = 0.35F;
constexpr float kFound = 0.5F;  // the usual threshold

// A unit of doses stands near: a word in no list is a drug then.
bool NearDose(View& view, Index from, Index to) {
  for (Index i = from > kDoseReach ? from - kDoseReach : 0; i < to + kDoseReach; ++i) {
    if (!view.Has(i)) continue;
    const std::string_view word = view.word(i);
    const std::size_t letters = std::min(word.find_first_not_of("0123456789.,"), word.size());
    for (const std::string_view unit : {"mg", "ml", "μg", "mcg", "IE", "mmol", "mval"}) {
      if (word.substr(letters) == unit) return true;
    }
  }
  return false;
}

// Perhaps a name's genitive: in no list, with an -s.
bool Inflected(View& view, Index i) {
  return view.Capital(i) && view.word(i).back() == 's' && (view.info(i).classes & (kGivenMask | kSurnameMask)) == 0;
}

// A listed German word that is in no list of names.
bool PlainGerman(View& view, Index i) {
  const Info& info = view.info(i);
  return (info.classes & (kGivenMask | kSurnameMask)) == 0 && (info.roles & kParticle) == 0 && FindWord(info.hash) != 0;
}

// Looks up capitalised words [from, to), so that the waits for memory overlap.
constexpr Index kAhead = 64;
void LookUp(View* view, Index from, Index to) {
  std::array<std::uint64_t, kAhead> hashes;
  constexpr unsigned kNeeded = Token::kUpperFirst;
  const auto skipped = [view](Index i) { return (view->token(i).flags & (kNeeded | Token::kHasDigit)) != kNeeded; };
  for (Index i = from; i < to; ++i) {
    if (skipped(i)) continue;
    hashes[i - from] = view->HashOf(i);
    PrefetchName(hashes[i - from]);
  }
  for (Index i = from; i < to; ++i) {
    if (skipped(i)) continue;
    const std::uint64_t hash = hashes[i - from];
    const std::uint16_t classes = FindName(hash);
    view->Keep(i, hash, classes, view->Is(i, Token::kHasMid));
    if ((classes & (kGivenMask | kSurnameMask)) == 0) PrefetchWord(hash);
  }
}

// "org.example.Task: Scheduling a task", ",Reduce slow start": a capitalised word at the begin of a message or cell, a word in
// lower case behind it. Its capital says little; logs are full of them.
bool BeginsMessage(View* view, Index i) {
  if (!view->Capital(i) || view->gap(i) != kGapBlank || !view->Has(i + 1) || view->Capital(i + 1)) return false;
  const std::uint32_t before = view->before(i);
  return before == kGapComma || (before & kGapColon) != 0 || before == kGapQuote || before == (kGapComma | kGapQuote);
}

}  // namespace

OperatingPoint OperatingPointOf(const model::Model& model, bool strict) {
  const model::Header& header = model.header();
  return {std::ldexp(static_cast<float>(strict ? header.bias_strict : header.bias_balanced), -model::kLogitBits),
          strict ? header.exit_strict : header.exit_balanced};
}

// May tokens left and left + 1 belong to one name, by what stands between them?
bool TaggedNames::Joins(View* view, Index left) const {
  view->Anchor(left);
  const bool capital = view->Capital(left);
  if (!capital || !view->Capital(left + 1)) {
    // Only particles are written otherwise than their name, but for lines without capitals; "der" follows a particle.
    const Index lower = capital ? left + 1 : left;
    const std::uint32_t roles = view->roles(lower);
    const bool plain = (roles & kParticle) == 0;
    if (plain && (capital || view->Capital(left + 1) || model::LineOf(view->text(), *tokens_, left) >= 2)) return false;
    if (!capital && view->word(lower).size() == 3 && (roles & kDeterminer) != 0 && view->word(lower)[0] == 'd' &&
        (left == 0 || (view->roles(left - 1) & kParticle) == 0))
      return false;
  }
  const std::uint32_t gap = view->gap(left);
  if (gap == kGapBlank && Inflected(*view, left) && PlainGerman(*view, left + 1)) return false;  // "Zwickels Hund"
  if (gap == kGapBlank || gap == kGapHyphen) return true;
  if (gap == kGapNewline || gap == (kGapBlank | kGapNewline)) return capital && view->Capital(left + 1);
  if (gap != (kGapDot | kGapBlank) && gap != kGapDot) return false;
  const Token& token = view->token(left);
  return token.end - token.begin <= 2;  // an initial
}

void TaggedNames::Ask(View* view) {
  tagger_->Ask(asked_);
  for (const Index i : asked_) {
    const Info info = view->info(i);
    const bool never =
        ((info.roles & kOutsideName) != 0 && (info.roles & kParticle) == 0 && !ClearGiven(info.classes)) ||
        ((info.roles & kFunction) != 0 && SurnameTier(info.classes) < 2);
    if (never) continue;
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
  tokens_ = &slice.tokens();
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
  tagger_->Start(slice, first_, last_);
  const Index gate_end = std::min(stop + kMostTokens - 1, count);
  for (Index i = from; i < gate_end; ++i) {
    if ((i - from) % kAhead == 0) LookUp(view, i, std::min(i + kAhead, gate_end));
    if (!MayAsk(view, tokens, i) || !WorthAsking(view, tokens, i, tagger_->model())) continue;
    asked_.push_back(i);
  }
  tagger_->Sift(exit_, &asked_);
  for (const Index i : asked_) {
    gated_[i - first_] = 1;
    states_[i - first_] = kOutside;
  }
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
  bool listed = false;
  for (Index i = from; i < to; ++i) listed = listed || (view->info(i).classes & (kGivenMask | kSurnameMask)) != 0;
  listed = listed || tail.listed();
  if (!listed && person < (to - from > 1 ? kStrangers : kStranger)) return;
  if (!listed && view->Has(name.last + 1) && view->Is(name.last + 1, Token::kHasDigit) &&
      (view->gap(name.last) == kGapBlank || view->gap(name.last) == kGapTab)) {
    return;  // an amount, a dose, a version follows
  }
  if (!listed && NearDose(*view, from, to)) return;
  if (to - from == 1 && person < kMessageBegins && BeginsMessage(view, from) &&
      GivenRarity(view->info(from).classes) == 0)
    return;
  if (!listed) name.teach = false;
  names_.push_back({name, person, 0.5F + 0.24F * std::clamp(2 * biased - 1, 0.0F, 1.0F)});
}

void Lengthen(RuleId model, std::vector<Candidate>::iterator from, std::vector<Candidate>::iterator to) {
  for (auto name = from; name != to; ++name) {
    if (name->rule != model) continue;
    const auto raise = [&](const Candidate& other) {
      if (other.end < name->end) name->score = std::max(name->score, other.score);
      if (other.end == name->end && other.score >= kFound) name->score = std::min(name->score, other.score);
    };
    for (auto other = name; other != from && (other - 1)->begin == name->begin; --other) raise(*(other - 1));
    for (auto other = name + 1; other != to && other->begin == name->begin; ++other) raise(*other);
  }
}

}  // namespace maske::names
