// The first look (sift.h) spares most words the rules and must change nothing: the detector with it finds what the
// detector without it finds, on seeded text made of everything the rules look at.
#include "names/sift.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>

#include "names/evidence.h"
#include "names/persons.h"
#include "names/random_model.h"
#include "text/simd.h"

namespace maske::names {
namespace {

// Forms in which one condition alone speaks for the name.
constexpr const char* kForms[] = {"mfg\nZoekemann\n",
                                  "mfg\n\nZoekemann\n\nallerdings",
                                  "mfg aus bonn\nQuandel\n",
                                  "vg\nHaselhorst\n",
                                  "sagt dr. von Zwickel dazu",
                                  "bei dr. van der Haselhorst war",
                                  "prof. zu Zwickel",
                                  "\nAnna von Neumann\nStaatssekretär\n",
                                  "\nEgb von Neumann\nStaatssekretär im Amt\n",
                                  "\nZoek A. Neumann\nGeschäftsführer der Stadt\n",
                                  "Teilnehmer:\nAnna Neumann\nZwickel Haselhorst\n",
                                  "Teilnehmer: Anna Neumann,\nZwickel Haselhorst,\nBrombach allein",
                                  "Teilnehmer:\n* Haselhorst, Egbert\n* Zwickel Haselhorst\n",
                                  "nichts\n--\nHaselhorst\n",
                                  "nichts\n-- \nHaselhorst, Egbert\n",
                                  "Haselhorst, Egbert",
                                  "\nHaselhorst-Zwickel sagte, dass",
                                  "\nZwickelmann Anna\nStaatssekretär im Amt\n",
                                  "\nGruß GmbH Bundesinnenminister\nEgb von Neumann\n",
                                  "Teilnehmer: ; \n     Zwickel Haselhorst,\n",
                                  "Haselhorst \"     Zwickel <a@example.org>"};

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
                                        "\n       ",
                                        "     ",
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
    const bool form = random() % 6 == 0;
    text += form ? kForms[random() % std::size(kForms)] : kPieces[random() % std::size(kPieces)];
    if (random() % 5 != 0) text += ' ';
  }
  return text;
}

// The detector with the first look and without it, each with a fresh memory, find the same. Returns how much.
std::size_t ExpectSame(const std::string& text, TaggedNames* model = nullptr) {
  NameMemory with_memory, without_memory;
  const std::vector<Candidate> with = Candidates(text, &with_memory, model);
  SiftingOff() = true;
  const std::vector<Candidate> without = Candidates(text, &without_memory, model);
  SiftingOff() = false;
  for (std::size_t i = 0; i < std::min(with.size(), without.size()); ++i) {
    const std::uint32_t at = std::min(with[i].begin, without[i].begin);
    const std::string place = text.substr(at > 80 ? at - 80 : 0, 160);
    EXPECT_EQ(with[i].begin, without[i].begin) << place;
    EXPECT_EQ(with[i].end, without[i].end) << place;
    EXPECT_EQ(with[i].rule, without[i].rule) << place;
    EXPECT_EQ(with[i].score, without[i].score) << place;
    if (with[i].begin != without[i].begin) break;
  }
  EXPECT_EQ(with.size(), without.size()) << text.substr(0, 400);
  EXPECT_EQ(with_memory.size(), without_memory.size());
  return with.size();
}

TEST(SiftTest, ChangesNothing) {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 60 && !HasFailure(); ++seed) found += ExpectSame(SeededText(seed, 20000));
  EXPECT_GT(found, 5000U);
}

// What the model teaches counts from the same word on, with the first look and without.
TEST(SiftTest, ChangesNothingBesideTheModel) {
  model::RandomTagger random(13);
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 20 && !HasFailure(); ++seed) {
    found += ExpectSame(SeededText(seed, 20000), &random.names);
  }
  EXPECT_GT(found, 5000U);
}

// The kernel of the first look (batch_load.cc) as it is compiled for each of this processor's instruction sets, the
// portable build among them.
TEST(SiftTest, ChangesNothingOnAnyTarget) {
  std::size_t targets = 0;
  text::ForEachSimdTarget(HWY_TARGETS, [&targets](std::int64_t target) {
    SCOPED_TRACE(hwy::TargetName(target));
    text::SetSimdTargetsForTest(target);
    for (std::uint64_t seed = 101; seed <= 110 && !HasFailure(); ++seed) ExpectSame(SeededText(seed, 20000));
    ++targets;
  });
  text::SetSimdTargetsForTest(0);
  EXPECT_GE(targets, 1U);
}

// Alone, so that nothing but the form makes anyone look.
TEST(SiftTest, EachFormByItself) {
  const std::string prose = "am Abend war es kalt und der Wind blies um das Haus, wie er es hier im Winter oft tut. ";
  std::size_t speaking = 0;
  for (const char* form : kForms) speaking += ExpectSame(prose + "\n" + form + "\n" + prose) != 0 ? 1 : 0;
  EXPECT_GE(speaking, std::size(kForms) * 2 / 3);
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
    bool newline = false;
    EXPECT_TRUE(sift.Word(n) < 3 || sift.At(n, &newline) == 0) << view.word(sift.Word(n));
  }
  EXPECT_FALSE(sift.Next());
}

}  // namespace
}  // namespace maske::names
