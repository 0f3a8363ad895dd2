// See runner.h.
#include "match/runner.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "match/context.h"
#include "match/edge.h"
#include "match/prefix.h"
#include "match/re2_options.h"
#include "match/regex.h"

namespace maske::match {
namespace {

constexpr std::size_t kMaxGroups = 16;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

struct Runner::State {
  std::once_flag once;
  std::unique_ptr<re2::RE2> expression;
  std::optional<Context> context;
  ByteSet bytes = ByteSet::All();  // that a match holds, where ends are looked for first
  ByteSet last = ByteSet::All();   // that a match ends with
};

struct Runner::Found {
  std::size_t end = 0;  // of the match
  std::size_t group_begin = 0;
  std::size_t group_end = 0;
  bool touches = false;  // the window's end: something longer
};

Runner::Runner(const Pattern* pattern)
    : pattern_(pattern),
      check_(pattern->check.empty() ? nullptr : check::Find(pattern->check)),
      word_first_(pattern->group == 0 && pattern->context_right == 0 && !pattern->context.empty() &&
                  (pattern->check.empty() ? pattern->scores.bare <= 0
                                          : pattern->scores.check <= 0 && pattern->scores.failed <= 0)),
      ends_first_(pattern->shrink && pattern->group == 0 && !pattern->score_failed &&
                  pattern->open == OpenSpan::kNone && pattern->max_bytes <= kMaxShrinkWindow),
      state_(std::make_unique<State>()) {}

Runner::~Runner() = default;

Status Runner::Prepare() const {
  std::call_once(state_->once, [this] {
    state_->expression = std::make_unique<re2::RE2>(FullExpression(*pattern_), PatternOptions());
    state_->context.emplace(*pattern_);
    if (!ends_first_) return;
    RegexFaults faults;
    const std::optional<Graph> graph = ParseRegex(pattern_->expression, pattern_->ignore_case, &faults);
    if (!graph) return;
    state_->bytes = state_->last = ByteSet();
    for (const Graph::Node& node : graph->nodes) {
      if (node.kind != Graph::Node::kBytes) continue;
      state_->bytes.AddAll(node.bytes);
      const std::vector<int> next = Closure(*graph, node.out);
      if (std::any_of(next.begin(), next.end(), [&](int to) {
            return graph->nodes[static_cast<std::size_t>(to)].kind == Graph::Node::kAccept;
          })) {
        state_->last.AddAll(node.bytes);
      }
    }
  });
  if (!state_->expression->ok() || (check_ == nullptr && !pattern_->check.empty())) {
    return {ErrorCode::kResource, "pattern '" + std::string(pattern_->id) + "' cannot be made ready"};
  }
  return Status::Ok();
}

const re2::RE2& Runner::expression() const { return *state_->expression; }
const Context& Runner::context() const { return *state_->context; }

bool Runner::Search(std::string_view text, std::size_t pos, std::size_t window, Found* found) const {
  re2::StringPiece groups[kMaxGroups + 1];
  const int group = pattern_->group;
  if (!state_->expression->Match(Piece(text), pos, window, re2::RE2::ANCHOR_START, groups, group + 1)) return false;
  found->end = static_cast<std::size_t>(groups[0].data() - text.data()) + groups[0].size();
  if (groups[group].data() == nullptr) {
    found->group_begin = found->group_end = pos;
  } else {
    found->group_begin = static_cast<std::size_t>(groups[group].data() - text.data());
    found->group_end = found->group_begin + groups[group].size();
  }
  return true;
}

// Shrinking asks the expression again and again, each time for what it matches within one byte less than the last
// match. Where the edge, the digits or the check refuse an end, the expression need not be asked: what it matches
// within a window is what it matches within a larger one, if that ends in the window. So the ends that pass all three
// are found first, and where there is none the expression is not asked at all.
bool Runner::RunByEnds(std::string_view text, std::size_t pos, std::size_t window, std::string_view label,
                       Candidate* out) const {
  const Pattern& pattern = *pattern_;
  std::array<std::uint8_t, kMaxShrinkWindow> ends;  // distances from pos
  std::size_t count = 0;
  std::uint32_t digits = 0;
  std::size_t end = pos;
  while (end < window && state_->bytes.Has(static_cast<unsigned char>(text[end]))) {
    const char c = text[end++];
    if (c >= '0' && c <= '9') ++digits;
    if (pattern.max_digits != kAnyDigits && digits > pattern.max_digits) break;
    if (digits < pattern.min_digits || !state_->last.Has(static_cast<unsigned char>(c))) continue;
    if (end < text.size() && IsContinuation(text[end])) continue;
    if (RightEdgeHolds(text, end, pattern.right)) ends[count++] = static_cast<std::uint8_t>(end - pos);
  }
  const bool may_touch =
      window < text.size() &&
      (end == window || state_->bytes.Has(static_cast<unsigned char>(text[end])) || digits > pattern.max_digits);
  const auto next = [&](std::size_t limit) {  // the last end up to limit that the check accepts; pos when there is none
    for (; count > 0; --count) {
      const std::size_t at = pos + ends[count - 1];
      if (at <= limit && (check_ == nullptr || check_->function(text.substr(pos, at - pos)))) return at;
    }
    return pos;
  };
  end = next(window);
  Found found;
  if (end > pos && may_touch) {  // what touches the window is too long
    if (!Search(text, pos, window, &found) || found.end == window) return false;
    end = next(found.end);
  }
  while (end > pos && Search(text, pos, end, &found)) {
    if (found.end == end) return Finish(text, found, true, label, out);
    end = next(found.end);
  }
  return false;
}

bool Runner::Run(std::string_view text, std::size_t pos, std::string_view label, Candidate* out) const {
  const Pattern& pattern = *pattern_;
  if (!LeftEdgeHolds(text, pos, pattern.left)) return false;
  if (word_first_ && label.empty() && state_->context->Look(text, pos, pos, {}) != ContextResult::kFound) return false;
  std::size_t window = std::min(text.size(), pos + pattern.max_bytes);
  while (window < text.size() && window > pos && IsContinuation(text[window])) --window;
  if (ends_first_) return RunByEnds(text, pos, window, label, out);
  Found found;
  std::optional<Found> refused;  // the longest that the check alone refused
  bool first = true;
  while (window > pos && Search(text, pos, window, &found)) {
    found.touches = first && found.end == window && window < text.size();
    if (found.touches && pattern.open != OpenSpan::kRun) return false;
    bool fits =
        found.group_end > found.group_begin && (found.touches || RightEdgeHolds(text, found.end, pattern.right));
    if (fits && (pattern.min_digits > 0 || pattern.max_digits != kAnyDigits)) {
      const auto digits = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(found.group_begin),
                                        text.begin() + static_cast<std::ptrdiff_t>(found.group_end),
                                        [](char c) { return c >= '0' && c <= '9'; });
      fits = digits >= pattern.min_digits && (pattern.max_digits == kAnyDigits || digits <= pattern.max_digits);
    }
    if (fits) {
      const bool passed =
          check_ == nullptr || check_->function(text.substr(found.group_begin, found.group_end - found.group_begin));
      if (passed) return Finish(text, found, true, label, out);
      if (!refused) refused = found;
    }
    if (!pattern.shrink) break;
    first = false;
    window = found.end - 1;
    while (window > pos && IsContinuation(text[window])) --window;
  }
  if (!refused || !pattern.score_failed) return false;
  return Finish(text, *refused, false, label, out);
}

bool Runner::Finish(std::string_view text, const Found& found, bool checked, std::string_view label,
                    Candidate* out) const {
  const Scores& scores = pattern_->scores;
  float alone = scores.bare;
  float beside = scores.context;
  if (check_ != nullptr) {
    alone = checked ? scores.check : scores.failed;
    beside = checked ? scores.both : scores.failed_context;
  }
  if (alone <= 0 && beside <= 0) return false;
  const ContextResult context = state_->context->Look(text, found.group_begin, found.group_end, label);
  if (context == ContextResult::kVeto) return false;
  const float score = context == ContextResult::kFound ? beside : alone;
  if (score <= 0) return false;
  out->begin = static_cast<std::uint32_t>(found.group_begin);
  out->end = static_cast<std::uint32_t>(found.group_end);
  out->score = score;
  out->open = pattern_->open == OpenSpan::kRun && !found.touches ? OpenSpan::kNone : pattern_->open;
  return true;
}

std::size_t Runner::NextMatch(std::string_view text, std::size_t from, std::size_t to) const {
  re2::StringPiece match;
  if (!state_->expression->Match(Piece(text), from, to, re2::RE2::UNANCHORED, &match, 1)) return std::string_view::npos;
  return static_cast<std::size_t>(match.data() - text.data());
}

}  // namespace maske::match
