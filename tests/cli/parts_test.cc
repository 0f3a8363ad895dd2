// The command's own parts, each against something slower or written by others.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "cli/flags.h"
#include "cli/harness.h"
#include "cli/json.h"
#include "cli/suggest.h"
#include "cli/units.h"

namespace maske::cli {
namespace {

TEST(Suggest, DistanceCountsEditsAndSwaps) {
  EXPECT_EQ(EditDistance("", "abc"), 3U);
  EXPECT_EQ(EditDistance("types", "typse"), 1U);
  EXPECT_EQ(EditDistance("stats", "stat"), 1U);
  EXPECT_EQ(EditDistance("EMAIL", "email"), 0U);
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3U);
}

TEST(Suggest, NearestOrNothing) {
  constexpr std::array<std::string_view, 3> kNames{"types", "exclude-types", "threshold"};
  EXPECT_EQ(Nearest("typs", kNames), "types");
  EXPECT_EQ(Nearest("thresh", kNames), "threshold");
  EXPECT_EQ(Nearest("vault", kNames), "");
  EXPECT_EQ(Nearest("", kNames), "");
  EXPECT_EQ(DidYouMean("typs", kNames, "--"), " (did you mean --types?)");
}

// Table 3-7 of the Unicode Standard, row by row.
std::size_t SlowLength(std::string_view s) {
  struct Row {
    unsigned first_low, first_high, second_low, second_high;
    std::size_t length;
  };
  constexpr std::array<Row, 9> kRows{{{0x00, 0x7F, 0, 0, 1},
                                      {0xC2, 0xDF, 0x80, 0xBF, 2},
                                      {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                      {0xE1, 0xEC, 0x80, 0xBF, 3},
                                      {0xED, 0xED, 0x80, 0x9F, 3},
                                      {0xEE, 0xEF, 0x80, 0xBF, 3},
                                      {0xF0, 0xF0, 0x90, 0xBF, 4},
                                      {0xF1, 0xF3, 0x80, 0xBF, 4},
                                      {0xF4, 0xF4, 0x80, 0x8F, 4}}};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(s[i])); };
  for (const Row& row : kRows) {
    if (byte(0) < row.first_low || byte(0) > row.first_high || s.size() < row.length) continue;
    bool fits = row.length < 2 || (byte(1) >= row.second_low && byte(1) <= row.second_high);
    for (std::size_t i = 2; i < row.length; ++i) fits = fits && byte(i) >= 0x80 && byte(i) <= 0xBF;
    if (fits) return row.length;
  }
  return 0;
}

TEST(Units, EveryPairOfBytesAndEdgesOfLongerSequences) {
  for (unsigned a = 0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      for (const char* tail : {"", "\x80", "\xBF", "\x7F", "\x80\x80", "\xBF\xC0", "\xBF\xBF"}) {
        const std::string text = std::string{static_cast<char>(a), static_cast<char>(b)} + tail;
        ASSERT_EQ(Utf8Length(text), SlowLength(text)) << a << " " << b;
      }
    }
  }
}

