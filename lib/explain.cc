// See maske/explain.h. The engine decides and tells what became of each candidate; match/diagnose tells how far each
// pattern came; here both are joined. Tested by tests/filter/explain_test.cc.
#include "maske/explain.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "address/detector.h"
#include "check/check.h"
#include "engine.h"
#include "filter_impl.h"
#include "match/diagnose.h"
#include "names/describe.h"
#include "offsets.h"

namespace maske {
namespace {

constexpr std::size_t kMostWords = 200;
constexpr std::size_t kMostWanted = 12;
constexpr std::string_view kLiteralMeaning = "text that restoring would take for a placeholder";

using Key = std::tuple<std::uint64_t, std::uint64_t, RuleId>;
// Of the candidate, which is the finding without what others brought.
Key KeyOf(const resolve::Span& span) { return {span.begin + span.left, span.end - span.right, span.rule}; }

// What the engine does with a text.
class Decisions : public Engine::Trace, public Engine::Consumer {
 public:
  void OnCandidate(const resolve::Span& span) override { candidates.push_back(span); }
  void OnTaken(const resolve::Span& span) override { taken.push_back(span); }
  Status OnPlain(std::string_view) override { return Status::Ok(); }
  Status OnFinding(const resolve::Span&, std::string_view) override { return Status::Ok(); }
  Status OnFlush() override { return Status::Ok(); }

  std::vector<resolve::Span> candidates;  // once Sort() was called: sorted, each once
  std::vector<resolve::Span> taken;       // sorted by begin, disjoint

  void Sort() {
    std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
      return std::tuple(KeyOf(a), -a.score) < std::tuple(KeyOf(b), -b.score);
    });
    candidates.erase(std::unique(candidates.begin(), candidates.end(),
                                 [](const auto& a, const auto& b) { return KeyOf(a) == KeyOf(b); }),
                     candidates.end());
  }
  // The one that was taken and overlaps the span; taken.end() when there is none.
  [[nodiscard]] std::vector<resolve::Span>::const_iterator Over(const resolve::Span& span) const {
    const auto at = std::partition_point(taken.begin(), taken.end(),
                                         [&](const resolve::Span& other) { return other.end <= span.begin; });
    return at != taken.end() && at->begin < span.end ? at : taken.end();
  }
};

std::string Shown(const match::ContextEntry& entry) {
  std::string words;
  for (const match::ContextWord& word : entry.words) {
    if (!words.empty()) words += ' ';
    if (word.open_front) words += '*';
    words += word.key;
    if (word.open_back) words += '*';
  }
  return words;
}

Outcome OutcomeOf(match::Step step) {
  switch (step) {
    case match::Step::kEdge:
      return Outcome::kEdge;
    case match::Step::kTooLong:
      return Outcome::kTooLong;
    case match::Step::kDigits:
      return Outcome::kDigits;
    case match::Step::kCheck:
      return Outcome::kCheckFailed;
    case match::Step::kVeto:
      return Outcome::kVetoed;
    case match::Step::kNoWord:
      return Outcome::kNoContextWord;
    case match::Step::kFound:
      break;
  }
  return Outcome::kFound;
}

class Explainer {
 public:
  Explainer(const Filter::Impl& filter, const Plan& plan, std::string_view text)
      : filter_(filter), plan_(plan), text_(text) {}

  // The region is in bytes; whole: candidates of the whole text alone.
  Status Run(std::size_t begin, std::size_t end, bool whole) {
    names::NameMemory memory;
    Engine engine(&filter_, &plan_, &memory, &decisions_);
    engine.set_trace(&decisions_);
    if (Status s = engine.Write(text_); !s) return s;
    if (Status s = engine.Finish(); !s) return s;
    decisions_.Sort();
    slice_.Assign(text_);
    for (const resolve::Span& span : decisions_.candidates) {
      if (whole || (span.begin < end && span.end > begin)) AddCandidate(span);
    }
    FindWinners();
    const std::uint32_t from = slice_.TextOffset(static_cast<std::uint32_t>(begin));
    const std::uint32_t to = slice_.TextOffset(static_cast<std::uint32_t>(end));
    std::vector<match::Diagnosis> all;
    const match::Step least = whole ? match::Step::kFound : match::Step::kEdge;
    if (Status s = match::Diagnose(*filter_.patterns, slice_.text(), from, to, {}, least, &all); !s) return s;
    for (const match::Diagnosis& d : all) Describe(d);
    if (whole) return Status::Ok();
    AddNear(all);
    for (const names::WordFacts& word : names::Describe(slice_, from, to, kMostWords)) {
      answer.words.push_back({slice_.RawBegin(word.begin), slice_.RawEnd(word.end), word.facts});
    }
    return Status::Ok();
  }

