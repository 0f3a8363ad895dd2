// A small automaton over bytes in two arrays: whether a text goes on as a pattern does, or where it may begin. Made of an
// Automaton::Source of one pattern when the pattern is loaded; those of the built-in patterns are constants of the program
// (tools/patterns), so that nothing is made at run time and only the rows that a text reaches are paged in.
// Cost: one look-up in a table of a few hundred bytes to a few KB a step. Tested by tests/match/regex_test.cc, the twin.
#ifndef MASKE_MATCH_DFA_H_
#define MASKE_MATCH_DFA_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace maske::match {

struct Dfa {
  // A state is the place of its row: kAccepts and kLives, then the states behind each class of bytes and behind the end.
  using State = std::uint16_t;
  static constexpr State kAccepts = 1;
  static constexpr State kLives = 2;  // it may accept later
  static constexpr State kDead = 0;

  const std::uint8_t* classes = nullptr;  // 256
  const State* rows = nullptr;            // of kDead, of the state that accepts for ever, of all others
  State width = 0;                        // of a row
  State start = 0;

  [[nodiscard]] State At(State state) const { return rows[state]; }
  [[nodiscard]] State Next(State state, unsigned char byte) const { return rows[state + 1U + classes[byte]]; }
  [[nodiscard]] State NextAtEnd(State state) const { return rows[state + width - 1U]; }

  // Whether the text accepts from pos on; also when that is open after kMaxSteps bytes.
  static constexpr std::size_t kMaxSteps = 64;
  [[nodiscard]] bool Accepts(std::string_view text, std::size_t pos) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t end = std::min(text.size(), pos + kMaxSteps);
    State state = start;
    for (; pos < end; ++pos) {
      state = Next(state, bytes[pos]);
      if (state <= width) return state != kDead;
    }
    return end != text.size() || NextAtEnd(state) != kDead;
  }
};

struct DfaStorage {
  std::vector<std::uint8_t> classes;
  std::vector<Dfa::State> rows;
  Dfa::State width = 0;
  Dfa::State start = 0;
  [[nodiscard]] Dfa view() const { return {classes.data(), rows.data(), width, start}; }
};

}  // namespace maske::match

#endif  // MASKE_MATCH_DFA_H_
