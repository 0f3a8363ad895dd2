// The result for an address depends on a bounded piece of text around it: a text read in windows of any size, each with
// kLookBehindBytes before it and what kLookAheadBytes behind the longest span asks for, gives the candidates of the whole.
// The mutation "law1_address_margin" turns it red.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "address/spans.h"
#include "generator/random.h"

namespace maske::address {
namespace {

using generator::Random;
using Row = std::tuple<std::uint32_t, std::uint32_t, float, RuleId>;

std::vector<Row> Rows(const std::vector<Candidate>& found, std::uint32_t shift) {
  std::vector<Row> rows;
  for (const Candidate& c : found) rows.emplace_back(c.begin + shift, c.end + shift, c.score, c.rule);
  return rows;
}

std::vector<Row> InWindows(const std::string& text, const std::vector<std::uint32_t>& cuts) {
  std::vector<Row> rows;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
    const std::uint32_t from = cuts[k] > kLookBehindBytes ? cuts[k] - kLookBehindBytes : 0;
    const std::uint32_t to = std::min(size, cuts[k + 1] + kMaxSpanBytes + kLookAheadBytes);
    text::Prepared slice;
    slice.Assign(std::string_view(text).substr(from, to - from));
    std::vector<Candidate> found;
    Find(slice, cuts[k] - from, cuts[k + 1] - from, 0, &found);
    for (const Row& r : Rows(found, from)) rows.push_back(r);
  }
  return rows;
}

// Pieces of addresses in any order: what one rule takes the next may contest. ASCII, so that a cut splits no character.
std::string Text(Random* random, std::size_t pieces) {
  static constexpr std::string_view kPieces[] = {
      "Lange Str. 5",
      "10115 Berlin",
      "Hauptstr. 7a",
      "D-20095 Hamburg",
      "1010 Wien",
      "Postfach 12 34 56",
      "Am Markt 3",
      "c/o Muster GmbH",
      "Erika Muster",
      "Muster AG",
      "98 Tooley Street",
      "London",
      "SE1 2TH",
      "CA 94104",
      "Palo Alto",
      "350 Bush Street",
      "Hinterhaus",
      "Tel. 030 123456",
      "12345",
      "5",
      "Platz der Republik 1",
      "8001 Zuerich",
      "Haus 4",
      "Technologiepark",
      "99999 Nirgends",
      "geb. 1.2.1990",
      "Weg 3",
      "in",
      "Deutschland",
      "Unter den Eichen 9",
      "12 rue de la Paix",
      "00-238 Warszawa",
      "Suite 310",
      "Finland 62488",
      "USA",
      "APO AE 09204",
      "Unit 1234 Box 567",
      "lives at",
      "Ahornweg",
      "Brunnen-\nstrasse 3",
      "2514 ED Den Haag",
      "o. Nr.",
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"};
  static constexpr std::string_view kJoins[] = {"\n", ", ",  " ",    "\r\n", " | ", " - ", "\n\n",
                                                "; ", " / ", "\n> ", "<br>", ",",   "  "};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    text += random->Pick(kPieces);
    text += random->Pick(kJoins);
  }
  return text;
}

TEST(Locality, AnyWindowsGiveTheCandidatesOfTheWhole) {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    const std::string text = Text(&random, 300);
    const std::vector<Row> whole = Rows(FindAll(text), 0);
    found += whole.size();
    for (const std::uint32_t window : {64U, 100U, 777U, 2048U}) {
      std::vector<std::uint32_t> cuts = {0};
      while (cuts.back() < text.size()) {
        const auto step = static_cast<std::uint32_t>(1 + random.Below(2 * window));
        cuts.push_back(std::min(static_cast<std::uint32_t>(text.size()), cuts.back() + step));
      }
      ASSERT_EQ(InWindows(text, cuts), whole) << "seed " << seed << " window " << window;
    }
  }
  EXPECT_GT(found, 5000U);
}

TEST(Locality, EveryCutOfOneBlock) {
  const std::string text =
      "Muster AG\nc/o Beispiel GmbH\nLange Str. 5\nHinterhaus\n10115 Berlin\nDeutschland\n98 Tooley "
      "Street\nLondon\nSE1 2TH\n";
  const std::vector<Row> whole = Rows(FindAll(text), 0);
  ASSERT_EQ(whole.size(), 2U);
  for (std::uint32_t cut = 0; cut <= text.size(); ++cut) {
    EXPECT_EQ(InWindows(text, {0, cut, static_cast<std::uint32_t>(text.size())}), whole) << cut;
  }
}

// Spans, order and range of the contract.
TEST(Locality, CandidatesAreInOrderAndInBounds) {
  Random random(7);
  for (int n = 0; n < 200; ++n) {
    std::string text = Text(&random, 40);
    for (int k = 0; k < 5; ++k) text[random.Below(text.size())] = static_cast<char>(random.Below(128));
    std::uint32_t last = 0;
    for (const Candidate& c : FindAll(text)) {
      EXPECT_LT(c.begin, c.end);
      EXPECT_LE(c.end, text.size());
      EXPECT_LE(c.end - c.begin, 640U);
      EXPECT_GE(c.begin, last);
      EXPECT_GT(c.score, 0.0F);
      EXPECT_LE(c.score, 1.0F);
      last = c.begin;
    }
  }
}

// Work does not grow faster than the text, however the digits lie (law 5). Counted in candidates and time by a wide margin:
// a quadratic detector needs minutes here.
TEST(Locality, DenseTextIsNotQuadratic) {
  for (const std::string_view piece :
       {"10115 Berlin ", "10115 Berlin\n", "Hauptstr. 5 ", "Hauptstr. 5\n10115 Berlin\n", "5 ", "1 2 3 4 5 a-b/",
        "SE1 2TH ", "98 Tooley Street\n", "Am Am Am Am 5, ", "CA 94104 ", "\n\n\n 12345 A", "> > > > 10115 Berlin\n"}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    EXPECT_LT(FindAll(text).size(), text.size() / 4) << piece;
  }
}

// Near the borders of a slice every digit run is read, in its middle only those that the bytes beside them allow.
TEST(Locality, WhatIsDismissedUnreadIsNothing) {
  Random random(5);
  int found_any = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string text = "\n" + Text(&random, 1 + random.Below(7)) + "\n";
    if (text.size() >= 180) continue;
    const std::string before(64 + random.Below(64), '\n');
    const std::string inside = before + text + std::string(256, '\n');
    std::vector<Row> rows[2];
    for (const bool middle : {false, true}) {
      text::Prepared slice;
      slice.Assign(middle ? inside : text);
      std::vector<Candidate> found;
      Find(slice, 0, static_cast<std::uint32_t>(middle ? inside.size() : text.size()), 0, &found);
      rows[middle ? 1 : 0] = Rows(found, middle ? 0 : static_cast<std::uint32_t>(before.size()));
    }
    ASSERT_EQ(rows[1], rows[0]) << text;
    found_any += rows[0].empty() ? 0 : 1;
  }
  EXPECT_GT(found_any, 1000);
}

}  // namespace
}  // namespace maske::address
