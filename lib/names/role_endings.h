// Endings of nouns that say what somebody is, for compounds that stand in no list ("Bundesinnenminister"): words of at
// least kRoleWord bytes, longer than the ending. A sieve of their last four bytes sends most words away at once. Tested by
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

// Bit of the last four bytes of an ending: no ending is shorter.
inline constexpr std::uint32_t kRoleEndingBits = 1024;
constexpr std::uint32_t RoleEndingBit(std::uint32_t last_four) { return (last_four * 0x9E3779B1U) >> 22; }
inline constexpr std::array<std::uint64_t, kRoleEndingBits / 64> kRoleEndingSieve = [] {
  std::array<std::uint64_t, kRoleEndingBits / 64> sieve{};
  for (const std::string_view ending : kRoleEndings) {
    std::uint32_t four = 0;
    for (std::size_t n = ending.size() - 4; n < ending.size(); ++n) {
      four = four << 8 | static_cast<unsigned char>(ending[n]);
    }
    sieve[RoleEndingBit(four) / 64] |= std::uint64_t{1} << (RoleEndingBit(four) % 64);
  }
  return sieve;
}();

// May a word that ends in these four bytes be one? Most are not.
inline bool MayEndAsRole(const char* last_four) {
  std::uint32_t four = 0;
  __builtin_memcpy(&four, last_four, 4);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  four = __builtin_bswap32(four);
#endif
  const std::uint32_t bit = RoleEndingBit(four);
  return (kRoleEndingSieve[bit / 64] >> (bit % 64) & 1) != 0;
}

// Is it a noun whose ending says that it names what somebody is?
bool RoleByEnding(std::string_view word);

}  // namespace maske::names

#endif  // MASKE_NAMES_ROLE_ENDINGS_H_
