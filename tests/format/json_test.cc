// lib/format: strings of JSON are masked, everything else stays; any spelling is put back byte for byte.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "format/json_chat.h"
#include "format/json_string.h"
#include "generator/random.h"

namespace maske::format {
namespace {

Session Fresh(const FilterOptions& options = {}) {
  Result<std::shared_ptr<const Filter>> filter = Filter::Create(options);
  EXPECT_TRUE(filter.ok());
  Result<Session> session = Session::Create(*filter);
  EXPECT_TRUE(session.ok());
  return std::move(session).value();
}

std::string Mask(Session* session, std::string_view json) {
  JsonMasker masker(session, nullptr);
  Result<std::string> masked = masker.Mask(json);
  EXPECT_TRUE(masked.ok()) << json << " " << masked.status().message();
  return masked.ok() ? *masked : std::string();
}

TEST(JsonChat, ShapesOfOpenAiAndAnthropic) {
  Session session = Fresh();
  EXPECT_EQ(
      Mask(&session, R"({ "model" : "gpt-4o", "messages":[{"role":"user","content":"an anna@example.org"},)"
                     R"({"role":"user","content":[{"type":"text","text":"an ben@example.com"}]}], "n": 1.50e1 })"),
      R"({ "model" : "gpt-4o", "messages":[{"role":"user","content":"an [EMAIL_1]"},)"
      R"({"role":"user","content":[{"type":"text","text":"an [EMAIL_2]"}]}], "n": 1.50e1 })");
  EXPECT_EQ(Mask(&session,
                 R"({"model":"claude-3-5-sonnet-20241022","max_tokens":1024,"system":"an ben@example.com",)"
                 R"("messages":[{"role":"user","content":[{"type":"tool_result","content":"anna@example.org"}]}]})"),
            R"({"model":"claude-3-5-sonnet-20241022","max_tokens":1024,"system":"an [EMAIL_2]",)"
            R"("messages":[{"role":"user","content":[{"type":"tool_result","content":"[EMAIL_1]"}]}]})");
}

TEST(JsonChat, EscapesAreDecodedToLookAndKeptToBePutBack) {
  Session session = Fresh();
  const std::string json =
      R"({"a":"Sehr geehrte Frau Dr. Zwetschkenm\u00fcller,\nbitte an anna\u0040example.org","b":"\"Frau Dr. Zwetschkenmüller\""})";
  const std::string masked = Mask(&session, json);
  EXPECT_EQ(masked.find("Zwetschken"), std::string::npos) << masked;
  EXPECT_EQ(masked.find("example"), std::string::npos) << masked;
  EXPECT_NE(masked.find(R"(],\nbitte an [EMAIL_1]")"), std::string::npos) << masked;
  simdjson::dom::parser parser;
  EXPECT_EQ(parser.parse(masked).error(), simdjson::SUCCESS) << masked;
  EXPECT_EQ(*session.Restore(masked), json);
}

TEST(JsonChat, NamesOfMembersStayButForPlaceholderForms) {
  Session session = Fresh();
  const std::string json = R"({"anna@example.org":"x","[EMAIL_1]":"ben@example.com"})";
  const std::string masked = Mask(&session, json);
  EXPECT_EQ(masked, R"({"anna@example.org":"x","[LITERAL_1]":"[EMAIL_1]"})");
  EXPECT_EQ(*session.Restore(masked), json);
}

TEST(JsonChat, WhatIsNoJsonIsRefused) {
  Session session = Fresh();
  JsonMasker masker(&session, nullptr);
  for (const std::string_view json :
       {"", "{", "{\"a\":}", "{\"a\":\"anna@example.org\"", "\"anna@example.org", "{\"a\":\"x\"} {}", "[1,]", "nul",
        "{\"a\":\"\\x\"}", "{\"a\":\"\\ud8\"}", "{'a':1}", "\"a\nb\"", "\"\xFF\""}) {
    const Result<std::string> masked = masker.Mask(json);
    EXPECT_FALSE(masked.ok()) << json;
    EXPECT_EQ(masked.status().code(), ErrorCode::kInput) << json;
    EXPECT_EQ(masked.status().message().find("anna"), std::string::npos);
  }
  EXPECT_FALSE(masker.Mask(std::string(5000, '[') + std::string(5000, ']')).ok());
  EXPECT_EQ(*masker.Mask(" \"anna@example.org\" "), " \"[EMAIL_1]\" ");
}

TEST(JsonString, DecodesAsSimdjsonDoes) {
  constexpr std::array<std::string_view, 16> kBits{
      "a",    "ü",       "\\n", "\\\"", "\\\\",    "\\/", "\\u00fc", "\\u00FC", " ", "\\ud83d\\ude42",
      "🙂", "\\u0041", "\\t", "\\b",  "\\u20ac", "["};
  generator::Random random(5);
  simdjson::dom::parser parser;
  for (int round = 0; round < 3000; ++round) {
    std::string spelled;
    for (std::size_t n = random.Below(12); n > 0; --n) spelled += kBits[random.Below(kBits.size())];
    std::string text;
    std::vector<std::uint32_t> places;
    ASSERT_TRUE(DecodeJsonString(spelled, &text, &places)) << spelled;
    simdjson::dom::element element;
    ASSERT_EQ(parser.parse("\"" + spelled + "\"").get(element), simdjson::SUCCESS);
    ASSERT_EQ(text, element.get_string().value()) << spelled;
    ASSERT_EQ(places.size(), text.size() + 1);
    ASSERT_EQ(places.back(), spelled.size());
    // Every prefix of the spelling that ends at a place decodes to the text before it.
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
      std::string head;
      std::vector<std::uint32_t> ignored;
      ASSERT_TRUE(DecodeJsonString(std::string_view(spelled).substr(0, places[i]), &head, &ignored)) << spelled << i;
      ASSERT_EQ(head, text.substr(0, i)) << spelled;
    }
  }
}

// Random values, spelled at random: what comes out is JSON of the same shape and is put back byte for byte.
TEST(JsonChat, AnyJsonIsPutBack) {
  constexpr std::array<std::string_view, 12> kTexts{"anna@example.org",
                                                    "Frau Dr. Zwetschkenm\\u00fcller",
                                                    "[EMAIL_1]",
                                                    "\\\\[PERSON_1\\\\]",
                                                    "DE89 3704 0044 0532 0130 00",
                                                    "\\u005bEMAIL_1]",
                                                    "x",
                                                    "\\n",
                                                    "\\\"",
                                                    "🙂",
                                                    "[IBAN_1",
                                                    "]"};
  generator::Random random(9);
  simdjson::dom::parser parser;
  for (int round = 0; round < 400; ++round) {
    Session session = Fresh({});
    const auto text = [&] {
      std::string out = "\"";
      for (std::size_t n = random.Below(4); n > 0; --n) out += std::string(kTexts[random.Below(kTexts.size())]) + " ";
      return out + "\"";
    };
    std::string json = "{";
    for (std::size_t n = 1 + random.Below(4); n > 0; --n) {
      json += text() + std::string(random.Below(2), ' ') + ":[" + text() + ", {" + text() + ":" + text() + "}, 1.0]";
      json += n > 1 ? ",\t" : "";
    }
    json += "}\n";
    const std::string masked = Mask(&session, json);
    ASSERT_EQ(parser.parse(masked).error(), simdjson::SUCCESS) << masked;
    ASSERT_EQ(*session.Restore(masked), json) << masked;
  }
}

}  // namespace
}  // namespace maske::format
