// The keyed functions of operators, and restoring by the key alone.
#include "maske/maske.h"
#include "vault/folder.h"

namespace maske {
namespace {

std::shared_ptr<const OperatorKey> SomeKey(char digit) {
  return *MakeOperatorKey(*VaultKey::FromHex(std::string(64, digit)));
}

Session Open(const std::shared_ptr<const OperatorKey>& key, std::vector<TypeOperator> operators) {
  static const std::shared_ptr<const Filter> filter = *Filter::Create();
  Policy policy;
  policy.operators = std::move(operators);
  policy.operator_key = key;
  policy.binary = true;
  auto session = Session::Create(filter, policy);
  EXPECT_TRUE(session.ok()) << session.status().message();
  return std::move(session).value();
}

TypeOperator For(std::string type, std::string_view op) { return {std::move(type), *ParseOperator(op)}; }

TEST(VaultOperatorKey, EqualValuesLookEqualUnderOneKey) {
  const auto key = SomeKey('a');
  EXPECT_EQ(key->Hash("EMAIL", "x"), SomeKey('a')->Hash("EMAIL", "x"));
  EXPECT_EQ(key->Hash("EMAIL", "x").size(), 20U);
  EXPECT_NE(key->Hash("EMAIL", "x"), key->Hash("PHONE", "x"));
  EXPECT_NE(key->Hash("EMAIL", "x"), SomeKey('b')->Hash("EMAIL", "x"));
  const std::string sealed = key->Encrypt("EMAIL", "x");
  EXPECT_EQ(sealed, key->Encrypt("EMAIL", "x"));
  EXPECT_NE(sealed.substr(0, 24), key->Encrypt("EMAIL", "y").substr(0, 24)) << "a nonce a text";
  std::string text;
  EXPECT_TRUE(key->Decrypt("EMAIL", sealed, &text));
  EXPECT_EQ(text, "x");
  EXPECT_FALSE(key->Decrypt("PHONE", sealed, &text));
  EXPECT_FALSE(SomeKey('b')->Decrypt("EMAIL", sealed, &text));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 4);
    EXPECT_FALSE(key->Decrypt("EMAIL", changed, &text));
  }
  EXPECT_FALSE(MakeOperatorKey(*VaultKey::FromPassphrase("12345678")).ok());
}

TEST(VaultOperatorKey, EncryptedTextIsRestoredByTheKeyAlone) {
  const auto key = SomeKey('a');
  std::string text = "Sehr geehrte Frau Zoekemann, an zoekemann@example.org, maske~ und [PERSON_7]. maske~EMAIL~x~\n";
  const std::string masked = *Open(key, {For("", "encrypt")}).Mask(text);
  EXPECT_EQ(masked.find("oekemann"), std::string::npos);
  EXPECT_EQ(*Open(key, {}).Restore(masked), text);
  EXPECT_EQ(*Open(SomeKey('b'), {}).Restore(masked), masked);
  text += masked;  // what was masked before
  const std::string twice = *Open(key, {For("", "encrypt")}).Mask(text);
  for (std::size_t size : {1U, 2U, 7U, 61U, 4'000U}) {
    std::string back;
    Session session = Open(key, {});
    RestoreStream stream = session.OpenRestore([&back](std::string_view bytes) {
      back.append(bytes);
      return true;
    });
    for (std::size_t at = 0; at < twice.size(); at += size) ASSERT_TRUE(stream.Write(twice.substr(at, size)));
    ASSERT_TRUE(stream.Finish());
    EXPECT_EQ(back, text) << size;
    EXPECT_GT(stream.restored(), 3U);
  }
}

TEST(VaultOperatorKey, EncryptAndPlaceholderTogether) {
  Session session = Open(SomeKey('a'), {For("EMAIL", "encrypt")});
  const std::string text = "Frau Zoekemann [maske~ an [zoekemann@example.org] [EMAIL_1] [";
  const std::string masked = *session.Mask(text);
  EXPECT_NE(masked.find("[PERSON_1]"), std::string::npos) << masked;
  EXPECT_NE(masked.find("maske~EMAIL~"), std::string::npos) << masked;
  EXPECT_EQ(*session.Restore(masked), text);
}

TEST(VaultOperatorKey, OperatorsByType) {
  Session session = Open(SomeKey('a'), {For("", "remove"), For("PERSON", "keep"), For("EMAIL", "mask:*:1:4")});
  EXPECT_EQ(*session.Mask("Frau Zoekemann, zoekemann@example.org, IBAN DE89 3704 0044 0532 0130 00, [PERSON_3]"),
            "Frau Zoekemann, z****************.org, IBAN , [LITERAL_1]");
  Session hashed = Open(SomeKey('a'), {For("IBAN", "hash")});
  const std::string one = *hashed.Mask("DE89 3704 0044 0532 0130 00");
  EXPECT_EQ(one, *hashed.Mask("DE89370400440532013000"));
  EXPECT_EQ(one.substr(0, 6), "[IBAN#");
  EXPECT_EQ(*hashed.Restore(one), one);
}

TEST(VaultOperatorKey, WhatAPolicyMayNotSay) {
  const std::shared_ptr<const Filter> filter = *Filter::Create();
  for (const TypeOperator& wrong : {For("EMAIL", "hash"), For("", "encrypt"), For("DOB", "dateshift"),
                                    For("LITERAL", "remove"), For("NOTHING", "remove")}) {
    Policy policy;
    policy.operators = {wrong};
    EXPECT_EQ(Session::Create(filter, policy).status().code(), ErrorCode::kInvalidArgument) << wrong.type;
  }
  Policy policy;
  policy.operators = {For("EMAIL", "dateshift")};
  policy.operator_key = SomeKey('a');
  EXPECT_FALSE(Session::Create(filter, policy).ok());
}

}  // namespace
}  // namespace maske
