// A store on disk does what the obvious store in memory does (tests/laws/memory_store.h), seen by several stores of one
// session at once; and nothing that was put in can be read from the files.
#include <random>
#include <set>
#include <thread>

#include "laws/memory_store.h"
#include "vault/folder.h"

namespace maske {
namespace {

using laws::MemoryStore;

TEST(VaultStore, DoesWhatTheObviousOneDoes) {
  const Folder folder;
  const VaultKey key = NewKey();
  ASSERT_TRUE(VaultFile::Create(folder.Path("v"), key).ok());
  const VaultFile vault = *VaultFile::Open(folder.Path("v"), key);
  const auto disk = std::make_shared<MemoryStore::Disk>();
  std::mt19937 random(7);
  const auto below = [&random](std::uint32_t limit) { return static_cast<std::uint32_t>(random()) % limit; };
  const std::string types[] = {"PERSON", "EMAIL", "OWN_TYPE"};
  for (int round = 0; round < 60; ++round) {
    const auto real = OpenStore(vault, "a");
    MemoryStore obvious(disk);
    for (std::uint32_t batch = below(4); batch > 0; --batch) {
      bool forget = false;
      ASSERT_TRUE(real->Begin(&forget).ok());
      ASSERT_TRUE(obvious.Begin(&forget).ok());
      for (std::uint32_t i = below(20); i > 0; --i) {
        const std::string& type = types[below(3)];
        std::string original(below(40), static_cast<char>(below(256)));
        original += std::to_string(below(50));
        const std::string normal = original.substr(original.size() / 2);
        ASSERT_EQ(Intern(real.get(), type, original, normal), Intern(&obvious, type, original, normal));
        const StoredNumber any{1 + below(30), 1 + below(2)};
        ASSERT_EQ(Original(real.get(), type, any), Original(&obvious, type, any));
      }
      if (below(8) == 0) break;  // dropped
      ASSERT_TRUE(real->Commit().ok());
      ASSERT_TRUE(obvious.Commit().ok());
    }
  }
  EXPECT_GT(disk->state.entries.size(), 200U);
}

// A part of a name has the number of the full one, and variants of its own.
TEST(VaultStore, OtherSpellingsOfPartsAndOfWholes) {
  constexpr std::uint32_t kSurname = 2U << 14U;
  const Folder folder;
  const VaultKey key = NewKey();
  ASSERT_TRUE(VaultFile::Create(folder.Path("v"), key).ok());
  const VaultFile vault = *VaultFile::Open(folder.Path("v"), key);
  const auto store = OpenStore(vault, "a");
  bool forget = false;
  ASSERT_TRUE(store->Begin(&forget).ok());
  const auto add = [&](StoredNumber number, std::string_view original, std::string_view normal) {
    ASSERT_TRUE(store->Add("PERSON", number, original, normal).ok());
  };
  add({1, 1}, "Erika Muster", "erika muster");
  add({1, 1 | kSurname}, "Muster", "muster");
  add({1, 2 | kSurname}, "MUSTER", "muster");
  add({1, 2}, "ERIKA MUSTER", "erika muster");
  add({1, 3 | kSurname}, "Beispiel", "beispiel");
  const auto alike = [&](std::string_view original, std::string_view normal) {
    const auto match = store->Look("PERSON", original, normal);
    EXPECT_TRUE(match.ok() && match->same.number == 0);
    return match->alike;
  };
  EXPECT_EQ(alike("erika Muster", "erika muster"), (StoredNumber{1, 2}));
  EXPECT_EQ(alike("muster", "muster"), (StoredNumber{1, 2 | kSurname}));
  EXPECT_EQ(alike("BEISPIEL", "beispiel"), (StoredNumber{1, 3 | kSurname}));
  EXPECT_EQ(alike("Anna", "anna").number, 0U);
  EXPECT_EQ(store->Look("PERSON", "MUSTER", "muster")->same, (StoredNumber{1, 2 | kSurname}));
  EXPECT_EQ(store->Look("EMAIL", "MUSTER", "muster")->same.number, 0U);
}

TEST(VaultStore, ThreadsShareOneSession) {
  const Folder folder;
  const VaultKey key = NewKey();
  ASSERT_TRUE(VaultFile::Create(folder.Path("v"), key).ok());
  const VaultFile vault = *VaultFile::Open(folder.Path("v"), key);
  std::vector<std::unique_ptr<VaultStore>> stores;
  for (int i = 0; i < 4; ++i) stores.push_back(OpenStore(vault, "a"));
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&stores, t] {
      VaultStore* store = stores[static_cast<std::size_t>(t)].get();
      for (int batch = 0; batch < 10; ++batch) {
        bool forget = false;
        ASSERT_TRUE(store->Begin(&forget).ok());
        for (int i = 0; i < 20; ++i) {
          const std::string value = "v" + std::to_string((batch * 20 + i) * (t % 2 + 1));
          Intern(store, "PERSON", value, value);
        }
        ASSERT_TRUE(store->Commit().ok());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const auto store = OpenStore(vault, "a");
  std::set<std::string> seen;
  for (std::uint32_t number = 1; number <= 300; ++number) seen.insert(Original(store.get(), "PERSON", {number, 1}));
  EXPECT_EQ(seen.size(), 300U);
  EXPECT_EQ(seen.count("none"), 0U);
  EXPECT_EQ(Original(store.get(), "PERSON", {301, 1}), "none");
}

TEST(VaultStore, NoOriginalAndNoNameInAnyFile) {
  const Folder folder;
  const VaultKey key = NewKey();
  ASSERT_TRUE(VaultFile::Create(folder.Path("v"), key).ok());
  VaultFile vault = *VaultFile::Open(folder.Path("v"), key);
  const auto store = OpenStore(vault, "Fall Beispielmann");
  bool forget = false;
  ASSERT_TRUE(store->Begin(&forget).ok());
  for (int i = 0; i < 300; ++i) {
    const std::string value = "Zwetschge" + std::to_string(i) + " Beispielmann";
    Intern(store.get(), "PERSON", value, value);
  }
  for (const char* when : {"before the commit", "in the journal", "forgotten"}) {
    const std::string all = folder.AllBytes();
    EXPECT_GT(all.size(), 30'000U) << when;
    for (const char* part : {"Zwetschge", "Beispielmann", "zwetschge"}) {
      EXPECT_EQ(all.find(part), std::string::npos) << when;
    }
    ASSERT_TRUE(store->Commit().ok());
    EXPECT_NE(folder.AllBytes().find("PERSON"), std::string::npos) << "types are told: docs/vault_format.md";
    const std::uint64_t gone = std::string(when) == "in the journal" ? *vault.ForgetSession("Fall Beispielmann") : 300;
    EXPECT_EQ(gone, 300U);
  }
}

// What is removed is overwritten, not only let go.
TEST(VaultStore, NothingSealedStaysBehindAForget) {
  const Folder folder;
  const VaultKey key = NewKey();
  ASSERT_TRUE(VaultFile::Create(folder.Path("v"), key).ok());
  VaultFile vault = *VaultFile::Open(folder.Path("v"), key);
  {
    const auto store = OpenStore(vault, "a");
    InternAlone(store.get(), "PERSON", std::string(200, 'x'));
  }
  vault = *VaultFile::Open(folder.Path("v"), key);
  EXPECT_EQ(*vault.ForgetOriginal("a", "nobody"), 0U) << "folds the journal into the file";
  const std::string before = folder.Read("v");
  EXPECT_EQ(*vault.ForgetSession("a"), 1U);
  const std::string after = folder.AllBytes();
  // Windows of 16 bytes that were in the file and are random: none is left of the entry's 248 sealed bytes.
  std::size_t left = 0;
  std::size_t random = 0;
  for (std::size_t at = 0; at + 16 <= before.size(); at += 8) {
    const std::string window = before.substr(at, 16);
    if (std::set<char>(window.begin(), window.end()).size() < 13) continue;  // no random bytes
    ++random;
    if (after.find(window) != std::string::npos) ++left;
  }
  EXPECT_GE(random - left, 25U);
}

}  // namespace
}  // namespace maske
