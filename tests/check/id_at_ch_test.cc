// Personal numbers of Austria and Switzerland.
#include <gtest/gtest.h>

#include "check/probe.h"

namespace maske::check {
namespace {

TEST(IdAt, SocialSecurity) {
  ExpectCases({{"svnr_at", "1237 010180", true},
               {"svnr_at", "1237010180", true},
               {"svnr_at", "2237 010180", false},
               {"svnr_at", "1237 320180", false},
               {"svnr_at", "0237 010180", false},
               {"svnr_at", "123701018", false},
               {"svnr_at", "12370101801", false},
               {"svnr_at", "1237 01018A", false}});
  EXPECT_EQ(CountAccepted("svnr_at", OneDigitOff("1237010180")), 0U);
}

TEST(IdAt, MonthsForUnknownBirthDates) {
  // Serial 123, born "31.13.80": some check digit must be right, and month 16 never.
  int thirteen = 0;
  int sixteen = 0;
  for (char digit = '0'; digit <= '9'; ++digit) {
    thirteen += Accepts("svnr_at", std::string("123") + digit + "311380") ? 1 : 0;
    sixteen += Accepts("svnr_at", std::string("123") + digit + "311680") ? 1 : 0;
  }
  EXPECT_EQ(thirteen, 1);
  EXPECT_EQ(sixteen, 0);
}

TEST(IdAt, TaxAccount) {
  ExpectCases({{"abgabenkonto_at", "59-119/9013", true},
               {"abgabenkonto_at", "591199013", true},
               {"abgabenkonto_at", "59-119/9014", false},
               {"abgabenkonto_at", "59-119/901", false}});
  EXPECT_EQ(CountAccepted("abgabenkonto_at", OneDigitOff("591199013")), 0U);
}

TEST(IdCh, Ahv) {
  ExpectCases({{"ahv_ch", "756.9217.0769.85", true},
               {"ahv_ch", "7569217076985", true},
               {"ahv_ch", "756.9217.0769.84", false},
               {"ahv_ch", "4006381333931", false},  // a right EAN of another prefix
               {"ahv_ch", "756.9217.0769.8", false}});
  EXPECT_EQ(CountAccepted("ahv_ch", OneDigitOff("7569217076985")), 0U);
}

}  // namespace
}  // namespace maske::check
