// What may lie between a match's begin and its event, as a graph: the triggers' tables (match/start.h) and the walk to
// the left (match/prefilter.h) are made of it. Cost: linear in the expression's graph times the size of its closures,
// once a pattern. Tested by tests/match/regex_test.cc.
#ifndef MASKE_MATCH_PREFIX_H_
#define MASKE_MATCH_PREFIX_H_

#include <vector>

#include "match/regex.h"
#include "match/start.h"

namespace maske::match {

// The nodes that take a byte, and accepting ones, reached from `from` without a byte.
std::vector<int> Closure(const Graph& graph, int from);

// Places are 2 * node of the graph, + 1 if the byte before belongs to a word (told apart for kCapital alone, whose
// event counts only then). A place stands for the byte that its node takes next.
struct Prefix {
  struct Way {
    ByteSet bytes;
    int to;
  };
  Prefix(const Graph& graph, Event event, char byte);

  std::vector<int> first;              // places where matches begin
  std::vector<int> events;             // places that may take the event
  std::vector<std::vector<Way>> ways;  // of a place, by bytes that are no event
};

}  // namespace maske::match

#endif  // MASKE_MATCH_PREFIX_H_
