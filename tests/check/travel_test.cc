// Machine-readable zones: the specimens of ICAO Doc 9303, and every altered character that a check digit covers.
#include <gtest/gtest.h>

#include "check/probe.h"

namespace maske::check {
namespace {

constexpr const char* kTd3 =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
constexpr const char* kTd2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";
constexpr const char* kTd1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

TEST(Travel, Specimens) {
  ExpectCases({{"mrz", kTd3, true},
               {"mrz", kTd2, true},
               {"mrz", kTd1, true},
               {"mrz", "L898902C36UTO7408122F1204159ZE184226B<<<<<10", true},
               {"mrz", "I<UTOD231458907<<<<<<<<<<<<<<<", false},
               {"mrz", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", false},
               {"mrz_old_de", "2406055684D<<6810203<0705109<<<<<<<6", true},
               {"mrz_old_de", "2406055684D<<6810203<0705109<6", true},
               {"mrz_old_de", "2406055684D<<6810203<0705109<<<<<<<7", false},
               {"mrz_old_de", "2406055685D<<6810203<0705109<<<<<<<6", false}});
}

TEST(Travel, LineEndsAndQuotes) {
  std::string quoted = kTd3;
  quoted.replace(quoted.find('\n'), 1, " \r\n> ");
  EXPECT_TRUE(Accepts("mrz", quoted));
}

// The digits of number, birth, expiry and composite are all covered.
TEST(Travel, FaultsOfOneDigit) {
  for (const char* zone : {kTd3, kTd2, kTd1}) EXPECT_EQ(CountAccepted("mrz", OneDigitOff(zone)), 0U) << zone;
}

}  // namespace
}  // namespace maske::check
