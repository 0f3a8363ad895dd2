// The gate of the name model: which words may be asked, and that its rows are in range and hang on near text alone.
#include "names/gate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "names/random_model.h"
#include "text/prepared.h"

namespace maske::names {
namespace {

bool Asks(const std::string& text, const std::string& word) {
  text::Prepared prepared;
  prepared.Assign(text);
  View view(prepared);
  for (Index i = 0; i < view.size(); ++i) {
    if (view.word(i) == word) return MayAsk(&view, prepared.tokens(), i);
  }
  ADD_FAILURE() << word << " is not in " << text;
  return false;
}

TEST(GateTest, AsksAboutNamesAndStrangers) {
  EXPECT_TRUE(Asks("das sagte Schröder gestern", "Schröder"));
  EXPECT_TRUE(Asks("das sagte Zwickelbrunn gestern", "Zwickelbrunn"));
  EXPECT_TRUE(Asks("ruf peter an", "peter"));
  EXPECT_TRUE(Asks("das sind peters schuhe", "peters"));
  EXPECT_TRUE(Asks("wann ist butler's geburtstag", "butler's"));  // a noun too, but nouns have no 's
  EXPECT_FALSE(Asks("wann hat der butler geburtstag", "butler"));
  EXPECT_FALSE(Asks("das ist ein Haus am See", "Haus"));
  EXPECT_FALSE(Asks("heute rief Frau Schröder an", "Frau"));
  EXPECT_FALSE(Asks("heute rief peter Frau Schröder an", "peter"));  // a line with capitals
  EXPECT_FALSE(Asks("die Datei /home/Schröder/x", "Schröder"));
  EXPECT_FALSE(Asks("der ZVK Wert", "ZVK"));
  EXPECT_FALSE(Asks("an Schröder@example.org", "Schröder"));
  EXPECT_FALSE(Asks("Typ Schröder7 fehlt", "Schröder7"));
}

std::string Words(model::Random* random, int count) {
  static const char* const kWords[] = {"Peter", "der", "Herr", "Schröder", "Zwickelbrunn", "kam", "in", "ANNA",
                                       "3",     "von", "Dr",   "und",      "Haus",         "x",   "Öz"};
  static const char* const kGaps[] = {
      " ", " ", ", ", ". ", "\n", "-", ": ", " (", "                                   "};
  std::string text;
  for (int n = 0; n < count; ++n) {
    text += kWords[(*random)() % std::size(kWords)];
    text += kGaps[(*random)() % std::size(kGaps)];
  }
  return text;
}

GateRows RowsOf(const std::string& text, std::size_t at) {
  text::Prepared prepared;
  prepared.Assign(text);
  View view(prepared);
  const auto& tokens = prepared.tokens();
  const auto token = std::find_if(tokens.begin(), tokens.end(), [at](const text::Token& t) { return t.begin == at; });
  return GateRowsOf(&view, tokens, static_cast<Index>(token - tokens.begin()));
}

TEST(GateTest, RowsAreInRangeAndLocal) {
  model::Random random(3);
  for (int round = 0; round < 300; ++round) {
    const std::string near = "Haus " + Words(&random, 2);
    const std::string behind = " " + Words(&random, 2) + " Haus ";
    GateRows rows[2];
    for (GateRows& row : rows) {
      const std::string left = Words(&random, 5) + " " + near;
      row = RowsOf(left + "Schröder" + behind + Words(&random, 5), left.size());
      for (const std::uint16_t n : row) EXPECT_LT(n, model::kGateRows);
    }
    EXPECT_EQ(rows[0], rows[1]) << near << "|" << behind;
  }
}

TEST(GateTest, EachFeatureCounts) {
  const std::string plain = "das sagte Schröder gestern noch";
  const auto differ = [&](const std::string& text, std::size_t at) {
    const GateRows a = RowsOf(plain, 10);
    const GateRows b = RowsOf(text, at);
    return !std::equal(a.begin(), a.end(), b.begin());
  };
  EXPECT_FALSE(differ(plain, 10));
  EXPECT_TRUE(differ("das sagte Schneider gestern noch", 10));
  EXPECT_TRUE(differ("das meint Schröder gestern noch", 10));
  EXPECT_TRUE(differ("was sagte Schröder gestern noch", 10));
  EXPECT_TRUE(differ("das sagte Schröder morgens noch", 10));
  EXPECT_TRUE(differ("das sagte Schröder gestern auch", 10));
  EXPECT_TRUE(differ("das sagte: Schröder gestern noch", 11));
  EXPECT_TRUE(differ("das sagte Schröder, gestern noch", 10));
  EXPECT_TRUE(differ("das sagte SCHRÖDER gestern noch", 10));
}

TEST(GateTest, SumIsOfAllTables) {
  std::vector<std::int8_t> tables(model::kGateTables * model::kGateRows, 0);
  GateRows rows;
  for (std::size_t n = 0; n < rows.size(); ++n) {
    rows[n] = static_cast<std::uint16_t>(7 * n);
    tables[n * model::kGateRows + 7 * n] = static_cast<std::int8_t>(n % 2 == 0 ? static_cast<int>(n) : -100);
  }
  EXPECT_EQ(GateSum(tables.data(), rows), 0 + 2 + 4 + 6 + 8 + 10 + 12 + 14 - 800);
}

}  // namespace
}  // namespace maske::names
