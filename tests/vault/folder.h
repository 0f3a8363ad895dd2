// A folder of a test's own, with a key and what is often done with vaults.
#ifndef MASKE_TESTS_VAULT_FOLDER_H_
#define MASKE_TESTS_VAULT_FOLDER_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "maske/vault.h"
#include "own_folder.h"

namespace maske {

class Folder {
 public:
  [[nodiscard]] std::string Path(const std::string& name) const { return (own_.path() / name).string(); }
  [[nodiscard]] std::string Read(const std::string& name) const {
    std::ifstream stream(Path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }
  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(Path(name), std::ios::binary | std::ios::trunc) << bytes;
  }
  // Every byte of every file.
  [[nodiscard]] std::string AllBytes() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(own_.path()))
      all += Read(entry.path().filename().string());
    return all;
  }

 private:
  const OwnFolder own_{"vault"};
};

inline VaultKey NewKey() {
  auto key = VaultKey::Generate();
  EXPECT_TRUE(key.ok());
  return std::move(key).value();
}

inline std::unique_ptr<VaultStore> OpenStore(const VaultFile& vault, const std::string& session) {
  auto store = vault.OpenSession(session);
  EXPECT_TRUE(store.ok()) << store.status().message();
  return store.ok() ? std::move(*store) : nullptr;
}

// What a session does with a value that its memory does not hold; in a batch.
inline StoredNumber Intern(VaultStore* store, std::string_view type, std::string_view original,
                           std::string_view normal) {
  const auto match = store->Look(type, original, normal);
  EXPECT_TRUE(match.ok()) << match.status().message();
  if (!match.ok()) return {};
  if (match->same.number != 0) return match->same;
  StoredNumber number = match->alike;
  if (number.number != 0) {
    ++number.variant;
  } else {
    const auto taken = store->TakeNumber(type, 1);
    EXPECT_TRUE(taken.ok()) << taken.status().message();
    number = {*taken, 1};
  }
  const Status added = store->Add(type, number, original, normal);
  EXPECT_TRUE(added.ok()) << added.message();
  return number;
}

inline StoredNumber InternAlone(VaultStore* store, std::string_view type, std::string_view original) {
  bool forget = false;
  EXPECT_TRUE(store->Begin(&forget).ok());
  const StoredNumber number = Intern(store, type, original, original);
  const Status kept = store->Commit();
  EXPECT_TRUE(kept.ok()) << kept.message();
  return number;
}

inline std::string Original(VaultStore* store, std::string_view type, StoredNumber number) {
  std::string original;
  const auto found = store->Find(type, number, &original);
  if (!found.ok()) return "error: " + found.status().message();
  return *found ? original : "none";
}

}  // namespace maske

#endif  // MASKE_TESTS_VAULT_FOLDER_H_
