// lib/phrases against its slow twin, on made-up texts full of near misses, in slices cut anywhere.
#include "phrases/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "generator/random.h"
#include "reference/phrase_reference.h"

namespace maske::phrases {
namespace {

using reference::ListedPhrase;
using Spans = std::vector<std::pair<std::size_t, std::size_t>>;

Table TableOf(const std::vector<ListedPhrase>& phrases) {
  Table table;
  for (const ListedPhrase& phrase : phrases) {
    EXPECT_TRUE(table.Add(phrase.text, {1, 2, 0.9F, phrase.capital, phrase.inflected})) << phrase.text;
  }
  table.Build();
  return table;
}

Spans Find(const Table& table, const text::Prepared& slice, std::uint32_t begin, std::uint32_t end) {
  std::vector<Candidate> candidates;
  table.Find(slice, begin, end, &candidates);
  Spans spans;
  for (const Candidate& candidate : candidates) spans.emplace_back(candidate.begin, candidate.end);
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

Spans Find(const Table& table, std::string_view text) {
  text::Prepared slice;
  slice.Assign(text);
  return Find(table, slice, 0, static_cast<std::uint32_t>(slice.text().size()));
}

TEST(PhraseTable, SaysWhatCannotBeListed) {
  Table table;
  EXPECT_FALSE(table.Add("", {}));
  EXPECT_FALSE(table.Add(" -- ", {}));
  EXPECT_FALSE(table.Add("a\x02z", {}));
  EXPECT_FALSE(table.Add(std::string(300, 'x'), {}));
  EXPECT_FALSE(table.Add(std::string(17, '#') + "x", {}));
  EXPECT_TRUE(table.Add("#x", {}));
}

TEST(PhraseTable, WordEdgesCaseDiacriticsAndBlanks) {
  const Table table = TableOf({{"Projekt Apfel", false, false}, {"C++", false, false}, {"@max_m", false, false}});
  EXPECT_EQ(Find(table, "das Projekt Apfel."), (Spans{{4, 17}}));
  EXPECT_EQ(Find(table, "PROJEKT\n äpfel"), (Spans{{0, 15}}));
  EXPECT_EQ(Find(table, "projekt\n\napfel"), Spans{});
  EXPECT_EQ(Find(table, "Projekt Apfelbaum, Projekt-Apfel, Subprojekt Apfel"), Spans{});
  EXPECT_EQ(Find(table, "in C++, nicht in C+"), (Spans{{3, 6}}));
  EXPECT_EQ(Find(table, "an @max_m, nicht max_m"), (Spans{{3, 9}}));
}

TEST(PhraseTable, TheGenitiveStaysOutside) {
  const Table table = TableOf({{"Anna Muster", false, true}, {"Koch", true, true}});
  EXPECT_EQ(Find(table, "Anna Musters Haus"), (Spans{{0, 11}}));
  EXPECT_EQ(Find(table, "Annas Muster"), Spans{});
  EXPECT_EQ(Find(table, "Kochs Haus, der koch, KOCHS"), (Spans{{0, 4}, {22, 26}}));
}

TEST(PhraseTable, EqualsItsSlowTwin) {
  constexpr std::array<std::string_view, 26> kBits{
      "Anna", "anna", "Müller", "MÜLLER", "Muller", "müllers", "s",  " ", " ", "  ", "\n", ", ", "-",
      ".",    "'",    "_",      "Öl",     "ol",     "x",       "42", "@", "(", ")",  "ß",  "ss", "中"};
  generator::Random random(3);
  for (int round = 0; round < 3000; ++round) {
    const auto make = [&](std::size_t most) {
      std::string text;
      for (std::size_t n = 1 + random.Below(most); n > 0; --n) text += kBits[random.Below(kBits.size())];
      return text;
    };
    std::vector<ListedPhrase> phrases;
    Table table;
    for (int i = 0; i < 6; ++i) {
      ListedPhrase phrase{make(6), random.Below(4) == 0, random.Below(3) == 0};
      if (table.Add(phrase.text, {1, 2, 0.9F, phrase.capital, phrase.inflected})) phrases.push_back(phrase);
    }
    table.Build();
    const std::string text = make(40);
    text::Prepared slice;
    slice.Assign(text);
    const auto size = static_cast<std::uint32_t>(slice.text().size());
    const Spans whole = Find(table, slice, 0, size);
    std::string list;
    for (const ListedPhrase& phrase : phrases) list += "[" + phrase.text + "]";
    ASSERT_EQ(whole, reference::FindPhrases(slice.text(), phrases)) << text << "\n" << list;
    // Each candidate belongs to the part that it begins in.
    const auto cut = static_cast<std::uint32_t>(random.Below(size + 1));
    Spans parts = Find(table, slice, 0, cut);
    for (const auto& span : Find(table, slice, cut, size)) parts.push_back(span);
    ASSERT_EQ(parts, whole) << text << "\n" << list << cut;
  }
}

}  // namespace
}  // namespace maske::phrases
