// --map: round trips, going on, damage, and what is on the disk when.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

TEST(Map, MaskedTextIsRestored) {
  const Workspace ws;
  const Outcome masked = ws.Run({"--map", "m.json"}, kText);
  ASSERT_EQ(masked.status, 0) << masked;
  EXPECT_EQ(masked.out, kMasked);
  EXPECT_NE(masked.err.find("PLAIN TEXT"), std::string::npos) << masked;
  const Outcome restored = ws.Run({"restore", "--map", "m.json"}, masked.out);
  EXPECT_EQ(restored.status, 0) << restored;
  EXPECT_EQ(restored.out, kText);
  EXPECT_EQ(restored.err, "");
}

TEST(Map, IsReadableToItsOwnerOnly) {
  const Workspace ws;
  ASSERT_EQ(ws.Run({"--map", "m.json"}, kText).status, 0);
  EXPECT_EQ(ws.Mode("m.json"), 0600U);
  ASSERT_EQ(::chmod(ws.Path("m.json").c_str(), 0644), 0);
  ASSERT_EQ(ws.Run({"--map", "m.json"}, kText).status, 0);
  EXPECT_EQ(ws.Mode("m.json"), 0600U);
  EXPECT_EQ(ws.Names(), std::vector<std::string>{"m.json"});
}

TEST(Map, KeepsBytesThatAreNoUtf8) {
  const Workspace ws;
  // Windows-1252 in the local part; quotes, escapes and a placeholder form in the text around.
  const std::string text = "an \"j\xFCrgen@example.org\" \\ [EMAIL_1] und j\xC3\xBCrgen@example.org\r\n\xFF\xFE";
  const Outcome masked = ws.Run({"--map", "m.json"}, text);
  ASSERT_EQ(masked.status, 0) << masked;
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, masked.out).out, text) << masked << ws.Read("m.json");
}

TEST(Map, Base64OriginalsAreRead) {
  const Workspace ws;
  ws.Write(
      "m.json",
      R"({"version":1,"entries":[{"type":"EMAIL","original_base64":"avxAZXhhbXBsZS5vcmc=","placeholder":"[EMAIL_1]"}]})");
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, "an [EMAIL_1].").out, "an j\xFC@example.org.");
  // and go on as base64
  ASSERT_EQ(ws.Run({"--map", "m.json"}, "x").status, 0);
  EXPECT_NE(ws.Read("m.json").find(R"("original_base64":"avxAZXhhbXBsZS5vcmc=")"), std::string::npos);
}

TEST(Map, NumberingGoesOn) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"--map", "m.json"}, "anna@example.org").out, "[EMAIL_1]");
  EXPECT_EQ(ws.Run({"--map", "m.json"}, "ben@example.com anna@example.org").out, "[EMAIL_2] [EMAIL_1]");
  EXPECT_EQ(ws.Run({"--map", "m.json", "--labels", "de"}, "carl@example.net").out, "[E-MAIL_3]");
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, "[EMAIL_1] [EMAIL_2] [EMAIL_3] [EMAIL_4]").out,
            "anna@example.org ben@example.com carl@example.net [EMAIL_4]");
}

TEST(Map, AnEmptyFileIsAnEmptyMap) {
  const Workspace ws;
  ws.Write("m.json", "");
  EXPECT_EQ(ws.Run({"--map", "m.json"}, "anna@example.org").out, "[EMAIL_1]");
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, "[EMAIL_1]").out, "anna@example.org");
}

TEST(Map, RestoreStreamsFilesAndCounts) {
  const Workspace ws;
  ASSERT_EQ(ws.Run({"--map", "m.json", "-o", "masked"}, kText).status, 0);
  ws.Write("b", "[EMAIL_2] [EMAIL_9]\n");
  const Outcome run = ws.Run({"restore", "--map", "m.json", "--stats", "masked", "b", "-o", "back"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(ws.Read("back"), std::string(kText) + "ben@example.com [EMAIL_9]\n");
  EXPECT_NE(run.err.find("\n  restored           5"), std::string::npos) << run;
  EXPECT_NE(run.err.find("\n  unknown            1"), std::string::npos) << run;
}

TEST(Map, EveryStyleComesBack) {
  for (const char* style : {"brackets", "angles", "braces", "((PERSON_1))"}) {
    const Workspace ws;
    const Outcome masked = ws.Run({"--map", "m.json", "--style", style}, kText);
    EXPECT_EQ(masked.status, 0) << masked;
    EXPECT_EQ(ws.Run({"restore", "--map", "m.json", "--style", style}, masked.out).out, kText);
    if (style[0] == '(') continue;  // an own one has to be told
    EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, masked.out).out, kText);
    // A map of one style goes on in another.
    EXPECT_EQ(ws.Run({"--map", "m.json", "--style", style}, "ben@example.com").out.find('@'), std::string::npos);
  }
}

