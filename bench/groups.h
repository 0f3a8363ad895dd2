// The built-in types in groups that a user would switch off together, to see what each group costs.
// Tests: tests/bench/groups_test.cc (every type that can be switched off is in exactly one).
#ifndef MASKE_BENCH_GROUPS_H_
#define MASKE_BENCH_GROUPS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "maske/policy.h"

namespace maske::bench {

struct TypeGroup {
  std::string_view name;
  std::span<const std::string_view> types;
};

std::span<const TypeGroup> TypeGroups();

// Everything that is on by default but this group.
Policy Without(const TypeGroup& group);

}  // namespace maske::bench

#endif  // MASKE_BENCH_GROUPS_H_
