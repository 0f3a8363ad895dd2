// The words that a match may begin with, where they are few: "glpat", "sk" and then no letter. Where none of them
// stands near an event the pattern need not be tried there (match/keys.h). Cost: linear in the words' number and length
// times the closures of the expression's graph, once a pattern at build or load time. Tested by tests/match/regex_test.cc.
#ifndef MASKE_MATCH_BEGINS_H_
#define MASKE_MATCH_BEGINS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "match/regex.h"

namespace maske::match {

inline constexpr std::size_t kMaxBegins = 32;
inline constexpr std::size_t kMinBeginLetters = 4;  // fewer are told by the bytes around the event
inline constexpr std::size_t kMaxBeginLetters = 8;

struct BeginWord {
  std::string letters;  // ASCII letters and digits in lower case, at most kMaxBeginLetters
  bool whole = false;   // the word ends behind them; else at least kMinBeginLetters, and it may go on
};

// Every match begins with one of them, whatever its case. Empty when there is no short list of such words, or one begins
// with a digit.
std::vector<BeginWord> DeriveBegins(const Graph& graph);

}  // namespace maske::match

#endif  // MASKE_MATCH_BEGINS_H_
