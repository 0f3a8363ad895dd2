// Packs the lists of postcodes and the words of streets into the table that lib/address reads. Runs on the build machine.
//
//   maske_gazetteer_pack OUTPUT FOLDER_OF_POSTCODES FOLDER_OF_WORDS
//
// The first holds postcodes_{de,at,at_more,ch,li,lu}.tsv and places_aliases.tsv, the second street_*.txt. Prints a message and
// returns 1 on a file it cannot read, a class it does not know or an ending that is too long.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "address/place_words.h"
#include "address/table_format.h"
#include "address/words.h"
#include "text/chars.h"

namespace {

using maske::address::Country;

std::vector<std::vector<std::string>> ReadTsv(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) {
    std::cerr << "cannot read " << path.string() << "\n";
    std::exit(1);
  }
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    rows.push_back({line.substr(0, tab), tab == std::string::npos ? "" : line.substr(tab + 1)});
  }
  return rows;
}

std::string Key(std::string_view word) {
  char buffer[256];
  return std::string(buffer, maske::text::WordKey(word, buffer, sizeof buffer));
}

struct Packer {
  std::set<std::uint64_t> keys;
  std::vector<unsigned char> bits[maske::address::kCountryCount];
  std::map<std::string, std::uint32_t> words;
  std::multimap<std::string, std::string> aliases;

  void AddPlace(Country country, std::uint32_t postcode, const std::string& place) {
    const std::vector<std::uint64_t> hashes = maske::address::PlaceWordHashes(place);
    if (hashes.empty()) return;
    std::uint64_t name = 0;
    for (std::uint64_t h : hashes) name = maske::address::AppendWord(name, h);
    keys.insert(maske::address::PairKey(country, postcode, hashes[0]));
    keys.insert(maske::address::PlaceKey(name));
    // "Frankfurt" of "Frankfurt am Main" is a place's name too; "Bad" of "Bad Homburg" is none.
    const auto it = words.find(Key(maske::address::FirstPlaceWord(place)));
    const bool prefix = it != words.end() && (it->second & (maske::address::kPlacePrefix | maske::address::kLead)) != 0;
    if (hashes.size() > 1 && !prefix) keys.insert(maske::address::PlaceKey(hashes[0]));
  }

  void AddCountry(const std::filesystem::path& folder, const std::string& cc, Country country) {
    std::vector<unsigned char>& map = bits[country];
    map.resize((country == maske::address::kDe ? 100000U : 10000U) / 8);
    for (const auto& row : ReadTsv(folder / ("postcodes_" + cc + ".tsv"))) {
      const auto code = static_cast<std::uint32_t>(std::strtoul(row[0].c_str(), nullptr, 10));
      if (code / 8 >= map.size()) {
        std::cerr << "no postcode: " << row[0] << "\n";
        std::exit(1);
      }
      map[code / 8] = static_cast<unsigned char>(map[code / 8] | (1U << (code % 8)));
      if (row[1].empty()) continue;
      AddPlace(country, code, row[1]);
      const std::string head = row[1].substr(0, row[1].find_first_of(",("));  // "Wien, Favoriten"
      for (auto [a, end] = aliases.equal_range(head); a != end; ++a) AddPlace(country, code, a->second);
    }
  }

  void AddWords(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().filename().string().starts_with("street_")) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& path : files) {
      std::ifstream in(path);
      std::uint32_t bit = 0;
      for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        if (line[0] == '[') {
          const std::string name = line.substr(1, line.find(']') - 1);
          const auto* at =
              std::find(std::begin(maske::address::kWordClassNames), std::end(maske::address::kWordClassNames), name);
          if (at == std::end(maske::address::kWordClassNames)) {
            std::cerr << path.string() << ": unknown class " << name << "\n";
            std::exit(1);
          }
          bit = 1U << (at - std::begin(maske::address::kWordClassNames));
          continue;
        }
        std::istringstream split(line);
        for (std::string word; split >> word;) {
          const std::string key = Key(word);
          if (bit == 0 || key.empty() || (key.size() > 20 && (bit & 0x203U) != 0)) {
            std::cerr << path.string() << ": no class, or an ending that is too long: " << word << "\n";
            std::exit(1);
          }
          words[key] |= bit;
        }
      }
    }
  }
};

