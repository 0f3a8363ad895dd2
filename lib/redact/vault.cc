#include "redact/vault.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "base/mutation.h"
#include "redact/normalise.h"
#include "text/chars.h"

namespace maske::redact {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;
constexpr std::size_t kFirstSlots = 256;
constexpr std::uint32_t kMaxNumber = 999'999'999;
constexpr std::uint32_t kMaxVariant = 9999;  // then a new number

std::uint64_t Mix(std::uint64_t x) {
  x ^= x >> 32U;
  x *= 0xD6E8FEB86659FD93ULL;
  x ^= x >> 32U;
  x *= 0xD6E8FEB86659FD93ULL;
  return x ^ (x >> 32U);
}

std::uint64_t HashPlaceholder(const Placeholder& p) {
  return Mix((std::uint64_t{p.type} << 48U) ^ (std::uint64_t{p.number} << 14U) ^ p.variant);
}

}  // namespace

void Vault::Index::Insert(std::uint64_t hash, std::uint32_t entry) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = hash & mask;
  while (slots[at] != 0) at = (at + 1) & mask;
  slots[at] = entry + 1;
}

// One slot a (type, normal form): the latest entry takes the place of the one before, so that a value in ever new spellings
// makes no chain. Two forms of one hash share a slot too; the loser's next spelling then gets a number of its own.
void Vault::SetNormal(std::uint32_t entry) {
  const TypeId type = entries_[entry].placeholder.type;
  const std::uint32_t hash = entries_[entry].normal_hash;
  const std::size_t mask = by_normal_.slots.size() - 1;
  std::size_t at = Mix(hash) & mask;
  while (by_normal_.slots[at] != 0) {
    const Entry& other = entries_[by_normal_.slots[at] - 1];
    if (other.normal_hash == hash && other.placeholder.type == type) break;
    at = (at + 1) & mask;
  }
  by_normal_.slots[at] = entry + 1;
}

const Vault::Entry* Vault::FindNormal(TypeId type, std::uint32_t hash, const std::string& normal) {
  const std::size_t mask = by_normal_.slots.size() - 1;
  for (std::size_t at = Mix(hash) & mask; by_normal_.slots[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[by_normal_.slots[at] - 1];
    if (entry.normal_hash != hash || entry.placeholder.type != type) continue;
    Normalise(type, {entry.data, entry.size}, &other_normal_);
    return other_normal_ == normal ? &entry : nullptr;
  }
  return nullptr;
}

std::uint64_t Vault::HashOriginal(TypeId type, std::string_view bytes) const {
  return Mix(text::HashKey(bytes) ^ (std::uint64_t{type} << 40U));
}

std::uint32_t& Vault::NextNumber(TypeId type) {
  if (type >= next_number_.size()) next_number_.resize(std::size_t{type} + 1, 1);
  return next_number_[type];
}

void Vault::Rehash(std::size_t slots) {
  for (Index* index : {&by_original_, &by_placeholder_, &by_normal_}) {
    bytes_ -= index->slots.size() * sizeof(std::uint32_t);
    index->slots.assign(slots, 0);
    bytes_ += slots * sizeof(std::uint32_t);
  }
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    by_original_.Insert(HashOriginal(entry.placeholder.type, {entry.data, entry.size}), i);
    by_placeholder_.Insert(HashPlaceholder(entry.placeholder), i);
    SetNormal(i);
  }
}

