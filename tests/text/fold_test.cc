// lib/text/fold against its twin: the text, and that every piece of the map is the fold of its piece of the input.
#include "text/fold.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "generator/nasty.h"
#include "generator/random.h"
#include "reference/fold_reference.h"
#include "reference/utf8_reference.h"
#include "text/prepared.h"
#include "text/scan.h"

namespace maske::text {
namespace {

struct Folded {
  bool changed = false;
  std::string text;
  std::vector<FoldEdit> edits;
};
Folded FoldOf(std::string_view raw) {
  ClassMaps maps;
  ScanResult scan;
  Scan(raw, &maps, &scan);
  Folded folded;
  folded.changed = Fold(raw, scan, &folded.text, &folded.edits);
  return folded;
}

void ExpectLikeTwin(std::string_view raw) {
  SCOPED_TRACE(testing::PrintToString(raw));
  const Folded folded = FoldOf(raw);
  const std::string expected = reference::Fold(raw);
  if (!folded.changed) {
    ASSERT_EQ(raw, expected);
    ASSERT_TRUE(folded.text.empty() && folded.edits.empty());
    return;
  }
  ASSERT_EQ(folded.text, expected);
  // The segments: without gaps, byte for byte where they are not atomic.
  ASSERT_EQ(folded.edits.front().text, 0u);
  ASSERT_EQ(folded.edits.front().raw, 0u);
  ASSERT_FALSE(folded.edits.back().atomic);
  for (std::size_t i = 0; i < folded.edits.size(); ++i) {
    const FoldEdit& edit = folded.edits[i];
    const bool last = i + 1 == folded.edits.size();
    const std::size_t text_end = last ? folded.text.size() : folded.edits[i + 1].text;
    const std::size_t raw_end = last ? raw.size() : folded.edits[i + 1].raw;
    ASSERT_LE(edit.text, text_end);
    ASSERT_TRUE(last || edit.raw < raw_end);
    if (edit.atomic) continue;
    ASSERT_EQ(folded.text.substr(edit.text, text_end - edit.text), raw.substr(edit.raw, raw_end - edit.raw));
  }
}

TEST(Fold, WhatItIsFor) {
  EXPECT_EQ(FoldOf("M\xFCller").text, "Müller");
  EXPECT_EQ(FoldOf("Wort\u00ADtrennung").text, "Worttrennung");
  EXPECT_EQ(FoldOf("a\u200Bb\u200Dc\uFEFFd\u2060e\uFE0F").text, "abcde");
  EXPECT_EQ(FoldOf("ｍａｘ＠ｆｉｒｍａ．ｄｅ").text, "max@firma.de");
  EXPECT_EQ(FoldOf("ﬁnden 10²").text, "finden 102");
  EXPECT_EQ(FoldOf("u\u0308ber").text, "über");
  EXPECT_EQ(FoldOf("DE\u00A012\u202F34\u200956").text, "DE 12 34 56");
  EXPECT_EQ(FoldOf("0171\u2011123\u2010456\u2212789\u2012\u207B").text, "0171-123-456-789--");
  EXPECT_EQ(FoldOf("a\u034Fe\u0301").text, "aé");
  EXPECT_FALSE(FoldOf("Grüße – „zitiert“ … 5 € ´ ¨ Łódź Ελλάδα Москва 漢字").changed);
  EXPECT_FALSE(FoldOf("а\u0301").changed);  // no composed form: stays as it is
  EXPECT_FALSE(FoldOf("").changed);
}

TEST(Fold, GrowsElevenfold) {
  std::string raw;
  for (int i = 0; i < 1000; ++i) raw += "\uFDFA";
  EXPECT_EQ(FoldOf(raw).text.size(), 11 * raw.size());
  ExpectLikeTwin(raw);
}

TEST(Fold, EveryCharacterAloneAndBetweenOthers) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    if (!reference::FoldsAlone(c) && c % 64 != 0) continue;
    const std::string character = reference::Encode(c);
    ExpectLikeTwin(character);
    ExpectLikeTwin("a" + character + "\u0308" + character + "b");
    if (HasFatalFailure()) return;
  }
}

TEST(Fold, EveryShortStringOverNastyCharacters) {
  constexpr std::array<std::string_view, 18> kNasty = {"a",      "ü",      "u",      "\u0308", "\u0323", "\u00AD",
                                                       "\u200D", "\u00A0", "\u2010", "´",      "…",      "Ａ",
                                                       "\u1100", "\u1161", "\xFC",   "\xA8",   "\xAD",   "\u0344"};
  for (std::size_t length = 1; length <= 4; ++length) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < length; ++i) count *= kNasty.size();
    for (std::size_t number = 0; number < count; ++number) {
      std::string raw;
      for (std::size_t i = 0, rest = number; i < length; ++i, rest /= kNasty.size())
        raw += kNasty[rest % kNasty.size()];
      ExpectLikeTwin(raw);
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Fold, LongRunsOfMarksAndIgnorablesEndInOneSpace) {
  for (const std::string_view attached : {"\u0301", "\u200B", "\u0345", "\U000E0100", "\u1161"}) {
    for (const std::string_view base : {"", "a", "´", "Ａ", "\xFC", "\u1100"}) {
      for (std::size_t count = 28; count < 70; ++count) {
        std::string raw(base);
        for (std::size_t i = 0; i < count; ++i) raw += attached;
        ExpectLikeTwin(raw + "b");
        ExpectLikeTwin(raw);
        if (HasFatalFailure()) return;
      }
    }
  }
  std::string marks = "a";
  for (int i = 0; i < 31; ++i) marks += "\u0323";
  const std::string text = FoldOf(marks + "b").text;
  EXPECT_EQ(text.substr(text.size() - 2), " b");
}

TEST(Fold, NastyAndRandomTexts) {
  for (const std::string_view text : generator::NastyTexts()) ExpectLikeTwin(text);
  constexpr std::array<std::string_view, 26> kPieces = {
      "a",      "Wort ",  ".",      "ü",      "Й",      "и",        "\u0306", "\u0301",  "\u0345",
      "\u00AD", "\u200B", "\u00A0", "\u3000", "\u2212", "ﬃ",        "㎏",     "½",       "\uFDFA",
      "\u1112", "\u1175", "\u11AF", "각",     "\xFC",   "\xE2\x80", "\xB4",   "\xF0\x9F"};
  generator::Random random(23);
  for (int round = 0; round < 20000; ++round) {
    std::string raw;
    const std::size_t count = random.Below(40);
    for (std::size_t i = 0; i < count; ++i) {
      raw += random.Chance(40) ? kPieces[random.Below(4)] : random.Pick(kPieces);
      if (random.Chance(3)) raw += reference::Encode(static_cast<char32_t>(random.Below(0xD800)));
    }
    ExpectLikeTwin(raw);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace maske::text
