// Personal numbers of other countries.
#include <gtest/gtest.h>

#include "check/probe.h"

namespace maske::check {
namespace {

TEST(IdEurope, KnownNumbers) {
  ExpectCases({{"nif_es", "54362315-K", true},
               {"nif_es", "54362315Z", false},
               {"nif_es", "x-2482300w", true},
               {"nif_es", "x-2482300a", false},
               {"nif_es", "J99216582", true},
               {"nif_es", "J99216583", false},
               {"nif_es", "B64717838", true},
               {"nif_es", "B64717839", false},
               {"codice_fiscale_it", "RCCMNL83S18D969H", true},
               {"codice_fiscale_it", "rccmnl83s18d969h", true},
               {"codice_fiscale_it", "RCCMNL83S18D969I", false},
               {"codice_fiscale_it", "RCCMNL83S38D969H", false},
               {"codice_fiscale_it", "RCCMNL83S18D969", false},
               {"nir_fr", "2 95 10 99 126 111 93", true},
               {"nir_fr", "253072B07300470", true},
               {"nir_fr", "295109912611199", false},
               {"nir_fr", "295139912611193", false},
               {"bsn_nl", "1112.22.333", true},
               {"bsn_nl", "1112.52.333", false},
               {"bsn_nl", "000000000", false},
               {"nn_be", "85 07 30 033 28", true},
               {"nn_be", "17 07 30 033 84", true},  // born in 2017: 2 before the number
               {"nn_be", "12345678901", false},
               {"pesel_pl", "44051401359", true},
               {"pesel_pl", "44051401358", false},
               {"pesel_pl", "44131401359", false},
               {"rc_cz", "710319/2745", true},
               {"rc_cz", "991231123", true},
               {"rc_cz", "7103192746", false},
               {"rc_cz", "711319/2745", false},
               {"ssn_us", "536-90-4399", true},
               {"ssn_us", "666-90-4399", false},
               {"ssn_us", "900-90-4399", false},
               {"ssn_us", "536-00-4399", false},
               {"ssn_us", "536-90-0000", false},
               {"ssn_us", "1112-23333", true},
               {"ssn_us", "53690439", false}});
}

TEST(IdEurope, FaultsOfOneDigit) {
  EXPECT_EQ(CountAccepted("nif_es", OneDigitOff("54362315K")), 0U);
  EXPECT_EQ(CountAccepted("bsn_nl", OneDigitOff("111222333")), 0U);
  EXPECT_EQ(CountAccepted("pesel_pl", OneDigitOff("44051401359")), 0U);
  EXPECT_EQ(CountAccepted("nir_fr", OneDigitOff("295109912611193")), 0U);
}

TEST(IdEurope, WrongLengths) {
  EXPECT_EQ(CountAccepted("pesel_pl", WrongLength("44051401359")), 0U);
  EXPECT_EQ(CountAccepted("codice_fiscale_it", WrongLength("RCCMNL83S18D969H")), 0U);
  EXPECT_EQ(CountAccepted("bsn_nl", WrongLength("111222333")), 0U);
}

}  // namespace
}  // namespace maske::check
