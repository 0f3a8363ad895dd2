// An expression in RE2 syntax as a graph over bytes: what may follow what. Not for matching (RE2 does that):
// lib/match/start.h asks it which bytes a match can begin with and which events every match holds.
//
// Why our own parser: RE2 has no interface to its program, and its PossibleMatchRange gives only a range of prefixes.
// The graph accepts everything the expression accepts and may accept more: Unicode classes stand for any character
// outside ASCII, edges (^, $) for nothing. Cost: linear in the program's size, once a pattern, at build or load time.
// Held against RE2 by tests/match/regex_test.cc with random expressions and texts.
#ifndef MASKE_MATCH_REGEX_H_
#define MASKE_MATCH_REGEX_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "match/byte_set.h"

namespace maske::match {

struct Graph {
  struct Node {
    enum Kind : std::uint8_t { kBytes, kSplit, kAccept };
    Kind kind = kAccept;
    int out = -1;   // kBytes: behind the byte; kSplit: one way
    int out1 = -1;  // kSplit: the other way
    ByteSet bytes;  // kBytes
  };
  std::vector<Node> nodes;
  int start = -1;
  std::vector<int> alternatives;  // where the alternatives of the whole expression begin; one when it has none
};

// What the graph cannot stand for and the loader refuses, found on the way.
struct RegexFaults {
  bool word_edge = false;  // \b or \B
  bool text_edge = false;  // \A or \z
  bool any_byte = false;   // \C
};

// nullopt when the expression holds something this parser does not know (it is then treated as anything at all) or
// grows beyond kMaxGraphNodes.
inline constexpr std::size_t kMaxGraphNodes = 100000;
std::optional<Graph> ParseRegex(std::string_view expression, bool ignore_case, RegexFaults* faults);

}  // namespace maske::match

#endif  // MASKE_MATCH_REGEX_H_
