// Keys against a slow reading of the same text: cut into words a character at a time, each word's key compared with every
// context word. Keys of up to eight letters are told exactly. Seeds are fixed.
#include "match/keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "match/begins.h"
#include "text/chars.h"
#include "text/prepared.h"

namespace maske::match {
namespace {

// A pattern that finds nothing without one of its words.
struct Asking {
  std::vector<std::vector<ContextWord>> words;
  std::vector<ContextEntry> entries;
  Pattern pattern;

  explicit Asking(const std::vector<ContextWord>& context) {
    for (const ContextWord& word : context) words.push_back({word});
    for (const auto& word : words) entries.push_back({word, false});
    pattern.context = entries;
    pattern.scores.context = 0.8F;
    pattern.context_left = 30;
    pattern.context_right = 0;
  }
};

struct SlowWord {
  std::size_t begin;
  std::string key;
};

std::vector<SlowWord> WordsOf(std::string_view text) {
  std::vector<SlowWord> words;
  for (std::size_t pos = 0; pos < text.size();) {
    std::size_t end = pos;
    std::size_t next = 0;
    while (end < text.size() && text::IsWordChar(text::CharAt(text, end, &next))) end = next;
    if (end == pos) {
      text::CharAt(text, pos, &pos);
      continue;
    }
    char key[kMaxContextKey];
    words.push_back({pos, std::string(key, text::WordKey(text.substr(pos, end - pos), key, sizeof(key)))});
    pos = end;
  }
  return words;
}

bool Fits(const ContextWord& word, const std::string& key) {
  return word.open_back ? key.substr(0, word.key.size()) == word.key : key == word.key;
}

bool SlowHolds(const Asking& asking, const std::vector<SlowWord>& words, std::size_t from, std::size_t to) {
  return std::any_of(words.begin(), words.end(), [&](const SlowWord& word) {
    return word.begin >= from && word.begin < to &&
           std::any_of(asking.entries.begin(), asking.entries.end(),
                       [&](const ContextEntry& entry) { return Fits(entry.words[0], word.key); });
  });
}

TEST(KeysTest, TellWhatASlowReadingTells) {
  const Asking phone({{"telefon", false, true}, {"tel", false, false}, {"fon", false, true}, {"e", false, false}});
  const Asking pin({{"pin", false, false}, {"pk", false, false}, {"geb", false, true}, {"strasse", false, false}});
  ASSERT_TRUE(AsksForWord(phone.pattern));
  Keys keys;
  keys.AddContext(phone.pattern, {.track = 1, .patterns = 1, .reach = 3});
  keys.AddContext(pin.pattern, {.track = 2, .patterns = 4, .reach = 0});
  keys.Build();
  const std::vector<std::string> pieces = {"tel",
                                           "Telefon",
                                           "TELEFONNR",
                                           "tele",
                                           "fon",
                                           "Fax",
                                           "e",
                                           "E",
                                           "pin",
                                           "Pin",
                                           "PINS",
                                           "pk",
                                           "p",
                                           "ge",
                                           "geb\xD0\xB4",
                                           "gebäude",
                                           "Geb",
                                           "g",
                                           "str",
                                           "ß",
                                           "Straße",
                                           "strasse",
                                           "STRASSE",
                                           "für",
                                           "über",
                                           "\xC3\xA9",
                                           "Té",
                                           "\xE2\x82\xAC",
                                           "_",
                                           "-",
                                           ".",
                                           " ",
                                           "  ",
                                           "\n",
                                           "7",
                                           "12",
                                           "0",
                                           ":",
                                           "\xD0\xB4",
                                           "ﬁ",
                                           "ø",
                                           "Gé",
                                           "x"};
  std::mt19937_64 random(11);
  text::Prepared slice;
  std::size_t held = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string raw;
    for (std::size_t i = random() % 40; i > 0; --i) raw += pieces[random() % pieces.size()];
    raw += round % 2 == 0 ? " " : "";
    slice.Assign(raw);
    const std::string_view text = slice.text();
    const std::vector<SlowWord> words = WordsOf(text);
    Keys::Walk walk(keys, text, slice.maps());
    for (std::size_t pos = 0; pos < text.size(); pos += 1 + random() % 7) {
      const std::size_t from = pos > 33 ? pos - 33 : 0;
      const bool phone_near = SlowHolds(phone, words, from, pos);
      const bool pin_near = SlowHolds(pin, words, pos > 30 ? pos - 30 : 0, pos);
      EXPECT_EQ(walk.Holds(1, 1, from, pos), phone_near) << text << " at " << pos;
      EXPECT_EQ(walk.Holds(2, 4, pos > 30 ? pos - 30 : 0, pos), pin_near) << text << " at " << pos;
      EXPECT_FALSE(walk.Holds(2, 1, from, pos));
      EXPECT_TRUE(!phone_near || walk.Near(1, 1, pos) == 1) << text << " at " << pos;
      EXPECT_TRUE(!pin_near || walk.Near(2, 4, pos) == 4) << text << " at " << pos;
      held += phone_near ? 1 : 0;
    }
  }
  EXPECT_GT(held, 5000U);
}

TEST(KeysTest, WordsFarAwayAreNotNear) {
  const Asking phone({{"telefon", false, false}});
  Keys keys;
  keys.AddContext(phone.pattern, {.track = 1, .patterns = 1, .reach = 3});
  keys.Build();
  const std::string raw = "Telefon" + std::string(300, ' ') + "1 Telefonist";
  text::Prepared slice;
  slice.Assign(raw);
  Keys::Walk walk(keys, slice.text(), slice.maps());
  EXPECT_EQ(walk.Near(1, 1, 20), 1U);
  EXPECT_EQ(walk.Near(1, 1, 200), 0U);
  EXPECT_EQ(walk.Near(1, 1, raw.size() - 1), 0U);  // another word
}

TEST(KeysTest, PatternsAskOnlyWhereTheWordDecides) {
  Asking asking({{"tel", false, false}});
  EXPECT_TRUE(AsksForWord(asking.pattern));
  asking.pattern.scores.bare = 0.3F;
  EXPECT_FALSE(AsksForWord(asking.pattern));
  EXPECT_FALSE(AsksForWord(Asking({{"nummer", true, false}}).pattern));  // any letters before it
  EXPECT_FALSE(AsksForWord(Asking({{"nr", false, true}}).pattern));      // any third letter
}

std::string BeginsOf(std::string_view expression) {
  RegexFaults faults;
  const auto graph = ParseRegex(expression, false, &faults);
  EXPECT_TRUE(graph);
  std::string out;
  for (const BeginWord& word : DeriveBegins(*graph)) out += word.letters + (word.whole ? ". " : " ");
  return out;
}

TEST(BeginsTest, WordsThatAMatchBeginsWith) {
  EXPECT_EQ(BeginsOf("glpat-[\\w-]{20}"), "glpat. ");
  EXPECT_EQ(BeginsOf("gh[pousr]_\\w+"), "gho. ghp. ghr. ghs. ghu. ");
  EXPECT_EQ(BeginsOf("AIza\\w{35}"), "aiza ");
  EXPECT_EQ(BeginsOf("https?://hooks\\.x\\.com/\\w+"), "http. https. ");
  EXPECT_EQ(BeginsOf("SK[0-9a-f]{32}"), "");  // too vague
  EXPECT_EQ(BeginsOf("[a-z]+@\\w+"), "");     // anything
  EXPECT_EQ(BeginsOf("756\\.\\d{4}"), "");    // digits
  EXPECT_EQ(BeginsOf("key|[^a]bcd"), "");     // letters outside ASCII
  EXPECT_EQ(BeginsOf("#token \\w+"), "");     // no word
}

}  // namespace
}  // namespace maske::match