TEST(Map, HowBentAPlaceholderMayBe) {
  const Workspace ws;
  ASSERT_EQ(ws.Run({"--map", "m.json"}, "an anna@example.org").status, 0);
  const std::string answer = "[EMAIL_1] [email 1] EMAIL_1";
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, answer).out, "anna@example.org anna@example.org EMAIL_1");
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json", "--restore-strict"}, answer).out,
            "anna@example.org [email 1] EMAIL_1");
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json", "--restore-loose"}, answer).out,
            "anna@example.org anna@example.org anna@example.org");
}

TEST(Map, RestoresStreamedEvents) {
  const Workspace ws;
  ASSERT_EQ(ws.Run({"--map", "m.json"}, "an anna@example.org").status, 0);
  const std::string events =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"an [EMA\"}}]}\n\n"
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"IL_1]\"}}]}\n\n";
  for (const char* format : {"sse-openai", "sse-anthropic"}) {
    RunOptions options;
    options.pieces.assign(events.size(), 1);
    const Outcome run = ws.Run({"restore", "--map", "m.json", "--stats", "--format", format}, events, options);
    EXPECT_EQ(run.status, 0) << run;
    EXPECT_EQ(run.out,
              "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"an \"}}]}\n\n"
              "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"anna@example.org\"}}]}\n\n");
    EXPECT_NE(run.err.find("\n  restored           1"), std::string::npos) << run;
  }
}

TEST(Map, RestoreInAnyCutting) {
  const Workspace ws;
  const Outcome masked = ws.Run({"--map", "m.json"}, kText);
  RunOptions options;
  options.pieces.assign(masked.out.size(), 1);
  EXPECT_EQ(ws.Run({"restore", "--map", "m.json"}, masked.out, options).out, kText);
}

TEST(Map, IsReadWhenTheFirstByteComes) {
  const Workspace ws;
  RunOptions options;  // nothing is written to restore before the map is there, as in a pipe of both
  options.before_end = [&] {
    ws.Write("m.json",
             R"({"version":1,"entries":[{"type":"EMAIL","original":"anna@example.org","placeholder":"[EMAIL_1]"}]})");
  };
  const Outcome run = ws.Run({"restore", "--map", "m.json"}, "", options);
  EXPECT_EQ(run.status, 0) << run;
}

TEST(Map, DamageIsNamedWithItsByte) {
  const Workspace ws;
  struct Case {
    std::string map;
    std::size_t byte;
  };
  const std::string entry = R"({"placeholder":"[EMAIL_1]","type":"EMAIL","original":"geheim@example.org"})";
  const std::string head = R"({"version":1,"entries":[)";
  const std::vector<Case> cases{
      {"", 0},
      {"[]", 0},
      {"{}", 2},
      {head + "1]}", head.size()},
      {head + entry, head.size() + entry.size()},
      {head + entry + ",", head.size() + entry.size() + 1},
      {head + entry + "]} []", head.size() + entry.size() + 5},
      {R"({"version":2,"entries":[]})", 11},
      {R"({"version":1})", 13},
      {head + R"({"placeholder":"[EMAIL_1]","type":"EMAIL"}]})", head.size()},
      {head + entry + "," + R"({"placeholder":"[EMAIL_1]","type":"EMAIL","original":"b"}]})",
       head.size() + entry.size() + 1},
      {head + R"({"placeholder":"EMAIL_1","type":"EMAIL","original":"geheim"}]})", head.size()},
      {head + R"({"placeholder":"[EMAIL_1]","type":"EMAIL","original_base64":"geheim!"}]})", head.size()},
      {head + R"({"placeholder":"[EMAIL_1]","type":"EMAIL","original":"geheim","more":"1"}]})", head.size()},
      {head + "\"\xFF\"]}", head.size() + 1},
      {head + R"({"placeholder":"[EMAIL_1]","type":"EMAIL","original":"geheim)", head.size() + 61},
  };
  for (const Case& c : cases) {
    ws.Write("m.json", c.map);
    const Outcome run = ws.Run({"restore", "--map", "m.json"}, "[EMAIL_1]\n");
    EXPECT_EQ(run.status, 3) << c.map << "\n" << run;
    EXPECT_EQ(run.out, "") << c.map;
    EXPECT_EQ(run.err.find("geheim"), std::string::npos) << run;
    // The reader of JSON stops at the value, or at the mark before it.
    const std::string at = "maske: map m.json: byte ";
    ASSERT_TRUE(run.err.starts_with(at)) << c.map << "\n" << run;
    const std::size_t byte = std::stoul(run.err.substr(at.size()));
    EXPECT_LE(byte, c.byte + 1) << c.map << "\n" << run;
    EXPECT_GE(byte + 2, c.byte) << c.map << "\n" << run;
    EXPECT_LE(byte, c.map.size());
    if (c.map.empty()) continue;
    const Outcome mask = ws.Run({"--map", "m.json"}, kText);
    EXPECT_EQ(mask.status, 3) << c.map << "\n" << mask;
    EXPECT_EQ(mask.out, "") << c.map;
    EXPECT_EQ(ws.Read("m.json"), c.map);
  }
}

