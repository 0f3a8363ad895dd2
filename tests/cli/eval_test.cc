// maske eval: labels, lists, tables, JSON. That the figures are right is held by tests/reference/eval_twin.py.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/eval_labels.h"
#include "cli/harness.h"

namespace maske::cli {
namespace {

constexpr std::string_view kGold =
    "{\"id\":\"eins\",\"text\":\"Bitte an anna@example.org, sagt Xyz\",\"entities\":"
    "[{\"start\":9,\"end\":25,\"type\":\"EMAIL\"},{\"start\":32,\"end\":35,\"type\":\"PER\"}]}\n"
    "{\"id\":2,\"text\":\"Bitte\\nan ben@example.com in 10 Tagen\",\"entities\":[]}\n"
    "{\"id\":3,\"text\":\"Konto DE89 3704 0044 0532 0130 00\",\"entities\":[]}\n";

// The cells of the line that begins with a word.
std::vector<std::string> Cells(const std::string& text, const std::string& word) {
  std::vector<std::string> cells;
  const std::size_t at = text.find("\n  " + word + " ");
  if (at == std::string::npos) return cells;
  const std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
  std::string cell;
  for (const char c : line + " ") {
    if (c != ' ') {
      cell.push_back(c);
    } else if (!cell.empty()) {
      cells.push_back(cell);
      cell.clear();
    }
  }
  return cells;
}

bool Contains(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

TEST(Labels, OfWellKnownCorpora) {
  const Labels labels;
  for (const std::string_view label : {"PER", "PERSON", "person", "NAME_PATIENT", "NAME_EXT"}) {
    EXPECT_EQ(labels.TypeOf(label, ""), "PERSON") << label;
  }
  EXPECT_EQ(labels.TypeOf("STREET_ADDRESS", ""), "ADDRESS");
  EXPECT_EQ(labels.TypeOf("FAX", ""), "PHONE");
  EXPECT_EQ(labels.TypeOf("PHONE_STRICT_GROUPING_CASES", ""), "PHONE");
  EXPECT_EQ(labels.TypeOf("CREDIT_CARD", ""), "CARD");
  EXPECT_EQ(labels.TypeOf("HEALTH_INSURANCE", ""), "HEALTH_INSURANCE");
  EXPECT_EQ(labels.TypeOf("NAME_USERNAME", ""), "USERNAME");
  for (const std::string_view label : {"ORG", "LOC", "DATE", "LITERAL", "PERSONderiv", "", " ", "PER NAME_PATIENT"}) {
    EXPECT_EQ(labels.TypeOf(label, ""), "") << label;
  }
}

TEST(Labels, AStreetIsAnAddressInLettersOnly) {
  const Labels labels;
  EXPECT_EQ(labels.TypeOf("LOCATION_STREET", "grascco_phi"), "ADDRESS");
  EXPECT_EQ(labels.TypeOf("LOCATION_STREET", "traffic"), "");
}

TEST(Labels, OfOnesOwnWin) {
  Labels labels;
  labels.Map("Kunde", "PERSON");
  labels.Map("PER", "");
  EXPECT_EQ(labels.TypeOf("Kunde", ""), "PERSON");
  EXPECT_EQ(labels.TypeOf("PER", ""), "");
  EXPECT_EQ(labels.TypeOf("PERSON", ""), "PERSON");
}

TEST(Eval, ShowsATableAndNoText) {
  const Workspace ws;
  ws.Write("a.jsonl", kGold);
  const Outcome run = ws.Run({"eval", "--profile=fast", "a.jsonl"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.err, "");
  EXPECT_TRUE(run.out.starts_with("a.jsonl: 3 documents, 1 with gold\n  nothing leaks in 0.0000 of those with gold\n"));
  // Both addresses are found, one of them is gold; outside of gold there are 5+2+4 letters, then 5+2+13+2+2+5, 5+22.
  EXPECT_EQ(Cells(run.out, "EMAIL"),
            (std::vector<std::string>{"EMAIL", "1", "1.0000", "1.0000", "1.0000", "1.0000", "2", "0.5000", "0.19403"}));
  EXPECT_EQ(Cells(run.out, "PERSON"),
            (std::vector<std::string>{"PERSON", "1", "0.0000", "0.0000", "0.0000", "0.0000", "0", "-", "0.00000"}));
  EXPECT_TRUE(Contains(run.out, "  found but not annotated here, not counted: IBAN 1\n")) << run;
  EXPECT_FALSE(Contains(run.out, "example")) << run;
  EXPECT_EQ(ws.Run({"eval", "--profile=fast", "-"}, kGold).out, "standard input" + run.out.substr(7));
}

TEST(Eval, ListsWhatLeaksAndWhatIsMaskedForNothing) {
  const Workspace ws;
  ws.Write("a.jsonl", kGold);
  const std::string missed = "  missed: PERSON \"eins\": \"tte an anna@example.org, sagt \" [\"Xyz\"] \"\"\n";
  const std::string wrong = "  masked for nothing: EMAIL 2: \"Bitte\\nan \" [\"ben@example.com\"] \" in 10 Tagen\"\n";
  const std::string table = ws.Run({"eval", "--profile=fast", "a.jsonl"}).out;
  EXPECT_EQ(ws.Run({"eval", "--profile=fast", "--misses", "5", "a.jsonl"}).out, table + missed);
  EXPECT_EQ(ws.Run({"eval", "--profile=fast", "--false", "5", "a.jsonl"}).out, table + wrong);
  EXPECT_EQ(ws.Run({"eval", "--profile=fast", "--false=0", "--misses=0", "a.jsonl"}).out, table);
  std::string many;
  for (int i = 0; i < 9; ++i) {
    many.append("{\"id\":").append(std::to_string(i));
    many.append(R"(,"text":"an x@example.org, Konto DE89 3704 0044 0532 0130 00, Xyz, Abc","entities":[)"
                R"({"start":53,"end":56,"type":"PER"},{"start":58,"end":61,"type":"EMAIL"}]})"
                "\n");
  }
  const std::string out = ws.Run({"eval", "--profile=fast", "--misses=3", "--false=2", "-"}, many).out;
  for (const char* shown :
       {"missed: PERSON 0", "missed: EMAIL 0", "missed: PERSON 1", "nothing: EMAIL 0", "nothing: EMAIL 1"}) {
    EXPECT_TRUE(Contains(out, shown)) << shown << out;
  }
  for (const char* hidden : {"missed: EMAIL 1", "nothing: EMAIL 2", "nothing: IBAN"}) {
    EXPECT_FALSE(Contains(out, hidden)) << hidden << out;
  }
}

TEST(Eval, CountsRightAndWrongARule) {
  const Workspace ws;
  const std::string out = ws.Run({"eval", "--profile=fast", "--by-rule", "-"}, kGold).out;
  EXPECT_TRUE(Contains(out, "\n  type              rule    found   share   right   wrong    prec\n")) << out;
  const std::size_t at = out.find("  type              rule");
  EXPECT_EQ(Cells(out.substr(at), "EMAIL"),
            (std::vector<std::string>{"EMAIL", "email", "2", "1.0000", "1", "1", "0.5000"}));
  EXPECT_FALSE(Contains(out.substr(at), "IBAN")) << "a type that is not annotated";
}

// Each step knows what the one before it knows, and one thing more; each sentence of the text has what one step adds.
TEST(Eval, ShowsWhatNamesAreFoundBy) {
  const Workspace ws;
  const std::string text = "Frau Zoekemann rief an. Peter Schneider kam. Dann kam Zoekemann. Es ging um Sachen.";
  const auto entity = [&](std::string_view name, std::size_t from) {
    const std::size_t at = text.find(name, from);
    return "{\"start\":" + std::to_string(at) + ",\"end\":" + std::to_string(at + name.size()) + ",\"type\":\"PER\"}";
  };
  ws.Write("a.jsonl", "{\"text\":\"" + text + "\",\"entities\":[" + entity("Zoekemann", 0) + "," +
                          entity("Peter Schneider", 0) + "," + entity("Zoekemann", 20) + "]}\n");
  const Outcome run = ws.Run({"eval", "--by-evidence", "a.jsonl"});
  EXPECT_EQ(run.status, 0) << run;
  const std::size_t at = run.out.find("\n  by context ");
  ASSERT_NE(at, std::string::npos) << run;
  std::map<std::string, std::vector<std::string>> steps;  // by the second word of the row
  std::istringstream rows(run.out.substr(at + 1));
  for (std::string row; std::getline(rows, row);) {
    std::istringstream cells(row);
    std::string first;
    std::string name;
    cells >> first >> name;
    for (std::string cell; cells >> cell;) steps[name].push_back(cell);
  }
  ASSERT_EQ(steps.size(), 4U) << run;
  for (const auto& [name, cells] : steps) ASSERT_GT(cells.size(), 1U) << name;
  EXPECT_EQ(steps["context"][1], "0.3333") << run;
  EXPECT_EQ(steps["lexicon"][1], "0.6667") << run;
  EXPECT_EQ(steps["memory"][1], "1.0000") << run;
  const std::vector<std::string> whole = Cells(run.out, "PERSON");
  EXPECT_EQ(steps["model"], std::vector<std::string>(whole.begin() + 1, whole.end()));
  const Outcome piped = ws.Run({"eval", "--by-evidence", "-"}, kGold);
  EXPECT_EQ(piped.status, 2) << piped;
  EXPECT_TRUE(Contains(piped.err, "several times")) << piped;
}

TEST(Eval, MapsLabels) {
  const Workspace ws;
  const std::string gold =
      "{\"text\":\"an anna@example.org\",\"entities\":[{\"start\":3,\"end\":19,\"type\":\"Kontakt=Mail\"}]}\n";
  EXPECT_TRUE(Contains(ws.Run({"eval", "--profile=fast", "-"}, gold).out, ": 1 document, 0 with gold\n"));
  EXPECT_TRUE(
      Contains(ws.Run({"eval", "--profile=fast", "--label-map", "Kontakt=Mail=EMAIL", "-"}, gold).out, "1 with gold"));
  const std::string plain =
      "{\"text\":\"an anna@example.org\",\"entities\":[{\"start\":3,\"end\":19,\"type\":\"Kontakt\"}]}\n";
  const std::string out =
      ws.Run({"eval", "--profile=fast", "--label-map", "Ort=ADDRESS", "--label-map=Kontakt=EMAIL", "-"}, plain).out;
  EXPECT_EQ(Cells(out, "EMAIL")[1], "1") << out;
  EXPECT_TRUE(
      Contains(ws.Run({"eval", "--profile=fast", "--label-map", "PER=", "-"}, kGold).out, "1.0000 of those with gold"));
}

TEST(Eval, TheThreeFormatsAreTheSameGold) {
  const Workspace ws;
  ws.Write("a.jsonl",
           "{\"text\":\"Herr Anton Testmann schreibt an anna@example.org .\",\"entities\":["
           "{\"start\":5,\"end\":19,\"type\":\"PER\"},{\"start\":32,\"end\":48,\"type\":\"EMAIL\"}]}\n");
  ws.Write("a.conll", "Herr O\nAnton B-PER\nTestmann I-PER\nschreibt O\nan O\nanna@example.org B-EMAIL\n. O\n");
  ws.Write("g/a.txt", "Herr Anton Testmann schreibt an anna@example.org .");
  ws.Write("g/a.ann", "T1\tPER 5 19\tAnton Testmann\nT2\tEMAIL 32 48\tanna@example.org\n");
  const auto figures = [&](const std::vector<std::string>& words) {
    const Outcome run = ws.Run(words);
    EXPECT_EQ(run.status, 0) << run;
    return run.out.substr(run.out.find(':'));
  };
  const std::string expected = figures({"eval", "--profile=fast", "a.jsonl"});
  EXPECT_EQ(Cells(expected, "PERSON")[2], "1.0000") << expected;
  EXPECT_EQ(figures({"eval", "--profile=fast", "a.conll"}), expected);
  EXPECT_EQ(figures({"eval", "--profile=fast", "g"}), expected);
  ws.Write("gold", ws.Read("a.conll"));
  EXPECT_EQ(figures({"eval", "--profile=fast", "--gold-format", "conll", "gold"}), expected);
}

TEST(Eval, EachDocumentIsASessionOfItsOwn) {
  const Workspace ws;
  const std::string teach = "{\"text\":\"Sehr geehrter Herr Testmann,\",\"entities\":[]}\n";
  const std::string bare =
      "{\"text\":\"Morgen kommt Testmann wieder.\",\"entities\":[{\"start\":13,\"end\":21,\"type\":\"PER\"}]}\n";
  const std::string alone = ws.Run({"eval", "--profile=fast", "--json", "-"}, "").err;
  const std::string second = ws.Run({"eval", "--profile=fast", "--json", "-", "-"}, bare).out;
  const std::string after = ws.Run({"eval", "--profile=fast", "--json", "-", "-"}, teach + bare).out;
  const auto last_document = [](const std::string& json) { return json.substr(json.rfind("\"words\"")); };
  EXPECT_EQ(last_document(after), last_document(second));
}

TEST(Eval, JsonHasTheFiguresAndNoText) {
  const Workspace ws;
  ws.Write("a.jsonl", kGold);
  const Outcome run =
      ws.Run({"eval", "--profile=fast", "--misses=9", "--false=9", "--json", "-", "a.jsonl", "a.jsonl"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_TRUE(
      run.out.starts_with("{\"maske_eval\":1,\"files\":[\n{\"file\":\"a.jsonl\",\"documents\":3,\"with_gold\":1,"
                          "\"documents_clean\":0.0,\"documents_clean_95\":null,"))
      << run;
  EXPECT_TRUE(Contains(run.out, "\"EMAIL\":{\"gold\":1,\"found\":2,\"masked\":1.0,\"masked_95\":null,")) << run;
  EXPECT_TRUE(Contains(run.out, "\"prec\":0.5,")) << run;
  EXPECT_TRUE(Contains(run.out, "\"not_annotated\":{\"IBAN\":1}")) << run;
  EXPECT_TRUE(Contains(run.out, "\"rules\":[{\"type\":\"EMAIL\",\"rule\":\"email\",\"found\":2,\"right\":1}]")) << run;
  EXPECT_FALSE(Contains(run.out, "example")) << run;
  EXPECT_FALSE(Contains(run.out, "Xyz")) << run;
  const Outcome both = ws.Run({"eval", "--profile=fast", "--json", "run.json", "a.jsonl", "a.jsonl"});
  EXPECT_EQ(ws.Read("run.json"), run.out);
  const std::string table = ws.Run({"eval", "--profile=fast", "a.jsonl"}).out;
  EXPECT_EQ(both.out, table + table);
}

TEST(Eval, OptionsOfDetectionCount) {
  const Workspace ws;
  EXPECT_EQ(Cells(ws.Run({"eval", "--profile=fast", "--exclude-types", "EMAIL", "-"}, kGold).out, "EMAIL")[2],
            "0.0000");
  EXPECT_EQ(Cells(ws.Run({"eval", "--profile=fast", "--threshold", "1", "-"}, kGold).out, "EMAIL")[2], "0.0000");
}

TEST(Eval, WhatCannotBeWrittenIsStatusFour) {
  const Workspace ws;
  ws.Write("a.jsonl", kGold);
  EXPECT_EQ(ws.Run({"eval", "--profile=fast", "--json", "no/such/folder/run.json", "a.jsonl"}).status, 4);
  RunOptions full;
  full.stdout_path = "/dev/full";
  EXPECT_EQ(ws.Run({"eval", "--profile=fast", "--json", "run.json", "a.jsonl"}, "", full).status, 4);
  EXPECT_FALSE(ws.Exists("run.json"));
}

// The words of the lines of a file that begin with "maske eval", up to a comment.
std::vector<std::vector<std::string>> EvalLines(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("maske eval ")) continue;
    std::istringstream words(line.substr(0, line.find('#')));
    std::vector<std::string>& found = lines.emplace_back();
    for (std::string word; words >> word;) found.push_back(word);
    found.erase(found.begin());
  }
  return lines;
}

TEST(Eval, TheLinesOfTheReadmeRunAsWritten) {
  for (const char* name : {"/README.md", "/README.de.md", "/docs/evaluation.md"}) {
    const Workspace ws;
    for (const char* gold : {"letters.jsonl", "briefe.jsonl"}) ws.Write(gold, kGold);
    for (const char* run : {"before.json", "after.json", "vorher.json", "nachher.json"}) {
      ASSERT_EQ(ws.Run({"eval", "--profile=fast", "--json", run, "letters.jsonl"}).status, 0);
    }
    const auto lines = EvalLines(std::string(MASKE_READMES) + name);
    EXPECT_GE(lines.size(), 2U) << name;
    for (const std::vector<std::string>& words : lines) {
      const Outcome run = ws.Run(words);
      EXPECT_EQ(run.status, 0) << name << run;
      EXPECT_NE(run.out, "") << name << run;
    }
  }
}

}  // namespace
}  // namespace maske::cli
