// The vault in memory: which placeholder stands for which original, both ways, and the numbering.
//
// Equal bytes of one type get one placeholder for the life of the vault; equal normal forms share the number. Numbers of a
// type count from 1 in the order of first sight. Memory is bounded by a limit in bytes that counts originals, entries and
// look-up tables; what would pass it is refused with kVaultFull and nothing changes (law 5).
// One thread. Cost: three hash look-ups a finding, about 60 bytes an entry beside the original.
// Tested by tests/redact/vault_test.cc and the laws 4 and 5.
#ifndef MASKE_REDACT_VAULT_H_
#define MASKE_REDACT_VAULT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "maske/status.h"
#include "redact/placeholder.h"

namespace maske::redact {

class Vault {
 public:
  // limit_bytes 0: no limit.
  explicit Vault(std::size_t limit_bytes) : limit_(limit_bytes) {}

  // The placeholder of an original, a new one when it was not seen before.
  Result<Placeholder> Intern(TypeId type, std::string_view original);
  // Takes an entry of an earlier run. kInvalidArgument when the placeholder stands for other bytes already.
  Status Import(const Placeholder& placeholder, std::string_view original);
  // The original of a placeholder; false when there is none. The view lives as long as the vault.
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
    std::uint32_t normal_hash;
    Placeholder placeholder;
  };
  // Open addressing, linear probing; a slot holds an index of entries_ plus 1, 0 is free.
  struct Index {
    std::vector<std::uint32_t> slots;
    void Insert(std::uint64_t hash, std::uint32_t entry);
  };

  Status Reserve(std::size_t original_bytes);
  void Add(const Placeholder& placeholder, std::string_view original, std::uint64_t normal_hash);
  void Rehash(std::size_t slots);
  void SetNormal(std::uint32_t entry);
  const Entry* FindNormal(TypeId type, std::uint32_t hash, const std::string& normal);
  [[nodiscard]] std::uint64_t HashOriginal(TypeId type, std::string_view bytes) const;
  std::uint32_t& NextNumber(TypeId type);

  std::size_t limit_;
  std::size_t bytes_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0;
  std::size_t block_size_ = 0;
  Index by_original_;
  Index by_placeholder_;
  Index by_normal_;  // the latest entry of each (type, normal form): its number and variant are the greatest
  std::vector<std::uint32_t> next_number_;  // by type
  std::string normal_;        // scratch
  std::string other_normal_;  // scratch
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_VAULT_H_