TEST(Map, AnyDamageEndsInAStatus) {
  const Workspace ws;
  ASSERT_EQ(ws.Run({"--map", "good.json"}, std::string(kText) + "j\xFC@example.org [EMAIL_1]").status, 0);
  const std::string good = ws.Read("good.json");
  Random random(17);
  int refused = 0;
  for (int round = 0; round < 150; ++round) {
    std::string bad = good;
    for (std::size_t n = 1 + random.Below(3); n > 0; --n) {
      const std::size_t at = random.Below(bad.size());
      switch (random.Below(4)) {
        case 0:
          bad[at] = static_cast<char>(random.Below(256));
          break;
        case 1:
          bad.erase(at, 1 + random.Below(20));
          break;
        case 2:
          bad.insert(at, 1, "[]{}\",:\\0\n"[random.Below(10)]);
          break;
        default:
          bad.resize(at + 1);
      }
    }
    ws.Write("m.json", bad);
    const Outcome run = ws.Run({"restore", "--map", "m.json"}, kMasked);
    EXPECT_TRUE(run.status == 0 || run.status == 2 || run.status == 3) << run << bad;
    EXPECT_TRUE(run.status == 0 || run.out.empty()) << run << bad;
    EXPECT_EQ(run.err.find("example"), std::string::npos) << run << bad;
    if (run.status != 0) ++refused;
  }
  EXPECT_GT(refused, 75);
}

TEST(Map, AnUnknownTypeAsksForItsPatterns) {
  const Workspace ws;
  ws.Write("m.json", R"({"version":1,"entries":[{"placeholder":"[ACME_1]","type":"ACME","original":"geheim"}]})");
  const Outcome run = ws.Run({"restore", "--map", "m.json"}, "[ACME_1]\n");
  EXPECT_EQ(run.status, 2) << run;
  EXPECT_NE(run.err.find("--patterns DIR"), std::string::npos) << run;
  EXPECT_EQ(run.err.find("geheim"), std::string::npos) << run;
}

TEST(Map, IsWrittenWhenMaskingToAPipeFails) {
  const Workspace ws;
  std::string text(kText);
  while (text.size() < 200'000) text.append("Text ohne Fund\n");
  text.append(std::string_view("\0", 1)).append(100'000, 'x');
  const Outcome run = ws.Run({"--map", "m.json"}, text);
  EXPECT_EQ(run.status, 3) << run.err;
  ASSERT_TRUE(run.out.starts_with(kMasked));
  EXPECT_TRUE(ws.Run({"restore", "--map", "m.json"}, run.out).out.starts_with(kText));
}

TEST(Map, StaysAsItIsWhenNothingWentOut) {
  const Workspace ws;
  ASSERT_EQ(ws.Run({"--map", "m.json"}, "anna@example.org").status, 0);
  const std::string before = ws.Read("m.json");
  ws.Write("old", "alt");
  const Outcome run = ws.Run({"--map", "m.json", "-o", "old"}, std::string_view("ben@example.com \0 x", 19));
  EXPECT_EQ(run.status, 3) << run;
  EXPECT_EQ(ws.Read("m.json"), before);
  EXPECT_EQ(ws.Read("old"), "alt");
  EXPECT_EQ(ws.Names(), (std::vector<std::string>{"m.json", "old"}));
}

TEST(Map, ThatCannotBeWrittenStopsBeforeAnythingGoesOut) {
  const Workspace ws;
  const Outcome run = ws.Run({"--map", "no/such/m.json", "-o", "out"}, kText);
  EXPECT_EQ(run.status, 4) << run;
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(ws.Names().empty());
  EXPECT_EQ(ws.Run({"--map", "no/such/m.json"}, kText).out, "");
}

TEST(Map, ThatCannotBeSavedLeavesTheOutputAsItWas) {
  const Workspace ws;
  ws.Write("old", "alt");
  RunOptions options;
  options.before_end = [&] { ws.Write("m.json", R"({"version":1,"entries":[]})"); };
  std::string text(kText);
  while (text.size() < 1'000'000) text.append("Text ohne Fund\n");
  const Outcome run = ws.Run({"--map", "m.json", "-o", "old"}, text, options);
  EXPECT_EQ(run.status, 4) << run.err;
  EXPECT_EQ(ws.Read("old"), "alt");
}

TEST(Map, ThatAnotherProgramChangedIsNotOverwritten) {
  const Workspace ws;
  RunOptions options;
  const std::string other = R"({"version":1,"entries":[]})";
  options.before_end = [&] { ws.Write("m.json", other); };
  // Enough text that the command has opened its map before the end of the input is written.
  std::string text(kText);
  while (text.size() < 1'000'000) text.append("Text ohne Fund\n");
  const Outcome run = ws.Run({"--map", "m.json"}, text, options);
  EXPECT_EQ(run.status, 4) << run.err;
  EXPECT_EQ(ws.Read("m.json"), other);
  ASSERT_EQ(ws.Names().size(), 2U);  // this run's entries are kept beside
  const std::string kept = ws.Names().front();
  EXPECT_NE(run.err.find(kept), std::string::npos) << run.err;
  EXPECT_EQ(ws.Run({"restore", "--map", kept}, kMasked).out, kText);
}

}  // namespace
}  // namespace maske::cli