std::uint32_t PowerOfTwo(std::size_t n) {
  std::uint32_t p = 64;
  while (p < n) p *= 2;
  return p;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace maske::address;
  if (argc != 4) {
    std::cerr << "usage: maske_gazetteer_pack OUTPUT FOLDER_OF_POSTCODES FOLDER_OF_WORDS\n";
    return 1;
  }
  Packer p;
  p.AddWords(argv[3]);
  const std::filesystem::path folder = argv[2];
  for (const auto& row : ReadTsv(folder / "places_aliases.tsv")) p.aliases.emplace(row[0], row[1]);
  p.AddCountry(folder, "de", kDe);
  p.AddCountry(folder, "at", kAt);
  p.AddCountry(folder, "at_more", kAt);
  p.AddCountry(folder, "ch", kCh);
  p.AddCountry(folder, "li", kCh);
  p.AddCountry(folder, "lu", kLu);

  TableHeader h{};
  h.magic = kTableMagic;
  h.key_slots = PowerOfTwo(p.keys.size() * 4 / 3);
  h.word_slots = PowerOfTwo(p.words.size() * 2);
  std::vector<std::uint32_t> keys(h.key_slots);
  for (std::uint64_t key : p.keys) {
    auto i = static_cast<std::uint32_t>(key) & (h.key_slots - 1);
    while (keys[i] != 0) i = (i + 1) & (h.key_slots - 1);
    keys[i] = Fingerprint(key);
  }
  std::vector<WordSlot> words(h.word_slots);
  std::vector<unsigned char> endings(128);
  std::vector<unsigned char> firsts(128);
  std::vector<unsigned char> listed(kListedBits / 8);
  for (const auto& [key, classes] : p.words) {
    const std::uint64_t hash = maske::text::HashKey(key);
    auto i = static_cast<std::uint32_t>(hash) & (h.word_slots - 1);
    while (words[i].fingerprint != 0) i = (i + 1) & (h.word_slots - 1);
    words[i] = {Fingerprint(hash), classes};
    const auto byte = [&key = key](std::size_t at) { return static_cast<unsigned char>(key[at]); };
    const std::uint32_t bit = ListedSlot(byte(0), byte(key.size() < 2 ? 0 : key.size() - 2), byte(key.size() - 1));
    listed[bit / 8] = static_cast<unsigned char>(listed[bit / 8] | (1U << (bit % 8)));
    if ((classes & kFirst) != 0 && key.size() >= 2) {
      const std::uint32_t slot = FirstSlot(byte(0), byte(1));
      firsts[slot / 8] = static_cast<unsigned char>(firsts[slot / 8] | (1U << (slot % 8)));
    }
    if ((classes & (kSuffix | kWide | kCommon)) != 0 && key.size() >= 2) {
      const std::uint32_t slot =
          EndingSlot(static_cast<unsigned char>(key[key.size() - 2]), static_cast<unsigned char>(key[key.size() - 1]));
      endings[slot / 8] = static_cast<unsigned char>(endings[slot / 8] | (1U << (slot % 8)));
    }
  }

  std::string out(sizeof h, '\0');
  const auto append = [&out](const void* data, std::size_t size) {
    out.resize((out.size() + 63) / 64 * 64);
    const auto at = static_cast<std::uint32_t>(out.size());
    out.append(static_cast<const char*>(data), size);
    return at;
  };
  for (int c = 0; c < kCountryCount; ++c) h.postcodes[c] = append(p.bits[c].data(), p.bits[c].size());
  h.keys = append(keys.data(), keys.size() * sizeof keys[0]);
  h.words = append(words.data(), words.size() * sizeof words[0]);
  h.endings = append(endings.data(), endings.size());
  h.firsts = append(firsts.data(), firsts.size());
  h.listed = append(listed.data(), listed.size());
  h.size = static_cast<std::uint32_t>(out.size());
  std::memcpy(out.data(), &h, sizeof h);
  std::ofstream file(argv[1], std::ios::binary);
  file.write(out.data(), static_cast<std::streamsize>(out.size()));
  file.close();
  if (!file) {
    std::cerr << "cannot write " << argv[1] << "\n";
    return 1;
  }
  return 0;
}
