// Cards: issuer, length and Luhn must all hold.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "check/probe.h"
#include "reference/reference_check.h"

namespace maske::check {
namespace {

// The number of this beginning and length whose last digit makes Luhn hold.
std::string Make(const std::string& head, std::size_t length, std::mt19937& random) {
  std::string number = head + RandomDigits(random, length - head.size() - 1);
  for (char digit = '0'; digit <= '9'; ++digit) {
    if (reference::Luhn(number + digit)) return number + digit;
  }
  return {};
}

struct Issuer {
  const char* head;
  std::size_t length;
  bool card;
  bool card_any;
};

TEST(Card, IssuersAndTheirLengths) {
  std::mt19937 random(19);
  for (const Issuer& issuer :
       {Issuer{"4", 16, true, true}, {"4", 13, true, true},      {"4", 19, true, true},     {"4", 15, false, false},
        {"51", 16, true, true},      {"55", 16, true, true},     {"2221", 16, true, true},  {"2720", 16, true, true},
        {"2721", 16, false, false},  {"2220", 16, false, false}, {"34", 15, true, true},    {"37", 15, true, true},
        {"35", 15, false, false},    {"36", 14, true, true},     {"3528", 16, true, true},  {"3527", 16, false, false},
        {"6011", 16, true, true},    {"5018", 12, false, true},  {"6759", 19, false, true}, {"50", 11, false, false},
        {"1", 16, false, false},     {"7", 16, false, false},    {"9", 16, false, false},   {"0", 16, false, false}}) {
    for (int i = 0; i < 20; ++i) {
      const std::string number = Make(issuer.head, issuer.length, random);
      EXPECT_EQ(Accepts("card", number), issuer.card) << number;
      EXPECT_EQ(Accepts("card_any", number), issuer.card_any) << number;
    }
  }
}

TEST(Card, FaultsAndWritings) {
  for (const char* number : {"4111111111111111", "5555555555554444", "378282246310005", "30569309025904"}) {
    EXPECT_TRUE(Accepts("card", number));
    EXPECT_EQ(CountAccepted("card", OneDigitOff(number)), 0U) << number;
  }
  ExpectCases({{"card", "4111 1111 1111 1111", true},
               {"card", "4111-1111-1111-1111", true},
               {"card", "4111111111111112", false},
               {"card", "4111 1111 1111 111x", false},
               {"card", "4111:1111:1111:1111", false}});
}

}  // namespace
}  // namespace maske::check
