// A seeded generator that crosses forms of streets, of house numbers, of postcode and place, and separators. Each cell is
// asserted: what share is found whole with exact bounds, and that nothing else is. Streets are put together from stems that
// are in no list; persons, companies and sentences around them are invented.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "address/spans.h"
#include "generator/random.h"

namespace maske::address {
namespace {

using generator::Random;

constexpr std::string_view kStems[] = {"Quellmoor", "Brummel", "Zwirner", "Eulen",   "Schmerlen", "Tannhorst",
                                       "Otterfing", "Dachsl",  "Kranich", "Wackerl", "Möwen",     "Übersee"};

enum StreetForm { kCompound, kHyphened, kAdjectiveForm, kLeading, kBareForm, kOfForm, kStreetForms };
std::string StreetName(Random* r, int form) {
  static constexpr std::string_view kEnds[] = {"straße", "strasse", "str.", "weg",      "platz", "allee", "gasse",
                                               "ring",   "damm",    "ufer", "chaussee", "steig", "pfad"};
  static constexpr std::string_view kLeads[] = {"Am ",  "An der ",    "Auf dem ",    "Im ",  "In den ",
                                                "Zum ", "Unter den ", "Hinter der ", "Beim "};
  static constexpr std::string_view kWords[] = {" Straße", " Str.", " Weg",  " Platz",
                                                " Allee",  " Ring", " Damm", " Gasse"};
  static constexpr std::string_view kOf[] = {"Straße der ", "Platz der ", "Allee der ", "Straße des "};
  const std::string stem(r->Pick(kStems));
  switch (form) {
    case kCompound:
      return stem + std::string(r->Pick(kEnds));
    case kHyphened:
      return "Olga-" + stem + (r->Chance(50) ? "-Straße" : r->Chance(50) ? "-Weg" : "-Platz");
    case kAdjectiveForm:
      return (r->Chance(50) ? stem + "er" : std::string(r->Chance(50) ? "Neue" : "Lange")) +
             std::string(r->Pick(kWords));
    case kLeading:
      return std::string(r->Pick(kLeads)) + stem;
    case kBareForm:
      return stem;
    default:
      return std::string(r->Pick(kOf)) + stem;
  }
}

constexpr std::string_view kNumberForms[] = {"#", "#a", "# b", "#-#", "#/#", "#a-c", "#–#", "Nr. #"};
std::string Number(Random* r, std::string_view form) {
  std::string out;
  std::size_t low = 1;
  for (const char ch : form) {
    if (ch != '#') {
      out += ch;
      continue;
    }
    low = r->Between(low, low + 90);
    out += std::to_string(low);
  }
  return out;
}

constexpr std::string_view kPlaces[] = {"10115 Berlin",       "D-20095 Hamburg",   "60311 Frankfurt am Main",
                                        "60311 Frankfurt/M.", "80331 München",     "80331 Muenchen",
                                        "1010 Wien",          "A-5020 Salzburg",   "8001 Zürich",
                                        "CH-3011 Bern",       "61348 Bad Homburg", "14542 Werder (Havel)",
                                        "10704 Berlin",       "01067 DRESDEN"};
constexpr std::string_view kSeparators[] = {"\n", "\r\n", ", ", " · ", " | ", "; ", " - ", "\n> "};

struct Cell {
  int all = 0, exact = 0, whole = 0, other = 0;
  std::string miss;
};

// One document: the address between neighbours, its gold marked as Marked() marks.
std::string Document(Random* r, const std::string& address, bool lines) {
  static constexpr std::string_view kBefore[] = {"Muster GmbH", "Frau Olga Beispiel", "Anschrift:", "Absender"};
  static constexpr std::string_view kAfter[] = {"Tel. 030 123456", "Deutschland", "E-Mail: a@example.com",
                                                "Sehr geehrte Frau Beispiel,"};
  const std::string before(r->Pick(kBefore));
  if (lines) return before + "\n⟦" + address + "⟧\n" + std::string(r->Pick(kAfter)) + "\n";
  return before + (before.back() == ':' ? " ⟦" : ", ⟦") + address + "⟧, " + std::string(r->Pick(kAfter)) + "\n";
}

Cell TryCell(std::uint64_t seed, int street, std::string_view number, std::string_view place,
             std::string_view separator, int n) {
  Cell cell;
  Random random(seed);
  for (int i = 0; i < n; ++i) {
    const std::string address =
        StreetName(&random, street) + " " + Number(&random, number) + std::string(separator) + std::string(place);
    const bool lines = separator.find('\n') != separator.npos;
    std::string gold = Document(&random, address, lines);
    if (separator == "\n> ") {
      for (std::size_t at = gold.find('\n'); at != gold.npos && at + 1 < gold.size(); at = gold.find('\n', at + 1)) {
        if (gold.compare(at, 3, "\n> ") != 0) gold.insert(at + 1, "> ");
      }
    }
    const std::string text = Unmarked(gold);
    const std::string found = Marked(text);
    const std::size_t begin = gold.find("⟦");
    const std::size_t end = gold.find("⟧") - std::string_view("⟦").size();
    ++cell.all;
    cell.exact += found == gold;
    if (found != gold) cell.miss = found;
    bool whole = false;
    for (const Candidate& c : FindAll(text)) {
      if (c.score < kThreshold) continue;
      whole |= c.begin <= begin && c.end >= end;
      cell.other += c.end <= begin || c.begin >= end;
    }
    cell.whole += whole;
  }
  return cell;
}

TEST(Generator, EveryCellOfTheCross) {
  Cell sum;
  int cells = 0;
  int weak = 0;
  for (int street = 0; street < kStreetForms; ++street) {
    for (const std::string_view number : kNumberForms) {
      for (const std::string_view place : kPlaces) {
        for (const std::string_view separator : kSeparators) {
          const std::uint64_t seed = static_cast<std::uint64_t>(++cells) * 7919;
          const Cell c = TryCell(seed, street, number, place, separator, 4);
          EXPECT_EQ(c.other, 0) << c.miss;
          weak += c.whole < c.all - 1;
          sum.all += c.all;
          sum.exact += c.exact;
          sum.whole += c.whole;
          EXPECT_GE(c.whole, 2) << c.miss;
        }
      }
    }
  }
  std::printf("%d cells, %d addresses: whole %.4f exact %.4f, weak cells %d\n", cells, sum.all,
              1.0 * sum.whole / sum.all, 1.0 * sum.exact / sum.all, weak);
  EXPECT_GE(sum.whole, sum.all * 99 / 100);
  EXPECT_GE(sum.exact, sum.all * 98 / 100);
}

// The same surface without an address.
TEST(Generator, NegativesOfTheSameSurface) {
  static constexpr std::string_view kAfterNumber[] = {" km",     " Uhr",     " Stunden", " Prozent", " Euro",
                                                      ":30 Uhr", ",50 Euro", " Stück",   " Meter",   "%"};
  static constexpr std::string_view kAfterPostcode[] = {" Stück",    " Euro",    " Fälle", " mal",   " kB",
                                                        " und mehr", ": Fehler", "-mal",   " m Höhe"};
  Random random(99);
  int wrong = 0;
  const int n = 4000;
  for (int i = 0; i < n; ++i) {
    std::string text = "Bis zur ";
    if (random.Chance(50)) {
      text += StreetName(&random, static_cast<int>(random.Below(kStreetForms))) + " " +
              std::to_string(random.Between(1, 99)) + std::string(random.Pick(kAfterNumber));
    } else {
      text += std::to_string(random.Between(10000, 99999)) + std::string(random.Pick(kAfterPostcode));
    }
    text += " gezählt.";
    wrong += Marked(text) != text;
  }
  EXPECT_LE(wrong, n / 50);
}

}  // namespace
}  // namespace maske::address
