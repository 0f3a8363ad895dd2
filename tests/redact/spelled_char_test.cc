// One character and its escapes: expectations from the table in spelled_char.h and the standards it names.
#include "redact/spelled_char.h"

#include <gtest/gtest.h>

#include <string>

namespace maske::redact {
namespace {

struct Row {
  const char* text;
  char32_t c;
  Escape escape;
  int bytes;
};

TEST(SpelledCharTest, WhatIsACharacter) {
  const Row rows[] = {
      {"[x", U'[', Escape::kNone, 1},          {"ü", U'ü', Escape::kNone, 2},
      {"„x", U'„', Escape::kNone, 3},          {"\xF0\x9F\x98\x80", 0x1F600, Escape::kNone, 4},
      {"\\[x", U'[', Escape::kBackslash, 2},   {"\\_", U'_', Escape::kBackslash, 2},
      {"\\\\[", U'\\', Escape::kBackslash, 2}, {"\\u005b", U'[', Escape::kJson, 6},
      {"\\u201Ex", U'„', Escape::kJson, 6},    {"&#91;", U'[', Escape::kHtml, 5},
      {"&#0091;", U'[', Escape::kHtml, 7},     {"&#x5b;", U'[', Escape::kHtml, 6},
      {"&#X5B;x", U'[', Escape::kHtml, 6},     {"&lt;", U'<', Escape::kHtml, 4},
      {"&lbrack;", U'[', Escape::kHtml, 8},    {"&lowbar;", U'_', Escape::kHtml, 8},
      {"&Uuml;", U'Ü', Escape::kHtml, 6},      {"&bdquo;", U'„', Escape::kHtml, 7},
      {"［", U'[', Escape::kWide, 3},          {"＿", U'_', Escape::kWide, 3},
      {"Ａ", U'A', Escape::kWide, 3},          {"９", U'9', Escape::kWide, 3},
  };
  for (const Row& row : rows) {
    const SpelledChar seen = ReadSpelledChar(row.text, 0);
    EXPECT_EQ(seen.c, row.c) << row.text;
    EXPECT_EQ(seen.escape, row.escape) << row.text;
    EXPECT_EQ(seen.bytes, row.bytes) << row.text;
    EXPECT_FALSE(seen.cut) << row.text;
    for (int cut = 0; cut < row.bytes; ++cut) {
      const SpelledChar part = ReadSpelledChar(std::string_view(row.text).substr(0, static_cast<std::size_t>(cut)), 0);
      EXPECT_EQ(part.bytes, 0) << row.text << " cut at " << cut;
      EXPECT_TRUE(part.cut) << row.text << " cut at " << cut;
    }
  }
}

TEST(SpelledCharTest, WhatIsNone) {
  for (const char* text : {"\\a", "\\1", "\\ x", "\\n", "\\u00g1", "\\ux", "& ", "&x;", "&#;", "&#x;", "&#9a;",
                           "&#12345678;", "&lt ", "&ltx;", "&LT;", "\x80", "\xC3(", "\xE2\x80(", "\xFF"}) {
    const SpelledChar seen = ReadSpelledChar(text, 0);
    EXPECT_EQ(seen.bytes, 0) << text;
    EXPECT_FALSE(seen.cut) << text;
  }
}

}  // namespace
}  // namespace maske::redact