TEST(Units, PassingTextCountsAsTheWholeDoes) {
  Random random(5);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    constexpr std::array<std::string_view, 7> kBits{
        "abcdefghij", "\xC3\xBC", "\xE2\x82\xAC", "\xF0\x9F\x99\x82", "\xFF", "\xE2\x82", "x"};
    const std::size_t size = 1 + random.Below(round % 20 == 0 ? 300'000 : 300);
    while (text.size() < size) text.append(kBits[random.Below(kBits.size())]);
    const OffsetUnit unit = random.Below(2) == 0 ? OffsetUnit::kCodePoint : OffsetUnit::kUtf16;
    PassingText passing(unit, true);
    std::size_t slow_units = 0;
    std::size_t slow_byte = 0;
    std::size_t sent = 0;
    while (sent < text.size()) {
      const std::size_t take = std::min(text.size() - sent, 1 + random.Below(70'000));
      passing.Append(std::string_view(text).substr(sent, take));
      sent += take;
      // Asks at a boundary of characters that is within reach and complete.
      while (slow_byte < text.size()) {
        const std::size_t length = SlowLength(std::string_view(text).substr(slow_byte));
        const std::size_t step = length == 0 ? 1 : length;
        if (slow_byte + step + 4 > sent) break;
        slow_byte += step;
        slow_units += length == 4 && unit == OffsetUnit::kUtf16 ? 2 : 1;
        if (random.Below(40) == 0) {
          ASSERT_EQ(passing.Units(slow_byte), slow_units);
          const std::size_t from = slow_byte > 10 ? slow_byte - 10 : 0;
          ASSERT_EQ(passing.Text(from, slow_byte), std::string_view(text).substr(from, slow_byte - from));
        }
      }
      passing.Forget();
    }
    ASSERT_EQ(CountUnits(std::string_view(text).substr(0, slow_byte), unit), slow_units);
  }
}

TEST(Json, StringsAreReadBackBySimdjson) {
  simdjson::dom::parser parser;
  std::string all;
  for (int c = 0; c < 128; ++c) all.push_back(static_cast<char>(c));
  for (const std::string& text :
       {std::string(), all, std::string("gr\xC3\xBC\xC3\x9F \xF0\x9F\x99\x82"), std::string("\\\"\\")}) {
    std::string json;
    AppendJsonString(text, &json);
    std::string_view back;
    ASSERT_EQ(parser.parse(json).get_string().get(back), simdjson::SUCCESS) << json;
    EXPECT_EQ(back, text);
    EXPECT_EQ(json.find('\n'), std::string::npos);
  }
  std::string name;
  AppendJsonName("a\xFF\xC3\xBC", &name);
  EXPECT_EQ(name, "\"a\xEF\xBF\xBD\xC3\xBC\"");
  std::string bytes;
  AppendJsonBytes("text", "\xFF", &bytes);
  EXPECT_EQ(bytes, "\"text_base64\":\"/w==\"");
}

TEST(Json, ScoresAreShort) {
  const auto shown = [](double score) {
    std::string out;
    AppendScore(score, &out);
    return out;
  };
  EXPECT_EQ(shown(static_cast<double>(0.85F)), "0.85");
  EXPECT_EQ(shown(1), "1");
  EXPECT_EQ(shown(0), "0");
  EXPECT_EQ(shown(0.33333), "0.3333");
}

TEST(Json, Base64OfRfc4648AndBack) {
  for (const auto& [plain, coded] : std::vector<std::pair<std::string, std::string>>{{"", ""},
                                                                                     {"f", "Zg=="},
                                                                                     {"fo", "Zm8="},
                                                                                     {"foo", "Zm9v"},
                                                                                     {"foob", "Zm9vYg=="},
                                                                                     {"fooba", "Zm9vYmE="},
                                                                                     {"foobar", "Zm9vYmFy"}}) {
    EXPECT_EQ(EncodeBase64(plain), coded);
    EXPECT_EQ(DecodeBase64(coded), plain);
  }
  for (const std::string_view wrong : {"Z", "Zg", "Zg=", "Zg==Zg==", "Z===", "====", "Zh==", "Zm9=", "Zm 9", "Zg=a"}) {
    EXPECT_EQ(DecodeBase64(wrong), std::nullopt) << wrong;
  }
  Random random(9);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (std::size_t n = random.Below(50); n > 0; --n) bytes.push_back(static_cast<char>(random.Below(256)));
    EXPECT_EQ(DecodeBase64(EncodeBase64(bytes)), bytes);
  }
}

TEST(Json, RawMemberGivesTheSpelling) {
  constexpr std::string_view kJson = R"( { "a\"id" : "id", "x":[{"id":1},"]"] , "id" : {"b" : [1, "}"]} , "z":-1.5e3})";
  EXPECT_EQ(RawMember(kJson, "id"), R"({"b" : [1, "}"]})");
  EXPECT_EQ(RawMember(kJson, "z"), "-1.5e3");
  EXPECT_EQ(RawMember(kJson, "x"), R"([{"id":1},"]"])");
  EXPECT_EQ(RawMember(kJson, "y"), std::nullopt);
  EXPECT_EQ(RawMember("{}", "id"), std::nullopt);
}

TEST(Flags, TheTableIsInOrderAndUnique) {
  std::set<std::string_view> names;
  std::set<char> letters;
  std::size_t row = 0;
  for (const Flag& flag : Flags()) {
    EXPECT_EQ(static_cast<std::size_t>(flag.id), row++) << flag.name;
    EXPECT_TRUE(names.insert(flag.name).second) << flag.name;
    EXPECT_TRUE(flag.letter == 0 || letters.insert(flag.letter).second) << flag.name;
    EXPECT_NE(flag.commands, 0U) << flag.name;
    EXPECT_FALSE(flag.help.empty()) << flag.name;
    EXPECT_TRUE(flag.choices.empty() || !flag.value.empty()) << flag.name;
  }
}

}  // namespace
}  // namespace maske::cli
