// The packed table against slow twins made of the lists themselves: a std::map of postcodes and first words, a set of
// places, and the word files read anew.
#include "address/gazetteer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "address/place_words.h"
#include "address/words.h"
#include "text/chars.h"

namespace maske::address {
namespace {

const std::filesystem::path kRoot = MASKE_SOURCE_DIR;

std::string Key(std::string_view word) {
  char buffer[256];
  return std::string(buffer, text::WordKey(word, buffer, sizeof buffer));
}

// Words of a place by splitting at what separates them in the lists; slow and obvious.
std::vector<std::string> Words(std::string place) {
  for (char& c : place) {
    if (c == '/' || c == '(' || c == ')' || c == ',' || c == '.' || c == '"' || c == '+' || c == '&' || c == ':')
      c = ' ';
  }
  std::istringstream in(place);
  std::vector<std::string> words;
  for (std::string w; in >> w;) {
    while (!w.empty() && (w.back() == '-' || w.back() == '\'')) w.pop_back();
    while (!w.empty() && (w.front() == '-' || w.front() == '\'')) w.erase(0, 1);
    const std::string key = Key(w);
    if (!key.empty()) words.push_back(key == "st" ? "sankt" : key);
  }
  return words;
}

struct Lists {
  std::map<std::pair<int, std::uint32_t>, std::set<std::string>> first_words;  // (country, postcode) -> first words
  std::set<std::string> all_words;
  std::vector<std::vector<std::string>> names;
  Lists() {
    const std::pair<const char*, Country> files[] = {{"de", kDe}, {"at", kAt}, {"at_more", kAt},
                                                     {"ch", kCh}, {"li", kCh}, {"lu", kLu}};
    for (const auto& [name, country] : files) {
      std::ifstream in(kRoot / "patterns/lexicons" / (std::string("postcodes_") + name + ".tsv"));
      for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        const std::size_t tab = line.find('\t');
        auto& set = first_words[{country, static_cast<std::uint32_t>(std::stoul(line.substr(0, tab)))}];
        const std::vector<std::string> words = Words(line.substr(tab + 1));
        if (words.empty()) continue;
        set.insert(words[0]);
        all_words.insert(words[0]);
        names.push_back(words);
      }
    }
  }
};
const Lists& TheLists() {
  static const Lists lists;
  return lists;
}

TEST(Gazetteer, KnowsEveryPostcodeAndNoOther) {
  const Lists& lists = TheLists();
  ASSERT_GT(lists.first_words.size(), 15000U);
  for (int country = 0; country < kCountryCount; ++country) {
    const std::uint32_t limit = country == kDe ? 100000 : 10000;
    for (std::uint32_t code = 0; code < limit + 100; ++code) {
      ASSERT_EQ(IsPostcode(static_cast<Country>(country), code), lists.first_words.contains({country, code}))
          << country << " " << code;
    }
  }
}

TEST(Gazetteer, KnowsEveryPair) {
  for (const auto& [key, words] : TheLists().first_words) {
    for (const std::string& w : words) {
      ASSERT_TRUE(IsPair(static_cast<Country>(key.first), key.second, PlaceWordHash(w))) << key.second << " " << w;
    }
  }
}

TEST(Gazetteer, KnowsNoOtherPair) {
  const Lists& lists = TheLists();
  const std::vector<std::string> words(lists.all_words.begin(), lists.all_words.end());
  // Other names of the same places are known too: leave those words out.
  std::set<std::string> aliases;
  std::ifstream in(kRoot / "patterns/lexicons/places_aliases.tsv");
  for (std::string line; std::getline(in, line);) {
    if (line[0] == '#') continue;
    for (const std::string& w : Words(line.substr(line.find('\t') + 1))) aliases.insert(w);
  }
  ASSERT_GT(aliases.size(), 20U);
  std::mt19937_64 random(20240501);
  for (int n = 0; n < 300000; ++n) {
    const auto country = static_cast<Country>(random() % kCountryCount);
    const auto code = static_cast<std::uint32_t>(random() % (country == kDe ? 100000 : 10000));
    const std::string& word = words[random() % words.size()];
    const auto it = lists.first_words.find({country, code});
    if (aliases.contains(word)) continue;
    ASSERT_EQ(IsPair(country, code, PlaceWordHash(word)), it != lists.first_words.end() && it->second.contains(word))
        << code << " " << word;
  }
}

TEST(Gazetteer, KnowsWholeNamesAndNoPartsOfThem) {
  std::set<std::vector<std::string>> names(TheLists().names.begin(), TheLists().names.end());
  for (const auto& words : names) {
    std::uint64_t name = 0;
    for (const std::string& w : words) name = AppendWord(name, PlaceWordHash(w));
    ASSERT_TRUE(IsPlaceName(name)) << words[0];
    std::uint64_t more = AppendWord(name, text::HashWord("zzz"));
    ASSERT_FALSE(IsPlaceName(more)) << words[0];
  }
  EXPECT_TRUE(IsPlaceName(text::HashWord("frankfurt")));
  EXPECT_FALSE(IsPlaceName(text::HashWord("bad")));
}

TEST(Gazetteer, AliasesStandForTheirPlace) {
  EXPECT_TRUE(IsPair(kDe, 80331, text::HashWord("Munich")));
  EXPECT_TRUE(IsPair(kAt, 1010, text::HashWord("Vienna")));
  EXPECT_TRUE(IsPair(kCh, 1204, text::HashWord("Genf")));
  EXPECT_FALSE(IsPair(kDe, 80331, text::HashWord("Cologne")));
}

TEST(Gazetteer, NoCompanyIsAPlace) {
  for (const char* word : {"GmbH", "Sparkasse", "Finanzamt", "Versicherung", "Jobcenter", "AOK"}) {
    EXPECT_FALSE(IsPlaceName(text::HashWord(word))) << word;
  }
}

TEST(Words, EveryWordHasTheClassesOfItsFiles) {
  std::map<std::string, std::uint32_t> classes;
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "patterns/words")) {
    if (!entry.path().filename().string().starts_with("street_")) continue;
    std::ifstream in(entry.path());
    std::uint32_t bit = 0;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      if (line[0] == '[') {
        const auto* at =
            std::find(std::begin(kWordClassNames), std::end(kWordClassNames), line.substr(1, line.find(']') - 1));
        ASSERT_NE(at, std::end(kWordClassNames)) << line;
        bit = 1U << (at - std::begin(kWordClassNames));
        continue;
      }
      std::istringstream split(line);
      for (std::string w; split >> w;) classes[Key(w)] |= bit;
    }
  }
  ASSERT_GT(classes.size(), 500U);
  for (const auto& [word, bits] : classes) {
    EXPECT_EQ(ClassesOf(text::HashKey(word)), bits) << word;
    EXPECT_EQ(ClassesOf(word), bits) << word;  // through the bitmap of first and last bytes
    std::string capitals = word;
    for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c & ~0x20 : c);
    EXPECT_EQ(ClassesOf(capitals), bits) << word;
  }
  EXPECT_EQ(ClassesOf(text::HashWord("Quastenflosser")), 0U);
}

TEST(Words, Endings) {
  EXPECT_EQ(EndingOf("Hauptstraße").classes, kSuffix);
  EXPECT_EQ(EndingOf("Hauptstraße").stem, 5U);  // "haupt"
  EXPECT_EQ(EndingOf("HAUPTSTRASSE").classes, kSuffix);
  EXPECT_EQ(EndingOf("Arbeitsplatz").classes, kSuffix | kCommon);
  EXPECT_EQ(EndingOf("Mühlenhof").classes, kWide);
  EXPECT_EQ(EndingOf("Straße").classes, 0U);  // no stem
  EXPECT_EQ(EndingOf("Quastenflosser").classes, 0U);
}

}  // namespace
}  // namespace maske::address