  Explanation answer;

 private:
  Considered Row(const resolve::Span& span) const {
    Considered row;
    row.finding = ToFinding(filter_, span);
    row.origin = filter_.rules[span.rule].origin;
    row.meaning = Meaning(span.rule);
    return row;
  }

  [[nodiscard]] std::string_view Meaning(RuleId rule) const {
    if (rule == filter_.literal_rule) return kLiteralMeaning;
    if (rule >= filter_.first_address_rule) return "a postal address or a part of one";
    if (rule >= filter_.first_name_rule) return names::RuleMeanings()[rule - filter_.first_name_rule];
    return {};
  }

  // Of a candidate that was taken.
  [[nodiscard]] Outcome OfTaken(const resolve::Span& span) const {
    if (span.always) return Outcome::kFound;
    if (!plan_.report[span.type]) return Outcome::kTypeOff;
    return span.allowed ? Outcome::kAllowed : Outcome::kFound;
  }

  void AddCandidate(const resolve::Span& span) {
    const auto over = decisions_.Over(span);
    const bool taken = over != decisions_.taken.end() && KeyOf(*over) == KeyOf(span);
    Considered row = Row(span);
    if (taken) {
      row.outcome = OfTaken(*over);
      row.finding.begin = over->begin - over->before;
      row.finding.end = over->end;
    } else if (!plan_.compete[span.type]) {
      row.outcome = Outcome::kTypeOff;
    } else if (!plan_.foreign.empty() && plan_.foreign[span.rule]) {
      row.outcome = Outcome::kLanguageOff;
    } else if (!plan_.rule_off.empty() && plan_.rule_off[span.rule]) {
      row.outcome = Outcome::kRuleOff;
    } else if (span.score < plan_.threshold) {
      row.outcome = Outcome::kBelowThreshold;
    } else {
      row.outcome = Outcome::kOverlapped;
    }
    Append(span, std::move(row));
  }

  void Append(const resolve::Span& span, Considered row) {
    rows_.emplace(KeyOf(span), spans_.size());
    spans_.push_back(span);
    answer.considered.push_back(std::move(row));
  }

