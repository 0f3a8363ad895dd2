// Law 1 for names: what is found in a stretch depends on the memory and on the text within 1 KiB alone. A seeded text is
// searched as a whole and in slices of any size with just that much around them; both must give the same candidates.
#include <gtest/gtest.h>

#include <random>

#include "names/persons.h"
#include "names/random_model.h"

namespace maske::names {
namespace {

std::string SeededText(std::uint64_t seed, std::size_t size) {
  static const char* const kPieces[] = {"Frau Zoekemann",
                                        "Herrn Prof. Dr. med. Egbert Quandel",
                                        "Zoekemanns",
                                        "Peter Neumann",
                                        "M. Boeckmann",
                                        "Neumann, Peter",
                                        "van der Velden",
                                        "Mit freundlichen Grüßen",
                                        "Liebe Anna,",
                                        "\n",
                                        "\n\n",
                                        "\n> ",
                                        "  ",
                                        ", ",
                                        ". ",
                                        ": ",
                                        "Teilnehmer:",
                                        "Von:",
                                        "<a@example.org>",
                                        "\"",
                                        " (SPD):",
                                        "Kollege",
                                        "Müller-Lüdenscheid",
                                        "GmbH",
                                        "der",
                                        "von",
                                        "schrieb",
                                        "und",
                                        "Haus",
                                        "HAUS",
                                        "z. Hd.",
                                        "i. A.",
                                        "-- \n",
                                        "Dr.med.univ. Öhler",
                                        "Name\tVorname",
                                        "Anna",
                                        "Tom",
                                        "Stiftung",
                                        "ein langer Satz ohne Namen",
                                        "Ансичъ",
                                        "e\xCC\x81",
                                        "\xE2\x80\x8B",
                                        "1234567890"};
  std::mt19937_64 random(seed);
  std::string text;
  while (text.size() < size) {
    if (random() % 60 == 0) text.append(random() % 1500, random() % 2 == 0 ? 'x' : ' ');
    if (random() % 100 == 0) {  // a list whose label is out of sight from its later items
      text += "\nTeilnehmer: ";
      for (int n = 0; n < 24; ++n)
        text += "Annabella Z" + std::string(44, static_cast<char>('a' + random() % 26)) + ", ";
    }
    text += kPieces[random() % std::size(kPieces)];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

struct Found {
  std::uint32_t begin, end;
  float score;
  RuleId rule;
  bool operator==(const Found&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Found& f) {
  return out << f.begin << ".." << f.end << " rule " << f.rule << " score " << f.score;
}

// Candidates of raw[from, to), searched with `around` bytes on both sides (and a span's length more on the right).
void Search(const std::string& raw, std::size_t from, std::size_t to, NameMemory* memory, TaggedNames* model,
            std::vector<Found>* out) {
  const auto character = [&raw](std::size_t at) {
    while (at > 0 && at < raw.size() && (static_cast<unsigned char>(raw[at]) & 0xC0) == 0x80) --at;
    return at;
  };
  const std::size_t low = character(from > kLookBehindBytes ? from - kLookBehindBytes : 0);
  const std::size_t high = character(std::min(raw.size(), to + kMaxSpanBytes + kLookAheadBytes));
  text::Prepared prepared;
  prepared.Assign(std::string_view(raw).substr(low, high - low));
  std::vector<Candidate> found;
  Find(prepared, prepared.TextOffset(static_cast<std::uint32_t>(from - low)),
       prepared.TextOffset(static_cast<std::uint32_t>(to - low)), 0, memory, &found, model);
  for (const Candidate& c : found) {
    out->push_back({static_cast<std::uint32_t>(prepared.RawBegin(c.begin) + low),
                    static_cast<std::uint32_t>(prepared.RawEnd(c.end) + low), c.score, c.rule});
  }
}

// Returns how many candidates were compared.
std::size_t ComparePieces(std::uint64_t seeds, TaggedNames* model) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= seeds && !testing::Test::HasFailure(); ++seed) {
    const std::string raw = SeededText(seed, 8000);
    NameMemory whole_memory;
    std::vector<Found> whole;
    {
      text::Prepared prepared;
      prepared.Assign(raw);
      std::vector<Candidate> found;
      Find(prepared, 0, static_cast<std::uint32_t>(prepared.text().size()), 0, &whole_memory, &found, model);
      for (const Candidate& c : found)
        whole.push_back({prepared.RawBegin(c.begin), prepared.RawEnd(c.end), c.score, c.rule});
    }
    compared += whole.size();
    std::mt19937_64 random(seed);
    for (const std::size_t step : {std::size_t{7}, std::size_t{300}, std::size_t{3000}}) {
      NameMemory memory;
      std::vector<Found> pieces;
      for (std::size_t from = 0; from < raw.size();) {
        std::size_t to = std::min(raw.size(), from + 1 + random() % step);
        while (to < raw.size() && (static_cast<unsigned char>(raw[to]) & 0xC0) == 0x80) ++to;
        Search(raw, from, to, &memory, model, &pieces);
        from = to;
      }
      EXPECT_EQ(pieces, whole) << "seed " << seed << ", step " << step;
      EXPECT_EQ(memory.size(), whole_memory.size());
    }
  }
  return compared;
}

TEST(LocalityTest, SlicesFindWhatTheWholeFinds) { EXPECT_GT(ComparePieces(12, nullptr), 400U); }

// With a model that sees persons at random, so that names of any length stand across any cut.
TEST(LocalityTest, SlicesFindWhatTheWholeFindsWithModel) {
  model::RandomTagger random(11);
  EXPECT_GT(ComparePieces(8, &random.names), 1000U);
  model::RandomTagger gated(12, true);
  EXPECT_GT(ComparePieces(4, &gated.names), 300U);
  model::RandomTagger exiting(14, false, 16);
  EXPECT_GT(ComparePieces(4, &exiting.names), 300U);
}

// Text further away than 1 KiB changes nothing, as long as it teaches nothing.
TEST(LocalityTest, FarTextDoesNotMatter) {
  const std::string near = " nach langer Zeit kam Frau Zoekemann, dann Peter Neumann und Boeck. ";
  const std::string blank(kLookBehindBytes + 16, '.');
  NameMemory a, b;
  const std::vector<Candidate> plain = Candidates("wald und wiese. " + blank + near + blank, &a);
  const std::vector<Candidate> other =
      Candidates("Liebe Grüße\n\n\n; " + blank + near + blank + "(SPD) GmbH\n<a@example.org>", &b);
  ASSERT_EQ(plain.size(), other.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    EXPECT_EQ(plain[i].end - plain[i].begin, other[i].end - other[i].begin);
    EXPECT_EQ(plain[i].score, other[i].score);
  }
  EXPECT_GE(plain.size(), 2U);
}

}  // namespace
}  // namespace maske::names
