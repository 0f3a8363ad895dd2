// What the detector finds in a text, for tables in tests: the candidates from a threshold on, overlaps decided by score and
// length (a stand-in for lib/resolve), as strings in the order of the text.
#ifndef MASKE_TESTS_NAMES_PERSONS_H_
#define MASKE_TESTS_NAMES_PERSONS_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "names/detector.h"
#include "text/prepared.h"

namespace maske::names {

inline std::vector<Candidate> Candidates(std::string_view text, NameMemory* memory, TaggedNames* model = nullptr) {
  text::Prepared prepared;
  prepared.Assign(text);
  std::vector<Candidate> found;
  Find(prepared, 0, static_cast<std::uint32_t>(prepared.text().size()), 0, memory, &found, model);
  return found;
}

inline std::vector<std::string> Persons(std::string_view text, double threshold = 0.5) {
  NameMemory memory;
  std::vector<Candidate> found = Candidates(text, &memory);
  std::erase_if(found, [threshold](const Candidate& c) { return c.score < threshold; });
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.end - a.begin > b.end - b.begin;
  });
  std::vector<Candidate> kept;
  for (const Candidate& c : found) {
    const bool free =
        std::none_of(kept.begin(), kept.end(), [&c](const Candidate& k) { return c.begin < k.end && k.begin < c.end; });
    if (free) kept.push_back(c);
  }
  std::sort(kept.begin(), kept.end(), [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; });
  std::vector<std::string> out;
  for (const Candidate& c : kept) out.emplace_back(text.substr(c.begin, c.end - c.begin));
  return out;
}

}  // namespace maske::names

#endif  // MASKE_TESTS_NAMES_PERSONS_H_
