// Context words near a finding: does one of the pattern's words stand there, and is a vetoing word nearer? See
// patterns/FORMAT.md, "Context". Cost: about 15 ns a word of the stretch and an entry with its first letter, one table
// look-up where there is none. Looks at most kMaxContextReach bytes to either side. Tested by
// tests/match/matcher_test.cc.
#ifndef MASKE_MATCH_CONTEXT_H_
#define MASKE_MATCH_CONTEXT_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "match/pattern.h"

namespace maske::match {

enum class ContextResult : std::uint8_t { kNone, kFound, kVeto };

// The entries of one pattern, indexed. Keeps views into the pattern.
class Context {
 public:
  explicit Context(const Pattern& pattern);
  [[nodiscard]] bool empty() const { return pattern_->context.empty(); }
  // What Look weighs, for people: every entry in reach. Distances are bytes between the finding and the entry.
  struct Hit {
    const ContextEntry* entry;
    std::uint32_t distance;
    bool before;  // it stands to the left of the finding
    bool label;   // in the label that a format gave (base/context_hint.h); no distance
  };
  [[nodiscard]] std::vector<Hit> Hits(std::string_view text, std::size_t begin, std::size_t end,
                                      std::string_view label) const;
  [[nodiscard]] ContextResult Look(std::string_view text, std::size_t begin, std::size_t end,
                                   std::string_view label) const;

 private:
  // Distances of the nearest entry of each kind; kFar when there is none.
  struct Nearest {
    std::uint32_t word;
    std::uint32_t veto;
    std::vector<Hit>* hits = nullptr;  // when asked for
  };
  void LookLeft(std::string_view text, std::size_t begin, Nearest* nearest) const;
  void LookRight(std::string_view text, std::size_t end, Nearest* nearest) const;
  void Match(std::string_view stretch, bool left, std::uint32_t base, Nearest* nearest) const;

  const Pattern* pattern_;
  ByteSet first_;  // bytes a word of the text may begin with to be some entry's first word
  // The entries by the first byte of their first word's key; those whose first word is open in front stand before all.
  std::vector<const ContextEntry*> entries_;
  std::array<std::uint16_t, 257> begin_{};  // where those of a byte begin in entries_
};

}  // namespace maske::match

#endif  // MASKE_MATCH_CONTEXT_H_
