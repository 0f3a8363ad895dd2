// The first look (sift.h) spares most words the rules and must change nothing: the detector with it finds what the
// detector without it finds, on seeded text made of everything the rules look at.
#include "names/sift.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>

#include "names/persons.h"

namespace maske::names {
namespace {

std::string SeededText(std::uint64_t seed, std::size_t size) {
  static const char* const kPieces[] = {"Frau",
                                        "Herrn",
                                        "Dr.",
                                        "Prof.",
                                        "med.",
                                        "Egbert",
                                        "Anna",
                                        "Peter",
                                        "Ayşe",
                                        "Neumann",
                                        "Neumanns",
                                        "Zoekemann",
                                        "Zoekemanns",
                                        "Müller",
                                        "Müller-Lüdenscheid",
                                        "Hans-Peter",
                                        "M.",
                                        "E. Quandel",
                                        "von",
                                        "van der",
                                        "zu",
                                        "Liebe",
                                        "lieber",
                                        "Hallo",
                                        "Hi",
                                        "Grüße",
                                        "Gruß",
                                        "mfg",
                                        "MfG",
                                        "LG",
                                        "\n",
                                        "\n\n",
                                        "\n> ",
                                        "\n- ",
                                        "\n* ",
                                        "\n-- \n",
                                        "\t",
                                        ",",
                                        ".",
                                        ";",
                                        ":",
                                        "!",
                                        "(",
                                        ")",
                                        "(SPD)",
                                        "[CDU/CSU]",
                                        "<a@example.org>",
                                        "\"",
                                        "Name:",
                                        "Teilnehmer:",
                                        "Von:",
                                        "Ansprechpartner:",
                                        "schrieb",
                                        "sagte",
                                        "wrote",
                                        "gez.",
                                        "geb.",
                                        "i. A.",
                                        "z. Hd.",
                                        "Abg.",
                                        "Kollege",
                                        "Staatssekretär",
                                        "Bundesinnenminister",
                                        "GmbH",
                                        "& Co.",
                                        "Stiftung",
                                        "Haus",
                                        "Sommer",
                                        "Wolf",
                                        "im",
                                        "der",
                                        "die",
                                        "und",
                                        "ist",
                                        "kommt",
                                        "Straße",
                                        "5",
                                        "2024",
                                        "HAUS",
                                        "NEUMANN",
                                        "SPD",
                                        "MBA",
                                        "MACs",
                                        "Basis",
                                        "O'Neill",
                                        "Mag.Zwickel",
                                        "Ihr",
                                        "Deine",
                                        "Vorstand",
                                        "Mai"};
  std::mt19937_64 random(seed);
  std::string text;
  while (text.size() < size) {
    text += kPieces[random() % std::size(kPieces)];
    if (random() % 5 != 0) text += ' ';
  }
  return text;
}

TEST(SiftTest, ChangesNothing) {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const std::string text = SeededText(seed, 20000);
    NameMemory with_memory, without_memory;
    const std::vector<Candidate> with = Candidates(text, &with_memory);
    SiftingOff() = true;
    const std::vector<Candidate> without = Candidates(text, &without_memory);
    SiftingOff() = false;
    for (std::size_t i = 0; i < std::min(with.size(), without.size()); ++i) {
      ASSERT_EQ(with[i].begin, without[i].begin)
          << seed << " at " << text.substr(std::min(with[i].begin, without[i].begin) - 80, 160);
      ASSERT_EQ(with[i].end, without[i].end) << seed << " at " << text.substr(with[i].begin, 60);
      ASSERT_EQ(with[i].rule, without[i].rule) << seed;
      ASSERT_EQ(with[i].score, without[i].score) << seed;
    }
    ASSERT_EQ(with.size(), without.size()) << seed;
    ASSERT_EQ(with_memory.size(), without_memory.size());
    found += with.size();
  }
  EXPECT_GT(found, 5000U);
}

TEST(SiftTest, SparesPlainWords) {
  const std::string text =
      "in der Stadt lag ein Haus mit einem Garten und vielen Bäumen am Rand der Straße und sonst gar nichts, was der "
      "Rede wert wäre";
  text::Prepared prepared;
  prepared.Assign(text);
  View view(prepared);
  const NameMemory memory;
  const auto count = static_cast<Index>(prepared.tokens().size());
  Sift sift(&view, prepared.tokens(), &memory, 0, count);
  ASSERT_TRUE(sift.Next());
  EXPECT_EQ(sift.particle_before() | sift.particle_behind(), 0U);
  EXPECT_LE(std::popcount(sift.look()), 3);  // the first tokens of a slice
  for (Sift::Mask rest = sift.look(); rest != 0; rest &= rest - 1) {
    const auto n = static_cast<std::size_t>(std::countr_zero(rest));
    view.Anchor(sift.Word(n));
    EXPECT_TRUE(sift.Word(n) < 3 || sift.At(n) == Look::kNothing) << view.word(sift.Word(n));
  }
  EXPECT_FALSE(sift.Next());
}

}  // namespace
}  // namespace maske::names
