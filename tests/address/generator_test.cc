// A seeded generator that draws addresses from the cross of street form × house number × postcode and place × shape ×
// neighbour × write cut, the same for other countries, and sentences of the same surface that hold none. Streets are put
// together from stems that are in no list; persons, companies and sentences around them are invented.
//
// It prints a table, a line a level of each dimension: addresses, recall (the whole address lies in a finding), exact (the
// bounds are right), precision (findings that touch the address). Every level has to reach the bars.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "address/spans.h"
#include "generator/random.h"

namespace maske::address {
namespace {

using generator::Random;

constexpr double kRecall = 0.97;
constexpr double kExact = 0.95;
constexpr double kFalse = 0.02;  // share of the negatives with a finding

constexpr std::string_view kStems[] = {"Quellmoor", "Brummel", "Zwirner", "Eulen",   "Schmerlen", "Tannhorst",
                                       "Otterfing", "Dachsl",  "Kranich", "Wackerl", "Möwen",     "Übersee"};

constexpr std::string_view kStreetForms[] = {"compound", "hyphened", "adjective", "leading",  "bare",
                                             "of",       "capitals", "broken",    "misspelt", "abbreviated"};
std::string StreetName(Random* r, std::string_view form) {
  static constexpr std::string_view kEnds[] = {"straße", "strasse", "str.", "weg",      "platz", "allee", "gasse",
                                               "ring",   "damm",    "ufer", "chaussee", "steig", "pfad"};
  static constexpr std::string_view kLeads[] = {"Am ",  "An der ",    "Auf dem ",    "Im ",  "In den ",
                                                "Zum ", "Unter den ", "Hinter der ", "Beim "};
  static constexpr std::string_view kWords[] = {" Straße", " Str.", " Weg",  " Platz",
                                                " Allee",  " Ring", " Damm", " Gasse"};
  static constexpr std::string_view kOf[] = {"Straße der ", "Platz der ", "Allee der ", "Straße des "};
  const std::string stem(r->Pick(kStems));
  if (form == "compound") return stem + std::string(r->Pick(kEnds));
  if (form == "hyphened") return "Olga-" + stem + (r->Chance(50) ? "-Straße" : r->Chance(50) ? "-Weg" : "-Platz");
  if (form == "adjective") {
    return (r->Chance(50) ? stem + "er" : std::string(r->Chance(50) ? "Neue" : "Lange")) + std::string(r->Pick(kWords));
  }
  if (form == "leading") return std::string(r->Pick(kLeads)) + stem;
  if (form == "of") return std::string(r->Pick(kOf)) + stem;
  if (form == "capitals") return r->Chance(50) ? "QUELLMOORSTRASSE" : "AM BRUMMELWEG";
  if (form == "broken") return stem + "-\n" + (r->Chance(50) ? "straße" : "weg");
  if (form == "misspelt") return stem + (r->Chance(50) ? "strase" : "strße");
  if (form == "abbreviated") return r->Chance(50) ? "Prof.-Dr.-" + stem + "-Str." : "St. " + stem + " Str.";
  return stem;
}

constexpr std::string_view kNumberForms[] = {
    "#",     "#a",  "# b",    "#-#",      "#/#",           "#a-c",           "#–#",        "Nr. #",  "#½", "# 1/2",
    "#/#/#", ", #", "o. Nr.", "# Haus B", "#, Hinterhaus", "#, 3. OG links", "Haus-Nr. #", "# Top 7"};
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

constexpr std::string_view kPlaces[] = {"10115 Berlin",
                                        "D-20095 Hamburg",
                                        "60311 Frankfurt am Main",
                                        "60311 Frankfurt/M.",
                                        "80331 München",
                                        "80331 Muenchen",
                                        "1010 Wien",
                                        "A-5020 Salzburg",
                                        "8001 Zürich",
                                        "CH-3011 Bern",
                                        "10704 Berlin",
                                        "61348 Bad Homburg",
                                        "14542 Werder (Havel)",
                                        "01067 DRESDEN",
                                        "L-1855 Luxembourg",
                                        "10115 Berln",
                                        "67433 Neustadt a. d. Weinstr.",
                                        "10117 Berlin-Mitte"};
constexpr std::string_view kShapes[] = {"\n",  "\r\n", ", ",   " · ",       " | ", "; ",
                                        " - ", "\n> ", "<br>", "</td><td>", "\t",  ",\n"};
constexpr std::string_view kNeighbours[] = {"company", "person", "label", "sentence"};

struct Cell {
  int all = 0, whole = 0, exact = 0, right = 0, found = 0;
  std::string miss;
};
using Table = std::map<std::string, Cell>;

bool HasLines(std::string_view shape) { return shape.find('\n') != shape.npos; }

// The address between neighbours, its gold marked as Marked() marks.
std::string Document(Random* r, const std::string& address, std::string_view shape, std::string_view neighbour) {
  static constexpr std::string_view kAfter[] = {"Tel. 030 123456", "Deutschland", "E-Mail: a@example.com",
                                                "Sehr geehrte Frau Beispiel,"};
  const std::string gold = "⟦" + address + "⟧";
  const std::string after(r->Pick(kAfter));
  if (shape == "</td><td>") return "<tr><td>Muster</td><td>" + gold + "</td><td>x</td></tr>\n";
  if (shape == "\t") return "7\tMuster\t" + gold + "\t" + after + "\n";
  if (HasLines(shape)) {
    if (neighbour == "label") return "Anschrift:\n" + gold + "\n" + after + "\n";
    if (neighbour == "sentence") return "Wir sind umgezogen, die neue Adresse:\n" + gold + "\n\nViele Gruesse\n";
    return (neighbour == "company" ? "Muster GmbH\n" : "Frau Olga Beispiel\n") + gold + "\n" + after + "\n";
  }
  if (neighbour == "label") return "Anschrift: " + gold + ", " + after + "\n";
  if (neighbour == "sentence") return "Bitte schicken Sie alles an Muster, " + gold + ", und rufen Sie an.\n";
  return (neighbour == "company" ? "Muster GmbH, " : "Olga Beispiel, ") + gold + ", " + after + "\n";
}

// What is found where the text comes in two writes.
std::vector<Candidate> FindCut(std::string_view text, std::size_t cut) {
  std::vector<Candidate> found;
  for (const bool second : {false, true}) {
    text::Prepared slice;
    slice.Assign(text);
    const auto size = static_cast<std::uint32_t>(slice.text().size());
    const auto at = std::min(static_cast<std::uint32_t>(cut), size);
    Find(slice, second ? at : 0, second ? size : at, 0, &found);
  }
  return found;
}

void Try(Random* r, std::string gold, std::string_view shape, const std::vector<Cell*>& cells) {
  if (shape == "\n> ") {
    for (std::size_t at = gold.find('\n'); at != gold.npos && at + 1 < gold.size(); at = gold.find('\n', at + 1)) {
      if (gold.compare(at, 3, "\n> ") != 0) gold.insert(at + 1, "> ");
    }
  }
  const std::string text = Unmarked(gold);
  const std::string marked = Marked(text);
  const std::size_t begin = gold.find("⟦");
  const std::size_t end = gold.find("⟧") - std::string_view("⟦").size();
  bool whole = false;
  int found = 0;
  int right = 0;
  text::Prepared slice;
  slice.Assign(text);
  for (const Candidate& c : FindCut(text, r->Below(text.size()))) {
    if (c.score < kThreshold) continue;
    const std::size_t from = slice.RawBegin(c.begin);
    const std::size_t to = slice.RawEnd(c.end);
    whole |= from <= begin && to >= end;
    ++found;
    right += from < end && to > begin;
  }
  for (Cell* cell : cells) {
    ++cell->all;
    cell->whole += whole;
    cell->exact += marked == gold;
    cell->found += found;
    cell->right += right;
    if (marked != gold && cell->miss.empty()) cell->miss = marked;
  }
}

void Report(const char* title, const Table& table, bool* good) {
  std::printf("%-26s %6s %7s %7s %9s\n", title, "all", "recall", "exact", "precision");
  for (const auto& [name, c] : table) {
    std::string shown;
    for (const char ch : name)
      shown += ch == '\n' ? "\\n" : ch == '\r' ? "\\r" : ch == '\t' ? "\\t" : std::string(1, ch);
    std::printf("%-26s %6d %7.3f %7.3f %9.3f\n", shown.c_str(), c.all, 1.0 * c.whole / c.all, 1.0 * c.exact / c.all,
                c.found == 0 ? 1.0 : 1.0 * c.right / c.found);
    const bool ok = c.whole >= kRecall * c.all && c.exact >= kExact * c.all && c.right >= 0.98 * c.found;
    EXPECT_TRUE(ok) << shown << ": " << c.miss;
    *good = *good && ok;
  }
}

TEST(Generator, EveryLevelOfTheCross) {
  Table streets, numbers, places, shapes, neighbours;
  Random random(20261123);
  for (int i = 0; i < 24000; ++i) {
    const std::string_view street = random.Pick(kStreetForms);
    const std::string_view number = random.Pick(kNumberForms);
    const std::string_view place = random.Pick(kPlaces);
    std::string_view shape = random.Pick(kShapes);
    const std::string_view neighbour = random.Pick(kNeighbours);
    // What nobody writes: a table's cell or a list with a line's end inside, "Am Brummel, 5" and no street word.
    if (street == "broken" && !HasLines(shape)) shape = "\n";
    if (number == ", #" && (street == "bare" || street == "leading")) continue;
    if (shape == "\n> " && street == "broken") continue;
    const std::string sign = number[0] == ',' ? "" : " ";
    const std::string address =
        StreetName(&random, street) + sign + Number(&random, number) + std::string(shape) + std::string(place);
    Try(&random, Document(&random, address, shape, neighbour), shape,
        {&streets[std::string(street)], &numbers[std::string(number)], &places[std::string(place)],
         &shapes[std::string(shape)], &neighbours[std::string(neighbour)]});
  }
  bool good = true;
  Report("street", streets, &good);
  Report("house number", numbers, &good);
  Report("postcode and place", places, &good);
  Report("shape", shapes, &good);
  Report("neighbour", neighbours, &good);
  EXPECT_TRUE(good);
}

// A country's own order and words; '$' stands for a name, '#' for a number.
struct Foreign {
  std::string_view country;
  std::string_view street;
  std::string_view place;
};
constexpr Foreign kForeign[] = {
    {"FR", "# rue de la $", "75002 Paris"},
    {"FR cedex", "#, avenue du $", "92984 Nanterre CEDEX 03"},
    {"BE", "Avenue du $ #", "1050 Bruxelles"},
    {"NL", "$gracht #", "1015 CJ Amsterdam"},
    {"IT", "Via $, #", "20121 Milano (MI)"},
    {"ES", "Calle de la $, #", "28013 Madrid"},
    {"PT", "Rua das $ #", "1200-195 Lisboa"},
    {"PL", "ul. $ #/#", "00-238 Warszawa"},
    {"CZ", "$ova #", "110 00 Praha 1"},
    {"SE", "$gatan #", "111 43 Stockholm"},
    {"DK", "$vej #", "DK-2100 København Ø"},
    {"NO", "$gata #", "0155 Oslo"},
    {"FI", "$katu # A 3", "00100 Helsinki"},
    {"HU", "$ utca #.", "1055 Budapest"},
    {"UK", "# $ Road", "London\nSW1A 1AA"},
    {"UK flat", "Flat 3\n# $ Street", "Leeds LS1 4AP"},
    {"US", "# $ Avenue, Suite 100", "Springfield, IL 62701"},
    {"US soldiers", "PSC #, Box #", "APO AE 09204"},
    {"CA", "# $ Road", "Toronto, ON M5H 3M7"},
    {"AU", "# $ Street", "Sydney NSW 2000"},
    {"IE", "# $ Quay", "Dublin 2"},
};

TEST(Generator, EveryCountry) {
  static constexpr std::string_view kNames[] = {"Quellmor", "Brumel", "Zwirna", "Ottanda", "Marisol", "Velanda"};
  Table countries;
  Random random(42);
  for (const Foreign& f : kForeign) {
    for (int i = 0; i < 200; ++i) {
      std::string street;
      const std::string_view name = random.Pick(kNames);
      for (const char ch : f.street) {
        street += ch == '$'   ? std::string(name)
                  : ch == '#' ? std::to_string(random.Between(1, 120))
                              : std::string(1, ch);
      }
      const std::string address = street + "\n" + std::string(f.place);
      Try(&random, "Example Ltd\n⟦" + address + "⟧\nTel. 030 123456\n", "\n", {&countries[std::string(f.country)]});
    }
  }
  bool good = true;
  Report("country", countries, &good);
  EXPECT_TRUE(good);
}

// The same surface without an address: '$' a street, '#' a number, '%' five digits, '&' a stem.
struct Negative {
  std::string_view kind;
  std::string_view text;
};
constexpr Negative kNegatives[] = {
    {"measure", "Bis zur $ # km, dann rechts."},
    {"measure", "Von der $ # Meter weiter."},
    {"time", "Treffen an der $ #:30 Uhr."},
    {"time", "Ab $ # Uhr fährt kein Bus."},
    {"date", "Die $ wird ab #. Januar gesperrt."},
    {"subject", "Die $ ist sehr lang, # Leute wohnen dort."},
    {"subject", "In der $ gibt es % Stück davon."},
    {"law", "Nach § # Abs. 3 der &ordnung"},
    {"law", "Art. # Satz 2, siehe &gesetz"},
    {"sports", "SV & - TSV Muster # : #"},
    {"sports", "SV $ # : # gegen &"},
    {"product", "Der & Pro # ist lieferbar."},
    {"product", "Version # von & Studio, Ausgabe %"},
    {"road", "Auf der A # und der B # ist Stau."},
    {"road", "U-Bahn &platz, Linie #"},
    {"stock", "% Stück &, % Euro"},
    {"stock", "Bestand: % Fälle, % mal &"},
    {"path", "/home/&/strasse/#/%/x"},
    {"path", "C:\\&\\platz #\\a.txt"},
    {"list", "Tabellenplatz # vor &"},
    {"list", "Seite #, Kapitel #, Zeile %"},
    {"money", "Die $ kostet #,50 Euro"},
    {"result", "Punkt #: &, Punkt #: siehe oben"},
};

TEST(Generator, NegativesOfTheSameSurface) {
  std::map<std::string, std::pair<int, int>> kinds;
  std::map<std::string, std::string> example;
  Random random(99);
  int wrong = 0;
  int all = 0;
  for (int i = 0; i < 300; ++i) {
    for (const Negative& n : kNegatives) {
      std::string text;
      for (const char ch : n.text) {
        switch (ch) {
          case '$':
            text += StreetName(&random, kStreetForms[random.Below(6)]);
            break;
          case '&':
            text += random.Pick(kStems);
            break;
          case '#':
            text += std::to_string(random.Between(1, 99));
            break;
          case '%':
            text += std::to_string(random.Between(10000, 99999));
            break;
          default:
            text += ch;
        }
      }
      const bool bad = Marked(text) != text;
      if (bad) example[std::string(n.kind)] = Marked(text);
      auto& [count, bads] = kinds[std::string(n.kind)];
      ++count;
      bads += bad;
      ++all;
      wrong += bad;
    }
  }
  std::printf("%-12s %6s %7s\n", "negatives", "all", "found");
  for (const auto& [kind, counts] : kinds) {
    std::printf("%-12s %6d %7.4f %s\n", kind.c_str(), counts.first, 1.0 * counts.second / counts.first,
                example[kind].c_str());
    EXPECT_LE(counts.second, counts.first * 2 * kFalse) << example[kind];
  }
  EXPECT_LE(wrong, all * kFalse);
}

}  // namespace
}  // namespace maske::address
