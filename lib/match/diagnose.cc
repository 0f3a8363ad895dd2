// See diagnose.h. The order of questions is that of patterns/FORMAT.md, "What a pattern finds".
#include "match/diagnose.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "match/edge.h"
#include "match/set_impl.h"

namespace maske::match {
namespace {

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// One pattern over one text.
class Examiner {
 public:
  Examiner(const Runner& runner, std::size_t row, std::string_view text, std::string_view label)
      : runner_(runner), pattern_(runner.pattern()), row_(row), text_(text), label_(label) {}

  // What comes of a match that begins at pos; nothing when the expression does not match there.
  [[nodiscard]] std::optional<Diagnosis> At(std::size_t pos) const {
    std::optional<Diagnosis> best;
    std::optional<Diagnosis> refused;  // the longest that the check alone refused
    const auto keep = [&best](const Diagnosis& d) {
      if (!best || d.step > best->step) best = d;
    };
    std::size_t window = Whole(std::min(text_.size(), pos + pattern_.max_bytes), pos);
    for (bool first = true; window > pos; first = false) {
      Diagnosis d;
      std::size_t match_end = 0;
      if (!Match(pos, window, &d, &match_end)) break;
      const bool touches = first && match_end == window && window < text_.size();
      if (touches && pattern_.open != OpenSpan::kRun) {
        d.step = Step::kTooLong;
        keep(d);
        break;
      }
      d.step = Judge(pos, match_end, touches, &d);
      if (d.step == Step::kFound) return Score(d);
      if (d.step == Step::kCheck && !refused) refused = d;
      keep(d);
      if (!pattern_.shrink) break;
      window = Whole(match_end - 1, pos);
    }
    if (refused && pattern_.score_failed) return Score(*refused);
    return best;
  }

 private:
  [[nodiscard]] std::size_t Whole(std::size_t window, std::size_t pos) const {
    while (window > pos && window < text_.size() && IsContinuation(text_[window])) --window;
    return window;
  }

  bool Match(std::size_t pos, std::size_t window, Diagnosis* d, std::size_t* match_end) const {
    std::array<re2::StringPiece, 17> groups;
    const std::size_t group = pattern_.group;
    if (!runner_.expression().Match({text_.data(), text_.size()}, pos, window, re2::RE2::ANCHOR_START, groups.data(),
                                    static_cast<int>(group) + 1)) {
      return false;
    }
    const auto offset = [&](const re2::StringPiece& piece) {
      return static_cast<std::uint32_t>(piece.data() - text_.data());
    };
    *match_end = offset(groups[0]) + groups[0].size();
    d->pattern = &pattern_;
    d->row = row_;
    d->begin = d->end = static_cast<std::uint32_t>(pos);
    if (groups[group].data() != nullptr) {
      d->begin = offset(groups[group]);
      d->end = d->begin + static_cast<std::uint32_t>(groups[group].size());
    }
    return true;
  }

  [[nodiscard]] Step Judge(std::size_t pos, std::size_t match_end, bool touches, Diagnosis* d) const {
    if (d->end == d->begin || !LeftEdgeHolds(text_, pos, pattern_.left)) return Step::kEdge;
    if (!touches && !RightEdgeHolds(text_, match_end, pattern_.right)) return Step::kEdge;
    const std::string_view found = text_.substr(d->begin, d->end - d->begin);
    const auto digits = std::count_if(found.begin(), found.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits < pattern_.min_digits) return Step::kDigits;
    if (pattern_.max_digits != kAnyDigits && digits > pattern_.max_digits) return Step::kDigits;
    if (runner_.check() == nullptr) return Step::kFound;
    d->checked = runner_.check()->function(found);
    return d->checked ? Step::kFound : Step::kCheck;
  }

