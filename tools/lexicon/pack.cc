// Packs the committed lists into the block that names/lexicon.cc reads (layout: names/lexicon_format.h). Runs at build.
//
//   pack GIVEN SURNAMES WORDS OUT GERMANER(0|1) ROLES...
//
// GIVEN and SURNAMES: name<TAB>class 1-3<TAB>flags (n o e p g). WORDS: one form a line. ROLES: files of sections
// "[role]" with words separated by blanks or line ends, '#' begins a comment. A name of several parts is entered by its
// parts' own entries only; names with umlauts are entered as Mueller too, ß as ss (the key does that).
// Same input, same bytes out. Faults end it with a message and status 1.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/lexicon_format.h"
#include "text/chars.h"

namespace {

using maske::names::LexiconHeader;
using maske::names::NameLine;
using maske::names::WordLine;
using Table16 = std::unordered_map<std::uint64_t, std::uint16_t>;

[[noreturn]] void Fail(const std::string& message) {
  std::cerr << "pack: " << message << '\n';
  std::exit(1);
}

const std::map<std::string, std::uint32_t, std::less<>>& RoleNames() {
  using namespace maske::names;
  static const std::map<std::string, std::uint32_t, std::less<>> names = {
      {"salutation", kSalutation},
      {"title", kTitle},
      {"function", kFunction},
      {"greeting", kGreeting},
      {"closing", kClosing},
      {"label", kLabel},
      {"particle", kParticle},
      {"company", kCompany},
      {"party", kParty},
      {"calendar", kCalendar},
      {"stop", kStop},
      {"say", kSay},
      {"sign", kSign},
      {"birth", kBirth},
      {"org_head", kOrgHead},
      {"degree", kDegree},
      {"mail_header", kMailHeader},
      {"linker", kLinker},
      {"preposition", kPreposition},
      {"determiner", kDeterminer},
      {"form_of_address", kFormOfAddress},
      {"honorary", kHonorary},
  };
  return names;
}

std::ifstream Open(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) Fail("cannot read " + path);
  return in;
}

// "Müller" -> "Mueller"; empty when nothing changes.
std::string SpelledOut(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> kForms[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"},
                                                                             {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}};
  std::string out;
  bool changed = false;
  for (std::size_t i = 0; i < name.size();) {
    bool hit = false;
    for (const auto& [from, to] : kForms) {
      if (name.substr(i, from.size()) == from) {
        out += to;
        i += from.size();
        hit = changed = true;
        break;
      }
    }
    if (!hit) out += name[i++];
  }
  return changed ? out : std::string();
}

void ReadNames(const std::string& path, bool germaner, bool given, Table16* table) {
  std::ifstream in = Open(path);
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string name, level, flags;
    std::getline(fields, name, '\t');
    std::getline(fields, level, '\t');
    std::getline(fields, flags, '\t');
    if (name.empty() || level.size() != 1 || level[0] < '1' || level[0] > '3')
      Fail(std::string(path).append(": bad line: ").append(line));
    if (name.find_first_of(" -") != std::string::npos) continue;
    if (!germaner && flags.find('g') != std::string::npos) continue;
    const auto value = static_cast<std::uint16_t>(level[0] - '0');
    std::uint16_t classes = 0;
    for (const char flag : flags) {
      switch (flag) {
        case 'n':
          classes |= maske::names::kAlsoNoun;
          break;
        case 'o':
          classes |= maske::names::kAlsoWord;
          break;
        case 'e':
          classes |= maske::names::kEveryday;
          break;
        case 'p':
          classes |= maske::names::kAlsoPlace;
          break;
        case 'g':
          break;
        default:
          Fail(std::string(path).append(": unknown flag: ").append(line));
      }
    }
    for (const std::string& form : {name, SpelledOut(name)}) {
      if (form.empty()) continue;
      std::uint16_t& entry = (*table)[maske::text::HashWord(form)];
      const unsigned shift = given ? 0 : static_cast<unsigned>(maske::names::kSurnameShift);
      const unsigned old = (entry >> shift) & 3U;
      const unsigned level_bits = std::max<unsigned>(old, value);
      entry = static_cast<std::uint16_t>((entry & ~(3U << shift)) | (level_bits << shift) | classes);
    }
  }
}

