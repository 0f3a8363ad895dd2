#include "redact/name_parts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "names/lexicon.h"
#include "text/chars.h"

namespace maske::redact {
namespace {

constexpr std::size_t kMostWords = 6;
constexpr std::size_t kShortestGiven = 3;

// Words that begin a surname of several: German, Dutch, French, Italian, Spanish, Portuguese, Arabic.
constexpr std::array<std::string_view, 28> kParticles{
    "von", "vom", "zu", "zum", "zur", "van", "de", "den", "der", "del", "dela", "della", "delle", "di",
    "da",  "das", "do", "dos", "du",  "le",  "la", "ten", "ter", "el",  "al",   "bin",   "ibn",   "ben"};

bool IsParticle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

bool IsWord(std::string_view word) {
  for (std::size_t at = 0, next = 0; at < word.size(); at = next) {
    const char32_t c = text::CharAt(word, at, &next);
    const bool digit = c >= '0' && c <= '9';
    if (digit || !(text::IsWordChar(c) || c == '-' || c == '\'' || c == U'\u2019')) return false;
  }
  return !word.empty() && word != "und" && word != "and";
}

bool IsGivenAlone(std::string_view word) {
  const std::uint16_t known = names::FindName(text::HashWord(word));
  return (known & names::kGivenMask) > (known & names::kSurnameMask) >> names::kSurnameShift;
}

bool Split(std::string_view text, std::vector<std::string_view>* words) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (!IsWord(text.substr(0, end)) || words->size() == kMostWords) return false;
    words->push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return !words->empty();
}

NameParts PartsOf(std::string_view given, std::string_view first_given, std::string_view surname) {
  NameParts parts{surname, given, first_given};
  if (parts.first_given.size() < kShortestGiven) parts.first_given = {};
  if (parts.given.size() < kShortestGiven) parts.given = {};
  return parts;
}

std::uint64_t VariantKey(const PersonIndex::Person& person) {
  return std::uint64_t{person.number} << 2U | static_cast<std::uint64_t>(person.part);
}

}  // namespace

NameParts SplitName(std::string_view normal) {
  std::vector<std::string_view> words;
  if (const std::size_t comma = normal.find(", "); comma != std::string_view::npos) {
    const std::string_view surname = normal.substr(0, comma);
    const std::string_view given = normal.substr(comma + 2);
    std::vector<std::string_view> surnames;
    if (!Split(given, &words) || !Split(surname, &surnames)) return {};
    return PartsOf(given, words.front(), surname);
  }
  if (!Split(normal, &words) || words.size() < 2) return {};
  std::size_t first = words.size() - 1;  // of the surname
  for (std::size_t i = words.size() - 1; i > 0; --i) {
    if (IsParticle(words[i])) first = i;
  }
  if (IsParticle(words.front()) || IsParticle(words.back())) return {};
  if (first + 1 == words.size() && IsGivenAlone(words.back())) return {};
  const auto at = static_cast<std::size_t>(words[first].data() - normal.data());
  return PartsOf(normal.substr(0, at - 1), words.front(), normal.substr(at));
}

void PersonIndex::Add(std::string_view part_of_name, const Person& person, std::uint64_t whole) {
  if (part_of_name.empty()) return;
  const auto [row, added] = parts_.try_emplace(text::HashKey(part_of_name), Row{person, whole, false});
  if (added) return;
  const bool same = row->second.whole == whole && row->second.person.part == person.part;
  row->second.of_several = row->second.of_several || !same;
}

void PersonIndex::Learn(std::uint32_t number, std::string_view normal) {
  const NameParts parts = SplitName(normal);
  if (parts.surname.empty()) return;
  const std::uint64_t whole = text::HashKey(parts.given) * 31 + text::HashKey(parts.surname);
  Add(parts.surname, {number, Part::kSurname}, whole);
  Add(parts.given, {number, Part::kGiven}, whole);
  if (parts.first_given != parts.given) Add(parts.first_given, {number, Part::kGiven}, whole);
}

std::optional<PersonIndex::Person> PersonIndex::Find(std::string_view normal) const {
  const auto row = parts_.find(text::HashKey(normal));
  if (row == parts_.end() || row->second.of_several) return std::nullopt;
  return row->second.person;
}

std::uint32_t PersonIndex::TakeVariant(const Person& person) { return ++variants_[VariantKey(person)]; }

std::uint32_t PersonIndex::LastVariant(const Person& person) const {
  const auto row = variants_.find(VariantKey(person));
  return row == variants_.end() ? 0 : row->second;
}

void PersonIndex::NoteVariant(const Person& person, std::uint32_t variant) {
  std::uint32_t& last = variants_[VariantKey(person)];
  last = std::max(last, variant);
}

void PersonIndex::Clear() {
  parts_ = {};
  variants_ = {};
}

}  // namespace maske::redact
