// Law 4 on every way: what goes out masked comes back byte for byte. Own fixtures and generated texts; maske-round-trip does the
// same with files.
#include "round_trip/ways.h"

#include <gtest/gtest.h>

#include <iterator>

#include "chunks/letters.h"
#include "generator/nasty.h"
#include "sanitized.h"

namespace maske::round_trip {
namespace {

std::string AllNasty() {
  std::string all;
  for (const std::string_view text : generator::NastyTexts()) all.append(text).append("\n");
  return all;
}

constexpr std::string_view kKinds[] = {"post", "tables", "logs", "chat", "garbage"};

// kinds: how many of them each way gets, in turn.
void WalkAll(std::size_t size, std::size_t kinds, std::uint64_t first_seed) {
  Walker walker;
  const std::vector<Way> ways = AllWays();
  const std::string nasty = AllNasty();
  std::uint64_t seed = first_seed;
  for (const Way& way : ways) {
    ++seed;
    EXPECT_EQ(walker.Walk(way, "", seed), "") << NameOf(way);
    EXPECT_EQ(walker.Walk(way, nasty, seed), "") << NameOf(way) << ", nasty texts";
    for (std::size_t i = 0; i < kinds; ++i) {
      const std::string_view kind = kKinds[(seed + i) % std::size(kKinds)];
      EXPECT_EQ(walker.Walk(way, chunks::Generated(kind, seed, size), seed), "") << NameOf(way) << ", " << kind;
    }
  }
  EXPECT_EQ(walker.walks(), ways.size() * (kinds + 2));
}

TEST(RoundTrip, EveryWayOfFixturesAndGeneratedTexts) { WalkAll(kSanitized ? 1'000 : 5'000, 2, 1); }
TEST(RoundTripSlow, EveryWayOfLongGeneratedTexts) { WalkAll(kSanitized ? 10'000 : 60'000, 5, 1001); }

// The walk can fail.
TEST(RoundTrip, AWayThatLosesSomethingIsSeen) {
  Walker walker;
  Way way;
  way.operators = "remove";
  EXPECT_EQ(walker.Walk(way, "an anna@example.org", 1), "restored whole it differs");
  way.operators = "EMAIL=last4";
  way.keep = Keep::kMap;
  EXPECT_EQ(walker.Walk(way, "an anna@example.org", 1), "restored whole it differs");
  way.keep = Keep::kVault;
  EXPECT_EQ(walker.Walk(way, "an anna@example.org", 1), "restored whole it differs");
  way.style = "%PERSON_1%";
  EXPECT_EQ(walker.Walk(way, "an anna@example.org", 1).substr(0, 10), "no session");
}

}  // namespace
}  // namespace maske::round_trip