void ReadWords(const std::string& path, Table16* table) {
  std::ifstream in = Open(path);
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    std::size_t next = 0;
    const bool noun = maske::text::IsUpper(maske::text::CharAt(line, 0, &next));
    (*table)[maske::text::HashWord(line)] |= noun ? maske::names::kWordNoun : maske::names::kWordOther;
  }
}

// The word in lower case as it may stand in a text (the key has lost its diacritics).
std::string Lower(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t next = at;
    const char32_t c = maske::text::ToLower(maske::text::CharAt(word, at, &next));
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0 | (c >> 6));
      out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      out.append(word.substr(at, next - at));
    }
    at = next;
  }
  return out;
}

void Sieve(std::string_view word, std::vector<std::uint8_t>* sieve) {
  const std::string lower = Lower(word);
  std::uint64_t first = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(8, lower.size()); ++i) {
    first |= static_cast<std::uint64_t>(static_cast<unsigned char>(lower[i])) << (8 * i);
  }
  const std::uint32_t bit = maske::names::SieveBit(first, lower.size());
  (*sieve)[bit / 8] |= static_cast<std::uint8_t>(1U << (bit % 8));
}

void ReadRoles(const std::string& path, std::map<std::uint64_t, std::uint32_t>* roles,
               std::vector<std::uint8_t>* sieve) {
  std::ifstream in = Open(path);
  std::string line;
  std::uint32_t role = 0;
  for (int number = 1; std::getline(in, line); ++number) {
    line = line.substr(0, line.find('#'));
    std::istringstream fields(line);
    for (std::string word; fields >> word;) {
      if (word.front() == '[') {
        const auto found = RoleNames().find(word.substr(1, word.size() - 2));
        if (found == RoleNames().end()) {
          Fail(std::string(path).append(":").append(std::to_string(number)).append(": unknown role ").append(word));
        }
        role = found->second;
        continue;
      }
      if (role == 0) Fail(path + ":" + std::to_string(number) + ": word before the first [role]");
      for (const std::string& form : {word, SpelledOut(word)}) {
        if (form.empty()) continue;
        if (role != maske::names::kHonorary) (*roles)[maske::text::HashWord(form)] |= role;
        if ((role & maske::names::kSpeaksInLowerCase) != 0) Sieve(form, sieve);
      }
    }
  }
}

// Fills lines by fingerprint; keys in the order of their hash, so that the result does not depend on map order. find says
// whether a fingerprint stands in the first n entries of a line (its index, or n); a key that meets its own fingerprint on
// its way is merged there, because the look-up would end there.
template <typename Line, std::size_t kSlots, typename Same, typename Put>
std::vector<Line> Fill(const Table16& table, double load, Same same, Put put) {
  const auto lines = static_cast<std::uint32_t>(static_cast<double>(table.size()) / (load * kSlots)) + 2;
  std::vector<Line> out(lines, Line{});
  std::vector<std::size_t> used(lines, 0);
  std::vector<std::pair<std::uint64_t, std::uint16_t>> sorted(table.begin(), table.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [hash, value] : sorted) {
    std::uint32_t at = maske::names::LineOf(hash, lines);
    for (;;) {
      std::size_t i = 0;
      while (i < used[at] && !same(out[at], i, hash)) ++i;
      if (i < kSlots) {
        put(&out[at], i, hash, value);
        used[at] = std::max(used[at], i + 1);
        break;
      }
      at = at + 1 == lines ? 0 : at + 1;
    }
  }
  return out;
}

