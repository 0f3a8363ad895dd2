// Fuzz: the loader of pattern files. Any bytes give patterns or faults, never a crash; every fault names file and line; what
// loads finds the same by the dispatch as by the slow twin. Corpus: fuzz/corpus/pattern_file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "match/load.h"
#include "match/matcher.h"
#include "match/set_impl.h"
#include "reference/pattern_reference.h"
#include "text/prepared.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace maske;  // NOLINT(google-build-using-namespace)
  if (size > 4096) return 0;
  const std::string content(reinterpret_cast<const char*>(data), size);
  match::LoadedPatterns loaded;
  match::LoadPatternText(content, "f", &loaded);
  for (const std::string& fault : loaded.faults) {
    if (fault.rfind("f:", 0) != 0) std::abort();
  }
  match::PatternSetImpl set;
  for (const auto& pattern : loaded.patterns) set.Add(pattern->pattern, 0);
  set.Build();
  const reference::PatternReference twin(loaded);
  // The file is a text like any other.
  text::Prepared slice;
  slice.Assign(content);
  std::vector<Candidate> found;
  const auto end = static_cast<std::uint32_t>(slice.text().size());
  if (!match::FindCandidates(set, slice, 0, end, {}, &found).ok()) std::abort();
  const auto expected = twin.Find(slice.text());
  if (found.size() != expected.size()) std::abort();
  for (const reference::Match& match : expected) {
    bool same = false;
    for (const Candidate& c : found)
      same = same || (c.begin == match.begin && c.end == match.end && c.rule == match.row && c.score == match.score);
    if (!same) std::abort();
  }
  return 0;
}
