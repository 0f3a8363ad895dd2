// Streams of server-sent events as two providers send them: what a client puts together from the restored events is the text
// with its originals, however bytes, tokens and events were cut, and every event is JSON still.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <map>
#include <string>
#include <vector>

#include "format/sse_restorer.h"

namespace maske::format {
namespace {

// What a client gathers: the text of each choice, tool call and block.
using Gathered = std::map<std::string, std::string>;

std::string Text(simdjson::dom::element element, std::string_view pointer) {
  std::string_view text;
  return element.at_pointer(pointer).get(text) == simdjson::SUCCESS ? std::string(text) : "";
}

Gathered Gather(std::string_view stream) {
  Gathered gathered;
  simdjson::dom::parser parser;
  for (std::size_t at = 0; at < stream.size();) {
    std::size_t end = stream.find('\n', at);
    if (end == std::string_view::npos) end = stream.size();
    std::string_view line = stream.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with("data:")) continue;
    line.remove_prefix(line.starts_with("data: ") ? 6 : 5);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "[DONE]") {
      gathered["done"] += "1";
      continue;
    }
    simdjson::dom::element json;
    if (parser.parse(std::string(line)).get(json) != simdjson::SUCCESS) {
      ADD_FAILURE() << "no JSON: " << line;
      continue;
    }
    std::int64_t index = -1;
    simdjson::dom::array choices;
    if (json["choices"].get(choices) == simdjson::SUCCESS) {
      for (const simdjson::dom::element choice : choices) {
        if (choice["index"].get(index) != simdjson::SUCCESS) index = -1;
        const std::string name = "choice " + std::to_string(index);
        gathered[name] += Text(choice, "/delta/content");
        simdjson::dom::array calls;
        if (choice.at_pointer("/delta/tool_calls").get(calls) != simdjson::SUCCESS) continue;
        for (const simdjson::dom::element call : calls) {
          std::int64_t number = -1;
          if (call["index"].get(number) != simdjson::SUCCESS) number = -1;
          gathered[name + " call " + std::to_string(number)] += Text(call, "/function/arguments");
        }
      }
    }
    if (json["index"].get(index) == simdjson::SUCCESS) {
      gathered["block " + std::to_string(index)] += Text(json, "/delta/text") + Text(json, "/delta/partial_json");
    }
    gathered["message"] += Text(json, "/error/message");
  }
  return gathered;
}

constexpr std::string_view kOpenAi =
    R"(: a comment

data: {"id":"c1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

data: {"id":"c1","choices":[{"index":0,"delta":{"content":"Liebe [PER"},"finish_reason":null}]}

data: {"id":"c1","choices":[{"delta":{"content":"\u005bIBAN_1"},"index":1,"finish_reason":null}]}

data: {"id":"c1","choices":[{"index":0,"delta":{"content":"SON_"},"finish_reason":null},{"index":1,"delta":{"content":"\u005d!"}}]}

data: {"id":"c1","choices":[{"index":0,"delta":{"content":"1], **[Person 1]**s \"Rat\"\n"},"finish_reason":null}]}

data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"t1","type":"function","function":{"name":"send","arguments":""}}]}}]}

data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"to\": \"[SEC"}}]}}]}

data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"function":{"arguments":"{\"who\":\"[PERSON_9]\"}"}}]}}]}

data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"RET_1]\"}"}}]}}]}

data: {"id":"c1","choices":[{"index":0,"delta":{"content":"Rest [PERSON_"},"finish_reason":null}]}

data: {"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

data: {"id":"c1","choices":[{"index":1,"delta":{"content":" [EMAIL"},"finish_reason":"length"}]}

data: {"id":"c1","choices":[],"usage":{"total_tokens":7}}

data: [DONE]

)";

constexpr std::string_view kAnthropic =
    "event: message_start\r\ndata: {\"type\":\"message_start\",\"message\":{\"content\":[]}}\r\n\r\n"
    "event: content_block_start\r\ndata: "
    "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\r\n\r\n"
    "event: content_block_delta\r\ndata: "
    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"An <PER\"}}\r\n\r\n"
    "event: ping\r\ndata: {\"type\":\"ping\"}\r\n\r\n"
    "event: content_block_delta\r\ndata: {\"delta\":{\"type\":\"text_delta\",\"text\":\"SON_1> und "
    "[IB\"},\"index\":0,\"type\":\"content_block_delta\"}\r\n\r\n"
    "event: content_block_stop\r\ndata: {\"type\":\"content_block_stop\",\"index\":0}\r\n\r\n"
    "event: content_block_delta\r\ndata: "
    "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{"
    "\\\"a\\\":\\\"[SECRET\"}}\r\n\r\n"
    "event: content_block_delta\r\ndata: "
    "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"_1]\\\"}"
    "\"}}\r\n\r\n"
    "event: error\r\ndata: {\"error\":{\"message\":\"zu lang: [PERSON_1]\"}}\r\n\r\n"
    "event: message_stop\r\ndata: {\"type\":\"message_stop\"}\r\n\r\n";

constexpr std::string_view kSecret = "a\"b\\c\nd";  // as JSON needs it: a\"b\\c\nd

