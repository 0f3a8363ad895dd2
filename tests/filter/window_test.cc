// lib/text/window: where a stream is cut, and that the cut is a function of the bytes that stand there.
#include "text/window.h"

#include <gtest/gtest.h>

#include <string>

namespace maske::text {
namespace {

TEST(Window, CutsBehindTheLastLineFeedOfTheSecondHalf) {
  std::string text(1000, 'x');
  text[60] = '\n';
  text[70] = '\n';
  text[90] = ' ';
  EXPECT_EQ(SegmentLength(text, false, 100), 71u);
  text[70] = 'x';
  EXPECT_EQ(SegmentLength(text, false, 100), 61u);
  text[60] = 'x';
  EXPECT_EQ(SegmentLength(text, false, 100), 91u) << "no line feed: behind the last blank";
  text[90] = 'x';
  text[40] = '\n';
  EXPECT_EQ(SegmentLength(text, false, 100), 100u) << "what stands in the first half does not count";
}

TEST(Window, CutsNoCharacter) {
  for (std::size_t lead = 97; lead <= 100; ++lead) {
    const std::string text = std::string(lead, 'x') + "\xF0\x9F\x98\x80" + std::string(50, 'x');
    const std::size_t length = SegmentLength(text, false, 100);
    EXPECT_LE(length, 100u);
    EXPECT_TRUE(length <= lead || length >= lead + 4) << lead << " " << length;
  }
  EXPECT_GT(SegmentLength(std::string(500, '\x80'), false, 100), 0u) << "a run of broken bytes has an end, too";
}

TEST(Window, TheRestIsOneSegmentAtTheEnd) {
  EXPECT_EQ(SegmentLength("a b\nc", true, 100), 5u);
  EXPECT_EQ(SegmentLength(std::string(100, '\n'), true, 100), 100u);
  EXPECT_EQ(SegmentLength(std::string(101, '.'), true, 100), 100u);
}

// Bytes behind the segment's limit do not move its end (but for the character that a cut would split).
TEST(Window, WhatComesBehindDoesNotCount) {
  for (const char mark : {'\n', ' ', 'x'}) {
    std::string text(300, '.');
    text[77] = mark;
    const std::size_t length = SegmentLength(text, false, 100);
    for (std::size_t size = 101; size <= 300; ++size) {
      ASSERT_EQ(SegmentLength(std::string_view(text).substr(0, size), false, 100), length);
    }
    text[200] = '\n';
    EXPECT_EQ(SegmentLength(text, false, 100), length);
  }
}

TEST(Window, SliceBeginsBehindABlankAtMostKBehindBytesBefore) {
  std::string kept(kBehindBytes * 3, 'x');
  EXPECT_EQ(SliceBegin(kept, 500), 0u);
  const std::size_t begin = kBehindBytes * 2;
  EXPECT_EQ(SliceBegin(kept, begin), begin - kBehindBytes);
  kept[begin - kBehindBytes + 100] = ' ';
  EXPECT_EQ(SliceBegin(kept, begin), begin - kBehindBytes + 101);
  kept[begin - kBehindBytes + 100] = 'x';
  kept[begin - kBehindBytes + 300] = ' ';
  EXPECT_EQ(SliceBegin(kept, begin), begin - kBehindBytes) << "a blank that would leave too little to the left";
}

}  // namespace
}  // namespace maske::text
