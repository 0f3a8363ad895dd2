// Steuernummer: the sample of each Land in its three writings, and how little a check of the printed form proves.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "check/probe.h"

namespace maske::check {
namespace {

struct Sample {
  const char* land;
  const char* thirteen;
  const char* printed;
};

// The sample numbers that ELSTER publishes for the check of each Land.
const Sample kSamples[] = {{"BW", "2893081508152", "93815/08152"},   {"BY", "9181081508155", "181/815/08155"},
                           {"BE", "1121081508150", "21/815/08150"},  {"BB", "3048081508155", "048/815/08155"},
                           {"HB", "2475081508152", "75 815 08152"},  {"HH", "2202081508156", "02/815/08156"},
                           {"HE", "2613081508153", "013 815 08153"}, {"MV", "4079081508151", "079/815/08151"},
                           {"NI", "2324081508151", "24/815/08151"},  {"NW", "5133081508159", "133/8150/8159"},
                           {"RP", "2722081508154", "22/815/08154"},  {"SL", "1010081508182", "010/815/08182"},
                           {"SN", "3201012312340", "201/123/12340"}, {"ST", "3101081508154", "101/815/08154"},
                           {"SH", "2129081508158", "29/815/08158"},  {"TH", "4151081508156", "151/815/08156"}};

TEST(TaxNumberDe, SamplesOfAllLaender) {
  for (const Sample& sample : kSamples) {
    EXPECT_TRUE(Accepts("steuernummer_de_13", sample.thirteen)) << sample.land;
    EXPECT_TRUE(Accepts("steuernummer_de", sample.thirteen)) << sample.land;
    EXPECT_TRUE(Accepts("steuernummer_de", sample.printed)) << sample.land;
    EXPECT_FALSE(Accepts("steuernummer_de_13", sample.printed)) << sample.land;
  }
}

TEST(TaxNumberDe, CheckDigitAndFixedDigits) {
  for (const Sample& sample : kSamples) {
    const std::string right = sample.thirteen;
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string wrong = right;
      wrong.back() = digit;
      // Berlin has two methods: two check digits may be right.
      if (std::string(sample.land) != "BE") {
        EXPECT_EQ(Accepts("steuernummer_de_13", wrong), wrong == right) << wrong;
      }
      if (digit != '0') {
        wrong = right;
        wrong[4] = digit;  // always 0
        EXPECT_FALSE(Accepts("steuernummer_de_13", wrong)) << wrong;
      }
    }
  }
  ExpectCases({{"steuernummer_de_13", "9181081508154", false},
               {"steuernummer_de_13", "918108150815", false},
               {"steuernummer_de_13", "7181081508155", false},
               {"steuernummer_de", "181/815/0815", false},
               {"steuernummer_de", "181/815/0815A", false}});
}

TEST(TaxNumberDe, HowManyRandomNumbersPass) {
  std::mt19937 random(29);
  int thirteen = 0;
  int ten = 0;
  for (int i = 0; i < 20000; ++i) {
    thirteen += Accepts("steuernummer_de_13", RandomDigits(random, 13)) ? 1 : 0;
    ten += Accepts("steuernummer_de", RandomDigits(random, 10)) ? 1 : 0;
  }
  EXPECT_LT(thirteen, 20000 / 200);  // well under 0.5 %
  EXPECT_GT(ten, 20000 / 5);         // the printed form of ten digits proves nothing: patterns need a word or slashes
}

}  // namespace
}  // namespace maske::check
