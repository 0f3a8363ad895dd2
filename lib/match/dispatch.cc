// See dispatch.h.
#include "match/dispatch.h"

#include <algorithm>

#include "base/mutation.h"

namespace maske::match {

void Group::Add(const Pattern& pattern, const Start& start, std::uint16_t row) {
  const bool fresh = rows_.empty() || rows_.back() != row;  // else another start of the same pattern
  if (fresh) {
    rows_.push_back(row);
    patterns_.push_back(&pattern);
    walks_.emplace_back();
  }
  const Mask bit = Mask{1} << (rows_.size() - 1);
  const Edge& edge = pattern.left;
  all_ |= bit;
  reach_ = std::max<std::uint32_t>(reach_, start.reach);
  if (pattern.group != 0) {
    grouped_ |= bit;
    lead_ = std::max<std::uint32_t>(lead_, pattern.max_bytes);
  }
  if (AsksForWord(pattern)) contextual_ |= bit;
  if (AsksForWord(pattern) || !pattern.begins.empty()) keyed_ |= bit;
  Walk& walk = walks_.back();  // the same automata for all starts of a pattern in a group
  walk = {start.ahead, start.back, std::max<std::uint32_t>(walk.reach, start.reach)};
  if (edge.kind != EdgeKind::kNone) word_edge_ |= bit;
  if (edge.kind == EdgeKind::kNumber) number_kind_ |= bit;
  // Behind a digit and a joint no match begins; it may if the joint belongs to the match.
  const bool joint_within = !start.left[0].And(kJointBytes).empty();
  if (edge.kind == EdgeKind::kNumber && !joint_within && (fresh || (number_edge_ & bit) != 0)) {
    number_edge_ |= bit;
  } else {
    number_edge_ &= ~bit;
  }
  const bool inside = edge.kind != EdgeKind::kNone && start.right[0].Within(kAlnumBytes);
  for (unsigned i = 0; i < 256; ++i) {
    const auto byte = static_cast<unsigned char>(i);
    if (byte >= 128 || !edge.forbidden.Has(byte)) before_[i] |= bit;
    const bool begins = start.at_event && (before_[i] & bit) != 0 && !(inside && kAlnumBytes.Has(byte));
    if (begins || start.left[0].Has(byte)) left_[0][i] |= bit;
    for (std::size_t k = 1; k < kLeftBytes; ++k) {
      if (start.left[k].Has(byte)) left_[k][i] |= bit;
    }
    for (std::size_t k = 0; k < kRightBytes; ++k) {
      // A named fault: a digit pattern loses one row of its table, that of the byte '4' in second place.
      if (MASKE_MUTATION("trigger_digits_row") && event_ == Event::kDigit && k == 1 && byte == '4') continue;
      if (start.right[k].Has(byte)) right_[k][i] |= bit;
    }
  }
}

void Group::AddKeys(std::size_t track, Keys* keys) {
  track_ = track;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Mask bit = Mask{1} << i;
    const Keys::Owner owner = {.track = track, .patterns = bit, .reach = walks_[i].reach};
    if ((contextual_ & bit) != 0) {
      keys->AddContext(*patterns_[i], owner);
    } else if ((keyed_ & bit) != 0) {
      keys->AddBegins(*patterns_[i], owner);
    }
  }
}

const Prefilter& Group::Make() const {
  const std::lock_guard lock(late_->mutex);
  if (late_->prefilter == nullptr) {
    late_->prefilter = std::make_unique<Prefilter>(patterns_);
    late_->made.store(late_->prefilter.get(), std::memory_order_release);
  }
  return *late_->prefilter;
}

Group& Dispatch::GroupFor(Event event, char byte, std::uint16_t row) {
  for (std::uint16_t index : by_event_[static_cast<std::size_t>(event)]) {
    Group& group = groups_[index];
    if (group.byte() != byte) continue;
    if (group.size() < Group::kSize || group.row(group.size() - 1) == row) return group;
  }
  const auto index = static_cast<std::uint16_t>(groups_.size());
  groups_.emplace_back(event, byte);
  by_event_[static_cast<std::size_t>(event)].push_back(index);
  for (std::size_t i = 0; i < kSpecial.size(); ++i) {
    const bool keyword = event == Event::kKeyword && (kSpecial[i] == ':' || kSpecial[i] == '=');
    const bool own = (event == Event::kAt && kSpecial[i] == '@') || (event == Event::kBracket && kSpecial[i] == '[') ||
                     (event == Event::kPlus && kSpecial[i] == '+') ||
                     (event == Event::kUnderscore && kSpecial[i] == '_') ||
                     (event == Event::kEquals && kSpecial[i] == '=') || (event == Event::kColon && kSpecial[i] == ':');
    if (keyword || own) special_[i + 1].push_back(index);
  }
  return groups_.back();
}

void Dispatch::Add(const Pattern& pattern, std::uint16_t row) {
  if (pattern.starts.front().event == Event::kScan) {
    scanned_.push_back(row);
    return;
  }
  for (const Start& start : pattern.starts) {
    Group& group = GroupFor(start.event, start.byte, row);
    group.Add(pattern, start, row);
    if (start.event <= Event::kKeyword) {
      special_reach_ = std::max(special_reach_, group.reach());
      special_lead_ = std::max(special_lead_, group.lead());
    }
  }
}

void Dispatch::Build() {
  std::size_t track = 0;
  for (Group& group : groups_) {
    if (group.keyed() != 0) group.AddKeys(++track, &keys_);
  }
  keys_.Build();
}

}  // namespace maske::match
