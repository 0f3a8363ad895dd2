// Prepared: the way back from text to input, and that all stages fit together. Law 3 hangs on RawBegin and RawEnd.
#include "text/prepared.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/nasty.h"
#include "generator/random.h"
#include "reference/fold_reference.h"
#include "reference/scan_reference.h"
#include "reference/token_reference.h"
#include "reference/utf8_reference.h"

namespace maske::text {
namespace {

class PreparedTest : public testing::Test {
 protected:
  // The properties that prepared.h promises, for every offset.
  void ExpectSound(std::string_view raw) {
    SCOPED_TRACE(testing::PrintToString(raw));
    prepared_.Assign(raw);
    const std::string text(prepared_.text());
    ASSERT_EQ(text, reference::Fold(raw));
    ASSERT_EQ(prepared_.identity(), text == raw);
    if (prepared_.identity()) {
      ASSERT_EQ(prepared_.text().data(), raw.data());
    }
    ASSERT_EQ(prepared_.maps().word, reference::Scan(text).maps.word);

    std::set<std::size_t> raw_borders = {raw.size()};
    for (const auto& character : reference::Decode(raw)) raw_borders.insert(character.begin);
    const auto size = static_cast<std::uint32_t>(text.size());
    ASSERT_EQ(prepared_.RawBegin(size), raw.size());
    std::uint32_t last_begin = 0;
    for (std::uint32_t t = 0; t < size; ++t) {
      const std::uint32_t begin = prepared_.RawBegin(t);
      const std::uint32_t end = prepared_.RawEnd(t + 1);
      ASSERT_TRUE(raw_borders.contains(begin) && raw_borders.contains(end));
      ASSERT_LT(begin, end);
      ASSERT_LE(end, raw.size());
      ASSERT_LE(last_begin, begin);
      if (begin != last_begin) {
        ASSERT_LE(prepared_.RawEnd(t), begin);
      }  // different characters do not overlap
      last_begin = begin;
    }
    for (std::uint32_t r = 0; r <= raw.size(); ++r) {
      const std::uint32_t t = prepared_.TextOffset(r);
      ASSERT_LE(t, size);
      if (t < size) {
        ASSERT_GE(prepared_.RawBegin(t), r);
      }
      if (t > 0) {
        ASSERT_LT(prepared_.RawBegin(t - 1), r);
      }  // the first
    }
  }

  // The input that a span stands for folds to that span.
  void ExpectSpansFoldBack(std::string_view raw) {
    SCOPED_TRACE(testing::PrintToString(raw));
    prepared_.Assign(raw);
    const std::string_view text = prepared_.text();
    for (std::uint32_t b = 0; b < text.size(); ++b) {
      for (std::uint32_t e = b + 1; e <= text.size(); ++e) {
        const std::uint32_t begin = prepared_.RawBegin(b);
        const std::uint32_t end = prepared_.RawEnd(e);
        const std::uint32_t text_begin = prepared_.TextOffset(begin);
        const std::uint32_t text_end = prepared_.TextOffset(end);
        ASSERT_LE(text_begin, b);
        ASSERT_GE(text_end, e);
        ASSERT_EQ(reference::Fold(raw.substr(begin, end - begin)), text.substr(text_begin, text_end - text_begin));
      }
    }
  }

  Prepared prepared_;
};

TEST_F(PreparedTest, EmptyBeforeTheFirstTextAndAfterAnEmptyOne) {
  EXPECT_EQ(prepared_.text(), "");
  EXPECT_EQ(prepared_.TextOffset(0), 0u);
  EXPECT_EQ(prepared_.RawBegin(0), 0u);
  EXPECT_EQ(prepared_.RawEnd(0), 0u);
  ExpectSound("x\u00AD");
  ExpectSound("");
  EXPECT_TRUE(prepared_.tokens().empty());
}

TEST_F(PreparedTest, WhatWasDroppedLiesInsideTheSpanAndNotBeside) {
  const std::string_view raw = "\uFEFFMül\u00ADler\u200B, x";
  prepared_.Assign(raw);
  ASSERT_EQ(prepared_.text(), "Müller, x");
  const Token& name = prepared_.tokens().at(0);
  EXPECT_EQ(prepared_.RawBegin(name.begin), 3u);
  EXPECT_EQ(raw.substr(3, prepared_.RawEnd(name.end) - 3), "Mül\u00ADler");
}

TEST_F(PreparedTest, LatinBytesMapOneToTwo) {
  const std::string_view raw = "Herr M\xFCller";
  prepared_.Assign(raw);
  ASSERT_EQ(prepared_.text(), "Herr Müller");
  EXPECT_FALSE(prepared_.identity());
  const Token& name = prepared_.tokens().at(1);
  EXPECT_EQ(raw.substr(prepared_.RawBegin(name.begin)), "M\xFCller");
  EXPECT_EQ(prepared_.RawEnd(name.end), raw.size());
  EXPECT_EQ(prepared_.RawBegin(7), 6u);  // the second byte of ü
  EXPECT_EQ(prepared_.RawEnd(7), 7u);    // behind its first byte: the whole character
}

constexpr std::array<std::string_view, 20> kPieces = {
    "a", "B",      "ü", "€", "u\u0308", "\u00AD", "\u200B", "\u00A0",   "\u2011", "\uFF11",
    "ﬃ", "\uFDFA", "😀", "Й", "´",       "\u0301", "\xFC",   "\xE2\x82", "\xC2",   "."};

TEST_F(PreparedTest, EveryShortTextIsSound) {
  for (std::size_t length = 1; length <= 3; ++length) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < length; ++i) count *= kPieces.size();
    for (std::size_t number = 0; number < count; ++number) {
      std::string raw;
      for (std::size_t i = 0, rest = number; i < length; ++i, rest /= kPieces.size())
        raw += kPieces[rest % kPieces.size()];
      ExpectSound(raw);
      ExpectSpansFoldBack(raw);
      if (HasFatalFailure()) return;
    }
  }
}

