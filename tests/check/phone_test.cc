// Telephone numbers: what counts alone, what only beside a word, what never. Numbers are of the ranges that the
// Bundesnetzagentur and others keep for films, or made up.
#include "check/phone.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "check/area_codes.h"
#include "check/probe.h"

namespace maske::check {
namespace {

TEST(Phone, International) {
  for (const char* number :
       {"+49 30 23125 123", "+49 (0)30 231 25-0", "+49(0)40-669641",   "0049 30 23125123",    "0049-171-3920012",
        "00493023125123",   "+43 1 5852345-0",    "+43(0)664 1234567", "+41 44 123 45 67",    "+1 (212) 555-0123",
        "+1-212-555-0123",  "+44 20 7946 0123",   "+33 1 99 00 12 34", "+39 06 12345678",     "+352 27 12 34",
        "+423 233 12 34",   "(+49) 221 4710123",  "+49/30/23125123",   "+49 228 99106101800", "00 49 30 23125123"}) {
    EXPECT_TRUE(Accepts("phone_international", number)) << number;
  }
  for (const char* number :
       {"+999 123456789", "+49 12", "+1 555", "030 23125123", "0010 0010 0110", "00 20 00 00 00 00", "001745 4905",
        "002741 17343", "+12345678901234567", "+49 0000000", "00000000", "+"}) {
    EXPECT_FALSE(Accepts("phone_international", number)) << number;
  }
}

TEST(Phone, NationalNeedsACodeSetApart) {
  for (const char* number :
       {"030 23125123",  "030/23125-123",        "(030) 231 25 123", "(0 30) 23 12 51 23", "0221-4710123",
        "0221.4710123",  "0171-3920012",         "0171 3920012",     "01511 1234567",      "0800 330 1000",
        "0180 5 123456", "089 / 12 34 56 - 217", "0664/1234567",     "01 58801-0",         "0316 8731234",
        "044 123 45 67", "079 123 45 67",        "033203 1234",      "0 71 31/6 20-0",     "(0123) 456789"}) {
    EXPECT_TRUE(Accepts("phone_national", number)) << number;
  }
  for (const char* number : {"03.05.2019",    "01-02-2019",      "01.02.19",       "0815-4711",
                             "0.8.15",        "01067",           "01.97 25.95",    "01. 02. 22 16",
                             "0-306-40615-2", "00 1234567",      "0123456789",     "015649 6096",
                             "02 34",         "2019 0301 1200",  "059.45.101.203", "0193-4549-1234567890",
                             "030",           "+49 30 23125123", "01 00000000",    "0999 123"}) {
    EXPECT_FALSE(Accepts("phone_national", number)) << number;
  }
}

TEST(Phone, MobileInOnePiece) {
  ExpectCases({{"phone_mobile_de", "01713920012", true},
               {"phone_mobile_de", "015223817386", true},
               {"phone_mobile_de", "0171392001", false},
               {"phone_mobile_de", "01813920012", false},
               {"phone_mobile_de", "0171392001234", false}});
}

TEST(Phone, NorthAmerica) {
  ExpectCases({{"phone_nanp", "(212) 555-0123", true},
               {"phone_nanp", "212.555.0123", true},
               {"phone_nanp", "1-212-555-0123", true},
               {"phone_nanp", "112-555-0123", false},
               {"phone_nanp", "212-155-0123", false},
               {"phone_nanp", "911-555-0123", false},
               {"phone_nanp", "211-555-0123", false},
               {"phone_nanp", "212-555-012", false}});
}

TEST(Phone, BesideAWordAlmostAnything) {
  for (const char* number :
       {"12345-67", "2217", "0123 456789", "555-0123", "4 34 15 - 70 81 81", "212.555.0123", "+49 30 12", "1 23 45"}) {
    EXPECT_TRUE(Accepts("phone_loose", number)) << number;
  }
  for (const char* number : {"03.05.2019", "2019-05-03", "1995", "2020", "110", "12.4.1", "1.234.567", "12.50",
                             "978-3-16-148410-0", "04/21/2020 12", "1111111", "1234567890123456"}) {
    EXPECT_FALSE(Accepts("phone_loose", number)) << number;
  }
}

TEST(PhoneParts, GroupsAndSeparators) {
  const PhoneParts parts("+49 (0)30/12 34-5 ext. 77");
  ASSERT_TRUE(parts.ok());
  EXPECT_TRUE(parts.plus());
  EXPECT_EQ(parts.digits(), "493012345");
  ASSERT_EQ(parts.groups(), 5U);
  EXPECT_EQ(parts.group(0), "49");
  EXPECT_EQ(parts.group(1), "30");
  EXPECT_EQ(parts.separator(1), '/');
  EXPECT_EQ(parts.separator(3), '-');
  EXPECT_TRUE(PhoneParts("(030) 1").parenthesised());
  EXPECT_FALSE(PhoneParts("").ok());
  EXPECT_FALSE(PhoneParts("1234567890123456789").ok());
  EXPECT_FALSE(PhoneParts("1 2 3 4 5 6 7 8 9 0 1").ok());
}

// The tables of the build hold every line of the lists, and nothing beside them.
TEST(AreaCodes, AreThoseOfTheLists) {
  const auto load = [](const std::string& path) {
    std::vector<std::string> codes;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line[0] != '#') codes.push_back(line);
    }
    return codes;
  };
  const std::vector<std::string> german = load(std::string(MASKE_SOURCE_DIR) + "/patterns/lexicons/area_codes_de.txt");
  const std::vector<std::string> austrian =
      load(std::string(MASKE_SOURCE_DIR) + "/patterns/lexicons/area_codes_at.txt");
  ASSERT_GT(german.size(), 5000U);
  ASSERT_GT(austrian.size(), 1000U);
  std::size_t found_de = 0;
  std::size_t found_at = 0;
  for (int value = 1; value < 100000; ++value) {
    const std::string code = "0" + std::to_string(value);
    found_de += IsAreaCodeDe(code) ? 1 : 0;
    found_at += IsAreaCodeAt(code) ? 1 : 0;
  }
  EXPECT_EQ(found_de, german.size());
  EXPECT_EQ(found_at, austrian.size());
  for (const std::string& code : german) EXPECT_TRUE(IsAreaCodeDe(code)) << code;
  for (const std::string& code : austrian) EXPECT_TRUE(IsAreaCodeAt(code)) << code;
  EXPECT_FALSE(IsAreaCodeDe("00"));
  EXPECT_FALSE(IsAreaCodeDe("30"));
  EXPECT_FALSE(IsAreaCodeDe("0301234"));
}

}  // namespace
}  // namespace maske::check
