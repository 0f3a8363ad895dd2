// Numbering, variants and the limit of the vault in memory.
#include "redact/vault.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "base/types.h"
#include "redact/normalise.h"

namespace maske::redact {
namespace {

std::string Key(const Placeholder& p) {
  return std::to_string(p.type) + "_" + std::to_string(p.number) + "_" + std::to_string(p.variant) + "_" +
         std::to_string(static_cast<int>(p.part));
}

TEST(VaultTest, EqualBytesGetTheSamePlaceholder) {
  Vault vault(0);
  EXPECT_EQ(Key(*vault.Intern(kPerson, "Erika Muster")), Key({kPerson, 1, 1}));
  EXPECT_EQ(Key(*vault.Intern(kPerson, "Max Muster")), Key({kPerson, 2, 1}));
  EXPECT_EQ(Key(*vault.Intern(kEmail, "Erika Muster")), Key({kEmail, 1, 1}));
  EXPECT_EQ(Key(*vault.Intern(kPerson, "Erika Muster")), Key({kPerson, 1, 1}));
  EXPECT_EQ(vault.size(), 3U);
}

TEST(VaultTest, TheSameValueWrittenDifferentlySharesTheNumber) {
  Vault vault(0);
  EXPECT_EQ(Key(*vault.Intern(kIban, "DE02120300000000202051")), Key({kIban, 1, 1}));
  EXPECT_EQ(Key(*vault.Intern(kIban, "DE02 1203 0000 0000 2020 51")), Key({kIban, 1, 2}));
  EXPECT_EQ(Key(*vault.Intern(kIban, "de02-1203-0000-0000-2020-51")), Key({kIban, 1, 3}));
  EXPECT_EQ(Key(*vault.Intern(kPerson, "Jörg Muster")), Key({kPerson, 1, 1}));
  EXPECT_EQ(Key(*vault.Intern(kPerson, "JÖRG  MUSTER")), Key({kPerson, 1, 2}));
  EXPECT_EQ(Key(*vault.Intern(kSecret, "aB")), Key({kSecret, 1, 1}));
  EXPECT_EQ(Key(*vault.Intern(kSecret, "ab")), Key({kSecret, 2, 1}));
  std::string_view original;
  ASSERT_TRUE(vault.Find({kIban, 1, 2}, &original));
  EXPECT_EQ(original, "DE02 1203 0000 0000 2020 51");
  EXPECT_FALSE(vault.Find({kIban, 1, 4}, &original));
}

// A surname or given name alone: the number of its person, as long as it has but one.
TEST(VaultTest, PartsOfNames) {
  Vault vault(0);
  const auto number = [&](std::string_view original) { return Key(*vault.Intern(kPerson, original)); };
  const std::string type = std::to_string(kPerson);
  EXPECT_EQ(number("Frau Dr. Erika Zoekemann"), type + "_1_1_0");
  EXPECT_EQ(number("Zoekemann"), type + "_1_1_2");
  EXPECT_EQ(number("ZOEKEMANN"), type + "_1_2_2");
  EXPECT_EQ(number("Erika"), type + "_1_1_1");
  EXPECT_EQ(number("Max Zoekemann"), type + "_2_1_0");
  EXPECT_EQ(number("Zoekemann"), type + "_1_1_2");  // equal bytes
  EXPECT_EQ(number("zoekemann"), type + "_1_3_2");  // another spelling of what has a number
  EXPECT_EQ(number("Max"), type + "_2_1_1");
  EXPECT_EQ(number("Boeck"), type + "_3_1_0");  // seen alone first
  EXPECT_EQ(number("Anna Boeck"), type + "_4_1_0");
  EXPECT_EQ(number("Boeck"), type + "_3_1_0");
  EXPECT_EQ(number("BOECK"), type + "_3_2_0");
  EXPECT_EQ(number("Eva Quast"), type + "_5_1_0");
  EXPECT_EQ(number("Ute Quast"), type + "_6_1_0");
  EXPECT_EQ(number("Quast"), type + "_7_1_0");  // of two
  // A vault that took these entries goes on in the same way.
  Vault second(0);
  for (std::size_t i = 0; i < vault.size(); ++i) {
    EXPECT_TRUE(second.Import(vault.placeholder(i), vault.original(i)).ok());
  }
  for (const char* next : {"MAX", "Anna", "ERIKA", "Zoekemann", "zOEKEMANN", "Otto Zoekemann", "Otto"}) {
    EXPECT_EQ(Key(*second.Intern(kPerson, next)), number(next)) << next;
  }
}

TEST(VaultTest, AgainstAMap) {
  Vault vault(0);
  std::map<std::pair<TypeId, std::string>, std::string> by_original;
  std::map<std::string, std::string> by_placeholder;
  std::map<std::pair<TypeId, std::string>, std::uint32_t> number_of;
  std::mt19937 random(7);
  for (int i = 0; i < 30000; ++i) {
    const auto type = random() % 2 == 0 ? kPerson : kIban;
    std::string original;
    for (unsigned n = 1 + random() % 4; n > 0; --n) original += "aAbB1 -"[random() % 7];
    const auto placeholder = vault.Intern(type, original);
    ASSERT_TRUE(placeholder);
    const std::string key = Key(*placeholder);
    const auto [known, added] = by_original.try_emplace({type, original}, key);
    ASSERT_EQ(known->second, key) << original;
    const auto [other, first] = by_placeholder.try_emplace(key, original);
    ASSERT_EQ(other->second, original) << key;
    ASSERT_EQ(added, first);
    std::string normal;
    Normalise(type, original, &normal);
    const auto [number, fresh] = number_of.try_emplace({type, normal}, placeholder->number);
    ASSERT_EQ(number->second, placeholder->number) << original;
    std::string_view back;
    ASSERT_TRUE(vault.Find(*placeholder, &back));
    ASSERT_EQ(back, original);
  }
  EXPECT_EQ(vault.size(), by_original.size());
}

TEST(VaultTest, TheLimitRefusesBeforeAnythingChanges) {
  Vault vault(std::size_t{300} << 10);
  std::size_t taken = 0;
  for (;; ++taken) {
    const auto placeholder = vault.Intern(kEmail, "nr" + std::to_string(taken) + "@example.org");
    if (!placeholder) {
      EXPECT_EQ(placeholder.status().code(), ErrorCode::kVaultFull);
      EXPECT_EQ(placeholder.status().message().find("example.org"), std::string::npos);
      break;
    }
    ASSERT_LE(vault.bytes(), std::size_t{300} << 10);
    ASSERT_LT(taken, 100000U);
  }
  EXPECT_EQ(vault.size(), taken);
  EXPECT_GT(taken, 1500U);
  EXPECT_TRUE(vault.Intern(kEmail, "nr0@example.org")) << "what is known stays available";
}

TEST(VaultTest, ImportGoesOnWithTheNumbering) {
  Vault vault(0);
  ASSERT_TRUE(vault.Import({kPerson, 7, 1}, "Erika Muster"));
  ASSERT_TRUE(vault.Import({kPerson, 7, 1}, "Erika Muster"));
  EXPECT_EQ(vault.Import({kPerson, 7, 1}, "Max Muster").code(), ErrorCode::kInvalidArgument);
  EXPECT_EQ(Key(*vault.Intern(kPerson, "Erika Muster")), Key({kPerson, 7, 1}));
  EXPECT_EQ(Key(*vault.Intern(kPerson, "ERIKA MUSTER")), Key({kPerson, 7, 2}));
  EXPECT_EQ(Key(*vault.Intern(kPerson, "Max Muster")), Key({kPerson, 8, 1}));
}

}  // namespace
}  // namespace maske::redact
