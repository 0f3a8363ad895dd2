// Edges of patterns: may a match begin or end here? See patterns/FORMAT.md, "Edges". Constant time.
// Tested by tests/match/edge_test.cc and the twin.
#ifndef MASKE_MATCH_EDGE_H_
#define MASKE_MATCH_EDGE_H_

#include <cstddef>
#include <string_view>

#include "match/pattern.h"

namespace maske::match {

bool LeftEdgeHolds(std::string_view text, std::size_t pos, const Edge& edge);
bool RightEdgeHolds(std::string_view text, std::size_t pos, const Edge& edge);

}  // namespace maske::match

#endif  // MASKE_MATCH_EDGE_H_
