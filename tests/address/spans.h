// Runs the address detector over a text and writes what it found back into it: "Büro: ⟦Lange Str. 5, 10115 Berlin⟧".
#ifndef MASKE_TESTS_ADDRESS_SPANS_H_
#define MASKE_TESTS_ADDRESS_SPANS_H_

#include <string>
#include <string_view>
#include <vector>

#include "address/detector.h"
#include "base/candidate.h"
#include "text/prepared.h"

namespace maske::address {

inline constexpr float kThreshold = 0.5F;  // the command's default

inline std::vector<Candidate> FindAll(std::string_view text) {
  text::Prepared slice;
  slice.Assign(text);
  std::vector<Candidate> found;
  Find(slice, 0, static_cast<std::uint32_t>(slice.text().size()), 0, &found);
  return found;
}

// The text with every finding at or above the threshold between ⟦ and ⟧. A finding inside an earlier one is left out.
inline std::string Marked(std::string_view text) {
  text::Prepared slice;
  slice.Assign(text);
  std::vector<Candidate> found;
  Find(slice, 0, static_cast<std::uint32_t>(slice.text().size()), 0, &found);
  std::string out;
  std::size_t at = 0;
  for (const Candidate& c : found) {
    const std::size_t begin = slice.RawBegin(c.begin);
    const std::size_t end = slice.RawEnd(c.end);
    if (c.score < kThreshold || begin < at) continue;
    out += text.substr(at, begin - at);
    out += "⟦";
    out += text.substr(begin, end - begin);
    out += "⟧";
    at = end;
  }
  out += text.substr(at);
  return out;
}

inline std::string Unmarked(std::string_view marked) {
  std::string out(marked);
  for (const std::string_view mark : {"⟦", "⟧"}) {
    for (std::size_t at = out.find(mark); at != out.npos; at = out.find(mark)) out.erase(at, mark.size());
  }
  return out;
}

}  // namespace maske::address

#endif  // MASKE_TESTS_ADDRESS_SPANS_H_
