// Damaged files: whatever byte changes, no original comes back for another placeholder, no number is given twice, and nothing
// crashes. What is asked for comes back right, or the vault says that it is damaged.
#include <random>

#include "vault/folder.h"

namespace maske {
namespace {

constexpr std::uint32_t kEntries = 60;

std::string Name(std::uint32_t number) { return "Erika Beispiel " + std::to_string(number); }

class VaultDamage : public ::testing::Test {
 protected:
  VaultDamage() {
    EXPECT_TRUE(VaultFile::Create(folder_.Path("sound"), key_).ok());
    VaultFile vault = *VaultFile::Open(folder_.Path("sound"), key_);
    for (const char* session : {"a", "b"}) {
      const auto store = OpenStore(vault, session);
      bool forget = false;
      EXPECT_TRUE(store->Begin(&forget).ok());
      for (std::uint32_t i = 1; i <= kEntries; ++i) Intern(store.get(), "PERSON", Name(i), Name(i));
      EXPECT_TRUE(store->Commit().ok());
    }
    EXPECT_TRUE(vault.ForgetOriginal("a", "folds the journal").ok());
    sound_ = folder_.Read("sound");
  }

  // What can be seen of a damaged file. True: an error was told.
  bool Look(const std::string& bytes) {
    folder_.Write("v", bytes);
    std::filesystem::remove(folder_.Path("v-wal"));
    std::filesystem::remove(folder_.Path("v-shm"));
    const auto vault = VaultFile::Open(folder_.Path("v"), key_);
    if (!vault.ok()) return Told(vault.status());
    const auto store = vault->OpenSession("a", true);
    if (!store.ok()) return Told(store.status());
    for (std::uint32_t i = 1; i <= kEntries + 1; ++i) {
      std::string original;
      const auto found = (*store)->Find("PERSON", {i, 1}, &original);
      if (!found.ok()) return Told(found.status());
      EXPECT_EQ(*found, i <= kEntries) << "an entry vanished unseen: " << i;
      EXPECT_TRUE(!*found || original == Name(i)) << "another's original";
    }
    bool forget = false;
    if (const Status s = (*store)->Begin(&forget); !s.ok()) return Told(s);
    for (std::uint32_t i = 1; i <= kEntries; i += 7) {
      const auto match = (*store)->Look("PERSON", Name(i), Name(i));
      if (!match.ok()) return Told(match.status());
      EXPECT_TRUE(match->same.number == 0 || match->same.number == i);
    }
    const auto fresh = (*store)->TakeNumber("PERSON", 1);
    if (!fresh.ok()) return Told(fresh.status());
    if (const Status s = (*store)->Add("PERSON", {*fresh, 1}, "Neu", "neu"); !s.ok()) return Told(s);
    EXPECT_GT(*fresh, kEntries) << "a number given twice";
    if (const Status s = (*store)->Commit(); !s.ok()) return Told(s);
    return false;
  }

  static bool Told(const Status& status) {
    EXPECT_TRUE(status.code() == ErrorCode::kVault || status.code() == ErrorCode::kInvalidArgument);
    EXPECT_EQ(status.message().find("Erika"), std::string::npos);
    return true;
  }

  void FlipSome(unsigned seed, int times) {
    std::mt19937 random(seed);
    int told = 0;
    for (int i = 0; i < times; ++i) {
      std::string bytes = sound_;
      const std::size_t at = random() % bytes.size();
      bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << random() % 8));
      told += Look(bytes) ? 1 : 0;
      if (HasFailure()) FAIL() << "byte " << at;
    }
    EXPECT_GT(told, times / 10);
  }

  Folder folder_;
  VaultKey key_ = NewKey();
  std::string sound_;
};

TEST_F(VaultDamage, ASoundFileTellsNothing) { EXPECT_FALSE(Look(sound_)); }

TEST_F(VaultDamage, ChangedBits) { FlipSome(1, 400); }

TEST_F(VaultDamage, CutOff) {
  for (std::size_t size = 0; size < sound_.size(); size += 1'000) EXPECT_TRUE(Look(sound_.substr(0, size))) << size;
}

TEST_F(VaultDamage, PagesOfZerosAndOfOthers) {
  for (std::size_t page = 0; page < sound_.size(); page += 4'096) {
    std::string bytes = sound_;
    (void)Look(bytes.replace(page, 4'096, std::string(4'096, '\0')));
    bytes = sound_;
    (void)Look(bytes.replace(page, 4'096, sound_.substr((page + 8'192) % sound_.size(), 4'096)));
    if (HasFailure()) FAIL() << "page at " << page;
  }
}

class VaultDamageSlow : public VaultDamage {};
TEST_F(VaultDamageSlow, ChangedBits) { FlipSome(2, 4'000); }

}  // namespace
}  // namespace maske
