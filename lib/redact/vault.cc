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

std::uint32_t HashOriginal(TypeId type, std::string_view bytes) {
  return static_cast<std::uint32_t>(Mix(text::HashKey(bytes) ^ (std::uint64_t{type} << 40U)));
}

std::uint64_t HashPlaceholder(const Placeholder& p) {
  return Mix((std::uint64_t{p.type} << 48U) ^ (std::uint64_t{p.number} << 14U) ^ p.variant);
}

}  // namespace

std::size_t Vault::FindOriginal(TypeId type, std::uint32_t hash, std::string_view original) const {
  const std::size_t mask = by_original_.size() - 1;
  std::size_t at = hash & mask;
  for (; by_original_[at].entry != 0; at = (at + 1) & mask) {
    if (by_original_[at].hash != hash) continue;
    const Entry& entry = entries_[by_original_[at].entry - 1];
    if (entry.placeholder.type == type && std::string_view(entry.data, entry.size) == original) break;
  }
  return at;
}

// One slot a (type, normal form): the latest entry takes the place of the one before, so that a value in ever new spellings
// makes no chain. Two forms of one hash share a slot too; the loser's next spelling then gets a number of its own.
std::size_t Vault::FindNormal(TypeId type, std::uint32_t hash) const {
  const std::size_t mask = by_normal_.size() - 1;
  std::size_t at = hash & mask;
  for (; by_normal_[at].entry != 0; at = (at + 1) & mask) {
    if (by_normal_[at].hash == hash && entries_[by_normal_[at].entry - 1].placeholder.type == type) break;
  }
  return at;
}

void Vault::PlacePlaceholders() const {
  if (by_placeholder_.size() != by_original_.size()) {
    by_placeholder_.assign(by_original_.size(), 0);
    placed_ = 0;
  }
  const std::size_t mask = by_placeholder_.size() - 1;
  for (; placed_ < entries_.size(); ++placed_) {
    std::size_t at = HashPlaceholder(entries_[placed_].placeholder) & mask;
    while (by_placeholder_[at] != 0) at = (at + 1) & mask;
    by_placeholder_[at] = static_cast<std::uint32_t>(placed_ + 1);
  }
}

std::uint32_t& Vault::NextNumber(TypeId type) {
  if (type >= next_number_.size()) next_number_.resize(std::size_t{type} + 1, 1);
  return next_number_[type];
}

void Vault::Grow(std::size_t slots) {
  bytes_ += (slots - by_original_.size()) * kSlotBytes;
  const std::size_t mask = slots - 1;
  for (Slots* table : {&by_original_, &by_normal_}) {
    Slots grown(slots);
    for (const Slot& slot : *table) {
      if (slot.entry == 0) continue;
      std::size_t at = slot.hash & mask;
      while (grown[at].entry != 0) at = (at + 1) & mask;
      grown[at] = slot;
    }
    *table = std::move(grown);
  }
}

// Room for one more entry: grows tables and blocks, or refuses before anything changed.
Status Vault::Reserve(std::size_t original_bytes) {
  const std::size_t slots = by_original_.size();
  const bool grow_slots = (entries_.size() + 1) * 10 > slots * 7;
  const std::size_t new_slots = grow_slots ? std::max(kFirstSlots, slots * 2) : slots;
  const bool grow_entries = entries_.size() == entries_.capacity();
  const std::size_t new_entries = grow_entries ? entries_.size() + entries_.size() / 2 + 64 : entries_.capacity();
  const bool new_block = blocks_.empty() || block_size_ - block_used_ < original_bytes;
  const std::size_t block = new_block ? std::max(kBlockBytes, original_bytes) : 0;

  const std::size_t more =
      (new_slots - slots) * kSlotBytes + (new_entries - entries_.capacity()) * sizeof(Entry) + block;
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
  if (grow_slots) Grow(new_slots);
  if (new_block) {
    blocks_.push_back(std::make_unique<char[]>(block));
    block_size_ = block;
    block_used_ = 0;
    bytes_ += block;
  }
  return Status::Ok();
}

void Vault::Add(const Placeholder& placeholder, std::string_view original, std::uint32_t hash,
                std::uint32_t normal_hash) {
  char* data = blocks_.back().get() + block_used_;
  if (!original.empty()) std::memcpy(data, original.data(), original.size());
  block_used_ += original.size();
  entries_.push_back({data, static_cast<std::uint32_t>(original.size()), placeholder});
  const auto entry = static_cast<std::uint32_t>(entries_.size());
  Slot& slot = by_original_[FindOriginal(placeholder.type, hash, original)];
  if (slot.entry == 0) slot = {hash, entry};  // the first of two imported placeholders for the same bytes
  by_normal_[FindNormal(placeholder.type, normal_hash)] = {normal_hash, entry};
}

// All that memory holds; a store has it still.
void Vault::Forget() {
  entries_ = {};
  blocks_.clear();
  block_used_ = block_size_ = 0;
  by_original_ = {};
  by_normal_ = {};
  by_placeholder_ = {};
  placed_ = 0;
  bytes_ = 0;
}

Status Vault::Refuse(Status status) const {
  error_ = std::move(status);
  return error_;
}

