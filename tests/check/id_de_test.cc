// German personal numbers. The published test numbers are facts of the institutions named in lib/check/id_de.cc.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "check/probe.h"
#include "reference/reference_check.h"

namespace maske::check {
namespace {

TEST(TaxIdDe, EqualsItsTwinOverRandomNumbers) {
  std::mt19937 random(23);
  int valid = 0;
  for (int i = 0; i < 300000; ++i) {
    const std::string digits = RandomDigits(random, 11);
    const bool expected = digits[0] != '0' && reference::TaxIdRepeats(std::string_view(digits).substr(0, 10)) &&
                          reference::Mod11_10(digits);
    valid += expected ? 1 : 0;
    ASSERT_EQ(Accepts("tax_id_de", digits), expected) << digits;
  }
  EXPECT_GT(valid, 500);  // 0.34 % of random digits
  EXPECT_LT(valid, 2000);
}

TEST(TaxIdDe, FaultsAndWritings) {
  for (const char* number : {"86095742719", "47036892816", "65929970489", "36574261809", "25768131411"}) {
    EXPECT_TRUE(Accepts("tax_id_de", number)) << number;
    EXPECT_EQ(CountAccepted("tax_id_de", OneDigitOff(number)), 0U) << number;
    EXPECT_EQ(CountAccepted("tax_id_de", WrongLength(number)), 0U) << number;
  }
  ExpectCases({{"tax_id_de", "86 095 742 719", true},
               {"tax_id_de", "86/095/742/719", true},
               {"tax_id_de", "12345678903", false},  // no digit twice
               {"tax_id_de", "98765432106", false},
               {"tax_id_de", "8609574271A", false}});
}

TEST(PensionDe, PublishedNumbers) {
  ExpectCases({{"rvnr_de", "15070649C103", true},
               {"rvnr_de", "15 070649 C 103", true},
               {"rvnr_de", "15070649c103", true},
               {"rvnr_de", "65180539W001", true},
               {"rvnr_de", "65170839J003", true},
               {"rvnr_de", "20151090B023", true},
               {"rvnr_de", "38551285K051", true},  // day 55: serial numbers of the 5th had run out
               {"rvnr_de", "15070649C100", false},
               {"rvnr_de", "15070049C103", false},  // month 00
               {"rvnr_de", "15071349C103", false},  // month 13
               {"rvnr_de", "01070649C103", false},  // no such area
               {"rvnr_de", "150706491103", false},
               {"rvnr_de", "15070649CC03", false}});
}

TEST(PensionDe, EveryFaultOfOneDigitInTheSerialIsSeen) {
  EXPECT_EQ(CountAccepted("rvnr_de", OneDigitOff("65180539W001")), 0U);
  EXPECT_EQ(CountAccepted("rvnr_de", WrongLength("65180539W001")), 0U);
}

TEST(HealthDe, PublishedNumbersAndFaults) {
  for (const char* number : {"A123456780", "A000500015", "C000500021", "X110411675", "M123456785", "Z000000005"}) {
    EXPECT_TRUE(Accepts("kvnr_de", number)) << number;
    EXPECT_EQ(CountAccepted("kvnr_de", OneDigitOff(number)), 0U) << number;
    EXPECT_EQ(CountAccepted("kvnr_de", WrongLength(number)), 0U) << number;
  }
  ExpectCases({{"kvnr_de", "a123456780", true}, {"kvnr_de", "B123456780", false}, {"kvnr_de", "1123456780", false}});
}

TEST(PhysicianDe, PublishedNumbers) {
  ExpectCases({{"lanr_de", "123456601", true},
               {"lanr_de", "987654401", true},
               {"lanr_de", "999999901", true},
               {"lanr_de", "123456901", false},
               {"lanr_de", "12345660", false},
               {"lanr_de", "12345660A", false}});
}

}  // namespace
}  // namespace maske::check
