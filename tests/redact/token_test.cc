// Tokens come back whole from text in any pieces; what is none stays as it is.
#include "redact/token.h"

#include <gtest/gtest.h>

#include <random>

namespace maske::redact {
namespace {

class PlainKey : public OperatorKey {
 public:
  [[nodiscard]] std::string Hash(std::string_view, std::string_view) const override { return {}; }
  [[nodiscard]] std::string Encrypt(std::string_view type, std::string_view text) const override {
    return std::string(40 - type.size(), 'x') + std::string(type) + std::string(text);
  }
  bool Decrypt(std::string_view type, std::string_view bytes, std::string* text) const override {
    if (bytes.size() < 40 || bytes.substr(0, 40) != Encrypt(type, "")) return false;
    *text = bytes.substr(40);
    return true;
  }
};

// Originals stand between angle brackets.
std::string Read(const std::string& text, const std::function<std::size_t()>& piece) {
  const PlainKey key;
  std::string out;
  TokenReader reader(
      &key, [&out](std::string_view bytes) { out.append(bytes); },
      [&out](std::string_view bytes) { out.append("<").append(bytes).append(">"); });
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = piece();
    reader.Write(std::string_view(text).substr(at, size));
    at += std::min(size, text.size() - at);
  }
  reader.Finish();
  return out;
}

std::string Token(std::string_view type, std::string_view text) {
  std::string token;
  AppendToken(type, PlainKey().Encrypt(type, text), &token);
  return token;
}

TEST(Token, InEveryCut) {
  const std::string mail = Token("EMAIL", "a\xFF\0b");
  struct Case {
    std::string text, out;
  };
  const Case cases[] = {
      {"", ""},
      {"no token", "no token"},
      {"an " + mail + ".", "an <a\xFF>."},
      {mail + mail + Token("OWN_2", ""), "<a\xFF><a\xFF><>"},
      {"maske~maske~" + mail, "maske~maske~<a\xFF>"},
      {"maskemask" + mail + "maske", "maskemask<a\xFF>maske"},
      {"maske~EMAIL~" + mail, "maske~EMAIL~<a\xFF>"},
      {"maske~PHONE~" + mail.substr(12), "maske~PHONE~" + mail.substr(12)},
      {mail.substr(0, mail.size() - 1), mail.substr(0, mail.size() - 1)},
      {"maske~EMAIL~" + std::string(6'000, 'A') + mail, "maske~EMAIL~" + std::string(6'000, 'A') + "<a\xFF>"},
      {"maske~" + std::string(50, 'A') + "~" + mail, "maske~" + std::string(50, 'A') + "~<a\xFF>"},
      {"maske~~" + mail, "maske~~<a\xFF>"},
      {"maske~e~" + mail, "maske~e~<a\xFF>"},
  };
  std::mt19937 random(3);
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.text, [] { return 1U << 20; }), c.out) << c.text.substr(0, 200);
    EXPECT_EQ(Read(c.text, [] { return 1U; }), c.out);
    for (int i = 0; i < 30; ++i) {
      ASSERT_EQ(Read(c.text, [&random] { return 1 + random() % 40; }), c.out);
    }
  }
}

TEST(Token, OfTheLongestOriginal) {
  const std::string text(kMostEncrypted, '\xE4');
  const std::string token = Token(std::string(40, 'T'), text);
  EXPECT_LE(token.size(), kMostTokenBytes);
  EXPECT_EQ(Read(token, [] { return 1'000U; }), "<" + text + ">");
}

// A million bytes that look like tokens all the way, byte by byte.
TEST(Token, LinearInTheWorstCase) {
  std::string text;
  while (text.size() < 1'000'000) text += "maske~A~" + std::string(text.size() % 5'500, 'B');
  EXPECT_EQ(Read(text, [] { return 1U; }), text);
}

}  // namespace
}  // namespace maske::redact