Status Vault::Commit() {
  if (!batch_ || !error_.ok()) return error_;
  batch_ = false;
  if (Status s = store_->Commit(); !s) return Refuse(std::move(s));
  return Status::Ok();
}

// What memory does not hold: known to the store, another spelling of what it knows, or new.
Result<Placeholder> Vault::InternStored(TypeId type, std::string_view original, std::uint32_t hash) {
  bool room = Reserve(original.size()).ok();
  if (!room) {
    Forget();
    room = Reserve(original.size()).ok();  // where not even this helps the store is asked each time
  }
  const std::string& name = (*type_names_)[type];
  Normalise(type, original, &normal_);
  Result<StoredNumber> stored = store_->FindOriginal(name, original);
  if (!stored.ok()) return Refuse(stored.status());
  if (stored->number == 0) {
    stored = store_->FindNormal(name, normal_);
    if (!stored.ok()) return Refuse(stored.status());
    if (stored->number != 0 && stored->variant < kMaxVariant) {
      ++stored->variant;
    } else {
      const Result<std::uint32_t> number = store_->TakeNumber(name, 1);
      if (!number.ok()) return Refuse(number.status());
      if (*number > kMaxNumber) {
        return Status(ErrorCode::kVaultFull, "the numbers of one type are used up; begin a new session");
      }
      *stored = {*number, 1};
    }
    if (Status s = store_->Add(name, *stored, original, normal_); !s) return Refuse(std::move(s));
  }
  const Placeholder placeholder{type, stored->number, stored->variant};
  if (room) Add(placeholder, original, hash, HashOriginal(type, normal_));
  return placeholder;
}

Result<Placeholder> Vault::Intern(TypeId type, std::string_view original) {
  if (store_ != nullptr && !batch_) {
    if (!error_.ok()) return error_;
    bool forget = false;
    if (Status s = store_->Begin(&forget); !s) return Refuse(std::move(s));
    batch_ = true;
    if (forget) Forget();
  }
  const std::uint32_t hash = HashOriginal(type, original);
  if (!by_original_.empty()) {
    const std::uint32_t entry = by_original_[FindOriginal(type, hash, original)].entry;
    if (entry != 0) return entries_[entry - 1].placeholder;
  }
  if (store_ != nullptr) return error_.ok() ? InternStored(type, original, hash) : Result<Placeholder>(error_);
  if (Status reserved = Reserve(original.size()); !reserved) return reserved;

  Normalise(type, original, &normal_);
  const std::uint32_t normal_hash = HashOriginal(type, normal_);
  Placeholder placeholder;
  placeholder.type = type;
  if (const std::uint32_t entry = by_normal_[FindNormal(type, normal_hash)].entry; entry != 0) {
    const Entry& same = entries_[entry - 1];
    Normalise(type, {same.data, same.size}, &other_normal_);
    if (other_normal_ == normal_) placeholder = same.placeholder;
  }
  if (placeholder.number != 0 && placeholder.variant < kMaxVariant) {
    ++placeholder.variant;
  } else {
    std::uint32_t& next = NextNumber(type);
    if (next > kMaxNumber)
      return Status(ErrorCode::kVaultFull, "the numbers of one type are used up; begin a new session");
    placeholder.number = MASKE_MUTATION("law4_one_number") ? 1 : next;
    placeholder.variant = 1;
    ++next;
  }
  Add(placeholder, original, hash, normal_hash);
  return placeholder;
}

bool Vault::Find(const Placeholder& placeholder, std::string_view* original) const {
  if (!entries_.empty()) {
    PlacePlaceholders();
    const std::size_t mask = by_placeholder_.size() - 1;
    for (std::size_t at = HashPlaceholder(placeholder) & mask; by_placeholder_[at] != 0; at = (at + 1) & mask) {
      const Entry& entry = entries_[by_placeholder_[at] - 1];
      if (entry.placeholder == placeholder) {
        *original = {entry.data, entry.size};
        return true;
      }
    }
  }
  if (store_ == nullptr || !error_.ok()) return false;
  const Result<bool> found =
      store_->Find((*type_names_)[placeholder.type], {placeholder.number, placeholder.variant}, &found_);
  if (!found.ok()) {
    (void)Refuse(found.status());
    return false;
  }
  *original = found_;
  return *found;
}

Status Vault::Import(const Placeholder& placeholder, std::string_view original) {
  std::string_view known;
  if (Find(placeholder, &known)) {
    if (known == original) return Status::Ok();
    return {ErrorCode::kInvalidArgument, "a placeholder of the entry stands for another original already"};
  }
  if (!error_.ok()) return error_;
  if (store_ != nullptr) {
    return {ErrorCode::kInvalidArgument, "a session with a store takes its entries from there, not by import"};
  }
  if (Status reserved = Reserve(original.size()); !reserved) return reserved;
  Normalise(placeholder.type, original, &normal_);
  Add(placeholder, original, HashOriginal(placeholder.type, original), HashOriginal(placeholder.type, normal_));
  std::uint32_t& next = NextNumber(placeholder.type);
  next = std::max(next, std::min(kMaxNumber, placeholder.number) + 1);
  return Status::Ok();
}

}  // namespace maske::redact
