// lib/text/token: the plain path and the rules, both against ICU's break iterator.
#include "text/token.h"

#include <gtest/gtest.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/nasty.h"
#include "generator/random.h"
#include "reference/token_reference.h"
#include "text/scan.h"

namespace maske::text {
namespace {

// Reused from text to text, as Prepared does.
class TokenTest : public testing::Test {
 protected:
  const std::vector<Token>& Cut(std::string_view text) {
    Scan(text, &maps_, &scan_);
    Tokenize(text, maps_, scan_, &tokens_);
    return tokens_;
  }

  static bool Same(const std::vector<Token>& a, const std::vector<Token>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i].begin != b[i].begin || a[i].end != b[i].end || a[i].flags != b[i].flags) return false;
    }
    return true;
  }

  static std::string Show(std::string_view text, const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens) {
      out += "[" + std::string(text.substr(token.begin, token.end - token.begin)) + "]" + std::to_string(token.flags) +
             " ";
    }
    return out;
  }

  void ExpectLikeTwin(std::string_view text) {
    const std::vector<Token> expected = reference::Tokens(text);
    ASSERT_TRUE(Same(Cut(text), expected))
        << testing::PrintToString(text) << "\nis  " << Show(text, tokens_) << "\nnot " << Show(text, expected);
  }

  // Every string of `length` pieces, behind each prefix.
  void ExpectAllLikeTwin(std::span<const std::string_view> pieces, std::size_t length,
                         std::span<const std::string> prefixes) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < length; ++i) count *= pieces.size();
    std::string text;
    for (std::size_t number = 0; number < count; ++number) {
      for (const std::string& prefix : prefixes) {
        text = prefix;
        for (std::size_t i = 0, rest = number; i < length; ++i, rest /= pieces.size())
          text += pieces[rest % pieces.size()];
        ExpectLikeTwin(text);
        if (HasFatalFailure()) return;
      }
    }
  }

  std::string Words(std::string_view text) {
    std::string out;
    for (const Token& token : Cut(text)) {
      if (!out.empty()) out += '|';
      out += text.substr(token.begin, token.end - token.begin);
    }
    return out;
  }

  ClassMaps maps_;
  ScanResult scan_;
  std::vector<Token> tokens_;
};

TEST_F(TokenTest, WhatATokenIs) {
  EXPECT_EQ(Words("Sehr geehrter Herr Dr. Müller-Lüdenscheidt,"), "Sehr|geehrter|Herr|Dr|Müller|Lüdenscheidt");
  EXPECT_EQ(Words("z.B. 1.234,50 € um 12:30 am 3.4.2024"), "z.B|1.234,50|um|12|30|am|3.4.2024");
  EXPECT_EQ(Words("O'Neill O’Neill 'x' ’x’ l·l 1·2"), "O'Neill|O’Neill|x|x|l·l|1|2");
  EXPECT_EQ(Words("max@firma.de a_b __ _x_ a._b"), "max|firma.de|a_b|_x_|a|_b");
  EXPECT_EQ(Words("a1.b2 1.a a,b 1,2;3 a.1"), "a1|b2|1|a|a|b|1,2;3|a|1");
  EXPECT_EQ(Words("漢字 カナ ไทย"), "漢|字|カナ|ไ|ท|ย");
  EXPECT_EQ(Words(""), "");
  EXPECT_EQ(Words("…–\n"), "");
}

TEST_F(TokenTest, Flags) {
  const auto flags = [this](std::string_view word) { return unsigned{Cut(word).at(0).flags}; };
  EXPECT_EQ(flags("Haus"), unsigned{Token::kUpperFirst | Token::kHasLower | Token::kHasLetter});
  EXPECT_EQ(flags("EU"), unsigned{Token::kUpperFirst | Token::kHasUpperInside | Token::kHasLetter});
  EXPECT_EQ(flags("Öl"), unsigned{Token::kUpperFirst | Token::kHasLower | Token::kHasLetter | Token::kNonAscii});
  EXPECT_EQ(flags("ß"), unsigned{Token::kHasLower | Token::kHasLetter | Token::kNonAscii});
  EXPECT_EQ(flags("1.5"), unsigned{Token::kHasDigit | Token::kHasMid});
  EXPECT_EQ(flags("_Ab"), unsigned{Token::kHasUpperInside | Token::kHasLower | Token::kHasLetter | Token::kHasMid});
}

TEST_F(TokenTest, EveryShortStringLikeIcu) {
  constexpr std::array<std::string_view, 14> kPieces = {"a", "B", "1", ".", "'", ":",      "_",
                                                        ",", " ", "ü", "„", "’", "\u00AD", "\u0301"};
  const std::array<std::string, 1> bare = {""};
  for (std::size_t length = 0; length <= 5; ++length) ExpectAllLikeTwin(kPieces, length, bare);
}

TEST_F(TokenTest, EveryShortStringOverMoreLettersLikeIcu) {
  constexpr std::array<std::string_view, 24> kPieces = {
      "a", "Ж", "β", "א", "\"", "'", ".", ",",      ";",      "·",          "2",      "٣",
      "_", "‿", "@", "€", "\n", " ", "ع", "\u0308", "\u200B", "\U0001F600", "\u1E9E", "½"};
  const std::array<std::string, 1> bare = {""};
  for (std::size_t length = 0; length <= 3; ++length) ExpectAllLikeTwin(kPieces, length, bare);
  constexpr std::array<std::string_view, 9> kHebrew = {"a", "א", "\"", "'", ".", "1", "\u0308", "ж", "_"};
  ExpectAllLikeTwin(kHebrew, 5, bare);
}

TEST_F(TokenTest, EveryShortStringAcrossTheBorderOfABlock) {
  constexpr std::array<std::string_view, 12> kPieces = {"a", "B", "1", ".", "'", "_", ",", " ", "ü", "’", "·", "Й"};
  std::vector<std::string> prefixes;
  for (std::size_t size = 58; size < 66; ++size) {
    prefixes.push_back(std::string(size, ' '));
    prefixes.push_back(std::string(size, 'a'));
  }
  ExpectAllLikeTwin(kPieces, 3, prefixes);
}

TEST_F(TokenTest, BothPathsAgree) {  // plain text by the rules too
  constexpr std::array<std::string_view, 14> kPieces = {"a", "Z",  "7", ".", ",", "'", "_",
                                                        " ", "\n", "ä", "ß", "’", "·", ";"};
  generator::Random random(5);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t i = random.Below(300); i > 0; --i) text += random.Pick(kPieces);
    std::vector<Token> by_rules;
    TokenWriter writer(&by_rules);
    SegmentByRules(text, 0, text.size(), &writer);
    writer.Finish();
    ASSERT_TRUE(Same(Cut(text), by_rules)) << text;
  }
}

TEST_F(TokenTest, NastyAndRandomTextsLikeIcu) {
  constexpr std::array<std::string_view, 39> kPieces = {
      "a", "b", "C", "D", "1", "2",  " ", " ", "\n",     ".",      ",",      "'",          ":",
      ";", "_", "@", "-", "ä", "Ö",  "ß", "é", "„",      "“",      "–",      "’",          "·",
      "€", "Ж", "и", "λ", "א", "\"", "ع", "٢", "\u0301", "\u00AD", "\u2060", "\U0001F600", "Wort "};
  generator::Random random(31);
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    const std::size_t plain = random.Chance(50) ? 26 : 10;
    for (std::size_t i = random.Below(250); i > 0; --i) {
      text += random.Chance(93) ? kPieces[random.Below(plain)] : random.Pick(kPieces);
    }
    ExpectLikeTwin(text);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace maske::text
