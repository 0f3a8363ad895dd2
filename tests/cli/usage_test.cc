// Wrong uses: each gives status 2, writes nothing, and says what is wrong and what to do.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

struct WrongUse {
  std::vector<std::string> words;
  std::string said;  // a piece of the message
};

const std::vector<WrongUse>& WrongUses() {
  static const std::vector<WrongUse> uses{
      {{"--typse", "EMAIL"}, "unknown option --typse (did you mean --types?); see maske mask --help"},
      {{"--stat"}, "unknown option --stat (did you mean --stats?)"},
      {{"--thershold=0.5"}, "unknown option --thershold (did you mean --threshold?)"},
      {{"--vualt", "v"}, "unknown option --vualt (did you mean --vault?)"},
      {{"restore", "--line-buffered"}, "option --line-buffered belongs to: mask, detect"},
      {{"--line-bufered"}, "unknown option --line-bufered (did you mean --line-buffered?)"},
      {{"-x"}, "unknown option -x"},
      {{"--in-place"}, "--in-place needs the files that it replaces"},
      {{"--in-place", "-"}, "standard input is no regular file and cannot be replaced; leave out --in-place"},
      {{"--in-place", "/dev/null"}, "/dev/null is no regular file"},
      {{"--in-place", "out", "./out"}, "./out is named twice"},
      {{"--in-place", "out", "-o", "new"}, "--in-place writes to the files themselves; leave out -o"},
      {{"--in-place=../x", "out"}, "--in-place takes a suffix of a file's name such as .bak, not a path"},
      {{"--in-place", "--in-place=.x", "out"}, "--in-place is given twice"},
      {{"-i", "--map", "out", "out"}, "out is the map; name another file"},
      {{"detect", "--in-place"}, "option --in-place belongs to: mask"},
      {{"-j", "many"}, "--jobs takes a number of threads from 0 (all processors) to 256, not \"many\""},
      {{"-j-1"}, "--jobs takes a number of threads"},
      {{"-j", "257"}, "--jobs takes a number of threads"},
      {{"-j"}, "--jobs needs its argument: --jobs N"},
      {{"restore", "-j", "2"}, "unknown option -j"},
      {{"--scope", "file"}, "--scope takes document or session, not \"file\""},
      {{"--scope", "document", "--map", "m"}, "--scope document gives one placeholder to several originals"},
      {{"--profile", "strickt"}, "--profile takes fast, balanced or strict, not \"strickt\" (did you mean strict?)"},
      {{"restore", "--profile", "fast"}, "option --profile belongs to: mask, detect, explain"},
      {{"--type", "EMAIL"}, "unknown option --type (did you mean --types?)"},
      {{"--fail-on", "EMAIL"}, "option --fail-on belongs to: detect"},
      {{"--offsets", "byte"}, "option --offsets belongs to: detect"},
      {{"--text"}, "option --text belongs to: detect"},
      {{"--documents"}, "option --documents belongs to: detect"},
      {{"detect", "--labels", "de"}, "option --labels belongs to: mask, through, hint"},
      {{"detect", "--map", "m"}, "option --map belongs to: mask, restore"},
      {{"restore", "--types", "EMAIL"}, "option --types belongs to: mask, detect"},
      {{"hint", "--stats"}, "option --stats belongs to: mask, restore, detect"},
      {{"--format", "jsn"},
       "--format takes text, jsonl, json, sse-openai or sse-anthropic, not \"jsn\" (did you mean json?)"},
      {{"detect", "--format", "json"}, "option --format belongs to: mask, restore"},
      {{"--format", "sse-openai"}, "--format sse-openai is for restore; mask takes text, jsonl or json"},
      {{"--style", "%PERSON_1%"}, "--style: this style of placeholders cannot be taken: "},
      {{"restore", "--map", "out", "--style", "x"}, "--style: this style of placeholders cannot be taken: "},
      {{"hint", "--style", "PERSON_1"}, "--style: this style of placeholders cannot be taken: "},
      {{"restore", "--map", "out", "--restore-strict", "--restore-loose"},
       "--restore-strict and --restore-loose say opposite"},
      {{"--restore-loose"}, "option --restore-loose belongs to: restore, through"},
      {{"through"}, "through needs the command that gets the masked text: maske through -- COMMAND"},
      {{"through", "--map", "m", "--", "cat"}, "option --map belongs to: mask, restore"},
      {{"--types"}, "--types needs its argument: --types A,B"},
      {{"--types="}, "--types needs its argument"},
      {{"--types", ""}, "--types needs its argument"},
      {{"--types", "--stats"}, "--types needs its argument"},
      {{"-o"}, "--output needs its argument: --output FILE"},
      {{"--stats=3"}, "--stats takes no argument"},
      {{"--types", "EMIAL"},
       "--types: there is no type \"EMIAL\" (did you mean EMAIL?); maske patterns list shows them"},
      {{"--types", "email"}, "there is no type \"email\" (did you mean EMAIL?)"},
      {{"--types", "EMAIL,,IBAN"}, "--types: an empty name between the commas"},
      {{"--exclude-types", "PERSONS"}, "--exclude-types: there is no type \"PERSONS\" (did you mean PERSON?)"},
      {{"--exclude-types", "QQQQ"}, "there is no type \"QQQQ\"; maske patterns list"},
      {{"detect", "--fail-on", "EMAILS"}, "--fail-on: there is no type \"EMAILS\" (did you mean EMAIL?)"},
      {{"detect", "--fail-on", "DATE"}, "--fail-on: DATE is not looked for; name it in --types"},
      {{"detect", "--fail-on", "EMAIL", "--exclude-types", "EMAIL"}, "--fail-on: EMAIL is not looked for"},
      {{"detect", "--fail-on", "EMAIL", "--types", "IBAN"}, "--fail-on: EMAIL is not looked for"},
      {{"--lang", "deutsch"}, "--lang: there is no language \"deutsch\"; there are "},
      {{"--lang", "de,,en"}, "--lang: an empty name between the commas"},
      {{"--exclude-rules", "emial"}, "--exclude-rules: there is no rule \"emial\" (did you mean email?)"},
      {{"--exclude-rules", "email,"}, "--exclude-rules: an empty name between the commas"},
      {{"--exclude-rules", "placeholder_form"}, "the rule 'placeholder_form' cannot be excluded"},
      {{"restore", "--lang", "de"}, "option --lang belongs to: mask, detect, explain, through, eval"},
      {{"restore", "--salutations"}, "option --salutations belongs to: mask, detect, explain"},
      {{"--threshold", "1.5"}, "--threshold takes a number from 0 to 1 such as 0.5, not \"1.5\""},
      {{"--threshold", "0,5"}, "--threshold takes a number from 0 to 1"},
      {{"--threshold", "half"}, "--threshold takes a number from 0 to 1"},
      {{"--threshold", "nan"}, "--threshold takes a number from 0 to 1"},
      {{"--threshold", "0.5x"}, "--threshold takes a number from 0 to 1"},
      {{"--threshold=-1"}, "--threshold takes a number from 0 to 1"},
      {{"--threshold", "0.5", "--threshold", "0.6"}, "--threshold is given twice"},
      {{"-o", "a", "-o", "b"}, "--output is given twice"},
      {{"--labels", "fr"}, "--labels takes en or de, not \"fr\""},
      {{"--labels", "den"}, "not \"den\" (did you mean en?)"},
      {{"detect", "--offsets", "utf-16"},
       "--offsets takes byte, codepoint or utf16, not \"utf-16\" (did you mean utf16?)"},
      {{"detect", "--format-out", "tabel"}, "--format-out takes json or table, not \"tabel\" (did you mean table?)"},
      {{"detect", "--documents", "--format-out", "table"}, "--documents has no table"},
      {{"restore"}, "restore needs what masking kept: --map FILE or --vault FILE"},
      {{"--map", "/dev/null"}, "is no regular file"},
      {{"--patterns", "no/such/folder"}, "no/such/folder"},
      {{"--only-patterns", "no/such/folder"}, "no/such/folder"},
      {{"-", "-"}, "standard input (-) can be read only once"},
      {{"hint", "a"}, "hint takes no files"},
      {{"patterns"}, "say what to do: maske patterns list, check or test"},
      {{"patterns", "lst"}, "patterns can list, check and test, not \"lst\" (did you mean list?)"},
      {{"patterns", "test"}, "patterns test needs a folder: maske patterns test DIR"},
      {{"patterns", "test", "no/such/folder"}, "no/such/folder"},
      {{"patterns", "check"}, "patterns check needs a folder: maske patterns check DIR"},
      {{"patterns", "check", "no/such/folder"}, "no/such/folder"},
      {{"eval"}, "eval needs gold: maske eval GOLD..."},
      {{"eval", "a.txt"},
       "a.txt: the name does not say how the gold is written; say --gold-format jsonl, conll or brat"},
      {{"eval", "--gold-format", "json", "-"}, "--gold-format takes jsonl, conll or brat, not \"json\""},
      {{"eval", "--misses", "viele", "-"}, "--misses takes a number such as 20, not \"viele\""},
      {{"eval", "--false=-1", "-"}, "--false takes a number such as 20, not \"-1\""},
      {{"eval", "--label-map", "PER", "-"}, "--label-map takes FROM=TO such as PER=PERSON, not \"PER\""},
      {{"eval", "--label-map", "=PERSON", "-"}, "--label-map takes FROM=TO"},
      {{"eval", "--label-map", "PER=PERSN", "-"}, "--label-map: there is no type \"PERSN\" (did you mean PERSON?)"},
      {{"eval", "-", "-"}, "standard input (-) can be read only once"},
      {{"eval", "--compare", "a.json"}, "--compare takes two runs: --compare A.json B.json"},
      {{"eval", "--map", "m", "-"}, "option --map belongs to: mask, restore"},
      {{"patterns", "check", "--patterns", "."}, "patterns check takes its folders without an option"},
  };
  return uses;
}

