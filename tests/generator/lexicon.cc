// The built-in lists and the reader of lexicon files. Tested by tests/generator/values_test.cc.
#include "generator/lexicon.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <string_view>

namespace maske::generator {
namespace {

constexpr std::string_view kGiven[] = {
    "Anna",     "Max",    "Jürgen", "Käthe",     "Lukas",  "Marie",  "Peter",  "Sabine", "Thomas",    "Ursula",
    "Wolfgang", "Zeynep", "Mehmet", "Björn",     "Heike",  "Günter", "Renate", "Stefan", "Claudia",   "Andreas",
    "Birgit",   "Dieter", "Elke",   "Friedrich", "Gisela", "Hans",   "Ingrid", "Jonas",  "Katharina", "Leon",
    "Monika",   "Nina",   "Olaf",   "Petra",     "Ralf",   "Silke",  "Tobias", "Ute",    "Volker",    "Werner"};
constexpr std::string_view kSurnames[] = {
    "Müller", "Schmidt", "Schneider", "Fischer", "Weber",   "Meyer",    "Wagner",  "Becker",  "Schulz",     "Hoffmann",
    "Koch",   "Bauer",   "Richter",   "Klein",   "Wolf",    "Schröder", "Neumann", "Schwarz", "Zimmermann", "Braun",
    "Krüger", "Hofmann", "Hartmann",  "Lange",   "Schmitt", "Werner",   "Krause",  "Meier",   "Lehmann",    "Schmid",
    "Maier",  "Köhler",  "Herrmann",  "König",   "Walter",  "Mayer",    "Huber",   "Kaiser",  "Fuchs",      "Yılmaz"};
constexpr std::string_view kStreetStems[] = {"Garten", "Bahnhof", "Schiller", "Goethe", "Linden", "Berg",   "Kirch",
                                             "Wiesen", "Ring",    "Mozart",   "Birken", "Feld",   "Mühlen", "Schloss"};
constexpr std::string_view kStreetEnds[] = {"straße", "str.", "weg", "allee", "gasse", "platz", "ring", "strasse"};
constexpr std::string_view kStreetsWhole[] = {"Am Markt",           "An der Alten Mühle", "Unter den Eichen",
                                              "Hauptstraße",        "Dorfstraße",         "Im Grund",
                                              "Karl-Marx-Straße",   "Berliner Straße",    "Lange Straße",
                                              "Straße der Einheit", "Auf dem Sande",      "Max-Planck-Str."};
struct PlaceRow {
  std::string_view postcode, name, country;
};
constexpr PlaceRow kPlaces[] = {{"10115", "Berlin", "DE"},
                                {"20095", "Hamburg", "DE"},
                                {"80331", "München", "DE"},
                                {"50667", "Köln", "DE"},
                                {"60311", "Frankfurt am Main", "DE"},
                                {"70173", "Stuttgart", "DE"},
                                {"01067", "Dresden", "DE"},
                                {"04109", "Leipzig", "DE"},
                                {"90402", "Nürnberg", "DE"},
                                {"99084", "Erfurt", "DE"},
                                {"26603", "Aurich", "DE"},
                                {"87561", "Oberstdorf", "DE"},
                                {"1010", "Wien", "AT"},
                                {"5020", "Salzburg", "AT"},
                                {"8010", "Graz", "AT"},
                                {"8001", "Zürich", "CH"},
                                {"3011", "Bern", "CH"},
                                {"4051", "Basel", "CH"}};

// Calls row for the columns of every line but comments.
bool ForEachRow(const std::filesystem::path& path, const std::function<void(const std::vector<std::string>&)>& row) {
  std::ifstream in(path);
  if (!in) return false;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    if (line.back() == '\r') line.pop_back();
    std::vector<std::string> columns(1);
    for (const char c : line) {
      if (c == '\t') {
        columns.emplace_back();
      } else {
        columns.back() += c;
      }
    }
    row(columns);
  }
  return true;
}

// A name as letters write it: begins with an upper-case letter (or a non-ASCII one), longer than one letter.
bool IsName(const std::string& word) {
  return word.size() > 2 && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

}  // namespace

const std::string& Names::Pick(Random* random) const {
  const std::size_t percent = random->Below(100);
  std::size_t level = percent < 50 ? 2 : percent < 85 ? 1 : 0;
  while (levels[level].empty()) level = (level + 2) % 3;
  return random->Pick(levels[level]);
}

Lexicon Lexicon::BuiltIn() {
  Lexicon out;
  out.given.levels[2].assign(std::begin(kGiven), std::end(kGiven));
  out.surnames.levels[2].assign(std::begin(kSurnames), std::end(kSurnames));
  for (const std::string_view stem : kStreetStems) {
    for (const std::string_view end : kStreetEnds) out.streets.push_back(std::string(stem) + std::string(end));
  }
  out.streets.insert(out.streets.end(), std::begin(kStreetsWhole), std::end(kStreetsWhole));
  for (const PlaceRow& row : kPlaces) {
    out.places.push_back({std::string(row.postcode), std::string(row.name), std::string(row.country)});
  }
  return out;
}

bool Lexicon::Load(const std::string& folder) {
  const std::filesystem::path root(folder);
  bool any = false;
  for (auto [file, list] : {std::pair{"given_names.tsv", &given}, std::pair{"surnames.tsv", &surnames}}) {
    Names names;
    bool found_any = false;
    ForEachRow(root / file, [&](const std::vector<std::string>& row) {
      if (!IsName(row[0])) return;
      const std::size_t level = row.size() > 1 && row[1] == "3" ? 2 : row.size() > 1 && row[1] == "2" ? 1 : 0;
      names.levels[level].push_back(row[0]);
      found_any = true;
    });
    if (!found_any) continue;
    *list = std::move(names);
    any = true;
  }
  std::vector<Place> found;
  for (const char* country : {"DE", "AT", "CH"}) {
    const std::string lower = country == std::string("DE") ? "de" : country == std::string("AT") ? "at" : "ch";
    ForEachRow(root / ("postcodes_" + lower + ".tsv"), [&](const std::vector<std::string>& row) {
      if (row.size() >= 2 && IsName(row[1])) found.push_back({row[0], row[1].substr(0, row[1].find(',')), country});
    });
  }
  if (!found.empty()) {
    places = std::move(found);
    any = true;
  }
  return any;
}

}  // namespace maske::generator
