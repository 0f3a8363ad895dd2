// The tables and the JSON of --compare and --hostile, from figures that are made up and from a run on a small text.
#include "bench/compare.h"

#include <gtest/gtest.h>

#include <string>

#include "bench/groups.h"

namespace maske::bench {
namespace {

Comparison MadeUp() {
  Comparison comparison;
  comparison.date = "2026-01-02 03:04 UTC";
  comparison.machine = "a \"machine\"";
  comparison.command = "maske-bench --compare";
  comparison.runs = 3;
  comparison.texts.push_back({"mail",
                              8000,
                              {{"memcpy", 1, 1, 1, 8000, 1},
                               {"RE2, one e-mail pattern", 10, 9, 11, 200, 2},
                               {"maske, fast", 20, 19, 21, 100, 3},
                               {"maske, everything on", 80, 70, 90, 25, std::nullopt}}});
  return comparison;
}

TEST(Compare, RatiosAreToTheOnePattern) {
  const std::string table = AsText(MadeUp().texts[0]);
  EXPECT_NE(table.find("mail, 8000 bytes\n"), std::string::npos) << table;
  EXPECT_NE(table.find(" 200.0    1.000  0000000000000002\n"), std::string::npos) << table;
  EXPECT_NE(table.find(" 100.0    0.500  0000000000000003\n"), std::string::npos) << table;
  EXPECT_NE(table.find(" 25.0    0.125  failed\n"), std::string::npos) << table;
  const std::string line = AsShortLine(MadeUp().texts[0]);
  EXPECT_NE(line.find(" 8000       8000      200.0      100.0       25.0   0000000000000003  failed\n"),
            std::string::npos)
      << line;
}

TEST(Compare, WhatIsTooSlowIsNamed) {
  EXPECT_EQ(Below(MadeUp(), 25), "");
  EXPECT_EQ(Below(MadeUp(), 50), "below 50 MB/s: mail, maske, everything on: 25.0 MB/s, 50 % of it\n");
}

TEST(Compare, TheJsonHoldsWhatTheTableHolds) {
  EXPECT_EQ(
      AsJson(MadeUp()),
      R"({"date":"2026-01-02 03:04 UTC","machine":"a \"machine\"","command":"maske-bench --compare","runs":3,"texts":[
{"name":"mail","bytes":8000,"speeds":[
 {"name":"memcpy","ms":1.0000,"fastest_ms":1.0000,"slowest_ms":1.0000,"mb_per_s":8000.00,"hash":"0000000000000001"},
 {"name":"RE2, one e-mail pattern","ms":10.0000,"fastest_ms":9.0000,"slowest_ms":11.0000,"mb_per_s":200.00,"hash":"0000000000000002"},
 {"name":"maske, fast","ms":20.0000,"fastest_ms":19.0000,"slowest_ms":21.0000,"mb_per_s":100.00,"hash":"0000000000000003"},
 {"name":"maske, everything on","ms":80.0000,"fastest_ms":70.0000,"slowest_ms":90.0000,"mb_per_s":25.00,"hash":null}]}]}
)");
}

TEST(Compare, ARunHasAFigureForEveryContender) {
  Comparison comparison;
  comparison.runs = 1;
  std::string text;
  for (int i = 0; i < 50; ++i) text += "Herr Zoekemann, zoekemann@example.org, DE89 3704 0044 0532 0130 00\n";
  ASSERT_TRUE(Compare("small", text, true, &comparison));
  ASSERT_TRUE(Compare("short", text, false, &comparison));
  ASSERT_EQ(comparison.texts.size(), 2U);
  EXPECT_EQ(comparison.texts[0].speeds.size(), 5 + TypeGroups().size());
  EXPECT_EQ(comparison.texts[1].speeds.size(), 4U);
  for (const ComparedText& compared : comparison.texts) {
    EXPECT_EQ(compared.bytes, text.size());
    for (const Speed& speed : compared.speeds) EXPECT_GT(speed.megabytes, 0) << speed.name;
  }
  const auto& speeds = comparison.texts[0].speeds;
  EXPECT_NE(speeds[4].hash, speeds[3].hash) << "without persons the same comes out as with them";
  EXPECT_EQ(speeds[3].hash, comparison.texts[1].speeds[3].hash);
}

}  // namespace
}  // namespace maske::bench
