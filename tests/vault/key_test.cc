// Keys and sealing: what opens what.
#include <sys/stat.h>

#include "vault/folder.h"
#include "vault/seal.h"

namespace maske {
namespace {

using vault::Keys;
using vault::Secret;

Keys SomeKeys(unsigned char seed) {
  Secret data(vault::kKeyBytes);
  for (std::size_t i = 0; i < data.size(); ++i) data.data()[i] = static_cast<unsigned char>(seed + i);
  Keys keys;
  EXPECT_TRUE(keys.Derive(data));
  return keys;
}

TEST(VaultKey, AFileForItsOwnerAlone) {
  const Folder folder;
  const VaultKey key = NewKey();
  ASSERT_TRUE(key.WriteFile(folder.Path("key")).ok());
  EXPECT_EQ(folder.Read("key").size(), 65U);
  struct stat state {};
  ASSERT_EQ(::stat(folder.Path("key").c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 0777U, 0600U);
  EXPECT_TRUE(VaultKey::FromFile(folder.Path("key")).ok());
  EXPECT_EQ(key.WriteFile(folder.Path("key")).code(), ErrorCode::kInvalidArgument) << "never over another key";
  for (const mode_t mode : {0640U, 0604U, 0660U, 0620U, 0602U, 0610U, 0700U}) {
    ASSERT_EQ(::chmod(folder.Path("key").c_str(), mode), 0);
    EXPECT_EQ(VaultKey::FromFile(folder.Path("key")).status().code(), ErrorCode::kInvalidArgument) << mode;
  }
  ASSERT_EQ(::chmod(folder.Path("key").c_str(), 0400), 0);
  EXPECT_TRUE(VaultKey::FromFile(folder.Path("key")).ok());
}

TEST(VaultKey, SixtyFourDigits) {
  const std::string digits = "00112233445566778899aAbBcCdDeEfF00112233445566778899aAbBcCdDeEfF";
  EXPECT_TRUE(VaultKey::FromHex(digits).ok());
  EXPECT_TRUE(VaultKey::FromHex(" \n" + digits + "\r\n").ok());
  for (const std::string& wrong : {std::string(), digits.substr(1), digits + "0", digits.substr(2) + "0g",
                                   digits.substr(0, 32) + " " + digits.substr(33), digits + "\n1"}) {
    const auto key = VaultKey::FromHex(wrong);
    EXPECT_EQ(key.status().code(), ErrorCode::kInvalidArgument) << wrong;
    EXPECT_EQ(key.status().message().find("00112233"), std::string::npos);
  }
  const Folder folder;
  folder.Write("key", digits + "x");
  ASSERT_EQ(::chmod(folder.Path("key").c_str(), 0600), 0);
  EXPECT_FALSE(VaultKey::FromFile(folder.Path("key")).ok());
  EXPECT_FALSE(VaultKey::FromFile(folder.Path("")).ok());
  EXPECT_FALSE(VaultKey::FromFile(folder.Path("none")).ok());
}

TEST(VaultKey, PassphrasesHaveALength) {
  EXPECT_FALSE(VaultKey::FromPassphrase("1234567").ok());
  EXPECT_FALSE(VaultKey::FromPassphrase(std::string(5'000, 'x')).ok());
  EXPECT_TRUE(VaultKey::FromPassphrase("12345678").ok());
}

TEST(VaultSeal, OpensForItsKeyAndPlaceAlone) {
  const Keys keys = SomeKeys(1);
  const Keys others = SomeKeys(2);
  std::string value;
  for (std::size_t size = 0; size < 70; ++size) {
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(i % 3 == 0 ? 0x80 : 0);
    const std::string sealed = keys.Seal("place", text);
    EXPECT_EQ(sealed.size() % 16, 8U) << "lengths are hidden";
    ASSERT_TRUE(keys.Open("place", sealed, &value)) << size;
    EXPECT_EQ(value, text);
    EXPECT_FALSE(keys.Open("plac", sealed, &value));
    EXPECT_FALSE(others.Open("place", sealed, &value));
    EXPECT_NE(keys.Seal("place", text), sealed) << "a nonce of its own";
  }
}

TEST(VaultSeal, EveryChangedByteIsSeen) {
  const Keys keys = SomeKeys(3);
  const std::string sealed = keys.Seal("place", "Erika Beispiel");
  std::string value;
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(keys.Open("place", changed, &value)) << i;
    EXPECT_FALSE(keys.Open("place", sealed.substr(0, i), &value)) << i;
  }
}

TEST(VaultSeal, HashesOfDifferentThingsDiffer) {
  const Keys keys = SomeKeys(4);
  const auto hash = keys.HashOf('o', 1, "EMAIL", "x");
  EXPECT_EQ(hash, SomeKeys(4).HashOf('o', 1, "EMAIL", "x"));
  EXPECT_NE(hash, SomeKeys(5).HashOf('o', 1, "EMAIL", "x"));
  EXPECT_NE(hash, keys.HashOf('n', 1, "EMAIL", "x"));
  EXPECT_NE(hash, keys.HashOf('o', 2, "EMAIL", "x"));
  EXPECT_NE(hash, keys.HashOf('o', 1, "PHONE", "x"));
  EXPECT_NE(keys.HashOf('o', 1, "AB", "C"), keys.HashOf('o', 1, "A", "BC"));
}

}  // namespace
}  // namespace maske