template <typename T>
void Write(std::ofstream& out, const T* data, std::size_t count) {
  out.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(count * sizeof(T)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 7) Fail("usage: pack GIVEN SURNAMES WORDS OUT GERMANER(0|1) ROLES...");
  const bool germaner = std::string_view(argv[5]) != "0";
  Table16 names, words;
  std::map<std::uint64_t, std::uint32_t> roles;
  std::vector<std::uint8_t> sieve(maske::names::kSieveBits / 8, 0);
  ReadNames(argv[1], germaner, true, &names);
  ReadNames(argv[2], germaner, false, &names);
  ReadWords(argv[3], &words);
  for (int i = 6; i < argc; ++i) ReadRoles(argv[i], &roles, &sieve);
  std::vector<std::uint32_t> role_sets(1, 0);
  for (const auto& [hash, role] : roles) {
    auto row = std::find(role_sets.begin() + 1, role_sets.end(), role);
    if (row == role_sets.end()) row = role_sets.insert(row, role);
    const auto index = static_cast<unsigned>(row - role_sets.begin());
    if (index >= maske::names::kRoleSets) Fail("too many combinations of roles");
    names[hash] =
        static_cast<std::uint16_t>(names[hash] | maske::names::kHasRole | (index << maske::names::kRoleShift));
  }
  const auto role_rows = static_cast<std::uint32_t>(role_sets.size());
  role_sets.resize(maske::names::kRoleSets, 0);
  std::vector<std::uint8_t> says;
  for (const std::uint32_t role : role_sets) {
    using namespace maske::names;
    says.push_back(static_cast<std::uint8_t>(
        ((role & kSpeaksBefore) != 0 ? kSaysBehind : 0) | ((role & (kDegree | kParty)) != 0 ? kSaysBefore : 0) |
        ((role & kClosing) != 0 ? kSaysEnd : 0) | (role == 0 ? kSaysNothing : 0) |
        ((role & kFunction) != 0 ? kSaysFunction : 0) | ((role & kSpeaksAsTitle) != 0 ? kSaysTitle : 0) |
        ((role & kSpeaksAsLabel) != 0 ? kSaysLabel : 0)));
  }

  const auto name_lines = Fill<NameLine, 16>(
      names, 0.72,
      [](const NameLine& line, std::size_t i, std::uint64_t hash) {
        return line.fingerprint[i] == maske::names::NameFingerprint(hash);
      },
      [](NameLine* line, std::size_t i, std::uint64_t hash, std::uint16_t value) {
        line->fingerprint[i] = maske::names::NameFingerprint(hash);
        // Where two fingerprints meet the name's bits are merged; the roles are those of the first that has some.
        constexpr unsigned kNameBits = maske::names::kHasRole - 1U;
        const bool takes_roles = line->classes[i] <= kNameBits;
        line->classes[i] |= takes_roles ? value : static_cast<std::uint16_t>(value & kNameBits);
      });
  const auto word_lines = Fill<WordLine, 32>(
      words, 0.80,
      [](const WordLine& line, std::size_t i, std::uint64_t hash) {
        return (line.entry[i] & ~3) == maske::names::WordFingerprint(hash);
      },
      [](WordLine* line, std::size_t i, std::uint64_t hash, std::uint16_t value) {
        line->entry[i] |= static_cast<std::uint16_t>(maske::names::WordFingerprint(hash) | value);
      });
  LexiconHeader header{};
  std::memcpy(header.magic, "maskelx2", 8);
  header.name_lines = static_cast<std::uint32_t>(name_lines.size());
  header.word_lines = static_cast<std::uint32_t>(word_lines.size());
  header.role_sets = role_rows;
  header.name_count = static_cast<std::uint32_t>(names.size());
  header.word_count = static_cast<std::uint32_t>(words.size());
  header.role_count = static_cast<std::uint32_t>(roles.size());
  std::ofstream out(argv[4], std::ios::binary | std::ios::trunc);
  Write(out, &header, 1);
  Write(out, sieve.data(), sieve.size());
  Write(out, role_sets.data(), role_sets.size());
  Write(out, says.data(), says.size());
  Write(out, name_lines.data(), name_lines.size());
  Write(out, word_lines.data(), word_lines.size());
  out.close();
  if (!out) Fail(std::string("cannot write ") + argv[4]);
  return 0;
}
