// maske detect --documents: a line in, a line out, each document alone.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

TEST(Documents, OneLineForEachInOrder) {
  const Workspace ws;
  const Outcome run =
      ws.Run({"detect", "--documents"},
             "{\"id\":\"a\",\"text\":\"an anna@example.org\"}\n"
             "{\"text\":\"nichts\",\"id\":7}\r\n"
             "{\"id\": \"c\", \"text\": \"ben@example.com, anna@example.org\", \"more\": [1,{\"id\":2}]}");
  EXPECT_EQ(run.status, 0) << run;
  const std::vector<std::string> lines = Lines(run.out);
  ASSERT_EQ(lines.size(), 3U) << run;
  EXPECT_TRUE(lines[0].starts_with(R"({"id":"a","entities":[{"start":3,"end":19,"type":"EMAIL","score":)")) << lines[0];
  EXPECT_TRUE(lines[0].ends_with(R"("pattern":"email"}]})")) << lines[0];
  EXPECT_EQ(lines[1], R"({"id":7,"entities":[]})");
  EXPECT_TRUE(lines[2].starts_with(R"({"id":"c","entities":[{"start":0,"end":15,)")) << lines[2];
  EXPECT_NE(lines[2].find(R"(},{"start":17,"end":33,)"), std::string::npos) << lines[2];
}

TEST(Documents, TheIdComesBackAsItWasSpelled) {
  const Workspace ws;
  const std::vector<std::string> ids{R"("x")",     R"("\u00e4\n\"")",         "1",    "1.0",
                                     "-12e3",      "18446744073709551615",    "null", "true",
                                     "[1, 2 ,[]]", R"({"a": "}", "b":[{}]})", R"("")"};
  std::string input;
  for (const std::string& id : ids) input.append(R"({"text":"t \" \\", "id" : )").append(id).append(" }\n");
  const std::vector<std::string> lines = Lines(ws.Run({"detect", "--documents"}, input).out);
  ASSERT_EQ(lines.size(), ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(lines[i], R"({"id":)" + ids[i] + R"(,"entities":[]})");
  EXPECT_EQ(ws.Run({"detect", "--documents"}, "{\"text\":\"\"}\n").out, "{\"id\":null,\"entities\":[]}\n");
}

TEST(Documents, EscapesAreReadAndOffsetsCountTheText) {
  const Workspace ws;
  const std::string input = R"({"id":1,"text":"\ud83d\ude42 \u00fc\tan anna@example.org"})";
  EXPECT_NE(ws.Run({"detect", "--documents"}, input).out.find("\"start\":11,\"end\":27,"), std::string::npos);
  EXPECT_NE(ws.Run({"detect", "--documents", "--offsets", "codepoint"}, input).out.find("\"start\":7,\"end\":23,"),
            std::string::npos);
  EXPECT_NE(ws.Run({"detect", "--documents", "--offsets=utf16"}, input).out.find("\"start\":8,\"end\":24,"),
            std::string::npos);
  EXPECT_NE(ws.Run({"detect", "--documents", "--text"}, input).out.find("\"text\":\"anna@example.org\"}"),
            std::string::npos);
}

TEST(Documents, BlankLinesAndAByteOrderMarkArePassedOver) {
  const Workspace ws;
  const Outcome run =
      ws.Run({"detect", "--documents"}, "\xEF\xBB\xBF{\"id\":1,\"text\":\"\"}\n\n  \r\n{\"id\":2,\"text\":\"\"}\n\n");
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, "{\"id\":1,\"entities\":[]}\n{\"id\":2,\"entities\":[]}\n");
}

TEST(Documents, ADamagedLineEndsTheRunWithItsNumber) {
  const Workspace ws;
  const std::string good = "{\"id\":1,\"text\":\"an anna@example.org\"}\n";
  for (const std::string& bad :
       {std::string("{\"id\":2,\"text\":\"geheim@example.org\""), std::string("geheim"), std::string("[\"geheim\"]"),
        std::string("{\"id\":2}"), std::string("{\"id\":2,\"text\":17}"), std::string("{\"id\":2,\"text\":null}"),
        std::string("{\"id\":2,\"text\":\"geheim\xFF\"}"), std::string("{\"id\":2,\"text\":\"a\"} x"),
        std::string("{\"id\":2,\"text\":\"a\" \"b\":1}"), std::string("{\"id\":2,\"text\":\"geheim\\u0000\"}")}) {
    const Outcome run = ws.Run({"detect", "--documents"}, good + bad + "\n" + good);
    EXPECT_EQ(run.status, 3) << bad;
    EXPECT_EQ(Lines(run.out).size(), 1U) << bad << "\n" << run;
    EXPECT_NE(run.err.find("standard input: line 2"), std::string::npos) << bad << "\n" << run;
    EXPECT_EQ(run.err.find("geheim"), std::string::npos) << run;
  }
}

TEST(Documents, ALineMayBeLongAndCutAnywhere) {
  const Workspace ws;
  std::string input;
  Random random(11);
  for (int i = 0; i < 60; ++i) {
    input.append("{\"id\":").append(std::to_string(i)).append(",\"text\":\"");
    for (std::size_t n = random.Below(3000); n > 0; --n) input.append("wort ");
    input.append(" anna@example.org\"}\n");
  }
  const Outcome whole = ws.Run({"detect", "--documents"}, input);
  ASSERT_EQ(Lines(whole.out).size(), 60U) << whole.err;
  RunOptions options;
  for (int i = 0; i < 2000; ++i) options.pieces.push_back(1 + random.Below(700));
  EXPECT_EQ(ws.Run({"detect", "--documents"}, input, options).out, whole.out);
}

TEST(Documents, EachIsASessionOfItsOwn) {
  const Workspace ws;
  const std::string a = "{\"id\":1,\"text\":\"Sehr geehrte Frau Dr. Beispielfrau, danke. Beispielfrau\"}\n";
  const std::string b = "{\"id\":2,\"text\":\"gestern kam Beispielfrau vorbei\"}\n";
  const std::string alone = ws.Run({"detect", "--documents"}, b).out;
  const std::string after = ws.Run({"detect", "--documents"}, a + b).out;
  EXPECT_TRUE(after.ends_with(alone)) << after << alone;
}

TEST(Documents, FailOnAndStats) {
  const Workspace ws;
  const Outcome run =
      ws.Run({"detect", "--documents", "--fail-on", "EMAIL", "--stats"}, "{\"text\":\"anna@example.org\"}");
  EXPECT_EQ(run.status, 1) << run;
  EXPECT_NE(run.err.find("EMAIL          1"), std::string::npos) << run;
}

}  // namespace
}  // namespace maske::cli
