// What operators make of values, by cases written down; and that they keep no more than they are told.
#include "redact/operators.h"

#include <gtest/gtest.h>

#include "base/types.h"

namespace maske::redact {
namespace {

// Stands for the keyed functions; tests/vault has the real ones.
class PlainKey : public OperatorKey {
 public:
  [[nodiscard]] std::string Hash(std::string_view type, std::string_view text) const override {
    return "h(" + std::string(type) + "," + std::string(text) + ")";
  }
  [[nodiscard]] std::string Encrypt(std::string_view, std::string_view text) const override {
    return std::string(40, 'x') + std::string(text);
  }
  bool Decrypt(std::string_view, std::string_view bytes, std::string* text) const override {
    if (bytes.substr(0, 40) != std::string(40, 'x')) return false;
    *text = bytes.substr(40);
    return true;
  }
};

std::string Apply(std::string_view op, std::string_view text, TypeId type = kPhone, bool piece = false) {
  const PlainKey key;
  const auto parsed = ParseOperator(op);
  EXPECT_TRUE(parsed.ok()) << op;
  std::string out = "<";
  if (!ApplyOperator(*parsed, type, BuiltinTypes()[type].name, text, piece, &key, &out)) return "placeholder";
  return out + ">";
}

TEST(Operators, ByCases) {
  struct Case {
    std::string_view op, text, out;
  };
  const Case cases[] = {
      {"placeholder", "x", "placeholder"},
      {"keep", "x", "placeholder"},
      {"remove", "0151 2345678", "<>"},
      {"mask", "0151 23", "<**** **>"},
      {"mask", "Jürgen Groß", "<****** ****>"},
      {"mask",
       "a\xFC"
       "b",
       "<***>"},
      {"mask:#", "a-b", "<###>"},
      {"mask:•", "ab", "<••>"},
      {"mask:*:2", "Zoekemann", "<Zo*******>"},
      {"mask:*:1:2", "Jürß", "<J*rß>"},
      {"mask:*:2:2", "Jürß", "<****>"},
      {"mask:*:0:9", "abc", "<***>"},
      {"mask:*:1000:1000", "abc", "<***>"},
      {"last4", "DE89 3704 0044 0532 0130 00", "<**** **** **** **** **30 00>"},
      {"last4", "0151/2345-678", "<********5*678>"},
      {"last4", "1234567", "<*******>"},
      {"last4", "12345678", "<****5678>"},
      {"hash", "+49 151 23", "<[PHONE#h(PHONE,4915123)]>"},
      {"dateshift", "gestern", "placeholder"},
  };
  for (const Case& c : cases) EXPECT_EQ(Apply(c.op, c.text), c.out) << c.op << " " << c.text;
}

TEST(Operators, OfAPieceNoEndIsKept) {
  EXPECT_EQ(Apply("last4", "123456789", kSecret, true), "<*********>");
  EXPECT_EQ(Apply("mask:*:2:2", "123456789", kSecret, true), "<*********>");
}

TEST(Operators, TooLongIsNotEncrypted) {
  EXPECT_EQ(Apply("encrypt", std::string(4096, 'x'), kSecret).substr(0, 14), "<maske~SECRET~");
  EXPECT_EQ(Apply("encrypt", std::string(4097, 'x'), kSecret), "placeholder");
}

TEST(Operators, WhatIsNone) {
  for (const std::string_view wrong :
       {"", "hide", "Mask", "remove:x", "mask:", "mask:ab", "mask:x", "mask:1", "mask:[", "mask: ", "mask:\"",
        "mask:*:x", "mask:*:1001", "mask:*:-1", "mask:*:1:2:3", "mask:*:", "hash:md5"}) {
    EXPECT_FALSE(ParseOperator(wrong).ok()) << wrong;
  }
}

TEST(ShiftDate, ByCases) {
  struct Case {
    std::string_view date;
    int days;
    std::string_view out;
  };
  const Case cases[] = {
      {"31.12.1999", 1, "01.01.2000"},
      {"1.3.1972", -1, "29.2.1972"},
      {"01.03.1973", -1, "28.02.1973"},
      {"1970-04-30", 2, "1970-05-02"},
      {"03/04/1970", 30, "03/05/1970"},
      {"9. 9. 1970", 1, "10. 9. 1970"},
      {"31.04.1970", 1, ""},
      {"1.1.70", 1, ""},
      {"3. Mai 1970", 1, ""},
      {"1.13.1970", 1, ""},
      {"01.01.1970x", 1, ""},
      {"", 1, ""},
      {"01011970", 1, ""},
      {"0.1.1970", 1, ""},
      {"31.12.9999", 1, ""},
  };
  for (const Case& c : cases) EXPECT_EQ(ShiftDate(c.date, c.days), c.out) << c.date;
}

}  // namespace
}  // namespace maske::redact
