// lib/text/chars, char_info and word_key.
#include "text/chars.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "generator/random.h"
#include "reference/fold_reference.h"
#include "reference/utf8_reference.h"
#include "text/char_info.h"
#include "text/word_hash.h"

namespace maske::text {
namespace {

std::string Key(std::string_view word) {
  std::array<char, kMaxWordKey> out;
  return {out.data(), WordKey(word, out.data(), out.size())};
}

TEST(Chars, EveryCharacterIsWhatUnicodeSays) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const auto category = U_MASK(u_charType(static_cast<UChar32>(c)));
    ASSERT_EQ(IsWordChar(c), (category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0) << static_cast<unsigned>(c);
    ASSERT_EQ(IsUpper(c), (category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) << static_cast<unsigned>(c);
    ASSERT_EQ(IsLower(c), (category & U_GC_LL_MASK) != 0) << static_cast<unsigned>(c);
    ASSERT_EQ(InfoOf(c).folds(), reference::FoldsAlone(c)) << static_cast<unsigned>(c);
    ASSERT_EQ(InfoOf(c).bits(), AskCharInfo(c).bits());
  }
  EXPECT_FALSE(IsWordChar('_'));
}

TEST(Chars, AtAndBefore) {
  const std::string text = "aü€😀\xFF";
  const std::vector<char32_t> expected = {U'a', U'ü', U'€', U'😀', U'\uFFFD'};
  std::size_t pos = 0;
  for (const char32_t c : expected) {
    std::size_t next = 0;
    std::size_t begin = 0;
    EXPECT_EQ(CharAt(text, pos, &next), c);
    EXPECT_EQ(CharBefore(text, next, &begin), c);
    EXPECT_EQ(begin, pos);
    pos = next;
  }
  EXPECT_EQ(pos, text.size());
  std::size_t begin = 9;
  EXPECT_EQ(CharBefore("\x80\x80", 2, &begin), U'\uFFFD');
  EXPECT_EQ(begin, 1u);
}

TEST(Chars, EdgesAreWhereWordsBeginAndEnd) {
  const std::string_view text = "aü+ß1 _x€é";
  const auto edges = [text] {
    std::vector<std::size_t> found;
    for (std::size_t pos = 0; pos <= text.size(); ++pos) {
      if (IsEdge(text, pos)) found.push_back(pos);
    }
    return found;
  }();
  // a ü(1,2) +(3) ß(4,5) 1(6) space(7) _(8) x(9) €(10-12) é(13,14)
  EXPECT_EQ(edges, (std::vector<std::size_t>{0, 3, 4, 7, 8, 9, 10, 13, 15}));
}

TEST(WordKey, FoldsCaseAndDiacritics) {
  EXPECT_EQ(Key("MÜLLER"), "muller");
  EXPECT_EQ(Key("Straße"), "strasse");
  EXPECT_EQ(Key("GROẞ"), "gross");
  EXPECT_EQ(Key("Łódź"), "lodz");
  EXPECT_EQ(Key("Işık"), "isik");
  EXPECT_EQ(Key("O’Neill"), "o'neill");
  EXPECT_EQ(Key("Ærø-Œuvre"), "aero-oeuvre");
  EXPECT_EQ(Key("Đorđević"), "dordevic");
  EXPECT_EQ(Key("Nguyễn"), "nguyen");
  EXPECT_EQ(Key("Þór"), "thor");
  EXPECT_EQ(Key("Αθήνα"), "αθηνα");
  EXPECT_EQ(Key("e\u0301"), "e");
  EXPECT_EQ(Key("3×4÷2"), "3×4÷2");
  EXPECT_EQ(Key(""), "");
}

TEST(WordKey, IsCutBetweenCharacters) {
  std::array<char, 4> out;
  EXPECT_EQ(WordKey("abcß", out.data(), 4), 3u);
  EXPECT_EQ(WordKey("abß", out.data(), 4), 4u);
  EXPECT_EQ(WordKey("abcde", out.data(), 4), 4u);
  EXPECT_EQ(WordKey("abcЖ", out.data(), 4), 3u);
  EXPECT_EQ(WordKey("abc", out.data(), 0), 0u);
}

TEST(WordKey, KeyOfEveryLetterIsItsOwnKey) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if ((c >= 0xD800 && c <= 0xDFFF) || !IsWordChar(c)) continue;
    const std::string key = Key(reference::Encode(c));
    ASSERT_EQ(Key(key), key) << static_cast<unsigned>(c);
    ASSERT_EQ(Key(reference::Encode(ToLower(c))), key) << static_cast<unsigned>(c);
  }
}