  // The score of what edge and digits allow.
  [[nodiscard]] Diagnosis Score(Diagnosis d) const {
    const Scores& scores = pattern_.scores;
    d.alone = scores.bare;
    d.beside = scores.context;
    if (runner_.check() != nullptr) {
      d.alone = d.checked ? scores.check : scores.failed;
      d.beside = d.checked ? scores.both : scores.failed_context;
    }
    d.words = runner_.context().Hits(text_, d.begin, d.end, label_);
    const ContextResult context = runner_.context().Look(text_, d.begin, d.end, label_);
    if (context == ContextResult::kVeto) {
      d.step = Step::kVeto;
      return d;
    }
    d.score = context == ContextResult::kFound ? d.beside : d.alone;
    d.step = d.score > 0 ? Step::kFound : Step::kNoWord;
    if (d.step == Step::kNoWord && d.beside <= 0) d.step = Step::kCheck;
    return d;
  }

  const Runner& runner_;
  const Pattern& pattern_;
  std::size_t row_;
  std::string_view text_;
  std::string_view label_;
};

// What is taken of a text, as disjoint stretches.
class Covered {
 public:
  [[nodiscard]] bool Overlaps(std::uint32_t begin, std::uint32_t end) const {
    const auto next = stretches_.upper_bound(begin);
    if (next != stretches_.end() && next->first < end) return true;
    return next != stretches_.begin() && std::prev(next)->second > begin;
  }
  void Add(std::uint32_t begin, std::uint32_t end) {
    auto at = stretches_.upper_bound(begin);
    if (at != stretches_.begin() && std::prev(at)->second >= begin) --at;
    while (at != stretches_.end() && at->first <= end) {
      begin = std::min(begin, at->first);
      end = std::max(end, at->second);
      at = stretches_.erase(at);
    }
    stretches_.emplace(begin, end);
  }

 private:
  std::map<std::uint32_t, std::uint32_t> stretches_;
};

// Findings all, each once; of overlapping refusals the one that came farthest, then the longest.
void AppendBest(std::vector<Diagnosis>* all, std::vector<Diagnosis>* out) {
  std::stable_sort(all->begin(), all->end(), [](const Diagnosis& a, const Diagnosis& b) {
    if (a.step != b.step) return a.step > b.step;
    return a.end - a.begin > b.end - b.begin;
  });
  const auto first = static_cast<std::ptrdiff_t>(out->size());
  Covered covered;
  for (Diagnosis& d : *all) {
    if (d.step != Step::kFound && covered.Overlaps(d.begin, d.end)) continue;
    covered.Add(d.begin, d.end);
    out->push_back(std::move(d));
  }
  const auto key = [](const Diagnosis& d) { return std::tuple(d.begin, d.end, d.score); };
  std::stable_sort(out->begin() + first, out->end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  out->erase(
      std::unique(out->begin() + first, out->end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
      out->end());
}

}  // namespace

Status Diagnose(const PatternSet& patterns, std::string_view text, std::size_t begin, std::size_t end,
                std::string_view label, Step least, std::vector<Diagnosis>* out) {
  const auto& set = static_cast<const PatternSetImpl&>(patterns);
  end = std::min(end, text.size());
  std::vector<Diagnosis> all;
  for (std::size_t row = 0; row < set.size(); ++row) {
    const Runner& runner = set.runner(row);
    if (Status ready = runner.Prepare(); !ready) return ready;
    const Examiner examiner(runner, row, text, label);
    const std::size_t reach = runner.pattern().max_bytes;
    const std::size_t last = std::min(text.size(), end + reach);
    all.clear();
    std::size_t pos = begin > reach ? begin - reach : 0;
    while (pos < end) {
      while (pos < text.size() && IsContinuation(text[pos])) ++pos;
      pos = runner.NextMatch(text, pos, last);
      if (pos == std::string_view::npos || pos >= end) break;
      std::optional<Diagnosis> d = examiner.At(pos);
      if (d && d->step >= least && d->begin < end && (d->end > begin || (d->end == d->begin && d->begin >= begin)))
        all.push_back(*std::move(d));
      ++pos;
    }
    AppendBest(&all, out);
  }
  return Status::Ok();
}

}  // namespace maske::match
