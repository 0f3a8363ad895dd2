// Every built-in type that can be switched off is in exactly one group, so that --compare leaves none out.
#include "bench/groups.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/types.h"
#include "maske/maske.h"

namespace maske::bench {
namespace {

TEST(Groups, HoldEveryTypeOnce) {
  std::map<std::string_view, int> times;
  for (const TypeGroup& group : TypeGroups()) {
    for (const std::string_view type : group.types) ++times[type];
  }
  for (const TypeInfo& type : BuiltinTypes()) {
    if (std::string_view(type.name) == "LITERAL") continue;  // always on: restoring depends on it
    EXPECT_EQ(times[type.name], 1) << type.name;
  }
  EXPECT_EQ(times.size(), BuiltinTypes().size() - 1);
}

TEST(Groups, AreSwitchedOff) {
  const auto filter = Filter::Create().value();
  const std::string text = "Sehr geehrte Frau Zoekemann, schreiben Sie an zoekemann@example.org.\n";
  for (const TypeGroup& group : TypeGroups()) {
    const auto found = filter->Detect(text, Without(group), OffsetUnit::kByte);
    ASSERT_TRUE(found.ok()) << group.name;  // a type that there is not would be an error
    const std::size_t fewer = group.name == "persons" || group.name == "mail, telephone, log-in" ? 1 : 0;
    EXPECT_EQ(found->size(), 2 - fewer) << group.name;
  }
}

}  // namespace
}  // namespace maske::bench
