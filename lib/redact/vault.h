// The vault in memory: which placeholder stands for which original, both ways, and the numbering.
//
// Equal bytes of one type get one placeholder for the life of the vault; equal normal forms share the number. A surname or given
// name alone has the number of the person that it speaks of, if there is one (name_parts.h). Numbers of a
// type count from 1 in the order of first sight. Memory is bounded by a limit in bytes that counts originals, entries and
// look-up tables; what would pass it is refused with kVaultFull and nothing changes (law 5).
// With a store (a vault on disk) the entries live there: memory is asked first, holds what was seen lately, and is forgotten
// when it reaches the limit instead of refusing. Entries of a batch come to the store's disk with Commit.
// One thread. Cost: one hash look-up a finding seen before, two a new one; about 70 bytes an entry beside the original.
// The table of placeholders is filled when one is first asked for: masking alone does without it.
// Tested by tests/redact/vault_test.cc and the laws 4 and 5.
#ifndef MASKE_REDACT_VAULT_H_
#define MASKE_REDACT_VAULT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maske/status.h"
#include "maske/store.h"
#include "redact/name_parts.h"
#include "redact/placeholder.h"

namespace maske::redact {

class Vault {
 public:
  // limit_bytes 0: no limit.
  explicit Vault(std::size_t limit_bytes) : limit_(limit_bytes) {}

  // Entries live in the store from now on; call before anything is interned. Both must outlive the vault.
  void UseStore(VaultStore* store, const std::vector<std::string>* type_names) {
    store_ = store;
    type_names_ = type_names;
  }
  // Makes what was interned durable: call before its placeholders are given out. Nothing to do without a store.
  Status Commit();
  // Not Ok once the store failed: nothing that was said since the last Commit holds, and all calls fail.
  [[nodiscard]] const Status& status() const { return error_; }

  // The placeholder of an original, a new one when it was not seen before.
  Result<Placeholder> Intern(TypeId type, std::string_view original);
  // Takes an entry of an earlier run. kInvalidArgument when the placeholder stands for other bytes already.
  Status Import(const Placeholder& placeholder, std::string_view original);
  // The original of a placeholder; false when there is none, or when the store failed (see status). The view lives until
  // the next call.
  bool Find(const Placeholder& placeholder, std::string_view* original) const;

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] const Placeholder& placeholder(std::size_t index) const { return entries_[index].placeholder; }
  [[nodiscard]] std::string_view original(std::size_t index) const {
    return {entries_[index].data, entries_[index].size};
  }

 private:
  struct Entry {
    const char* data;
    std::uint32_t size;
    Placeholder placeholder;
  };
  // Open addressing, linear probing. `entry` is an index of entries_ plus 1, 0 is free; the hash beside it tells most
  // strangers without a look at their entry, and where a slot goes when the table grows.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;
  };
  using Slots = std::vector<Slot>;
  static constexpr std::size_t kSlotBytes = 2 * sizeof(Slot) + sizeof(std::uint32_t);  // in all three tables

  Status Reserve(TypeId type, std::size_t original_bytes);
  [[nodiscard]] std::optional<PersonIndex::Person> PersonOf(TypeId type, const Placeholder& same) const;
  Result<StoredNumber> FreeVariant(TypeId type, const PersonIndex::Person& person);
  Placeholder SameNormal(TypeId type, std::uint32_t normal_hash);
  void LearnPerson(const Placeholder& placeholder);
  void Forget();
  Result<Placeholder> InternStored(TypeId type, std::string_view original, std::uint32_t hash);
  Status Refuse(Status status) const;
  void Add(const Placeholder& placeholder, std::string_view original, std::uint32_t hash, std::uint32_t normal_hash);
  void Grow(std::size_t slots);
  // The slot of the entry (type, original), or of the latest with this normal form, or the free one where it belongs.
  [[nodiscard]] std::size_t FindOriginal(TypeId type, std::uint32_t hash, std::string_view original) const;
  [[nodiscard]] std::size_t FindNormal(TypeId type, std::uint32_t hash) const;
  void PlacePlaceholders() const;
  std::uint32_t& NextNumber(TypeId type);

  VaultStore* store_ = nullptr;
  const std::vector<std::string>* type_names_ = nullptr;
  bool batch_ = false;         // one is open in the store
  mutable Status error_;       // of the store
  mutable std::string found_;  // what Find got from the store
  std::size_t limit_;
  std::size_t bytes_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0;
  std::size_t block_size_ = 0;
  Slots by_original_;
  Slots by_normal_;  // the latest entry of each (type, normal form): its number and variant are the greatest
  mutable std::vector<std::uint32_t> by_placeholder_;  // index of entries_ plus 1; only those before placed_
  mutable std::size_t placed_ = 0;
  std::vector<std::uint32_t> next_number_;  // by type
  PersonIndex persons_;                     // of whom a surname or given name speaks
  std::size_t person_rows_ = 0;             // of them, in bytes_
  std::string normal_;                      // scratch
  std::string other_normal_;                // scratch
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_VAULT_H_
