// maske detect: findings as JSON lines and as a table, offsets in three units, --fail-on.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "cli/harness.h"
#include "cli/units.h"
#include "sanitized.h"

namespace maske::cli {
namespace {

struct Row {
  std::string file;
  std::string type;
  std::size_t start = 0;
  std::size_t end = 0;
};

std::vector<Row> Parse(const std::string& lines) {
  std::vector<Row> rows;
  simdjson::dom::parser parser;
  std::size_t begin = 0;
  while (begin < lines.size()) {
    const std::size_t end = lines.find('\n', begin);
    EXPECT_NE(end, std::string::npos) << "a line without its end";
    simdjson::dom::element json;
    EXPECT_EQ(parser.parse(lines.substr(begin, end - begin)).get(json), simdjson::SUCCESS) << lines;
    std::string_view file;
    std::string_view type;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    EXPECT_EQ(json["file"].get(file), simdjson::SUCCESS);
    EXPECT_EQ(json["type"].get(type), simdjson::SUCCESS);
    EXPECT_EQ(json["start"].get(from), simdjson::SUCCESS);
    EXPECT_EQ(json["end"].get(to), simdjson::SUCCESS);
    rows.push_back({std::string(file), std::string(type), from, to});
    begin = end + 1;
  }
  return rows;
}

TEST(Detect, WritesOneObjectAFinding) {
  const Workspace ws;
  const Outcome run = ws.Run({"detect"}, "an anna@example.org\n");
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.err, "");
  EXPECT_TRUE(run.out.starts_with(R"({"file":"-","start":3,"end":19,"type":"EMAIL","score":0.9)")) << run;
  EXPECT_TRUE(run.out.ends_with(R"(,"pattern":"email"})"
                                "\n"))
      << run;
}

TEST(Detect, ShowsNoTextUnlessAsked) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"detect"}, kText).out.find("anna"), std::string::npos);
  const Outcome run = ws.Run({"detect", "--text", "--types", "EMAIL"}, "an anna@example.org\n");
  EXPECT_NE(run.out.find(R"("text":"anna@example.org"})"), std::string::npos) << run;
}

TEST(Detect, NamesEachFileAsTheUserDid) {
  const Workspace ws;
  ws.Write("a \"b\".txt", "an anna@example.org\n");
  ws.Write("c", "x ben@example.com\n");
  const std::vector<Row> rows = Parse(ws.Run({"detect", "a \"b\".txt", "./c", "-"}, "carl@example.net").out);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].file, "a \"b\".txt");
  EXPECT_EQ(rows[1].file, "./c");
  EXPECT_EQ(rows[1].start, 2U);
  EXPECT_EQ(rows[2].file, "-");
  EXPECT_EQ(rows[2].start, 0U);
}

TEST(Detect, FindsNothingQuietly) {
  const Workspace ws;
  const Outcome run = ws.Run({"detect"}, "nichts da\n");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "");
}

TEST(Detect, AFormOfAPlaceholderIsNoFindingUnlessAsked) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"detect"}, "[EMAIL_1]\n").out, "");
  const std::vector<Row> rows = Parse(ws.Run({"detect", "--types", "LITERAL"}, "[EMAIL_1]\n").out);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].type, "LITERAL");
}

// U+1F642 is four bytes, one code point, two units of UTF-16; ü is two bytes; a lone \xFF counts as one of each.
constexpr std::string_view kWide =
    "\xF0\x9F\x99\x82 gr\xC3\xBC\xC3\x9F \xFF an anna@example.org \xF0\x9F\x99\x82 ben@example.com\n";

