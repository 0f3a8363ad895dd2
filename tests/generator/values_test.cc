// The generator's values against facts from outside: published example numbers and plain properties.
#include "generator/values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "own_folder.h"

namespace maske::generator {
namespace {

std::string Compact(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

TEST(Values, IbanOfEveryCountryHasItsLengthAndRemainderOne) {
  // Lengths as the registry prints them, for countries of each kind of structure.
  const std::pair<const char*, std::size_t> kLengths[] = {{"DE", 22}, {"AT", 20}, {"CH", 21}, {"NO", 15}, {"MT", 31},
                                                          {"RU", 33}, {"LC", 32}, {"FR", 27}, {"GB", 22}, {"UA", 29},
                                                          {"TR", 26}, {"SC", 31}, {"BR", 29}, {"NL", 18}, {"BE", 16}};
  Random random(1);
  std::set<std::string> countries;
  for (std::size_t row = 0; row < IbanCountryCount(); ++row) {
    const std::string iban = CompactIban(&random, row);
    countries.insert(iban.substr(0, 2));
    for (const auto& [country, length] : kLengths) {
      if (iban.starts_with(country)) {
        EXPECT_EQ(iban.size(), length) << iban;
      }
    }
    unsigned rest = 0;  // of the number with the first four characters behind, by a long decimal number
    std::string decimal;
    for (const char c : iban.substr(4) + iban.substr(0, 4))
      decimal += c >= 'A' ? std::to_string(c - 'A' + 10) : std::string(1, c);
    for (const char c : decimal) rest = (rest * 10 + static_cast<unsigned>(c - '0')) % 97;
    EXPECT_EQ(rest, 1u) << iban;
  }
  EXPECT_EQ(countries.size(), IbanCountryCount());
  EXPECT_GE(countries.size(), 85u);
}

TEST(Values, TaxIdHasOneDoubledDigit) {
  Random random(2);
  for (int i = 0; i < 200; ++i) {
    const std::string id = Compact(TaxId(&random));
    ASSERT_EQ(id.size(), 11u);
    EXPECT_NE(id[0], '0');
    EXPECT_EQ(std::set<char>(id.begin(), id.begin() + 10).size(), 9u) << id;
  }
}

TEST(Values, PhonesHaveAPlausibleNumberOfDigits) {
  Random random(3);
  std::set<std::string> forms;
  for (int i = 0; i < 500; ++i) {
    const std::string phone = Phone(&random);
    EXPECT_GE(Compact(phone).size(), 7u) << phone;
    EXPECT_LE(Compact(phone).size(), 16u) << phone;
    EXPECT_EQ(phone.find_first_of("#%"), std::string::npos) << phone;
    std::string form = phone;
    std::replace_if(
        form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; }, '#');
    forms.insert(form);
  }
  EXPECT_GT(forms.size(), 25u);
}

TEST(Values, LexiconReadsAFolder) {
  const OwnFolder own("lexicon");
  const std::filesystem::path& folder = own.path();
  std::ofstream(folder / "surnames.tsv") << "# comment\nBoeck\t12\tx\nab\t1\nÖzil\t3\n";
  Lexicon lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.Load(folder.string()));
  EXPECT_EQ(lexicon.surnames.levels[0], (std::vector<std::string>{"Boeck"}));
  EXPECT_EQ(lexicon.surnames.levels[2], (std::vector<std::string>{"Özil"}));
  EXPECT_TRUE(lexicon.surnames.levels[1].empty());
  EXPECT_GT(lexicon.given.levels[2].size(), 20u);
  std::filesystem::remove_all(folder);
  EXPECT_FALSE(lexicon.Load(folder.string()));
}

}  // namespace
}  // namespace maske::generator
