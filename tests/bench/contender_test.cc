// Contenders do the work they are timed for, and a contender that does other work in another run is seen.
#include "bench/contender.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace maske::bench {
namespace {

std::uint64_t HashOf(const std::vector<std::string>& parts) {
  StreamHash hash;
  for (const std::string& part : parts) hash.Add(part);
  return hash.value();
}

TEST(Contender, TheMedianIsTheMiddle) {
  EXPECT_EQ(Median({}), 0);
  EXPECT_EQ(Median({3}), 3);
  EXPECT_EQ(Median({9, 1, 5}), 5);
  EXPECT_EQ(Median({100, 1, 2, 3, 0}), 2);
}

TEST(Contender, TheyRunInTurnsAfterATurnThatDoesNotCount) {
  std::string order;
  const auto one = [&order](char name) {
    return Contender{std::string(1, name), [&order, name] {
                       order += name;
                       return std::optional<std::uint64_t>(7);
                     }};
  };
  const std::vector<Speed> speeds = TimeInTurns({one('a'), one('b')}, 1000, 3);
  EXPECT_EQ(order, "abababab");
  ASSERT_EQ(speeds.size(), 2U);
  EXPECT_EQ(speeds[1].name, "b");
  EXPECT_EQ(speeds[1].hash, 7U);
  EXPECT_LE(speeds[0].fastest, speeds[0].milliseconds);
  EXPECT_LE(speeds[0].milliseconds, speeds[0].slowest);
}

TEST(Contender, OtherWorkOrNoneHasNoFigure) {
  std::uint64_t count = 0;
  const Contender changes{"changes", [&count] { return std::optional<std::uint64_t>(++count); }};
  const Contender fails{"fails", [] { return std::optional<std::uint64_t>(); }};
  for (const Speed& speed : TimeInTurns({changes, fails}, 1000, 3)) {
    EXPECT_FALSE(speed.hash.has_value()) << speed.name;
    EXPECT_EQ(speed.megabytes, 0) << speed.name;
  }
  EXPECT_EQ(count, 2U);  // given up at the first difference
}

TEST(Contender, FindEmailsFindsThem) {
  const std::string text = "an anna@example.org, ben@example und c.d+e@a.example.com.\n@example.org x@y.z";
  EXPECT_EQ(FindEmails(text).work(), HashOf({"anna@example.org", "c.d+e@a.example.com"}));
  EXPECT_EQ(FindEmails("").work(), HashOf({}));
}

TEST(Contender, MaskMasks) {
  const auto filter = Filter::Create().value();
  const std::string text = "an anna@example.org\n";
  EXPECT_EQ(Mask("m", filter, {}, text).work(), HashOf({"an [EMAIL_1]\n"}));
  Policy no_mail;
  no_mail.exclude_types = {"EMAIL"};
  EXPECT_EQ(Mask("m", filter, no_mail, text).work(), HashOf({text}));
  Policy wrong;
  wrong.exclude_types = {"NO_SUCH_TYPE"};
  EXPECT_FALSE(Mask("m", filter, wrong, text).work().has_value());
  EXPECT_EQ(CopyBytes(text).work(), HashOf({text}));
}

TEST(Contender, WritesOfAnySizeMaskTheSame) {
  const auto filter = Filter::Create().value();
  const std::string text = "Herr Zoekemann, zoekemann@example.org, DE89 3704 0044 0532 0130 00\n";
  StreamHash whole;
  StreamHash bytes;
  std::size_t found = 0;
  ASSERT_TRUE(MaskAll(
      filter, {}, text, kWriteBytes, [&found](const Finding&) { ++found; }, &whole));
  ASSERT_TRUE(MaskAll(filter, {}, text, 1, {}, &bytes));
  EXPECT_EQ(whole.value(), bytes.value());
  EXPECT_EQ(found, 3U);
}

}  // namespace
}  // namespace maske::bench
