// The slow twin of lib/resolve: the written order taken word by word, over all candidates of a text at once.
//
// Clusters: take candidates in order of begin; one begins a new cluster when it begins at or behind the greatest end so
// far, or kClusterBytes or more behind the cluster's begin. Clusters are decided from left to right. In a cluster the
// best candidate that overlaps no finding is made a finding, again and again, until none is left. Best: higher score;
// longer; earlier begin; smaller type; smaller rule. Then each candidate of the cluster, best first, gives what of it lies
// outside all findings of the cluster that it overlaps to the outermost of them, if that has its type. Cost: cubic. Shares nothing with lib/resolve but the struct Span.
#ifndef MASKE_TESTS_REFERENCE_REFERENCE_RESOLVE_H_
#define MASKE_TESTS_REFERENCE_REFERENCE_RESOLVE_H_

#include <vector>

#include "resolve/resolver.h"

namespace maske::reference {

// Candidates in any order; findings sorted and disjoint.
std::vector<resolve::Span> Resolve(std::vector<resolve::Span> candidates);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_REFERENCE_RESOLVE_H_