  void FindWinners() {
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      if (answer.considered[i].outcome != Outcome::kOverlapped) continue;
      const auto over = decisions_.Over(spans_[i]);
      if (over == decisions_.taken.end()) continue;
      auto at = rows_.find(KeyOf(*over));
      if (at == rows_.end()) {  // it lies outside the region but for the overlap
        Considered row = Row(*over);
        row.outcome = OfTaken(*over);
        Append(*over, std::move(row));
        at = rows_.find(KeyOf(*over));
      }
      answer.considered[i].winner = at->second;
    }
  }

  // Check, context and scores of a candidate that the diagnosis found too.
  void Describe(const match::Diagnosis& d) {
    if (d.step != match::Step::kFound) return;
    const auto row = static_cast<RuleId>(d.row);
    const auto at = rows_.find(Key(slice_.RawBegin(d.begin), slice_.RawEnd(d.end), row));
    if (at != rows_.end()) Fill(d, &answer.considered[at->second]);
  }

  static void Fill(const match::Diagnosis& d, Considered* row) {
    const match::Pattern& pattern = *d.pattern;
    row->check = pattern.check;
    if (const check::Check* check = check::Find(pattern.check); check != nullptr) row->check_source = check->source;
    row->check_passed = d.checked;
    row->score_alone = static_cast<double>(d.alone);
    row->score_with_word = static_cast<double>(d.beside);
    bool word = false;
    for (const match::Context::Hit& hit : d.words) {
      word = word || !hit.entry->veto;
      NearWord near = {Shown(*hit.entry), hit.distance, hit.before, hit.entry->veto};
      const bool again = std::any_of(row->words.begin(), row->words.end(), [&](const NearWord& other) {
        return std::tie(other.word, other.distance, other.veto) == std::tie(near.word, near.distance, near.veto);
      });
      if (!again) row->words.push_back(std::move(near));
    }
    if (word || d.beside <= d.alone) return;
    for (const match::ContextEntry& entry : pattern.context) {
      if (!entry.veto && row->wanted.size() < kMostWanted) row->wanted.push_back(Shown(entry));
    }
  }

  // Places that almost matched a type that is looked for: the farthest first; those that stand inside a longer word only
  // when nothing else is there.
  void AddNear(const std::vector<match::Diagnosis>& all) {
    std::vector<const match::Diagnosis*> near;
    for (const match::Diagnosis& d : all) {
      if (d.step != match::Step::kFound && plan_.report[filter_.rules[d.row].type]) near.push_back(&d);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto* a, const auto* b) { return a->step > b->step; });
    for (const match::Diagnosis* d : near) {
      if (d->step == match::Step::kEdge && !answer.considered.empty()) break;
      resolve::Span span;
      span.begin = slice_.RawBegin(d->begin);
      span.end = std::max<std::uint64_t>(span.begin, slice_.RawEnd(std::max(d->end, d->begin + 1)));
      span.rule = static_cast<RuleId>(d->row);
      span.type = filter_.rules[d->row].type;
      Considered row = Row(span);
      row.outcome = OutcomeOf(d->step);
      Fill(*d, &row);
      answer.considered.push_back(std::move(row));
    }
  }

  const Filter::Impl& filter_;
  const Plan& plan_;
  std::string_view text_;
  Decisions decisions_;
  text::Prepared slice_;
  std::vector<resolve::Span> spans_;  // of answer.considered, as far as they are candidates
  std::map<Key, std::size_t> rows_;   // where in both a candidate is
};

void Convert(std::string_view text, OffsetUnit unit, Explanation* answer) {
  if (unit == OffsetUnit::kByte) return;
  std::vector<std::size_t*> offsets;
  for (Considered& row : answer->considered) {
    offsets.push_back(&row.finding.begin);
    offsets.push_back(&row.finding.end);
  }
  for (WordNote& word : answer->words) {
    offsets.push_back(&word.begin);
    offsets.push_back(&word.end);
  }
  std::sort(offsets.begin(), offsets.end(), [](const auto* a, const auto* b) { return *a < *b; });
  OffsetCounter counter(unit);
  for (std::size_t* offset : offsets) *offset = counter.Convert(text, *offset);
}

}  // namespace

std::string_view OutcomeName(Outcome outcome) {
  static constexpr std::array<std::string_view, 13> kNames = {
      "found",           "overlapped", "below_threshold", "type_off", "language_off", "rule_off", "allowed",
      "no_context_word", "vetoed",     "check_failed",    "digits",   "too_long",     "edge"};
  return kNames[static_cast<std::size_t>(outcome)];
}

Result<Explanation> Explain(const Filter& filter, std::string_view text, const Policy& policy,
                            const ExplainOptions& options) {
  if (text.size() > kMaxExplainBytes) {
    return Status(ErrorCode::kInvalidArgument, "the text is longer than the " + std::to_string(kMaxExplainBytes >> 20) +
                                                   " MiB that can be explained at once; give the part in question");
  }
  auto plan = MakePlan(filter.impl(), policy);
  if (!plan) return plan.status();
  const bool whole = options.end <= options.begin;
  std::size_t begin = 0;
  std::size_t end = text.size();
  if (!whole) {
    const std::size_t all = OffsetCounter(options.unit).Convert(text, text.size());
    if (options.end > all) {
      return Status(ErrorCode::kInvalidArgument, "the region ends at " + std::to_string(options.end) +
                                                     ", behind the text's end at " + std::to_string(all));
    }
    begin = ByteOf(text, options.begin, options.unit);
    end = ByteOf(text, options.end, options.unit);
  }
  Explainer explainer(filter.impl(), *plan, text);
  if (Status s = explainer.Run(begin, end, whole); !s) return s;
  Convert(text, options.unit, &explainer.answer);
  return std::move(explainer.answer);
}

}  // namespace maske
