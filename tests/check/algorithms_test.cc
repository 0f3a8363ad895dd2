// The check-digit systems against their slow twins, and the separators that Compact knows.
#include "check/algorithms.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "check/compact.h"
#include "check/probe.h"
#include "reference/reference_check.h"

namespace maske::check {
namespace {

TEST(Algorithms, LuhnAndMod11EqualTheirTwinsOverAllShortNumbers) {
  for (int value = 0; value < 100000; ++value) {
    std::string digits = std::to_string(value);
    digits.insert(0, 5 - digits.size(), '0');
    ASSERT_EQ(LuhnValid(digits), reference::Luhn(digits)) << digits;
    ASSERT_EQ(Mod11_10Valid(digits), reference::Mod11_10(digits)) << digits;
  }
}

TEST(Algorithms, EqualTheirTwinsOverLongNumbers) {
  std::mt19937 random(11);
  for (int i = 0; i < 20000; ++i) {
    const std::string digits = RandomDigits(random, 1 + random() % 30);
    ASSERT_EQ(LuhnValid(digits), reference::Luhn(digits)) << digits;
    ASSERT_EQ(Mod11_10Valid(digits), reference::Mod11_10(digits)) << digits;
    std::string text = digits;
    for (char& c : text) c = random() % 3 == 0 ? static_cast<char>('A' + random() % 26) : c;
    ASSERT_EQ(Mod97(text), reference::Mod97(text)) << text;
    const std::size_t cut = random() % text.size();
    ASSERT_EQ(Mod97(std::string_view(text).substr(cut), Mod97(std::string_view(text).substr(0, cut))), Mod97(text));
  }
}

TEST(Algorithms, DatesEqualTheirTwin) {
  for (const int year : {1899, 1900, 1904, 1999, 2000, 2019, 2020, 2100}) {
    for (int month = -1; month <= 14; ++month) {
      for (int day = -1; day <= 33; ++day) {
        ASSERT_EQ(DateExists(year, month, day), reference::DateExists(year, month, day)) << year << month << day;
      }
    }
  }
}

TEST(Algorithms, NamedChecks) {
  ExpectCases({{"luhn", "79927398713", true},
               {"luhn", "7992-7398 713", true},
               {"luhn", "79927398710", false},
               {"luhn", "0", false},
               {"luhn", "7992739871a", false},
               {"ean13", "4006381333931", true},
               {"ean13", "4006381333932", false},
               {"ean13", "400638133393", false},
               {"mod11_10", "136695976", true},
               {"mod11_10", "136695977", false},
               {"mod97_10", "5493001KJTIIGC8Y1R12", true},
               {"mod97_10", "5493001KJTIIGC8Y1R13", false}});
}

TEST(Algorithms, FindTheFaultsTheyPromise) {
  for (const std::string& wrong : OneDigitOff("79927398713")) EXPECT_FALSE(LuhnValid(wrong)) << wrong;
  for (const std::string& wrong : OneDigitOff("136695976")) EXPECT_FALSE(Mod11_10Valid(wrong)) << wrong;
  for (const std::string& wrong : OneDigitOff("794")) EXPECT_NE(Mod97(wrong), 18) << wrong;  // 794 = 8 * 97 + 18
}

TEST(Compact, DropsSeparatorsAndRaisesCase) {
  EXPECT_EQ(Compact("de89 37-04.00/44\t05").view(),
            "DE8937040044"
            "05");
  EXPECT_EQ(Compact("12\xC2\xA0"
                    "34")
                .view(),
            "1234");
  EXPECT_EQ(Compact("12\xE2\x80\x93"
                    "34\xE2\x80\xAF"
                    "5")
                .view(),
            "12345");
  EXPECT_TRUE(Compact("").ok());
}

TEST(Compact, RefusesEverythingElse) {
  for (const std::string_view text : {"12,5", "ä1", "1_2", "\xC2", "\xC2\xA1", "\xE2\x80", "\xE2\x80\x80", "1\n2"}) {
    EXPECT_FALSE(Compact(text).ok()) << text;
  }
  EXPECT_TRUE(Compact(std::string(Compact::kCapacity, '1')).ok());
  EXPECT_FALSE(Compact(std::string(Compact::kCapacity + 1, '1')).ok());
}

}  // namespace
}  // namespace maske::check