class SseTest : public ::testing::Test {
 protected:
  SseTest() : session_(std::move(Session::Create(*Filter::Create()).value())) {
    EXPECT_TRUE(session_.Import({"[PERSON_1]", "PERSON", "Erika M\\u00fcller"}).ok());  // as JSON masking keeps it
    EXPECT_TRUE(session_.Import({"[IBAN_1]", "IBAN", "DE02120300000000202051"}).ok());
    EXPECT_TRUE(session_.Import({"[SECRET_1]", "SECRET", kSecret}).ok());
  }
  std::string Restore(std::string_view stream, std::size_t cut, std::size_t piece = 0) {
    std::string out;
    SseRestorer restorer(&session_, [&](std::string_view bytes) { return out.append(bytes), true; });
    EXPECT_TRUE(restorer.Write(stream.substr(0, cut)).ok());
    stream.remove_prefix(cut);
    for (; piece > 0 && !stream.empty(); stream.remove_prefix(std::min(piece, stream.size()))) {
      EXPECT_TRUE(restorer.Write(stream.substr(0, piece)).ok());
    }
    EXPECT_TRUE(restorer.Write(stream).ok());
    EXPECT_TRUE(restorer.Finish().ok());
    restored_ = restorer.restored();
    unknown_ = restorer.unknown();
    return out;
  }
  Session session_;
  std::uint64_t restored_ = 0;
  std::uint64_t unknown_ = 0;
};

TEST_F(SseTest, OpenAi) {
  const std::string out = Restore(kOpenAi, 0);
  Gathered expected{{"choice 0", "Liebe Erika Müller, **Erika Müller**s \"Rat\"\nRest [PERSON_"},
                    {"choice 1", "DE02120300000000202051! [EMAIL"},
                    {"choice 0 call 0", R"({"to": "a\"b\\c\nd"})"},
                    {"choice 0 call 1", R"({"who":"[PERSON_9]"})"},
                    {"message", ""},
                    {"done", "1"}};
  EXPECT_EQ(Gather(out), expected) << out;
  EXPECT_EQ(restored_, 4U);
  EXPECT_EQ(unknown_, 1U);
  EXPECT_TRUE(out.starts_with(": a comment\n\n")) << out;
  for (std::size_t cut = 1; cut < kOpenAi.size(); ++cut) ASSERT_EQ(Restore(kOpenAi, cut), out) << cut;
  EXPECT_EQ(Restore(kOpenAi, 0, 1), out);
}

TEST_F(SseTest, Anthropic) {
  const std::string out = Restore(kAnthropic, 0);
  Gathered expected{{"block 0", "An Erika Müller und [IB"},
                    {"block 1", R"({"a":"a\"b\\c\nd"})"},
                    {"message", "zu lang: Erika Müller"}};
  EXPECT_EQ(Gather(out), expected) << out;
  // What was held back came out before the block's end.
  EXPECT_LT(out.find("[IB"), out.find("content_block_stop"));
  for (std::size_t cut = 1; cut < kAnthropic.size(); ++cut) ASSERT_EQ(Restore(kAnthropic, cut), out) << cut;
  EXPECT_EQ(Restore(kAnthropic, 0, 1), out);
}

// Each token of a text an event of its own, for every way to cut the text in three.
TEST_F(SseTest, EveryCutOfTheTextIntoEvents) {
  const std::string text = "[PERSON_1], [IBAN_1] [";
  for (std::size_t a = 0; a <= text.size(); ++a) {
    for (std::size_t b = a; b <= text.size(); ++b) {
      std::string stream;
      for (const std::string& piece : {text.substr(0, a), text.substr(a, b - a), text.substr(b)}) {
        stream += "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + piece + "\"}}]}\n\n";
      }
      const Gathered expected{{"choice 0", "Erika Müller, DE02120300000000202051 ["}, {"message", ""}};
      ASSERT_EQ(Gather(Restore(stream, 0)), expected) << a << " " << b;
    }
  }
}

TEST_F(SseTest, WhatHasNoPlaceholderStaysByteForByte) {
  const std::string_view streams[] = {
      "data: {\"a\": 1.50e1 , \"b\":[true,null], \"choices\":[{\"delta\":{}}]}\n\n",
      "data: no JSON [PERSON_1]\n\n",
      "data: {\"a\":\ndata: 1}\n\n",
      "event: x\nid: 7\nretry: 100\n\n",
      "data: [DONE]",
      "data:{\"index\":\"text\"}\r\n\r\n",
      "\n\n\n",
      "",
  };
  for (const std::string_view stream : streams) EXPECT_EQ(Restore(stream, stream.size() / 2), stream);
}

TEST_F(SseTest, AnEventWithoutEndIsRefused) {
  std::string out;
  SseRestorer restorer(&session_, [&](std::string_view bytes) { return out.append(bytes), true; });
  Status status;
  for (int i = 0; i < 100 && status.ok(); ++i) status = restorer.Write(std::string(65536, 'x'));
  EXPECT_EQ(status.code(), ErrorCode::kInput);
  EXPECT_EQ(restorer.Write("\n\n").code(), ErrorCode::kState);
  EXPECT_EQ(out, "");
}

TEST_F(SseTest, ASinkThatRefusesEndsIt) {
  SseRestorer restorer(&session_, [](std::string_view) { return false; });
  EXPECT_EQ(restorer.Write("data: {}\n\n").code(), ErrorCode::kOutput);
}

TEST_F(SseTest, ChannelsBeyondTheLimitAreRestoredStringByString) {
  std::string stream;
  for (int i = 0; i < 300; ++i) {
    stream += "data: {\"choices\":[{\"index\":" + std::to_string(i) + ",\"delta\":{\"content\":\"[IBAN_1] [\"}}]}\n\n";
  }
  const Gathered gathered = Gather(Restore(stream, 0));
  for (int i = 0; i < 300; ++i) EXPECT_EQ(gathered.at("choice " + std::to_string(i)), "DE02120300000000202051 [") << i;
}

}  // namespace
}  // namespace maske::format
