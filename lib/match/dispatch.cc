// See dispatch.h.
#include "match/dispatch.h"

#include <algorithm>
#include <bit>

#include "base/mutation.h"

namespace maske::match {

// Sets the bit in the rows of the bytes.
void Group::Put(const ByteSet& bytes, Mask bit, Table* table) {
  for (std::size_t word = 0; word < 4; ++word) {
    Mask* rows = table->data() + 64 * word;
    std::uint64_t left = bytes.bits[word];
    if (left == ~std::uint64_t{0}) {
      for (std::size_t i = 0; i < 64; ++i) rows[i] |= bit;
    } else {
      for (; left != 0; left &= left - 1) rows[std::countr_zero(left)] |= bit;
    }
  }
}

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
  ByteSet before = ByteSet::All().Without(edge.forbidden);
  before.AddRange(128, 255);
  Put(before, bit, &before_);
  const bool inside = edge.kind != EdgeKind::kNone && start.right[0].Within(kAlnumBytes);
  if (start.at_event) Put(inside ? before.Without(kAlnumBytes) : before, bit, &left_[0]);
  for (std::size_t k = 0; k < kLeftBytes; ++k) Put(start.left[k], bit, &left_[k]);
  for (std::size_t k = 0; k < kRightBytes; ++k) {
    ByteSet right = start.right[k];
    // A named fault: a digit pattern loses one row of its table, that of the byte '4' in second place.
    if (MASKE_MUTATION("trigger_digits_row") && event_ == Event::kDigit && k == 1) {
      right = right.Without(ByteSet::Of("4"));
    }
    Put(right, bit, &right_[k]);
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
