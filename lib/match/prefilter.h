// The patterns of a group as two automata that meet at the event: one reads from the event to the right and says which
// patterns the text goes on like, one reads from it to the left and says where which of them may begin. Where both say
// yes and the left edge holds, RE2 is asked, else nobody: an anchored RE2 match costs 100 ns and more even where it
// fails at once, a step here about 1 ns for all patterns of the group together.
// Both accept more than the expressions do (match/regex.h) and beyond kMaxSteps bytes what is still open counts as yes;
// never less. A pattern that has been accepted is left out of the states behind, which keeps them few. Tested by
// tests/match/regex_test.cc and the twin.
#ifndef MASKE_MATCH_PREFILTER_H_
#define MASKE_MATCH_PREFILTER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "match/automaton.h"
#include "match/pattern.h"

namespace maske::match {

class Prefilter {
 public:
  using Mask = Automaton::Mask;
  static constexpr std::size_t kMaxSteps = 64;

  // At most 64 patterns, which must outlive this. kWord has no event: Ahead reads from a match's begin, and there is no
  // back().
  Prefilter(std::span<const Pattern* const> patterns, Event event, char byte);
  ~Prefilter();

  // Those of alive that may go on from the event at pos (or from their begin there) as the text does. Thread-safe.
  [[nodiscard]] Mask Ahead(Mask alive, std::string_view text, std::size_t pos) const;
  // A state of this stands for a place in the text, the start for that of the event: accept are the patterns that may
  // begin there, live those that may begin farther to the left; the next byte is the one to the left.
  [[nodiscard]] const Automaton& back() const { return *back_; }
  [[nodiscard]] const Automaton& ahead() const { return *ahead_; }

  // Which beginnings of a match there are: a bit for each hash of three bytes (case aside) that a match may begin with.
  static constexpr std::size_t kHashBits = 15;
  using Begins = std::array<std::uint64_t, (std::size_t{1} << kHashBits) / 64>;
  static std::uint32_t Hash(std::uint32_t bytes) {
    return (((bytes | 0x202020U) & 0xFFFFFFU) * 0x9E3779B1U) >> (32 - kHashBits);
  }
  [[nodiscard]] const Begins& begins() const { return *begins_; }  // kWord only

 private:
  void MarkBegins();

  std::unique_ptr<Automaton> ahead_;
  std::unique_ptr<Automaton> back_;
  std::unique_ptr<Begins> begins_;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_PREFILTER_H_
