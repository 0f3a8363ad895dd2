// Law 4 for operators: what is encrypted comes back by the key, also where the text holds what looks like it; and law 6: of what
// is removed, masked or hashed nothing is left.
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "chunks/feed.h"
#include "chunks/letters.h"
#include "generator/nasty.h"
#include "laws/plain_key.h"

namespace maske {
namespace {

Session Open(std::vector<TypeOperator> operators) {
  Policy policy;
  policy.binary = true;
  policy.vault_limit_bytes = 0;
  policy.operators = std::move(operators);
  policy.operator_key = std::make_shared<laws::PlainKey>();
  auto session = Session::Create(chunks::SharedFilter(), policy);
  EXPECT_TRUE(session.ok());
  return std::move(session).value();
}

void ExpectRoundTrip(Session* session, const std::string& text, std::uint64_t seed) {
  const auto masked = session->Mask(text);
  ASSERT_TRUE(masked.ok());
  const std::string back = chunks::RestoreInPieces(*session, *masked, chunks::RandomPieces(seed, masked->size(), 300));
  ASSERT_EQ(back, text) << chunks::Printable(*masked);
}

TEST(Law4Operators, EncryptedTextComesBack) {
  const std::vector<TypeOperator> all = {{"", *ParseOperator("encrypt")}};
  const std::vector<TypeOperator> some = {{"PERSON", *ParseOperator("encrypt")}, {"IBAN", *ParseOperator("encrypt")}};
  for (const auto& operators : {all, some}) {
    Session session = Open(operators);
    std::uint64_t seed = 0;
    for (const std::string_view text : generator::NastyTexts()) ExpectRoundTrip(&session, std::string(text), ++seed);
    for (const std::string_view kind : {"post", "tables", "logs", "chat", "garbage"}) {
      const std::string text = chunks::Generated(kind, ++seed, 15'000);
      ExpectRoundTrip(&session, text, seed);
      ExpectRoundTrip(&session, *session.Mask(text), seed);
    }
  }
}

TEST(Law4Operators, TextThatLooksLikeATokenStaysWhatItIs) {
  Session session = Open({{"EMAIL", *ParseOperator("encrypt")}});
  const std::string token = *session.Mask("anna@example.org");
  EXPECT_EQ(token.substr(0, 12), "maske~EMAIL~");
  for (const std::string& text :
       {token, std::string("maske~"), "[" + token + "]", token + token, "a maske~EMAIL~ " + token}) {
    ExpectRoundTrip(&session, text, 1);
  }
}

TEST(Law6Operators, NothingOfTheValueIsLeft) {
  for (const std::string_view op : {"remove", "mask", "hash", "last4", "encrypt"}) {
    Session session = Open({{"", *ParseOperator(op)}});
    const std::string masked = *session.Mask("Frau Zoekemann schreibt von zoekemann@example.org.");
    EXPECT_EQ(masked.find("oekemann"), std::string::npos) << op;
    EXPECT_EQ(masked.find("PERSON_1"), std::string::npos) << op;
  }
}

}  // namespace
}  // namespace maske