TEST(Detect, CountsOffsetsInThreeUnits) {
  const Workspace ws;
  const std::vector<Row> bytes = Parse(ws.Run({"detect", "--offsets", "byte"}, kWide).out);
  const std::vector<Row> points = Parse(ws.Run({"detect", "--offsets", "codepoint"}, kWide).out);
  const std::vector<Row> units = Parse(ws.Run({"detect", "--offsets", "utf16"}, kWide).out);
  ASSERT_EQ(bytes.size(), 2U);
  ASSERT_EQ(points.size(), 2U);
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(bytes[0].start, 17U);
  EXPECT_EQ(points[0].start, 12U);
  EXPECT_EQ(units[0].start, 13U);
  EXPECT_EQ(bytes[1].start, 39U);
  EXPECT_EQ(points[1].start, 31U);
  EXPECT_EQ(units[1].start, 33U);
  EXPECT_EQ(kWide.substr(bytes[1].start, bytes[1].end - bytes[1].start), "ben@example.com");
  EXPECT_EQ(points[1].end - points[1].start, 15U);
}

TEST(Detect, CountsOffsetsAcrossALongStream) {
  const Workspace ws;
  std::string text;
  Random random(3);
  while (text.size() < 700'000) {
    text.append(random.Below(9) == 0 ? "anna@example.org " : "\xF0\x9F\x99\x82\xC3\xBC wort ");
    if (random.Below(50) == 0) text.append("\n");
  }
  const std::vector<Row> bytes = Parse(ws.Run({"detect"}, text).out);
  RunOptions pieces;
  for (int i = 0; i < 500; ++i) pieces.pieces.push_back(1 + random.Below(4000));
  for (const auto& [name, unit] : {std::pair{"codepoint", OffsetUnit::kCodePoint}, {"utf16", OffsetUnit::kUtf16}}) {
    const std::vector<Row> rows = Parse(ws.Run({"detect", "--offsets", name}, text, pieces).out);
    ASSERT_EQ(rows.size(), bytes.size());
    ASSERT_GT(rows.size(), 1000U);
    for (std::size_t i = 0; i < rows.size(); i += 97) {
      EXPECT_EQ(rows[i].start, CountUnits(std::string_view(text).substr(0, bytes[i].start), unit));
      EXPECT_EQ(rows[i].end, CountUnits(std::string_view(text).substr(0, bytes[i].end), unit));
    }
  }
}

TEST(Detect, ShowsTheTextOfEveryFindingOfALongStream) {
  const Workspace ws;
  std::string text;
  for (int i = 0; i < 20'000; ++i) text.append("wort p").append(std::to_string(i)).append("@example.org\n");
  const Outcome run = ws.Run({"detect", "--text"}, text);
  std::size_t at = 0;
  for (int i = 0; i < 20'000; i += 61) {
    at = run.out.find("\"text\":\"p" + std::to_string(i) + "@example.org\"}", at);
    ASSERT_NE(at, std::string::npos) << i;
  }
}

TEST(Detect, FindsWhatMaskMasksInAnyAmount) {
  const Workspace ws;
  std::string text;
  for (int i = 0; i < 400'000; ++i) text.append("person").append(std::to_string(i)).append("@example.org ");
  RunOptions options;
  options.stdout_path = "/dev/null";
  const Outcome run = ws.Run({"detect", "--stats"}, text, options);  // more than the vault of mask would hold
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_NE(run.err.find("EMAIL          400000"), std::string::npos) << run;
  if (!kSanitized) {
    EXPECT_LT(run.peak_kib, 64 * 1024);
  }
}

TEST(Detect, CountsUnitsInMemoryThatDoesNotGrow) {
  const Workspace ws;
  const std::string line(1 << 16, '\n');
  RunOptions options;
  options.stdout_path = "/dev/null";
  options.repeat_input = 16;
  const Outcome little = ws.Run({"detect", "--text", "--offsets", "utf16"}, line, options);
  options.repeat_input = 256;
  const Outcome much = ws.Run({"detect", "--text", "--offsets", "utf16"}, line, options);
  EXPECT_EQ(much.status, 0) << much;
  if (!kSanitized) {
    EXPECT_LT(much.peak_kib, little.peak_kib + 4096);
  }
}

TEST(Detect, FailOnEndsWithStatusOne) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"detect", "--fail-on", "EMAIL"}, kText).status, 1);
  EXPECT_EQ(ws.Run({"detect", "--fail-on", "CARD,IBAN"}, kText).status, 1);
  EXPECT_EQ(ws.Run({"detect", "--fail-on", "CARD"}, kText).status, 0);
  EXPECT_EQ(ws.Run({"detect", "--fail-on", "EMAIL"}, kText).out, ws.Run({"detect"}, kText).out);
}

