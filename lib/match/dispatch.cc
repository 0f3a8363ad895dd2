// See dispatch.h.
#include "match/dispatch.h"

#include <algorithm>

#include "base/mutation.h"
#include "text/chars.h"

namespace maske::match {
namespace {

constexpr std::string_view kSpecial = "@[:=_+";

// Digits of the number that begins at pos: of the run of kClusterBytes there, up to kClusterReach bytes. A longer run
// counts as holding as many digits as anyone may ask for.
std::uint32_t ClusterDigits(std::string_view text, std::size_t pos) {
  const std::size_t end = std::min(text.size(), pos + Group::kClusterReach);
  std::uint32_t digits = 0;
  for (; pos < end; ++pos) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (!kClusterBytes.Has(byte)) return digits;
    digits += byte >= '0' && byte <= '9' ? 1 : 0;
  }
  return Group::kClusterReach;
}

}  // namespace

void Group::Add(const Pattern& pattern, const Start& start, std::uint16_t row) {
  const Mask bit = Mask{1} << rows_.size();
  rows_.push_back(row);
  patterns_.push_back(&pattern);
  context_.Add(pattern, bit);
  all_ |= bit;
  reach_ = std::max<std::uint32_t>(reach_, start.reach);
  if (far_.size() < std::size_t{start.reach} + 1) far_.resize(std::size_t{start.reach} + 1);
  for (std::size_t distance = 0; distance <= start.reach; ++distance) far_[distance] |= bit;
  if (pattern.group != 0) {
    grouped_ |= bit;
    lead_ = std::max<std::uint32_t>(lead_, pattern.max_bytes);
  }
  if (pattern.left.kind != EdgeKind::kNone) word_edge_ |= bit;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const auto value = static_cast<unsigned char>(byte);
    if (start.through.Has(value)) through_[byte] |= bit;
    for (std::size_t i = 0; i < first_.size(); ++i) {
      // A named fault: a digit pattern loses one row of its table, that of the byte '4' in second place.
      if (MASKE_MUTATION("trigger_digits_row") && event_ == Event::kDigit && i == 1 && value == '4') continue;
      if (start.first[i].Has(value)) first_[i][byte] |= bit;
    }
  }
  for (std::size_t i = 0; i < ended_.size(); ++i) {
    if (start.first[i] == ByteSet::All()) ended_[i] |= bit;
  }
  const std::uint32_t fewest = start.number ? std::max<std::uint32_t>(start.min_digits, pattern.min_digits) : 0;
  if (fewest > 1) counted_ |= bit;
  for (std::uint32_t digits = 0; digits <= kClusterReach; ++digits) {
    if (digits >= std::min(fewest, kClusterReach)) digits_[digits] |= bit;
  }
}

void Group::Build() {
  prefilter_ = std::make_unique<Prefilter>(patterns_);
  events_ = std::make_unique<Prefilter>(patterns_, EventBytesOf(event_, byte_), event_ == Event::kCapital);
}

Group::Mask Group::FittingRest(Mask alive, std::string_view text, const text::ClassMaps& maps, std::size_t pos,
                               bool labelled) const {
  if ((alive & counted_) != 0) alive &= digits_[ClusterDigits(text, pos)];
  if (alive == 0) return 0;
  alive = prefilter_->May(alive, text, pos);
  if ((alive & word_edge_) != 0 && !text::IsEdge(text, pos)) alive &= ~word_edge_;
  if (!labelled) alive = context_.May(alive, text, maps, pos);
  return alive;
}

Group& Dispatch::GroupFor(Event event, char byte) {
  for (std::uint16_t index : by_event_[static_cast<std::size_t>(event)]) {
    Group& group = groups_[index];
    if (group.byte() == byte && group.size() < Group::kSize) return group;
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
    if (keyword || own) special_[i].push_back(index);
  }
  return groups_.back();
}

void Dispatch::Add(const Pattern& pattern, std::uint16_t row) {
  if (pattern.starts.front().event == Event::kScan) {
    scanned_.push_back(row);
    return;
  }
  for (const Start& start : pattern.starts) {
    Group& group = GroupFor(start.event, start.byte);
    group.Add(pattern, start, row);
    if (start.event <= Event::kKeyword) {
      special_reach_ = std::max(special_reach_, group.reach());
      special_lead_ = std::max(special_lead_, group.lead());
    }
  }
}

void Dispatch::Build() {
  for (Group& group : groups_) group.Build();
}

std::span<const std::uint16_t> Dispatch::OfSpecial(char byte) const {
  const std::size_t at = kSpecial.find(byte);
  if (at == std::string_view::npos) return {};
  return special_[at];
}

}  // namespace maske::match
