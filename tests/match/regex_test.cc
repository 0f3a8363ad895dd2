// The graph of an expression and what is derived from it, against RE2: random expressions and texts. Wherever RE2
// matches, the first bytes, the event and the automaton must have said that it may. Seeds are fixed.
#include "match/regex.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "match/begins.h"
#include "match/prefilter.h"
#include "match/start.h"

namespace maske::match {
namespace {

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}
  std::size_t Below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }

  std::string Expression(int depth) {
    std::string out;
    for (std::size_t i = Below(3) + 1; i > 0; --i) out += Atom(depth) + Repeat();
    if (Below(4) == 0) out += "|" + Atom(depth);
    return out;
  }
  // Expressions that begin with one of few words.
  std::string Word() {
    static const char* const letters[] = {"a", "b", "A", "k", "[as]", "[kK]", "0?b"};
    std::string out;
    for (std::size_t i = Below(3) + 1; i > 0; --i) out += letters[Below(std::size(letters))];
    return Below(2) == 0 ? out + "-" : out + "_" + out;
  }
  std::string Text() {
    static const char* const pieces[] = {"a", "b", "A", "B", "k", "K", "s", "0",  "7",        "@",
                                         ":", "=", "_", "+", "-", ".", " ", "\n", "\xC3\xA4", "\xE2\x82\xAC",
                                         "z", "("};
    std::string text;
    for (std::size_t i = Below(12) + 1; i > 0; --i) text += pieces[Below(std::size(pieces))];
    return text;
  }

 private:
  std::string Atom(int depth) {
    static const char* const atoms[] = {"a",
                                        "B",
                                        "k",
                                        "\\d",
                                        "\\w",
                                        "\\s",
                                        "\\D",
                                        "[a-c]",
                                        "[^a]",
                                        "[^\\x00-\\x7F]",
                                        "[0-9A-F]",
                                        "@",
                                        ":",
                                        "=",
                                        "_",
                                        "\\+",
                                        "-",
                                        "\\.",
                                        ".",
                                        "\xC3\xA4",
                                        "\\pL",
                                        "\\p{Lu}",
                                        "[[:alpha:]]",
                                        "[[:^digit:]]",
                                        "\\x{e4}",
                                        "\\Qa.b\\E",
                                        "(?i:b\xC3\xA4)",
                                        "(?s:.)",
                                        "^",
                                        "$",
                                        "[\\d_-]",
                                        "\\PL",
                                        "\\("};
    if (depth > 0 && Below(3) == 0) return (Below(2) == 0 ? "(" : "(?:") + Expression(depth - 1) + ")";
    return atoms[Below(std::size(atoms))];
  }
  std::string Repeat() {
    static const char* const repeats[] = {"", "", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "+?", "??"};
    return repeats[Below(std::size(repeats))];
  }
  std::mt19937_64 random_;
};

bool IsWordByte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

// Whether the event stands at text[at], for a match that begins at pos.
bool EventAt(const Start& start, const std::string& text, std::size_t pos, std::size_t at) {
  const char c = text[at];
  switch (start.event) {
    case Event::kAt:
      return c == '@';
    case Event::kBracket:
      return c == '[';
    case Event::kPlus:
      return c == '+';
    case Event::kUnderscore:
      return c == '_';
    case Event::kEquals:
      return c == '=';
    case Event::kColon:
      return c == ':';
    case Event::kKeyword:
      return c == ':' || c == '=';
    case Event::kCapital:
      return c >= 'A' && c <= 'Z' && at > pos && IsWordByte(text[at - 1]);
    case Event::kDigit:
      return c >= '0' && c <= '9';
    case Event::kByte:
      return c == start.byte;
    case Event::kUpper:
      return c >= 'A' && c <= 'Z';
    case Event::kWord:
      return at == pos && IsWordByte(c) && c != '_';
    case Event::kScan:
      return true;
  }
  return false;
}

// The bytes around an event at `at` are those that the start tells, for a match that begins at pos.
bool AroundFits(const Start& start, const std::string& text, std::size_t pos, std::size_t at) {
  if (at == pos && start.event != Event::kWord && !start.at_event) return false;
  for (std::size_t i = 0; i < kRightBytes && at + i < text.size(); ++i) {
    if (!start.right[i].Has(static_cast<unsigned char>(text[at + i]))) return false;
  }
  for (std::size_t i = 0; i < kLeftBytes && i < at; ++i) {
    const bool begun = i == 0 && at == pos;
    if (!begun && !start.left[i].Has(static_cast<unsigned char>(text[at - 1 - i]))) return false;
  }
  return true;
}

// The automata of the start's event say that the match that begins at pos may have its event at `at`.
bool Meets(const EventDfas& dfas, const std::string& text, std::size_t pos, std::size_t at) {
  if (!dfas.ahead.view().Accepts(text, at)) return false;
  const Dfa back = dfas.back.view();
  Dfa::State state = back.start;
  for (; at > pos; --at) state = back.Next(state, static_cast<unsigned char>(text[at - 1]));
  return (back.At(state) & Dfa::kAccepts) != 0;
}

