// Law 4 for operators: what is encrypted comes back by the key, also where the text holds what looks like it; and law 6: of what
// is removed, masked or hashed nothing is left.
#include <gtest/gtest.h>

#include <string>

#include "chunks/letters.h"
#include "generator/nasty.h"
#include "laws/with_operators.h"

namespace maske {
namespace {

using laws::ExpectRoundTrip;
constexpr std::size_t kLongest = 300;

TEST(Law4Operators, EncryptedTextComesBack) {
  const std::vector<TypeOperator> all = {{"", *ParseOperator("encrypt")}};
  const std::vector<TypeOperator> some = {{"PERSON", *ParseOperator("encrypt")}, {"IBAN", *ParseOperator("encrypt")}};
  for (const auto& operators : {all, some}) {
    Session session = laws::OpenWith(operators);
    std::uint64_t seed = 0;
    for (const std::string_view text : generator::NastyTexts())
      ExpectRoundTrip(&session, std::string(text), ++seed, kLongest);
    for (const std::string_view kind : {"post", "tables", "logs", "chat", "garbage"}) {
      const std::string text = chunks::Generated(kind, ++seed, 15'000);
      ExpectRoundTrip(&session, text, seed, kLongest);
      ExpectRoundTrip(&session, *session.Mask(text), seed, kLongest);
    }
  }
}

TEST(Law4Operators, TextThatLooksLikeATokenStaysWhatItIs) {
  Session session = laws::OpenWith({{"EMAIL", *ParseOperator("encrypt")}});
  const std::string token = *session.Mask("anna@example.org");
  EXPECT_EQ(token.substr(0, 12), "maske~EMAIL~");
  for (const std::string& text :
       {token, std::string("maske~"), "[" + token + "]", token + token, "a maske~EMAIL~ " + token}) {
    ExpectRoundTrip(&session, text, 1, kLongest);
  }
}

TEST(Law6Operators, NothingOfTheValueIsLeft) {
  for (const std::string_view op : {"remove", "mask", "hash", "last4", "encrypt"}) {
    Session session = laws::OpenWith({{"", *ParseOperator(op)}});
    const std::string masked = *session.Mask("Frau Zoekemann schreibt von zoekemann@example.org.");
    EXPECT_EQ(masked.find("oekemann"), std::string::npos) << op;
    EXPECT_EQ(masked.find("PERSON_1"), std::string::npos) << op;
  }
}

}  // namespace
}  // namespace maske
