// See runner.h.
#include "match/runner.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>

#include "match/context.h"
#include "match/edge.h"
#include "match/re2_options.h"

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
      state_(std::make_unique<State>()) {}

Runner::~Runner() = default;

Status Runner::Prepare() const {
  std::call_once(state_->once, [this] {
    state_->expression = std::make_unique<re2::RE2>(FullExpression(*pattern_), PatternOptions());
    state_->context.emplace(*pattern_);
  });
  if (!state_->expression->ok() || (check_ == nullptr && !pattern_->check.empty())) {
    return {ErrorCode::kResource, "pattern '" + std::string(pattern_->id) + "' cannot be made ready"};
  }
  return Status::Ok();
}

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

bool Runner::Run(std::string_view text, std::size_t pos, std::string_view label, Candidate* out) const {
  const Pattern& pattern = *pattern_;
  if (!LeftEdgeHolds(text, pos, pattern.left)) return false;
  if (word_first_ && label.empty() && state_->context->Look(text, pos, pos, {}) != ContextResult::kFound) return false;
  std::size_t window = std::min(text.size(), pos + pattern.max_bytes);
  while (window < text.size() && window > pos && IsContinuation(text[window])) --window;
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
