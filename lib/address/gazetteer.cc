// Look-ups in the packed address table: gazetteer.h and words.h.
#include "address/gazetteer.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "address/words.h"
#include "text/chars.h"

extern "C" const unsigned char maske_embed_address[];

namespace maske::address {
namespace {

const TableHeader& Header() {
  return *reinterpret_cast<const TableHeader*>(maske_embed_address);  // aligned to 64 bytes by maske_embed
}

template <typename T>
const T* At(std::uint32_t offset) {
  return reinterpret_cast<const T*>(maske_embed_address + offset);
}

bool HasKey(std::uint64_t key) {
  const TableHeader& h = Header();
  const auto* slots = At<std::uint32_t>(h.keys);
  const std::uint32_t mask = h.key_slots - 1;
  const std::uint32_t want = Fingerprint(key);
  for (std::uint32_t i = static_cast<std::uint32_t>(key) & mask;; i = (i + 1) & mask) {
    if (slots[i] == want) return true;
    if (slots[i] == 0) return false;
  }
}

}  // namespace

bool IsPostcode(Country country, std::uint32_t postcode) {
  if (postcode >= (country == kDe ? 100000U : 10000U)) return false;
  const auto* bits = At<unsigned char>(Header().postcodes[country]);
  return ((bits[postcode / 8] >> (postcode % 8)) & 1U) != 0;
}

bool IsPair(Country country, std::uint32_t postcode, std::uint64_t first_word) {
  return HasKey(PairKey(country, postcode, first_word));
}

bool IsPlaceName(std::uint64_t name) { return HasKey(PlaceKey(name)); }

std::uint32_t ClassesOf(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  const auto last = static_cast<unsigned char>(word.back());
  const auto before_last = static_cast<unsigned char>(word[word.size() < 2 ? 0 : word.size() - 2]);
  if (((first | before_last | last) & 0x80U) == 0) {  // else the key's bytes are not known yet
    const auto lower = [](unsigned char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c); };
    const std::uint32_t slot = ListedSlot(lower(first), lower(before_last), lower(last));
    if (((At<unsigned char>(Header().listed)[slot / 8] >> (slot % 8)) & 1U) == 0) return 0;
  }
  return ClassesOf(text::HashWord(word));
}

std::uint32_t ClassesOf(std::uint64_t word_hash) {
  const TableHeader& h = Header();
  const auto* slots = At<WordSlot>(h.words);
  const std::uint32_t mask = h.word_slots - 1;
  const std::uint32_t want = Fingerprint(word_hash);
  for (std::uint32_t i = static_cast<std::uint32_t>(word_hash) & mask;; i = (i + 1) & mask) {
    if (slots[i].fingerprint == want) return slots[i].classes;
    if (slots[i].fingerprint == 0) return 0;
  }
}

bool MayEnd(unsigned char before_last, unsigned char last) {
  if (before_last >= 0x80 || last >= 0x80) return true;  // a letter with diacritics: its key is not known yet
  const std::uint32_t slot =
      EndingSlot(static_cast<unsigned char>(before_last | 0x20U), static_cast<unsigned char>(last | 0x20U));
  return ((At<unsigned char>(Header().endings)[slot / 8] >> (slot % 8)) & 1U) != 0;
}

bool MayBeginStreet(unsigned char first, unsigned char second) {
  if (first >= 0x80 || second >= 0x80) return true;
  const std::uint32_t slot =
      FirstSlot(static_cast<unsigned char>(first | 0x20U), static_cast<unsigned char>(second | 0x20U));
  return ((At<unsigned char>(Header().firsts)[slot / 8] >> (slot % 8)) & 1U) != 0;
}

Ending EndingOf(std::string_view word) {
  constexpr std::size_t kCap = 96;
  constexpr std::size_t kLongest = 20;  // of an ending's key; pack.cc refuses a longer one
  Ending result;
  if (word.size() < 4) return result;
  char key[kCap];
  // A long word is judged by its end.
  std::string_view tail = word;
  std::size_t cut = 0;
  if (word.size() > kCap / 2) {
    cut = word.size() - kCap / 2;
    while (cut < word.size() && (static_cast<unsigned char>(word[cut]) & 0xC0U) == 0x80U) ++cut;
    tail = word.substr(cut);
  }
  const std::size_t n = text::WordKey(tail, key, kCap);
  if (n < 4) return result;
  const std::uint32_t slot = EndingSlot(static_cast<unsigned char>(key[n - 2]), static_cast<unsigned char>(key[n - 1]));
  if (((At<unsigned char>(Header().endings)[slot / 8] >> (slot % 8)) & 1U) == 0) return result;
  for (std::size_t len = std::min(kLongest, n); len >= 2; --len) {
    const std::size_t stem = n - len;
    const std::uint32_t c = ClassesOf(text::HashKey({key + stem, len})) & (kSuffix | kWide | kCommon);
    if (c == 0) continue;
    result.classes |= c & kCommon;
    if ((c & (kSuffix | kWide)) == 0 || stem + cut < 2 || result.stem != 0) continue;
    result.classes |= c;
    result.stem = stem + cut;
  }
  return result;
}

}  // namespace maske::address