// A start and its automata; none for kWord and kScan.
using Trigger = std::pair<Start, std::unique_ptr<EventDfas>>;

// The match [pos, end) of the text is announced by one of the starts.
bool Announced(const std::vector<Trigger>& triggers, const std::string& text, std::size_t pos, std::size_t end) {
  for (const auto& [start, dfas] : triggers) {
    if (start.event == Event::kScan) return true;
    if (!start.first.Has(static_cast<unsigned char>(text[pos]))) continue;
    for (std::size_t at = pos; at < end && at - pos <= start.reach; ++at) {
      if (!EventAt(start, text, pos, at)) continue;
      if (AroundFits(start, text, pos, at) && (dfas == nullptr || Meets(*dfas, text, pos, at))) return true;
      break;
    }
  }
  return false;
}

// The word at text[pos] is one of those that a match may begin with.
bool Begun(const std::vector<BeginWord>& begins, const std::string& text, std::size_t pos) {
  std::string letters;
  while (pos < text.size() && IsWordByte(text[pos]) && text[pos] != '_') {
    const char c = text[pos++];
    letters += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  const bool ends = pos == text.size() || static_cast<unsigned char>(text[pos]) < 0x80;
  return begins.empty() || std::any_of(begins.begin(), begins.end(), [&](const BeginWord& begin) {
           return begin.whole ? ends && letters == begin.letters
                              : letters.substr(0, begin.letters.size()) == begin.letters;
         });
}

TEST(RegexTest, WhereRe2MatchesTheDerivedTriggersSaidSo) {
  Maker maker(42);
  std::size_t matches = 0;
  std::size_t derived = 0;
  std::size_t begun = 0;
  re2::RE2::Options options;
  options.set_log_errors(false);
  for (int round = 0; round < 1500; ++round) {
    const std::string expression = (round % 3 == 0 ? maker.Word() : "") + maker.Expression(round % 3 == 0 ? 0 : 2);
    const bool fold = maker.Below(3) == 0;
    const re2::RE2 re2((fold ? "(?im:" : "(?m:") + expression + ")", options);
    if (!re2.ok()) continue;
    RegexFaults faults;
    const auto graph = ParseRegex(expression, fold, &faults);
    ASSERT_TRUE(graph) << expression;
    if (MatchesEmpty(*graph)) continue;
    const std::vector<Start> starts =
        DeriveStarts(*graph, {.max_bytes = 200, .left_open = false, .left_word = true, .event = {}});
    ASSERT_FALSE(starts.empty());
    derived += starts[0].event == Event::kScan ? 0 : 1;
    Pattern pattern;
    pattern.expression = expression;
    pattern.ignore_case = fold;
    pattern.right.kind = EdgeKind::kNone;
    const Pattern* patterns[] = {&pattern};
    std::vector<Trigger> triggers;
    for (const Start& start : starts) {
      const bool walks = start.event != Event::kScan && start.event != Event::kWord;
      triggers.emplace_back(start, walks ? std::make_unique<EventDfas>(pattern, start.event, start.byte) : nullptr);
    }
    const Prefilter whole(patterns);  // from the match's begin
    const std::vector<BeginWord> begins = DeriveBegins(*graph);
    begun += begins.empty() ? 0 : 1;
    for (int i = 0; i < 30; ++i) {
      const std::string text = maker.Text();
      for (std::size_t pos = 0; pos < text.size(); ++pos) {
        if ((static_cast<unsigned char>(text[pos]) & 0xC0) == 0x80) continue;
        // Digits begin their run and words their word, as the left edge of a pattern says.
        if (pos > 0 && IsWordByte(text[pos - 1])) continue;
        re2::StringPiece match;
        if (!re2.Match(text, pos, text.size(), re2::RE2::ANCHOR_START, &match, 1)) continue;
        ++matches;
        EXPECT_TRUE(Announced(triggers, text, pos, pos + match.size()))
            << expression << " in " << text << " at " << pos;
        EXPECT_EQ(whole.Ahead(1, text, pos), 1U) << expression << " in " << text << " at " << pos;
        EXPECT_TRUE(Begun(begins, text, pos)) << expression << " in " << text << " at " << pos;
      }
    }
  }
  EXPECT_GT(matches, 10000U);
  EXPECT_GT(derived, 200U);
  EXPECT_GT(begun, 50U);
}

TEST(RegexTest, TheAutomatonRefusesWhatCannotMatch) {
  Pattern phone;
  phone.expression = "0\\d{2,4}[ /-]\\d{4,8}";
  Pattern date;
  date.expression = "\\d\\d\\.\\d\\d\\.\\d{4}";
  const Pattern* patterns[] = {&phone, &date};
  const Prefilter both(patterns);
  const EventDfas phones(phone, Event::kDigit, 0);
  const EventDfas dates(date, Event::kDigit, 0);
  const auto accepts = [&](std::string_view text) {
    const Prefilter::Mask each =
        (phones.ahead.view().Accepts(text, 0) ? 1U : 0U) | (dates.ahead.view().Accepts(text, 0) ? 2U : 0U);
    EXPECT_EQ(both.Ahead(3, text, 0), each) << text;
    return each;
  };
  EXPECT_EQ(accepts("030 1234567"), 1U);
  EXPECT_EQ(accepts("03.04.2020"), 2U);
  EXPECT_EQ(both.Ahead(1, "03.04.2020", 0), 0U);
  EXPECT_EQ(accepts("03.04.20201"), 0U);  // the right edge is a word's
  EXPECT_EQ(accepts("030 123"), 0U);
  EXPECT_EQ(accepts("030 1234"), 1U);          // the text's end is an edge
  EXPECT_EQ(accepts("030 1234\xC3\xA4"), 1U);  // perhaps a letter: not its business
  EXPECT_EQ(accepts("abc"), 0U);
}

// What an automaton would need too many states for is let through, not lost.
TEST(RegexTest, AnAutomatonThatGrowsTooLargeSaysYes) {
  Pattern wide;
  wide.expression = "[a-z]*x[a-z]{14}=[a-z]+!";
  RegexFaults faults;
  ASSERT_TRUE(ParseRegex(wide.expression, false, &faults));
  const EventDfas dfas(wide, Event::kEquals, 0);
  EXPECT_LE(dfas.back.rows.size(), (Automaton::kMaxDfaStates + 2) * dfas.back.width);
  std::mt19937_64 random(5);
  for (int round = 0; round < 500; ++round) {
    std::string word;
    for (std::size_t i = random() % 30 + 16; i > 0; --i) word += random() % 2 == 0 ? 'x' : 'a';
    word[word.size() - 15] = 'x';
    EXPECT_TRUE(Meets(dfas, word + "=ab!", 0, word.size())) << word;
  }
  EXPECT_FALSE(Meets(dfas, "xa=ab!", 0, 2));
  EXPECT_FALSE(Meets(dfas, "xaaaaaaaaaaaaaa=ab?", 0, 15));
}

Start StartOf(std::string_view expression, bool left_word = true) {
  RegexFaults faults;
  const auto graph = ParseRegex(expression, false, &faults);
  EXPECT_TRUE(graph);
  return DeriveStarts(*graph, {.max_bytes = 100, .left_open = !left_word, .left_word = left_word, .event = {}}).front();
}

TEST(StartTest, Events) {
  EXPECT_EQ(StartOf("[a-z.]+@[a-z]+").event, Event::kAt);
  EXPECT_EQ(StartOf("[a-z.]+@[a-z]+").reach, 100);
  EXPECT_EQ(StartOf("\\d{3}-\\d{4}").event, Event::kDigit);
  EXPECT_EQ(StartOf("\\d{3}-\\d{4}").reach, 0);
  EXPECT_TRUE(StartOf("\\d{3}-\\d{4}").at_event);
  EXPECT_EQ(StartOf("\\d{3}-\\d{4}").right[3], ByteSet::Of("-"));
  EXPECT_FALSE(StartOf("[A-Z]{2} ?\\d{2}").at_event);
  EXPECT_EQ(StartOf("[A-Z]{2} ?\\d{2}").left[1], ByteSet::All());
  EXPECT_EQ(StartOf("ghp_[A-Za-z0-9]+").left[1], ByteSet::Of("h"));
  EXPECT_EQ(StartOf("\\d[^a]\\d", false).event, Event::kScan);  // behind a digit, it begins no run
  EXPECT_EQ(StartOf("[A-Z]{2} ?\\d{2}").event, Event::kCapital);
  EXPECT_EQ(StartOf("[A-Z]{2} ?\\d{2}").reach, 1);
  EXPECT_EQ(StartOf("ghp_[A-Za-z0-9]+").event, Event::kUnderscore);
  EXPECT_EQ(StartOf("ghp_[A-Za-z0-9]+").reach, 3);
  EXPECT_EQ(StartOf("wort ?[:=] ?\\S+").event, Event::kKeyword);
  EXPECT_EQ(StartOf("geheim [a-z]+").event, Event::kWord);
  EXPECT_EQ(StartOf("\\([a-z ]+\\)").event, Event::kByte);
  EXPECT_EQ(StartOf("\\([a-z ]+\\)").byte, '(');
  EXPECT_EQ(StartOf("[a-z]{3}\\dQ~[a-z]+").byte, '~');
  EXPECT_EQ(StartOf(" [a-z]+ ").event, Event::kScan);
}

}  // namespace
}  // namespace maske::match
