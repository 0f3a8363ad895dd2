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
  return Mix((std::uint64_t{p.type} << 48U) ^ (std::uint64_t{p.number} << 16U) ^
             (static_cast<std::uint64_t>(p.part) << 14U) ^ p.variant);
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
Status Vault::Reserve(TypeId type, std::size_t original_bytes) {
  const std::size_t slots = by_original_.size();
  const bool grow_slots = (entries_.size() + 1) * 10 > slots * 7;
  const std::size_t new_slots = grow_slots ? std::max(kFirstSlots, slots * 2) : slots;
  const bool grow_entries = entries_.size() == entries_.capacity();
  const std::size_t new_entries = grow_entries ? entries_.size() + entries_.size() / 2 + 64 : entries_.capacity();
  const bool new_block = blocks_.empty() || block_size_ - block_used_ < original_bytes;
  const std::size_t block = new_block ? std::max(kBlockBytes, original_bytes) : 0;

  const std::size_t more = (new_slots - slots) * kSlotBytes + (new_entries - entries_.capacity()) * sizeof(Entry) +
                           block + (type == kPerson ? (PersonIndex::kMostRows + 1) * PersonIndex::kPartBytes : 0);
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

// Of a full name, what its parts speak of; of a part, that its variant is taken. normal_ is the normal form of the entry. Room
// for the rows was reserved.
void Vault::LearnPerson(const Placeholder& placeholder) {
  if (placeholder.type != kPerson) return;
  if (placeholder.part == Part::kWhole) {
    persons_.Learn(placeholder.number, normal_);
  } else {
    persons_.NoteVariant({placeholder.number, placeholder.part}, placeholder.variant);
  }
  bytes_ += (persons_.rows() - person_rows_) * PersonIndex::kPartBytes;
  person_rows_ = persons_.rows();
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
  persons_.Clear();
  person_rows_ = 0;
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

// The latest entry with this normal form (that of normal_), number 0: there is none.
Placeholder Vault::SameNormal(TypeId type, std::uint32_t normal_hash) {
  const std::uint32_t entry = by_normal_.empty() ? 0 : by_normal_[FindNormal(type, normal_hash)].entry;
  if (entry == 0) return {};
  const Entry& same = entries_[entry - 1];
  Normalise(type, {same.data, same.size}, &other_normal_);
  return other_normal_ == normal_ ? same.placeholder : Placeholder{};
}

// The person that a name speaks of whose normal form is normal_, as another spelling of it (same) did before; nobody when all
// variants of the part are used up.
std::optional<PersonIndex::Person> Vault::PersonOf(TypeId type, const Placeholder& same) const {
  if (type != kPerson) return std::nullopt;
  std::optional<PersonIndex::Person> person = persons_.Find(normal_);
  if (same.part != Part::kWhole) person = {same.number, same.part};
  if (!person || persons_.LastVariant(*person) >= kMaxVariant) return std::nullopt;
  return person;
}

// The next variant of a part of a name that the store has not: other processes may have given out some.
Result<StoredNumber> Vault::FreeVariant(TypeId type, const PersonIndex::Person& person) {
  while (true) {
    const std::uint32_t variant = persons_.TakeVariant(person);
    if (variant > kMaxVariant)
      return Status(ErrorCode::kVaultFull, "the variants of a name are used up; begin a new session");
    const StoredNumber stored{person.number, StoredVariant({type, person.number, variant, person.part})};
    const Result<bool> taken = store_->Find((*type_names_)[type], stored, &found_);
    if (!taken.ok()) return taken.status();
    if (!*taken) return stored;
  }
}

// What memory does not hold: known to the store, another spelling of what it knows, or new.
Result<Placeholder> Vault::InternStored(TypeId type, std::string_view original, std::uint32_t hash) {
  bool room = Reserve(type, original.size()).ok();
  if (!room) {
    Forget();
    room = Reserve(type, original.size()).ok();  // where not even this helps the store is asked each time
  }
  const std::string& name = (*type_names_)[type];
  Normalise(type, original, &normal_);
  const Result<StoredMatch> match = store_->Look(name, original, normal_);
  if (!match.ok()) return Refuse(match.status());
  Result<StoredNumber> stored = match->same;
  if (stored->number == 0) {
    stored = match->alike;
    const Placeholder same = FromStored(type, stored->number, stored->variant);
    const auto person = same.number == 0 || same.part != Part::kWhole ? PersonOf(type, same) : std::nullopt;
    if (same.number != 0 && same.part == Part::kWhole && same.variant < kMaxVariant) {
      ++stored->variant;
    } else if (person) {
      const Result<StoredNumber> free = FreeVariant(type, *person);
      if (!free.ok()) return Refuse(free.status());
      stored = free;
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
  const Placeholder placeholder = FromStored(type, stored->number, stored->variant);
  if (!room) return placeholder;
  Add(placeholder, original, hash, HashOriginal(type, normal_));
  LearnPerson(placeholder);
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
  if (Status reserved = Reserve(type, original.size()); !reserved) return reserved;

  Normalise(type, original, &normal_);
  const std::uint32_t normal_hash = HashOriginal(type, normal_);
  Placeholder placeholder = SameNormal(type, normal_hash);
  placeholder.type = type;
  const bool of_part = placeholder.number == 0 || placeholder.part != Part::kWhole;
  const auto person = of_part ? PersonOf(type, placeholder) : std::nullopt;
  if (person) {
    placeholder = {type, person->number, persons_.TakeVariant(*person), person->part};
  } else if (placeholder.number != 0 && placeholder.part == Part::kWhole && placeholder.variant < kMaxVariant) {
    ++placeholder.variant;
  } else {
    placeholder.part = Part::kWhole;
    std::uint32_t& next = NextNumber(type);
    if (next > kMaxNumber)
      return Status(ErrorCode::kVaultFull, "the numbers of one type are used up; begin a new session");
    placeholder.number = MASKE_MUTATION("law4_one_number") ? 1 : next;
    placeholder.variant = 1;
    ++next;
  }
  Add(placeholder, original, hash, normal_hash);
  LearnPerson(placeholder);
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
      store_->Find((*type_names_)[placeholder.type], {placeholder.number, StoredVariant(placeholder)}, &found_);
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
  if (Status reserved = Reserve(placeholder.type, original.size()); !reserved) return reserved;
  Normalise(placeholder.type, original, &normal_);
  Add(placeholder, original, HashOriginal(placeholder.type, original), HashOriginal(placeholder.type, normal_));
  LearnPerson(placeholder);
  std::uint32_t& next = NextNumber(placeholder.type);
  next = std::max(next, std::min(kMaxNumber, placeholder.number) + 1);
  return Status::Ok();
}

}  // namespace maske::redact