// Room for one more entry: grows tables and blocks, or refuses before anything changed.
Status Vault::Reserve(std::size_t original_bytes) {
  const std::size_t slots = by_original_.slots.size();
  const bool grow_slots = (entries_.size() + 1) * 10 > slots * 7;
  const std::size_t new_slots = grow_slots ? std::max(kFirstSlots, slots * 2) : slots;
  const bool grow_entries = entries_.size() == entries_.capacity();
  const std::size_t new_entries = grow_entries ? entries_.size() + entries_.size() / 2 + 64 : entries_.capacity();
  const bool new_block = blocks_.empty() || block_size_ - block_used_ < original_bytes;
  const std::size_t block = new_block ? std::max(kBlockBytes, original_bytes) : 0;

  const std::size_t more = 3 * (new_slots - slots) * sizeof(std::uint32_t) +
                           (new_entries - entries_.capacity()) * sizeof(Entry) + block;
  const bool full = limit_ != 0 && (bytes_ + more > limit_ || original_bytes > limit_);
  if ((full && !MASKE_MUTATION("law5_no_limit")) || original_bytes > std::numeric_limits<std::uint32_t>::max() ||
      entries_.size() >= std::numeric_limits<std::uint32_t>::max() - 1) {
    return {ErrorCode::kVaultFull, "the vault is full: " + std::to_string(entries_.size()) + " originals in " +
                                       std::to_string(bytes_) + " bytes, and the limit is " + std::to_string(limit_) +
                                       "; raise the limit, or begin a new session"};
  }
  if (grow_entries) {
    bytes_ += (new_entries - entries_.capacity()) * sizeof(Entry);
    entries_.reserve(new_entries);
  }
  if (grow_slots) Rehash(new_slots);
  if (new_block) {
    blocks_.push_back(std::make_unique<char[]>(block));
    block_size_ = block;
    block_used_ = 0;
    bytes_ += block;
  }
  return Status::Ok();
}

void Vault::Add(const Placeholder& placeholder, std::string_view original, std::uint64_t normal_hash) {
  char* data = blocks_.back().get() + block_used_;
  if (!original.empty()) std::memcpy(data, original.data(), original.size());
  block_used_ += original.size();
  const auto index = static_cast<std::uint32_t>(entries_.size());
  const auto short_hash = static_cast<std::uint32_t>(normal_hash);
  entries_.push_back({data, static_cast<std::uint32_t>(original.size()), short_hash, placeholder});
  by_original_.Insert(HashOriginal(placeholder.type, original), index);
  by_placeholder_.Insert(HashPlaceholder(placeholder), index);
  SetNormal(index);
}

Result<Placeholder> Vault::Intern(TypeId type, std::string_view original) {
  if (!by_original_.slots.empty()) {
    const std::size_t mask = by_original_.slots.size() - 1;
    for (std::size_t at = HashOriginal(type, original) & mask; by_original_.slots[at] != 0; at = (at + 1) & mask) {
      const Entry& entry = entries_[by_original_.slots[at] - 1];
      if (entry.placeholder.type == type && std::string_view(entry.data, entry.size) == original) {
        return entry.placeholder;
      }
    }
  }
  if (Status reserved = Reserve(original.size()); !reserved) return reserved;

  Normalise(type, original, &normal_);
  const std::uint64_t normal_hash = HashOriginal(type, normal_);
  Placeholder placeholder;
  placeholder.type = type;
  if (const Entry* same = FindNormal(type, static_cast<std::uint32_t>(normal_hash), normal_)) {
    placeholder = same->placeholder;
  }
  if (placeholder.number != 0 && placeholder.variant < kMaxVariant) {
    ++placeholder.variant;
  } else {
    std::uint32_t& next = NextNumber(type);
    if (next > kMaxNumber) return Status(ErrorCode::kVaultFull, "the numbers of one type are used up; begin a new session");
    placeholder.number = MASKE_MUTATION("law4_one_number") ? 1 : next;
    placeholder.variant = 1;
    ++next;
  }
  Add(placeholder, original, normal_hash);
  return placeholder;
}

bool Vault::Find(const Placeholder& placeholder, std::string_view* original) const {
  if (by_placeholder_.slots.empty()) return false;
  const std::size_t mask = by_placeholder_.slots.size() - 1;
  for (std::size_t at = HashPlaceholder(placeholder) & mask; by_placeholder_.slots[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[by_placeholder_.slots[at] - 1];
    if (entry.placeholder == placeholder) {
      *original = {entry.data, entry.size};
      return true;
    }
  }
  return false;
}

Status Vault::Import(const Placeholder& placeholder, std::string_view original) {
  std::string_view known;
  if (Find(placeholder, &known)) {
    if (known == original) return Status::Ok();
    return {ErrorCode::kInvalidArgument, "a placeholder of the entry stands for another original already"};
  }
  if (Status reserved = Reserve(original.size()); !reserved) return reserved;
  Normalise(placeholder.type, original, &normal_);
  Add(placeholder, original, HashOriginal(placeholder.type, normal_));
  std::uint32_t& next = NextNumber(placeholder.type);
  next = std::max(next, std::min(kMaxNumber, placeholder.number) + 1);
  return Status::Ok();
}

}  // namespace maske::redact
