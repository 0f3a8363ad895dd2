// Whether the text around an event is that of a pattern, before RE2 is asked: an anchored RE2 match costs 100 ns and more
// even where it fails at once, a step here about 1 ns. A pattern with an event has two automata that meet at it
// (EventDfas): one reads from the event to the right and says whether the text goes on like the pattern, one reads from it
// to the left and says where it may begin. Patterns without one, kWord, share an automaton to the right from their begin,
// made as texts reach its states.
// All accept more than the expressions do (match/regex.h) and beyond a bound of steps what is still open counts as yes;
// never less. Tested by tests/match/regex_test.cc and the twin.
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

// The automata of a pattern and an event, neither kWord nor kScan. Cost: about a millisecond.
struct EventDfas {
  EventDfas(const Pattern& pattern, Event event, char byte);
  DfaStorage ahead;
  DfaStorage back;
};

class Prefilter {
 public:
  using Mask = Automaton::Mask;
  static constexpr std::size_t kMaxSteps = 64;

  // Of kWord; at most 64 patterns, which must outlive this.
  explicit Prefilter(std::span<const Pattern* const> patterns);
  ~Prefilter();

  // Those of alive that may go on from their begin at pos as the text does. Thread-safe.
  [[nodiscard]] Mask Ahead(Mask alive, std::string_view text, std::size_t pos) const;

  // Which beginnings of a match there are: a bit for each hash of three bytes (case aside) that a match may begin with.
  static constexpr std::size_t kHashBits = 15;
  using Begins = std::array<std::uint64_t, (std::size_t{1} << kHashBits) / 64>;
  static std::uint32_t Hash(std::uint32_t bytes) {
    return (((bytes | 0x202020U) & 0xFFFFFFU) * 0x9E3779B1U) >> (32 - kHashBits);
  }
  [[nodiscard]] const Begins& begins() const { return *begins_; }

 private:
  void MarkBegins();

  std::unique_ptr<Automaton> ahead_;
  std::unique_ptr<Begins> begins_;
};

}  // namespace maske::match

#endif  // MASKE_MATCH_PREFILTER_H_