// The hash as word_key.cc describes it, one byte and one bit after the other.
std::uint64_t SlowHash(std::string_view key) {
  const auto mix = [](std::uint64_t a, std::uint64_t b) {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    for (int bit = 0; bit < 64; ++bit) {
      if (((b >> bit) & 1) == 0) continue;
      const std::uint64_t before = low;
      low += a << bit;
      high += (bit > 0 ? a >> (64 - bit) : 0) + (low < before ? 1 : 0);
    }
    return low ^ high;
  };
  constexpr std::uint64_t kSeed = 0x9E3779B97F4A7C15u;
  constexpr std::uint64_t kMul = 0xD6E8FEB86659FD93u;
  std::uint64_t hash = kSeed ^ (key.size() * kMul);
  if (key.empty()) return mix(hash, kSeed);
  for (std::size_t begin = 0; begin < key.size(); begin += 8) {
    std::uint64_t lane = 0;
    for (std::size_t i = 0; i < 8 && begin + i < key.size(); ++i) {
      lane += std::uint64_t{static_cast<unsigned char>(key[begin + i])} << (8 * i);
    }
    if (begin + 8 >= key.size()) lane ^= kSeed;
    hash = mix(hash ^ lane, kMul);
  }
  return hash;
}

TEST(HashKey, IsWhatItIsDescribedToBe) {
  generator::Random random(1);
  for (std::size_t size = 0; size < 60; ++size) {
    std::string key;
    for (std::size_t i = 0; i < size; ++i) key += static_cast<char>(random.Below(256));
    EXPECT_EQ(HashKey(key), SlowHash(key));
  }
}

// Tables made at build time on one machine are read on another: this value must never change.
TEST(HashKey, IsPinned) { EXPECT_EQ(HashKey("muller"), 6019729494657270220u); }

TEST(HashKey, DependsOnEveryByteAndTheLength) {
  for (std::size_t size = 1; size <= 40; ++size) {
    const std::string word(size, 'k');
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = word;
      other[i] = 'l';
      EXPECT_NE(HashKey(word), HashKey(other));
    }
    EXPECT_NE(HashKey(word), HashKey(word + std::string(1, '\0')));
  }
}

TEST(HashWord, IsTheHashOfTheKey) {
  constexpr std::array<std::string_view, 16> kPieces = {"a", "Z", "m", "-", "'", "’", "ä",      "Ö",
                                                        "ß", "é", "ł", "Ж", "9", "ẞ", "\u0301", "\xFF"};
  generator::Random random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string word;
    const std::size_t count = random.Below(round % 50 == 0 ? 400 : 24);
    const bool ascii = random.Chance(40);
    for (std::size_t i = 0; i < count; ++i) word += ascii ? kPieces[random.Below(5)] : random.Pick(kPieces);
    ASSERT_EQ(HashWord(word), HashKey(Key(word))) << word;
    for (const std::size_t more : {0U, 3U, 40U}) {  // what follows the word must not count
      const std::string text = word + std::string(more, 'Q');
      ASSERT_EQ(HashWordAt(text.data(), word.size(), text.size()), HashKey(Key(word))) << word << ' ' << more;
      ASSERT_EQ(HashWordAt<true>(text.data(), word.size(), text.size()), HashKey(Key(word))) << word << ' ' << more;
    }
  }
}

}  // namespace
}  // namespace maske::text
