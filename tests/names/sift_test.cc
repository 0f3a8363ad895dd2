// The first look (sift.h) spares most words the rules and must change nothing: the detector with it finds what the
// detector without it finds, on seeded text made of everything the rules look at.
#include "names/sift.h"

#include <gtest/gtest.h>

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
    ASSERT_EQ(with.size(), without.size()) << seed;
    for (std::size_t i = 0; i < with.size(); ++i) {
      ASSERT_EQ(with[i].begin, without[i].begin) << seed;
      ASSERT_EQ(with[i].end, without[i].end) << seed << " at " << text.substr(with[i].begin, 60);
      ASSERT_EQ(with[i].rule, without[i].rule) << seed;
      ASSERT_EQ(with[i].score, without[i].score) << seed;
    }
    ASSERT_EQ(with_memory.size(), without_memory.size());
    found += with.size();
  }
  EXPECT_GT(found, 5000U);
}

TEST(SiftTest, SparesPlainWords) {
  const std::string text = "in der Stadt lag ein Haus mit einem Garten und vielen Bäumen am Rand der Straße ";
  text::Prepared prepared;
  prepared.Assign(text);
  View view(prepared);
  const NameMemory memory;
  Sift sift(&view, prepared.tokens(), &memory);
  view.Preload(0, static_cast<Index>(prepared.tokens().size()));
  for (Index i = 0; i + 1 < prepared.tokens().size(); ++i) {
    if (!view.Capital(i)) continue;
    view.Anchor(i);
    EXPECT_EQ(sift.At(i, View::kNone), Look::kNothing) << view.word(i);
  }
}

}  // namespace
}  // namespace maske::names
