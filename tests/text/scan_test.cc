// lib/text/scan against its twin, on every target that was compiled and that this processor runs.
#include "text/scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "generator/nasty.h"
#include "generator/random.h"
#include "reference/scan_reference.h"

namespace maske::text {
namespace {

class ScanTest : public testing::Test {
 protected:
  struct Target {
    const char* name;
    ClassMaps maps;  // kept from text to text: what an earlier one left must not show
    ScanResult result;
  };
  ScanTest() {
    for (const char* name : ScanTargets()) targets_.push_back({name, {}, {}});
  }

  void Check(std::string_view text) {
    const reference::ScanAll expected = reference::Scan(text);
    for (Target& target : targets_) {
      SCOPED_TRACE(std::string(target.name) + " " + testing::PrintToString(text));
      ASSERT_TRUE(ScanWithTarget(target.name, text, &target.maps, &target.result));
      ASSERT_EQ(target.maps.word, expected.maps.word);
      ASSERT_EQ(target.maps.upper, expected.maps.upper);
      ASSERT_EQ(target.maps.digit, expected.maps.digit);
      ASSERT_EQ(target.maps.newline, expected.maps.newline);
      ASSERT_EQ(target.maps.special, expected.maps.special);
      ASSERT_EQ(target.result.odd, expected.result.odd);
      ASSERT_EQ(target.result.fold, expected.result.fold);
      ASSERT_EQ(target.result.lower, expected.result.lower);
      ASSERT_EQ(target.result.non_ascii, expected.result.non_ascii);
      ASSERT_EQ(target.result.mid, expected.result.mid);
      ASSERT_EQ(target.result.mid_number, expected.result.mid_number);
      ASSERT_EQ(target.result.wide_join, expected.result.wide_join);
      ASSERT_EQ(target.result.any_odd, expected.result.any_odd);
      ASSERT_EQ(target.result.any_fold, expected.result.any_fold);
    }
  }

  std::vector<Target> targets_;
};

TEST_F(ScanTest, EveryByteAndPairAtTheBordersOfBlocks) {
  constexpr std::string_view kSecond(
      "\x00 aZ0_.\x7F\x80\x96\x97\x98\x9E\x9F\xA0\xB6\xB7\xBF\xC2\xC3\xC4\xE2\xED\xF0\xFF", 25);
  for (unsigned first = 0; first < 256; ++first) {
    for (const char second : kSecond) {
      std::string text(130, 'x');
      for (const std::size_t at : {std::size_t{0}, std::size_t{30}, std::size_t{63}, std::size_t{127}}) {
        text[at] = static_cast<char>(first);
        text[at + 1] = second;
      }
      Check(text);
      if (HasFatalFailure()) return;
    }
  }
}

TEST_F(ScanTest, EverySizeAndEveryPlaceOfACharacter) {
  for (const std::string_view character : {"ü", "Ü", "ł", "’", "€", "\u00A0", "Ж", "漢", "😀", "\xF0\x9F\x98", "\xC3"}) {
    for (std::size_t before = 0; before < 70; ++before) {
      for (std::size_t after = 0; after < 70; after += after < 4 ? 1 : 13) {
        Check(std::string(before, 'a') + std::string(character) + std::string(after, '.'));
        if (HasFatalFailure()) return;
      }
    }
  }
  for (std::size_t size = 0; size < 200; ++size) Check(std::string(size, '\xC3'));
}

TEST_F(ScanTest, NastyAndRandomTexts) {
  for (const std::string_view text : generator::NastyTexts()) Check(text);
  constexpr std::array<std::string_view, 24> kPieces = {"a", "Z", "0", "_",      ".",      ",", " ",    "\n",
                                                        "@", "ü", "ß", "×",      "÷",      "ę", "’",    "·",
                                                        "„", "€", "Й", "\u0301", "\u00AD", "ſ", "\xC3", "\x9C"};
  generator::Random random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t count = random.Below(200);
    const unsigned wild = random.Chance(50) ? 5 : 70;
    for (std::size_t i = 0; i < count; ++i) {
      text += random.Chance(wild) ? random.Pick(kPieces) : kPieces[random.Below(6)];
      if (random.Chance(2)) text += static_cast<char>(random.Below(256));
    }
    Check(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Scan, AgreesWithItsTargetsAndRefusesOthers) {
  const auto targets = ScanTargets();
  ASSERT_FALSE(targets.empty());
#if defined(__x86_64__)
  EXPECT_GE(targets.size(), 2u);  // the portable one and at least one that is none
#endif
  const auto is = [](std::string_view name) { return [name](const char* target) { return name == target; }; };
  EXPECT_TRUE(std::any_of(targets.begin(), targets.end(), is("EMU128")) ||
              std::any_of(targets.begin(), targets.end(), is("SCALAR")));
  ClassMaps maps;
  ScanResult result;
  EXPECT_FALSE(ScanWithTarget("SSE2", "text", &maps, &result));
  EXPECT_TRUE(maps.word.empty());
  for (const std::string_view text : generator::NastyTexts()) {
    Scan(text, &maps, &result);
    const reference::ScanAll expected = reference::Scan(text);
    EXPECT_EQ(maps.word, expected.maps.word);
    EXPECT_EQ(result.odd, expected.result.odd);
  }
}

}  // namespace
}  // namespace maske::text