TEST_F(PreparedTest, NastyAndRandomTextsAreSound) {
  for (const std::string_view text : generator::NastyTexts()) ExpectSound(text);
  generator::Random random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string raw;
    const unsigned wild = random.Chance(50) ? 4 : 60;
    for (std::size_t i = random.Below(round % 10 == 0 ? 200 : 12); i > 0; --i) {
      raw += random.Chance(wild) ? random.Pick(kPieces) : kPieces[random.Below(4)];
    }
    ExpectSound(raw);
    if (raw.size() < 40) ExpectSpansFoldBack(raw);
    if (HasFatalFailure()) return;
  }
}

TEST_F(PreparedTest, TokensAreThoseOfTheFoldedText) {
  generator::Random random(9);
  for (int round = 0; round < 2000; ++round) {
    std::string raw;
    for (std::size_t i = random.Below(60); i > 0; --i) raw += random.Pick(kPieces);
    prepared_.Assign(raw);
    const std::vector<Token> expected = reference::Tokens(prepared_.text());
    ASSERT_EQ(prepared_.tokens().size(), expected.size()) << testing::PrintToString(raw);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ASSERT_EQ(prepared_.tokens()[i].begin, expected[i].begin);
      ASSERT_EQ(prepared_.tokens()[i].end, expected[i].end);
      ASSERT_EQ(prepared_.tokens()[i].flags, expected[i].flags);
    }
  }
}

void ExpectEqual(const Prepared& next, const Prepared& fresh) {
  ASSERT_EQ(next.text(), fresh.text());
  ASSERT_EQ(next.identity(), fresh.identity());
  ASSERT_EQ(next.maps().word, fresh.maps().word);
  ASSERT_EQ(next.maps().upper, fresh.maps().upper);
  ASSERT_EQ(next.maps().digit, fresh.maps().digit);
  ASSERT_EQ(next.maps().newline, fresh.maps().newline);
  ASSERT_EQ(next.maps().special, fresh.maps().special);
  ASSERT_EQ(next.tokens().size(), fresh.tokens().size());
  for (std::size_t i = 0; i < fresh.tokens().size(); ++i) {
    ASSERT_EQ(next.tokens()[i].begin, fresh.tokens()[i].begin);
    ASSERT_EQ(next.tokens()[i].end, fresh.tokens()[i].end);
    ASSERT_EQ(next.tokens()[i].flags, fresh.tokens()[i].flags);
  }
  const auto size = static_cast<std::uint32_t>(fresh.text().size());
  for (std::uint32_t t = 0; t <= size; ++t) {
    ASSERT_EQ(next.RawBegin(t), fresh.RawBegin(t));
    ASSERT_EQ(next.RawEnd(t), fresh.RawEnd(t));
  }
}

// Slices that overlap, each behind a blank and beginning and ending no earlier than the last, as a stream has them.
TEST_F(PreparedTest, AssignNextIsAssign) {
  constexpr std::array<std::string_view, 30> kWords = {
      "der",    "Müller",     "12.345,6", "z.B.", "O’Neill", "a’",   "’b",  "3’5", "„so“", "x_y",
      "l·l",    "2024-01-02", "\n",       "  ",   ".",       "’",    "ß",   "…",   "жук",  "Ünlü",
      "\u4E2D", "\u0903x",    "😀",        "€",    "AbC",     "a'b'", "12,", ",5",  "šč",   "Straße"};
  constexpr std::array<std::string_view, 4> kFolding = {"\u00A0", "u\u0308", "\xFC", "\uFF11"};
  generator::Random random(11);
  for (int round = 0; round < 400; ++round) {
    std::string all = " ";
    const unsigned odd = random.Chance(50) ? 4 : 30;  // kinds of words
    while (all.size() < 1500) {
      all += random.Chance(8) ? kWords[random.Below(kWords.size())] : kWords[random.Below(odd)];
      if (!random.Chance(15)) all += random.Chance(5) ? "\n" : " ";
      if (round % 4 == 0 && random.Chance(1)) all += random.Pick(kFolding);
    }
    Prepared next;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t last_begin = 0;
    while (end < all.size()) {
      end = std::min(all.size(), end + random.Below(500));
      const std::string copy = all.substr(begin, end - begin);  // the last slice's bytes are gone
      if (begin > 0) {
        next.AssignNext(copy, begin - last_begin);
      } else {
        next.Assign(copy);
      }
      Prepared fresh;
      fresh.Assign(copy);
      ExpectEqual(next, fresh);
      if (HasFatalFailure()) {
        FAIL() << testing::PrintToString(copy);
      }
      last_begin = begin;
      const std::size_t blank = all.find_first_of(" \n", begin + random.Below(end - begin + 1));
      begin = blank == std::string::npos ? begin : std::min(blank + 1, end);
      while (begin > 0 && all[begin - 1] != ' ' && all[begin - 1] != '\n') --begin;
      begin = std::max(begin, last_begin);
    }
  }
}

}  // namespace
}  // namespace maske::text
