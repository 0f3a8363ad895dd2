// Endings of nouns that say what somebody is, for compounds that stand in no list ("Bundesinnenminister"): words of at
// least kRoleWord bytes, longer than the ending. A table of their last two bytes sends most words away at once. Tested by
// tests/names/detector_test.cc and sift_test.cc.
#ifndef MASKE_NAMES_ROLE_ENDINGS_H_
#define MASKE_NAMES_ROLE_ENDINGS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace maske::names {

inline constexpr std::size_t kRoleWord = 9;

inline constexpr std::string_view kRoleEndings[] = {
    "minister",     "sekretär",    "kanzler",     "meister",      "direktor",     "leiter",      "sprecher",
    "führer",       "trainer",     "richter",     "vorsitzender", "beauftragter", "kommissar",   "sänger",
    "spieler",      "politiker",   "forscher",    "inhaber",      "berater",      "ministerin",  "präsidentin",
    "präsidenten",  "sekretärin",  "kanzlerin",   "meisterin",    "direktorin",   "leiterin",    "chefin",
    "sprecherin",   "führerin",    "trainerin",   "anwältin",     "ärztin",       "richterin",   "vorsitzenden",
    "beauftragten", "verordneten", "kommissarin", "kollegen",     "kollegin",     "sängerin",    "spielerin",
    "politikerin",  "expertin",    "inhaberin",   "beraterin",    "vorsitzende",  "beauftragte", "kollege",
    "experte",      "präsident",   "anwalt",      "arzt",         "ministers",    "general",     "rath",
    "chef",         "profi"};

// Bit (b & 31) of row a: an ending ends in the bytes b, a.
inline constexpr std::array<std::uint32_t, 256> kRoleEndingBytes = [] {
  std::array<std::uint32_t, 256> table{};
  for (const std::string_view ending : kRoleEndings) {
    const auto last = static_cast<unsigned char>(ending[ending.size() - 1]);
    table[last] |= std::uint32_t{1} << (static_cast<unsigned char>(ending[ending.size() - 2]) & 31U);
  }
  return table;
}();

inline bool MayEndAsRole(char second_last, char last) {
  return (kRoleEndingBytes[static_cast<unsigned char>(last)] >> (static_cast<unsigned char>(second_last) & 31U) & 1U) !=
         0;
}

// Is it a noun whose ending says that it names what somebody is?
bool RoleByEnding(std::string_view word);

}  // namespace maske::names

#endif  // MASKE_NAMES_ROLE_ENDINGS_H_
