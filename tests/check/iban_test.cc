// IBANs: every country of the registry, built from a structure written out here character by character, in all the ways
// that people write them; and BICs.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "check/probe.h"
#include "reference/reference_check.h"

namespace maske::check {
namespace {

// Lengths of whole IBANs by country, from the table of lengths of the registry (release 101): a second source beside the
// structures in lib/check/iban_registry.inc.
const std::map<std::string, std::size_t> kLengths = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22},
    {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DJ", 27},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FK", 18}, {"FO", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28},
    {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22},
    {"MK", 19}, {"MN", 20}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23},
    {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
    {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28},
    {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30}};

// Where a national part begins with letters (bank codes) or has them elsewhere; all other places take digits.
// count letters at offset, in the national part.
struct Letters {
  std::size_t offset;
  std::size_t count;
};
const std::multimap<std::string, Letters> kLetters = {
    {"AZ", {0, 4}}, {"BG", {0, 4}}, {"BH", {0, 4}}, {"BR", {23, 1}}, {"FK", {0, 2}},  {"GB", {0, 4}},  {"GE", {0, 2}},
    {"GI", {0, 4}}, {"HN", {0, 4}}, {"IE", {0, 4}}, {"IQ", {0, 4}},  {"IT", {0, 1}},  {"JO", {0, 4}},  {"KW", {0, 4}},
    {"LC", {0, 4}}, {"LV", {0, 4}}, {"MT", {0, 4}}, {"MU", {0, 4}},  {"MU", {23, 3}}, {"NI", {0, 4}},  {"NL", {0, 4}},
    {"PK", {0, 4}}, {"PS", {0, 4}}, {"QA", {0, 4}}, {"RO", {0, 4}},  {"SC", {0, 4}},  {"SC", {24, 3}}, {"SM", {0, 1}},
    {"SV", {0, 4}}, {"VG", {0, 4}}, {"YE", {0, 4}}};

std::string Make(const std::string& country, std::mt19937& random) {
  std::string bban = RandomDigits(random, kLengths.at(country) - 4);
  for (auto [row, end] = kLetters.equal_range(country); row != end; ++row) {
    for (std::size_t i = 0; i < row->second.count; ++i) {
      bban[row->second.offset + i] = static_cast<char>('A' + random() % 26);
    }
  }
  const int check = 98 - reference::Mod97(bban + country + "00");
  return country + (check < 10 ? "0" : "") + std::to_string(check) + bban;
}

std::string Grouped(const std::string& iban, std::size_t size, const std::string& separator) {
  std::string text;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    if (i > 0 && i % size == 0) text += separator;
    text += iban[i];
  }
  return text;
}

TEST(Iban, EveryCountryInEveryWriting) {
  std::mt19937 random(13);
  for (const auto& [country, length] : kLengths) {
    for (int i = 0; i < 20; ++i) {
      const std::string iban = Make(country, random);
      EXPECT_TRUE(Accepts("iban", iban)) << iban;
      for (const char* separator : {" ", "-", ".", "\xC2\xA0", "\xE2\x80\x93"}) {
        EXPECT_TRUE(Accepts("iban", Grouped(iban, 4, separator))) << iban;
      }
      EXPECT_TRUE(Accepts("iban", Grouped(iban, 5, " "))) << iban;
      std::string lower = iban;
      for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      EXPECT_TRUE(Accepts("iban", lower)) << lower;
    }
  }
}

TEST(Iban, EveryFaultOfOneDigitOrExchangeIsSeen) {
  std::mt19937 random(17);
  for (const auto& [country, length] : kLengths) {
    const std::string iban = Make(country, random);
    for (const std::string& wrong : OneDigitOff(iban)) EXPECT_FALSE(Accepts("iban", wrong)) << wrong;
    for (const std::string& wrong : Transposed(iban)) EXPECT_FALSE(Accepts("iban", wrong)) << wrong;
    for (const std::string& wrong : WrongLength(iban)) {
      EXPECT_FALSE(Accepts("iban", wrong)) << wrong;
      EXPECT_FALSE(Accepts("iban_shape", wrong)) << wrong;
    }
  }
}

TEST(Iban, ShapeForgivesDigitsButNotStructure) {
  ExpectCases({{"iban_shape", "DE00 3704 0044 0532 0130 00", true},
               {"iban_shape", "DE00 3704 0044 0532 0130 0", false},
               {"iban_shape", "DE00 3704 0044 0532 0130 0A", false},
               {"iban_shape", "GB00NWBK60161331926819", true},
               {"iban_shape", "GB00123460161331926819", false},
               {"iban_shape", "XX00370400440532013000", false},
               {"iban_shape", "DEA0370400440532013000", false}});
}

TEST(Iban, PublishedExamples) {
  ExpectCases({{"iban", "DE89370400440532013000", true},
               {"iban", "AT611904300234573201", true},
               {"iban", "CH9300762011623852957", true},
               {"iban", "LI21088100002324013AA", true},
               {"iban", "LU280019400644750000", true},
               {"iban", "NO9386011117947", true},
               {"iban", "GB29NWBK60161331926819", true},
               {"iban", "GB29 NWBK 6016 1331 9268 18", false},
               {"iban", "DE89,37040044,0532013000", false}});
}

TEST(Bic, FormAndCountry) {
  ExpectCases({{"bic", "COBADEFFXXX", true},
               {"bic", "deutdeff", true},
               {"bic", "GIBA AT WW", true},
               {"bic", "BUNDXKPR", true},
               {"bic", "COBAZZFF", false},
               {"bic", "BANKKONT", false},
               {"bic", "COB1DEFF", false},
               {"bic", "COBADEFFXX", false},
               {"bic", "COBADEFFXXXX", false},
               {"bic", "COBADE", false}});
}

}  // namespace
}  // namespace maske::check