TEST(Detect, ATableForPeople) {
  const Workspace ws;
  const Outcome run = ws.Run({"detect", "--format-out", "table"}, kText);
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out.substr(0, run.out.find('\n')).find("     START       END  TYPE"), 0U) << run;
  EXPECT_NE(run.out.find("         9        25  EMAIL "), std::string::npos) << run;
  EXPECT_EQ(run.out.find("anna"), std::string::npos) << run;
  const Outcome with_text = ws.Run({"detect", "--format-out=table", "--text"}, kText);
  EXPECT_NE(with_text.out.find("\"anna@example.org\"\n"), std::string::npos) << with_text;
}

// What a command writes to a terminal.
std::string OnTerminal(const Workspace& ws, const std::vector<std::string>& words) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0) return "no pseudo terminal here";
  RunOptions options;
  options.stdout_path = ::ptsname(terminal);
  const int other = ::open(options.stdout_path.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);  // keeps it open
  EXPECT_EQ(ws.Run(words, kText, options).status, 0);
  std::array<char, 4096> shown{};
  const ssize_t n = ::read(terminal, shown.data(), shown.size());
  ::close(other);
  ::close(terminal);
  return {shown.data(), static_cast<std::size_t>(std::max<ssize_t>(n, 0))};
}

TEST(Detect, ATableIsColouredOnATerminalUnlessNoColorIsSet) {
  const Workspace ws;
  const std::vector<std::string> words{"detect", "--format-out", "table"};
  ::setenv("TERM", "xterm", 1);
  ::unsetenv("NO_COLOR");
  const std::string coloured = OnTerminal(ws, words);
  if (coloured == "no pseudo terminal here") GTEST_SKIP() << coloured;
  EXPECT_TRUE(coloured.starts_with("\x1B[1m     START       END  TYPE")) << coloured;
  EXPECT_NE(coloured.find("\x1B[36m  EMAIL             \x1B[0m  0.95"), std::string::npos) << coloured;
  EXPECT_EQ(OnTerminal(ws, {"detect"}).find('\x1B'), std::string::npos);
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_EQ(OnTerminal(ws, words).find('\x1B'), std::string::npos);
  ::setenv("NO_COLOR", "", 1);
  EXPECT_EQ(OnTerminal(ws, words), coloured);
  ::setenv("TERM", "dumb", 1);
  EXPECT_EQ(OnTerminal(ws, words).find('\x1B'), std::string::npos);
  ::unsetenv("NO_COLOR");
  EXPECT_EQ(ws.Run(words, kText).out.find('\x1B'), std::string::npos);
}

TEST(Detect, OutputGoesToAFile) {
  const Workspace ws;
  const Outcome run = ws.Run({"detect", "-o", "found.jsonl"}, kText);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(Parse(ws.Read("found.jsonl")).size(), 4U);
}

TEST(Detect, FindsTheSameInMaskedOrder) {
  const Workspace ws;
  const std::vector<Row> rows = Parse(ws.Run({"detect"}, kText).out);
  ASSERT_EQ(rows.size(), 4U);
  std::size_t last = 0;
  for (const Row& row : rows) {
    EXPECT_GE(row.start, last);
    EXPECT_LT(row.start, row.end);
    last = row.end;
  }
  EXPECT_EQ(rows[2].type, "IBAN");
  EXPECT_EQ(kText.substr(rows[2].start, rows[2].end - rows[2].start), "DE89 3704 0044 0532 0130 00");
}

}  // namespace
}  // namespace maske::cli
