// A VaultStore in memory for the tests of laws: what is committed survives the store, what is not is gone, as in a crash.
#ifndef MASKE_TESTS_LAWS_MEMORY_STORE_H_
#define MASKE_TESTS_LAWS_MEMORY_STORE_H_

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>

#include "maske/store.h"

namespace maske::laws {

struct StoreState {
  using Key = std::tuple<std::string, std::uint32_t, std::uint32_t>;
  std::map<Key, std::pair<std::string, std::string>> entries;  // original, normal form
  std::map<std::string, std::uint32_t> next;
};

class MemoryStore : public VaultStore {
 public:
  // What is committed; shared by stores of several sessions.
  struct Disk {
    StoreState state;
    bool full = false;     // Commit fails
    bool damaged = false;  // Find fails
    bool forget = false;   // what Begin says
  };
  explicit MemoryStore(std::shared_ptr<Disk> disk) : disk_(std::move(disk)) {}

  Status Begin(bool* forget) override {
    if (open_) return Status::Ok();
    batch_ = disk_->state;
    open_ = true;
    *forget = disk_->forget;
    return Status::Ok();
  }
  Result<StoredMatch> Look(std::string_view type, std::string_view original, std::string_view normal) override {
    return StoredMatch{Latest(type, [&](const auto& value) { return value.first == original; }),
                       Latest(type, [&](const auto& value) { return value.second == normal; })};
  }
  Result<std::uint32_t> TakeNumber(std::string_view type, std::uint32_t least) override {
    std::uint32_t& next = batch_.next[std::string(type)];
    next = std::max(next + 1, least);
    return next;
  }
  Status Add(std::string_view type, StoredNumber placeholder, std::string_view original,
             std::string_view normal) override {
    const bool added =
        batch_.entries.try_emplace({std::string(type), placeholder.number, placeholder.variant}, original, normal)
            .second;
    return added ? Status::Ok() : Status(ErrorCode::kVault, "not new");
  }
  Status Commit() override {
    if (disk_->full) return {ErrorCode::kVault, "the disk is full"};
    if (open_) disk_->state = batch_;
    open_ = false;
    return Status::Ok();
  }
  Result<bool> Find(std::string_view type, StoredNumber placeholder, std::string* original) override {
    if (disk_->damaged) return Status(ErrorCode::kVault, "the vault is damaged");
    const StoreState& state = open_ ? batch_ : disk_->state;
    const auto entry = state.entries.find({std::string(type), placeholder.number, placeholder.variant});
    if (entry == state.entries.end()) return false;
    *original = entry->second.first;
    return true;
  }

 private:
  template <typename Is>
  StoredNumber Latest(std::string_view type, const Is& is) const {
    StoredNumber latest;
    for (const auto& [key, value] : batch_.entries) {
      if (std::get<0>(key) == type && is(value)) latest = {std::get<1>(key), std::get<2>(key)};
    }
    return latest;
  }

  std::shared_ptr<Disk> disk_;
  StoreState batch_;
  bool open_ = false;
};

}  // namespace maske::laws

#endif  // MASKE_TESTS_LAWS_MEMORY_STORE_H_
