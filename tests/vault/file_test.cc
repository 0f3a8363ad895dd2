// VaultFile: what opens, what is listed, forgotten, expired, and what a new key leaves.
#include <sys/stat.h>

#include "vault/folder.h"

namespace maske {
namespace {

class VaultFileTest : public ::testing::Test {
 protected:
  VaultFileTest() { EXPECT_TRUE(VaultFile::Create(path_, key_).ok()); }
  VaultFile Open() { return std::move(VaultFile::Open(path_, key_)).value(); }
  void Change(std::size_t at, const std::string& bytes) const {
    folder_.Write("v", folder_.Read("v").replace(at, bytes.size(), bytes));
  }

  Folder folder_;
  std::string path_ = folder_.Path("v");
  VaultKey key_ = NewKey();
};

TEST_F(VaultFileTest, IsItsOwnersAlone) {
  struct stat state {};
  ASSERT_EQ(::stat(path_.c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 0777U, 0600U);
  EXPECT_EQ(VaultFile::Create(path_, key_).code(), ErrorCode::kInvalidArgument);
  EXPECT_TRUE(VaultFile::Open(path_, key_).ok()) << "and stayed what it was";
}

TEST_F(VaultFileTest, KeepsWhatWasCommitted) {
  {
    const VaultFile vault = Open();
    const auto store = OpenStore(vault, "a");
    EXPECT_EQ(InternAlone(store.get(), "PERSON", "Erika Beispiel"), (StoredNumber{1, 1}));
    EXPECT_EQ(InternAlone(store.get(), "PERSON", "Max Beispiel"), (StoredNumber{2, 1}));
    EXPECT_EQ(InternAlone(store.get(), "EMAIL", "x@example.org"), (StoredNumber{1, 1}));
  }
  const VaultFile vault = Open();
  const auto store = OpenStore(vault, "a");
  EXPECT_EQ(Original(store.get(), "PERSON", {2, 1}), "Max Beispiel");
  EXPECT_EQ(Original(store.get(), "PERSON", {3, 1}), "none");
  EXPECT_EQ(Original(store.get(), "PERSON", {1, 2}), "none");
  EXPECT_EQ(Original(store.get(), "IBAN", {1, 1}), "none");
  EXPECT_EQ(InternAlone(store.get(), "PERSON", "Erika Beispiel"), (StoredNumber{1, 1}));
  EXPECT_EQ(InternAlone(store.get(), "PERSON", "Eva Beispiel"), (StoredNumber{3, 1}));
}

TEST_F(VaultFileTest, SessionsDoNotKnowEachOther) {
  const VaultFile vault = Open();
  const auto a = OpenStore(vault, "a");
  const auto b = OpenStore(vault, "b");
  InternAlone(a.get(), "PERSON", "Erika Beispiel");
  InternAlone(a.get(), "PERSON", "Max Beispiel");
  EXPECT_EQ(InternAlone(b.get(), "PERSON", "Max Beispiel"), (StoredNumber{1, 1}));
  EXPECT_EQ(Original(b.get(), "PERSON", {2, 1}), "none");
  EXPECT_TRUE(vault.OpenSession("a", true).ok());
  EXPECT_EQ(vault.OpenSession("c", true).status().code(), ErrorCode::kInvalidArgument);
  EXPECT_FALSE(vault.OpenSession("").ok());
  EXPECT_FALSE(vault.OpenSession(std::string(201, 'x')).ok());
}

TEST_F(VaultFileTest, WhatIsNotCommittedIsGone) {
  const VaultFile vault = Open();
  {
    const auto store = OpenStore(vault, "a");
    bool forget = false;
    ASSERT_TRUE(store->Begin(&forget).ok());
    Intern(store.get(), "PERSON", "Erika Beispiel", "erika beispiel");
  }
  const auto store = OpenStore(vault, "a");
  EXPECT_EQ(InternAlone(store.get(), "PERSON", "Max Beispiel"), (StoredNumber{1, 1}));
}

TEST_F(VaultFileTest, OnlyItsKeyOpensIt) {
  const auto other = VaultFile::Open(path_, NewKey());
  EXPECT_EQ(other.status().code(), ErrorCode::kInvalidArgument);
  EXPECT_NE(other.status().message().find("does not open"), std::string::npos);
  const auto words = VaultFile::Open(path_, *VaultKey::FromPassphrase("correct horse"));
  EXPECT_NE(words.status().message().find("key file"), std::string::npos) << words.status().message();
  EXPECT_FALSE(*VaultFile::AsksForPassphrase(path_));
}

TEST_F(VaultFileTest, APassphraseOpensIt) {
  const std::string path = folder_.Path("p");
  ASSERT_TRUE(VaultFile::Create(path, *VaultKey::FromPassphrase("correct horse")).ok());
  EXPECT_TRUE(*VaultFile::AsksForPassphrase(path));
  EXPECT_TRUE(VaultFile::Open(path, *VaultKey::FromPassphrase("correct horse")).ok());
  EXPECT_EQ(VaultFile::Open(path, *VaultKey::FromPassphrase("correct house")).status().code(),
            ErrorCode::kInvalidArgument);
  EXPECT_EQ(VaultFile::Open(path, key_).status().code(), ErrorCode::kInvalidArgument);
}

TEST_F(VaultFileTest, ANewerVersionAndOtherFilesAreRefused) {
  Change(63, "\x03");  // the last byte of SQLite's user_version
  const auto newer = VaultFile::Open(path_, key_);
  EXPECT_EQ(newer.status().code(), ErrorCode::kInvalidArgument);
  EXPECT_NE(newer.status().message().find("version 3"), std::string::npos);
  Change(71, "X");
  EXPECT_NE(VaultFile::Open(path_, key_).status().message().find("no vault"), std::string::npos);
  folder_.Write("v", "hello");
  EXPECT_EQ(VaultFile::Open(path_, key_).status().code(), ErrorCode::kInvalidArgument);
  folder_.Write("v", "");
  EXPECT_EQ(VaultFile::Open(path_, key_).status().code(), ErrorCode::kInvalidArgument);
  EXPECT_EQ(VaultFile::Open(folder_.Path("none"), key_).status().code(), ErrorCode::kInvalidArgument);
  EXPECT_EQ(VaultFile::Open(folder_.Path(""), key_).status().code(), ErrorCode::kInvalidArgument);
}

TEST_F(VaultFileTest, ListsCountsAndDays) {
  VaultFile vault = Open();
  EXPECT_TRUE(vault.List()->empty());
  const auto store = OpenStore(vault, "fall 7");
  for (const char* name : {"Erika", "Max", "Eva"}) InternAlone(store.get(), "PERSON", name);
  InternAlone(store.get(), "EMAIL", "x@example.org");
  const auto counts = vault.List();
  ASSERT_TRUE(counts.ok());
  ASSERT_EQ(counts->size(), 2U);
  EXPECT_EQ((*counts)[0].type, "EMAIL");
  EXPECT_EQ((*counts)[1].session, "fall 7");
  EXPECT_EQ((*counts)[1].entries, 3U);
  EXPECT_EQ((*counts)[1].first_day, (*counts)[1].last_day);
  EXPECT_GT((*counts)[1].first_day, 20'000);
}

TEST_F(VaultFileTest, ForgetsAndNeverGivesANumberTwice) {
  VaultFile vault = Open();
  const auto a = OpenStore(vault, "a");
  const auto b = OpenStore(vault, "b");
  bool forget = false;
  for (VaultStore* store : {a.get(), b.get()}) {
    ASSERT_TRUE(store->Begin(&forget).ok());
    EXPECT_TRUE(forget) << "the first batch";
    Intern(store, "IBAN", "DE89370400440532013000", "DE89370400440532013000");
    Intern(store, "IBAN", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000");
    Intern(store, "IBAN", "AT611904300234573201", "AT611904300234573201");
    Intern(store, "SECRET", "DE89370400440532013000", "DE89370400440532013000");
    ASSERT_TRUE(store->Commit().ok());
    ASSERT_TRUE(store->Begin(&forget).ok());
    EXPECT_FALSE(forget);
    ASSERT_TRUE(store->Commit().ok());
  }
  EXPECT_EQ(*vault.ForgetOriginal("a", "de89 3704 0044 0532 0130 00"), 2U) << "in any spelling; SECRET has one alone";
  EXPECT_EQ(*vault.ForgetOriginal("a", "DE89370400440532013000"), 1U);
  EXPECT_EQ(*vault.ForgetPlaceholder("b", "IBAN", {1, 2}), 1U);
  EXPECT_EQ(*vault.ForgetPlaceholder("b", "IBAN", {1, 2}), 0U);
  EXPECT_EQ(Original(b.get(), "IBAN", {1, 1}), "DE89370400440532013000");
  EXPECT_EQ(Original(b.get(), "IBAN", {1, 2}), "none");
  EXPECT_EQ(Original(a.get(), "IBAN", {1, 1}), "none");
  EXPECT_EQ(Original(a.get(), "IBAN", {2, 1}), "AT611904300234573201");
  ASSERT_TRUE(a->Begin(&forget).ok());
  EXPECT_TRUE(forget) << "others learn of it";
  ASSERT_TRUE(a->Commit().ok());
  EXPECT_EQ(*vault.ForgetSession("a"), 1U);
  EXPECT_EQ(*vault.ForgetSession("nobody"), 0U);
  const auto again = OpenStore(vault, "a");
  EXPECT_EQ(InternAlone(again.get(), "IBAN", "DE89370400440532013000"), (StoredNumber{3, 1}));
  EXPECT_TRUE(vault.Check().ok());
}

TEST_F(VaultFileTest, ExpiresByTheLastUse) {
  VaultFile vault = Open();
  const auto store = OpenStore(vault, "a");
  InternAlone(store.get(), "PERSON", "Erika");
  EXPECT_EQ(*vault.Expire(0), 0U) << "used today";
  EXPECT_FALSE(vault.Expire(-1).ok());
  EXPECT_EQ(vault.List()->size(), 1U);
}

TEST_F(VaultFileTest, ANewKeySealsEverythingAnew) {
  VaultFile vault = Open();
  const auto store = OpenStore(vault, "a");
  bool forget = false;
  ASSERT_TRUE(store->Begin(&forget).ok());
  for (int i = 0; i < 1'500; ++i) Intern(store.get(), "PERSON", std::to_string(i), std::to_string(i));
  ASSERT_TRUE(store->Commit().ok());
  const VaultKey fresh = NewKey();
  const Status done = vault.Rekey(fresh);
  ASSERT_TRUE(done.ok()) << done.message();
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(store->Begin(&forget).code(), ErrorCode::kVault) << "whoever has it open must open it again";
  }
  EXPECT_FALSE(VaultFile::Open(path_, key_).ok());
  const auto opened = VaultFile::Open(path_, fresh);
  ASSERT_TRUE(opened.ok()) << opened.status().message();
  for (const VaultFile* each : {static_cast<const VaultFile*>(&vault), &*opened}) {
    const auto again = OpenStore(*each, "a");
    for (std::uint32_t i = 0; i < 1'500; ++i) {
      ASSERT_EQ(Original(again.get(), "PERSON", {i + 1, 1}), std::to_string(i));
    }
    EXPECT_EQ(InternAlone(again.get(), "PERSON", "700"), (StoredNumber{701, 1}));
    const Status checked = vault.Check();
    EXPECT_TRUE(checked.ok()) << checked.message();
  }
}

}  // namespace
}  // namespace maske
