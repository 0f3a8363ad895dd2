// maske explain: text for people, JSON, one place by --at, and that no text of the input is shown unless asked for.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <string>

#include "cli/harness.h"

namespace maske::cli {
namespace {

bool Holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Explain, TellsFindingsWithTheirReasons) {
  const Workspace ws;
  ws.Write("brief.txt", "Frau Zoekemann, IBAN DE89 3704 0044 0532 0130 00\n");
  const Outcome run = ws.Run({"explain", "brief.txt"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.err, "");
  EXPECT_TRUE(Holds(run.out, "5-14  PERSON  0.93  masked\n")) << run;
  EXPECT_TRUE(Holds(run.out, "person_title: behind a title")) << run;
  EXPECT_TRUE(Holds(run.out, "check     iban: passed (ISO 13616-1")) << run;
  EXPECT_TRUE(Holds(run.out, "context   \"iban\" 1 bytes before")) << run;
  EXPECT_TRUE(Holds(run.out, "won over  21-48 IBAN by iban-mistyped")) << run;
  EXPECT_TRUE(Holds(run.out, "lost to 21-48 IBAN by iban, score 1 (higher score)")) << run;
}

TEST(Explain, ShowsNoTextUnlessAsked) {
  const Workspace ws;
  const std::string text = "Frau Zoekemann, IBAN DE89 3704 0044 0532 0130 00\n";
  for (const char* form : {"json", "table"}) {
    for (const char* at : {"5", "0-40"}) {
      const Outcome run = ws.Run({"explain", "--format-out", form, "--at", at}, text);
      EXPECT_EQ(run.status, 0) << run;
      EXPECT_FALSE(Holds(run.out, "Zoekemann") || Holds(run.out, "3704")) << run;
      const Outcome shown = ws.Run({"explain", "--text", "--format-out", form, "--at", at}, text);
      EXPECT_TRUE(Holds(shown.out, "Zoekemann")) << shown;
    }
  }
}

TEST(Explain, AnswersWhyAPlaceIsNotMasked) {
  const Workspace ws;
  const std::string text = "Artikelnummer 0211 4930217 und ein Baum\n";
  const Outcome vetoed = ws.Run({"explain", "--at", "15"}, text);
  EXPECT_TRUE(vetoed.out.starts_with("standard input: byte 15: not masked: ")) << vetoed;
  EXPECT_TRUE(Holds(vetoed.out, "against   \"artikelnummer\"") || Holds(vetoed.out, "against   \"artikel")) << vetoed;
  const Outcome nothing = ws.Run({"explain", "--at", "36"}, text);
  EXPECT_TRUE(Holds(nothing.out, "byte 36: not masked: no pattern's expression matches here")) << nothing;
  EXPECT_TRUE(Holds(nothing.out, "also a German noun")) << nothing;
  const Outcome low = ws.Run({"explain", "--at", "4", "--threshold", "0.99"}, "an anna@example.org\n");
  EXPECT_TRUE(Holds(low.out, "its score is below the threshold 0.99")) << low;
  const Outcome off = ws.Run({"explain", "--at", "4", "--exclude-types", "EMAIL"}, "an anna@example.org\n");
  EXPECT_TRUE(Holds(off.out, "EMAIL is not looked for (--types, --exclude-types)")) << off;
  const Outcome masked = ws.Run({"explain", "--at", "4"}, "an anna@example.org\n");
  EXPECT_TRUE(Holds(masked.out, "byte 4: masked: EMAIL by email, score 0.95")) << masked;
}

TEST(Explain, CountsInTheUnitOfOffsets) {
  const Workspace ws;
  const std::string text = "\xC3\xBC\xC3\xBC an anna@example.org\n";
  const Outcome points = ws.Run({"explain", "--at", "6", "--offsets", "codepoint", "--text"}, text);
  EXPECT_TRUE(points.out.starts_with("standard input: code point 6: masked: EMAIL")) << points;
  EXPECT_TRUE(Holds(points.out, "6-22  EMAIL")) << points;
  EXPECT_TRUE(Holds(points.out, "\"anna@example.org\"")) << points;
}

TEST(Explain, WritesJsonLines) {
  const Workspace ws;
  const Outcome run = ws.Run({"explain", "--format-out", "json", "--at", "21-30"},
                             "Frau Zoekemann, IBAN DE89 3704 0044 0532 0130 00\n");
  simdjson::dom::parser parser;
  std::size_t begin = 0;
  std::size_t found = 0;
  std::size_t lost = 0;
  std::size_t words = 0;
  while (begin < run.out.size()) {
    const std::size_t end = run.out.find('\n', begin);
    ASSERT_NE(end, std::string::npos);
    simdjson::dom::element json;
    ASSERT_EQ(parser.parse(run.out.substr(begin, end - begin)).get(json), simdjson::SUCCESS) << run;
    std::string_view outcome;
    if (json["outcome"].get(outcome) == simdjson::SUCCESS) {
      std::string_view rule;
      EXPECT_EQ(json["pattern"].get(rule), simdjson::SUCCESS);
      if (outcome == "found") ++found;
      if (outcome == "overlapped") {
        ++lost;
        std::string_view winner;
        EXPECT_EQ(json["lost_to"]["pattern"].get(winner), simdjson::SUCCESS);
        EXPECT_EQ(winner, "iban");
      }
    } else {
      simdjson::dom::array facts;
      EXPECT_EQ(json["facts"].get(facts), simdjson::SUCCESS);
      ++words;
    }
    begin = end + 1;
  }
  EXPECT_EQ(found, 1U) << run;
  EXPECT_GE(lost, 1U) << run;
  EXPECT_GE(words, 1U) << run;
}

TEST(Explain, SaysWhatIsWrongWithAPlace) {
  const Workspace ws;
  for (const char* at : {"x", "5-", "5-5", "9-3", "-3", "", "1-2-3", "99999999999999999999999"}) {
    const Outcome run = ws.Run({"explain", std::string("--at=") + at}, "an anna@example.org\n");
    EXPECT_EQ(run.status, 2) << at << run;
    EXPECT_EQ(run.out, "") << at << run;
    EXPECT_TRUE(Holds(run.err, "--at")) << at << run;
  }
  const Outcome behind = ws.Run({"explain", "--at", "500"}, "an anna@example.org\n");
  EXPECT_EQ(behind.status, 2) << behind;
  EXPECT_TRUE(Holds(behind.err, "ends at 501, behind the text's end at 20")) << behind;
  ws.Write("a", "x");
  ws.Write("b", "y");
  EXPECT_EQ(ws.Run({"explain", "--at", "0", "a", "b"}).status, 2);
  const Outcome binary = ws.Run({"explain"}, std::string_view("a\0b", 3));
  EXPECT_EQ(binary.status, 3) << binary;
  EXPECT_EQ(ws.Run({"explain", "--binary"}, std::string_view("a\0b", 3)).status, 0);
}

}  // namespace
}  // namespace maske::cli
