// HashLetters against text::HashWord, of which it is a quicker form: every letter of lead byte C3 at every place of words of
// every length, words with several, and what must go the slow way.
#include "names/word_lane.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace maske::names {
namespace {

std::uint64_t Hash(const std::string& word) {
  const std::string padded = word + "Zä\xC3 behind the word it may be read";
  return HashLetters(padded.data(), word.size(), padded.size());
}

TEST(WordLaneTest, AsciiOfEveryLength) {
  std::string word;
  for (int n = 0; n < 40; ++n) {
    word += static_cast<char>(n % 3 == 0 ? 'A' + n % 26 : n % 3 == 1 ? 'z' - n % 26 : '0' + n % 10);
    ASSERT_EQ(Hash(word), text::HashWord(word)) << word;
    ASSERT_EQ(HashLetters(word.data(), word.size(), word.size()), text::HashWord(word)) << word;  // ends with the text
  }
}

TEST(WordLaneTest, EveryLetterAtEveryPlace) {
  for (int letter = 0x80; letter < 0xC0; ++letter) {
    for (std::size_t size = 0; size < 18; ++size) {
      for (std::size_t at = 0; at <= size; ++at) {
        std::string word = std::string("AbcDefghIjklmnOpqr").substr(0, size);
        word.insert(at, std::string("\xC3") + static_cast<char>(letter));
        ASSERT_EQ(Hash(word), text::HashWord(word)) << word;
      }
    }
  }
}

TEST(WordLaneTest, SeveralLettersAndOthers) {
  static constexpr const char* kParts[] = {"a", "M", "5", "ä", "Ö", "ß", "é",  "Æ", "þ",
                                           "ø", "ÿ", "×", "ş", "Ł", "ж", "漢", "€"};
  std::mt19937_64 random(20240601);
  for (int n = 0; n < 200000; ++n) {
    std::string word;
    const std::size_t parts = 1 + random() % 14;
    const std::size_t kinds = random() % 4 == 0 ? std::size(kParts) : 11;
    for (std::size_t k = 0; k < parts; ++k) word += kParts[random() % kinds];
    ASSERT_EQ(Hash(word), text::HashWord(word)) << word;
  }
}

}  // namespace
}  // namespace maske::names