TEST(Usage, EveryWrongUseIsRefusedWithItsReason) {
  const Workspace ws;
  ws.Write("out", "alt");
  for (const WrongUse& use : WrongUses()) {
    std::string shown = "maske";
    for (const std::string& word : use.words) shown.append(" ").append(word);
    const Outcome run = ws.Run(use.words, kText);
    EXPECT_EQ(run.status, 2) << shown << "\n" << run;
    EXPECT_EQ(run.out, "") << shown << "\n" << run;
    EXPECT_TRUE(run.err.starts_with("maske: ")) << shown << "\n" << run;
    EXPECT_NE(run.err.find(use.said), std::string::npos) << shown << "\n" << run;
    EXPECT_EQ(run.err.find("anna"), std::string::npos) << shown << "\n" << run;
    EXPECT_EQ(run.err.find('\n'), run.err.size() - 1) << shown << "\n" << run;
  }
  EXPECT_EQ(ws.Names(), std::vector<std::string>{"out"});
}

TEST(Usage, AnArgumentIsTakenInEveryForm) {
  const Workspace ws;
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"-oout"}, {"-o", "out"}, {"--output", "out"}, {"--output=out"}}) {
    ASSERT_EQ(ws.Run(words, kText).status, 0);
    EXPECT_EQ(ws.Read("out"), kMasked);
    ws.Write("out", "");
  }
}

TEST(Usage, OptionsMayFollowFiles) {
  const Workspace ws;
  ws.Write("a", "an anna@example.org\n");
  EXPECT_EQ(ws.Run({"a", "--labels", "de"}).out, "an [E-MAIL_1]\n");
  ws.Write("--labels", "an ben@example.com\n");
  EXPECT_EQ(ws.Run({"a", "--", "--labels"}).out, "an [EMAIL_1]\nan [EMAIL_2]\n");
}

}  // namespace
}  // namespace maske::cli
