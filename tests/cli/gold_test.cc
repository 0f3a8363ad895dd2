// Gold files: what is read from each format, and that what is broken is refused with file and line, and without a word of
// the gold.
#include "cli/gold.h"

#include <gtest/gtest.h>
#include <lzma.h>

#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

// "TEXT|LABEL:begin-end,…" a document.
std::string Shown(const GoldDocument& document) {
  std::string shown = document.text + "|";
  for (const GoldEntity& entity : document.entities) {
    if (!shown.ends_with('|')) shown.append(",");
    shown.append(entity.label).append(entity.nested ? "(nested)" : "").append(":");
    shown.append(std::to_string(entity.begin)).append("-").append(std::to_string(entity.end));
  }
  return shown;
}

std::vector<std::string> Read(const std::string& path, GoldFormat format) {
  std::vector<std::string> documents;
  const ExitCode code = ReadGold(path, format, [&](const GoldDocument& document) {
    documents.push_back(Shown(document));
    return kDone;
  });
  EXPECT_EQ(code, kDone) << path;
  return documents;
}

std::string Packed(std::string_view bytes) {
  std::string out(lzma_stream_buffer_bound(bytes.size()), '\0');
  std::size_t size = 0;
  const lzma_ret told =
      lzma_easy_buffer_encode(6, LZMA_CHECK_CRC64, nullptr, reinterpret_cast<const std::uint8_t*>(bytes.data()),
                              bytes.size(), reinterpret_cast<std::uint8_t*>(out.data()), &size, out.size());
  EXPECT_EQ(told, LZMA_OK);
  out.resize(size);
  return out;
}

using Documents = std::vector<std::string>;

TEST(GoldFormats, AreToldByTheName) {
  EXPECT_EQ(GoldFormatOf("a/b.jsonl"), GoldFormat::kJsonLines);
  EXPECT_EQ(GoldFormatOf("a.jsonl.xz"), GoldFormat::kJsonLines);
  EXPECT_EQ(GoldFormatOf("a.conll"), GoldFormat::kConll);
  EXPECT_EQ(GoldFormatOf("a.iob2.xz"), GoldFormat::kConll);
  EXPECT_EQ(GoldFormatOf("a.ann"), GoldFormat::kBrat);
  EXPECT_EQ(GoldFormatOf("/"), GoldFormat::kBrat);
  EXPECT_EQ(GoldFormatOf("-"), GoldFormat::kJsonLines);
  EXPECT_EQ(GoldFormatOf("a.txt"), std::nullopt);
  EXPECT_EQ(GoldFormatOf("jsonl"), std::nullopt);
}

TEST(JsonLinesGold, OffsetsAreCodePoints) {
  const Workspace ws;
  ws.Write("a.jsonl",
           "\xEF\xBB\xBF{\"id\":\"a\",\"source\":\"x\",\"text\":\"\xF0\x9F\x99\x82 Frau Öz\",\"entities\":"
           "[{\"start\":7,\"end\":9,\"type\":\"PER\",\"text\":\"Öz\",\"nested\":true,\"more\":[1]}]}\r\n"
           "\n  \n{\"text\":\"\",\"entities\":[]}");
  EXPECT_EQ(Read(ws.Path("a.jsonl"), GoldFormat::kJsonLines),
            (Documents{"\xF0\x9F\x99\x82 Frau Öz|PER(nested):7-9", "|"}));
  std::vector<std::string> ids;
  (void)ReadGold(ws.Path("a.jsonl"), GoldFormat::kJsonLines, [&](const GoldDocument& document) {
    ids.push_back(document.id + " " + document.source + " " + std::to_string(document.line));
    return kDone;
  });
  EXPECT_EQ(ids, (Documents{"\"a\" x 1", "\"line 4\"  4"}));
}

TEST(PackedGold, IsToldByItsBytes) {
  const Workspace ws;
  std::string lines;
  Documents expected;
  for (int i = 0; i < 20000; ++i) {  // several reads and more than one buffer when unpacked
    lines.append("{\"text\":\"Satz ").append(std::to_string(i)).append("\",\"entities\":[]}\n");
    expected.push_back("Satz " + std::to_string(i) + "|");
  }
  ws.Write("a.jsonl", Packed(lines));
  EXPECT_EQ(Read(ws.Path("a.jsonl"), GoldFormat::kJsonLines), expected);
  const std::size_t half = lines.find('\n', lines.size() / 2);
  ws.Write("b.jsonl", Packed(lines.substr(0, half)) + Packed(lines.substr(half)));
  EXPECT_EQ(Read(ws.Path("b.jsonl"), GoldFormat::kJsonLines), expected);
  ws.Write("empty.jsonl", "");
  EXPECT_EQ(Read(ws.Path("empty.jsonl"), GoldFormat::kJsonLines), Documents{});
}

TEST(ConllGold, SentencesAreDocuments) {
  const Workspace ws;
  ws.Write("a.conll",
           "# ein Kommentar\n"
           "Frau NN O\nBerta NE B-PER\nMusterfrau NE I-PER\nkam VV O\n"
           "\n \n"
           "# NN O\nÖz NE I-PER\nAnton NE B-PER\nBen NE B-PER\n. $. O\n");
  EXPECT_EQ(Read(ws.Path("a.conll"), GoldFormat::kConll),
            (Documents{"Frau Berta Musterfrau kam|PER:5-21", "# Öz Anton Ben .|PER:2-4,PER:5-10,PER:11-14"}));
}

TEST(ConllGold, IobOneAndTheSchemesWithEnds) {
  const Workspace ws;
  ws.Write("a.conll", "A\tI-PER\nB\tI-PER\nC\tI-LOC\nD\tO\nE\tI-PER\r\n");
  EXPECT_EQ(Read(ws.Path("a.conll"), GoldFormat::kConll), (Documents{"A B C D E|PER:0-3,LOC:4-5,PER:8-9"}));
  ws.Write("b.conll", "A\tS-PER\nB\tB-PER\nC\tE-PER\nD\tI-PER\nE\tU-PER\nF\tL-PER\n");
  EXPECT_EQ(Read(ws.Path("b.conll"), GoldFormat::kConll),
            (Documents{"A B C D E F|PER:0-1,PER:2-5,PER:6-7,PER:8-9,PER:10-11"}));
  ws.Write("c.conll", "A B-PER\n\nB I-PER\n");  // no entity goes over the end of a sentence
  EXPECT_EQ(Read(ws.Path("c.conll"), GoldFormat::kConll), (Documents{"A|PER:0-1", "B|PER:0-1"}));
}

TEST(ConllGold, DocstartBeginsADocumentOfSeveralLines) {
  const Workspace ws;
  ws.Write("a.conll",
           "-DOCSTART- -X- O O\n\nA x B-PER\nB x O\n\nC x B-PER\n\n-DOCSTART- -X- O O\n\n-DOCSTART- O\n\nD x O\n");
  EXPECT_EQ(Read(ws.Path("a.conll"), GoldFormat::kConll), (Documents{"A B\nC|PER:0-1,PER:4-5", "|", "D|"}));
}

TEST(BratGold, AFolderOfPairs) {
  const Workspace ws;
  ws.Write("g/b.txt", "Frau Öz\nund \xF0\x9F\x99\x82 Anton Testmann kamen.\n");
  ws.Write("g/b.ann",
           "T1\tPerson 5 7\tÖz\nT2\tPerson 14 28\tAnton Testmann\nR1\tKnows Arg1:T1 Arg2:T2\n#1\tNote T1\tx\n\n"
           "T3\tBoth 5 7;20 28\tÖz Testmann\nT4\tAcross 5 11\tÖz und\n*\tEquiv T1 T3\n");
  ws.Write("g/sub/a.txt", "");
  ws.Write("g/sub/a.ann", "");
  ws.Write("g/readme.txt", "kein Dokument");
  const Documents expected{
      "Frau Öz\nund \xF0\x9F\x99\x82 Anton Testmann kamen.\n|Person:5-7,Person:14-28,Both:5-7,Both:20-28,Across:5-11",
      "|"};
  EXPECT_EQ(Read(ws.Path("g"), GoldFormat::kBrat), expected);
  EXPECT_EQ(Read(ws.Path("g/b.ann"), GoldFormat::kBrat), Documents{expected.front()});
  EXPECT_EQ(Read(ws.Path("g/b.txt"), GoldFormat::kBrat), Documents{expected.front()});
  std::vector<std::string> ids;
  (void)ReadGold(ws.Path("g"), GoldFormat::kBrat, [&](const GoldDocument& document) {
    ids.push_back(document.id);
    return kDone;
  });
  EXPECT_EQ(ids, (Documents{"\"b\"", "\"sub/a\""}));
}

struct Broken {
  std::string name;
  std::string bytes;
  std::string said;  // behind the name
};

std::vector<Broken> BrokenFiles() {
  const std::string good = "{\"id\":1,\"text\":\"Geheim\",\"entities\":[]}\n";
  const auto entity = [&](const std::string& members) {
    return good + "{\"id\":2,\"text\":\"Ö Geheim\",\"entities\":[{" + members + "}]}\n" + good;
  };
  const std::string no_offsets = ": line 2: an entity has no \"start\" and \"end\"";
  const std::string outside = ": line 2: an entity lies outside of the text";
  const std::string ann_form = ": line 2: an annotation of text has the form";
  const std::string ann = "T1\tPER 0 6\tGeheim\n";
  const std::string packed = Packed(good + good + good);
  std::string damaged = packed;
  damaged[20] = static_cast<char>(damaged[20] ^ 1);
  return {
      {"a.jsonl", good + "{\"id\":2,\"text\":\"Geheim\"", ": line 2: this is no sound JSON"},
      {"a.jsonl", good + "Geheim\n", ": line 2: this is no sound JSON"},
      {"a.jsonl", good + "{\"text\":\"\xFF\",\"entities\":[]}\n", ": line 2: this is no sound JSON"},
      {"a.jsonl", good + "[\"Geheim\"]\n", ": line 2: this is no JSON object"},
      {"a.jsonl", good + "\n{\"id\":2,\"entities\":[]}\n", ": line 3: the object has no string \"text\""},
      {"a.jsonl", "{\"text\":5,\"entities\":[]}\n", ": line 1: the object has no string \"text\""},
      {"a.jsonl", "{\"text\":\"Geheim\"}\n", ": line 1: the object has no array \"entities\""},
      {"a.jsonl", "{\"text\":\"Geheim\",\"entities\":[5]}\n", ": line 1: an entity is no object"},
      {"a.jsonl", entity(R"("start":0,"type":"PER")"), no_offsets},
      {"a.jsonl", entity(R"("start":-1,"end":2,"type":"PER")"), no_offsets},
      {"a.jsonl", entity(R"("start":0.5,"end":2,"type":"PER")"), no_offsets},
      {"a.jsonl", entity(R"("start":"0","end":2,"type":"PER")"), no_offsets},
      {"a.jsonl", entity(R"("start":0,"end":9,"type":"PER")"), outside},
      {"a.jsonl", entity(R"("start":20,"end":21,"type":"PER")"), outside},
      {"a.jsonl", entity(R"("start":2,"end":2,"type":"PER")"), ": line 2: an entity ends where it begins or before"},
      {"a.jsonl", entity(R"("start":3,"end":2,"type":"PER")"), ": line 2: an entity ends where it begins or before"},
      {"a.jsonl", entity(R"("start":2,"end":8)"), ": line 2: an entity has no string \"type\""},
      {"a.jsonl", entity(R"("start":3,"end":8,"type":"PER","text":"Geheim")"), ": line 2: an entity's \"text\" is not"},
      {"a.jsonl", entity(R"("start":2,"end":8,"type":"PER","nested":"ja")"), ": line 2: an entity's \"nested\""},
      {"a.jsonl", "{\"text\":\"Geheim\\u0000\",\"entities\":[]}\n", ": line 1: "},
      {"a.jsonl.xz", packed.substr(0, packed.size() - 9), ": the xz data are cut off"},
      {"a.jsonl.xz", damaged, ": the xz data are damaged"},
      {"a.jsonl.xz", packed + "Geheim ist das hier", ": the xz data are damaged"},
      {"a.conll", "Geheim O\nGeheim\n", ": line 2: a token without a tag"},
      {"a.conll", "Geheim O\n\nGeheim B-\n", ": line 3: the last column is no tag"},
      {"a.conll", "Geheim O\nGeheim PER\n", ": line 2: the last column is no tag"},
      {"a.conll", "Geheim X-PER\n", ": line 1: the last column is no tag"},
      {"a.conll", "Geheim o\n", ": line 1: the last column is no tag"},
      {"a.conll", "Geheim O\nG\xFFheim O\n", ": line 2: the token is no UTF-8"},
      {"a.conll", "Geheim O\n\n-DOCSTART- O\n", ": line 3: the first -DOCSTART- comes after text"},
      {"a.ann", ann + "T2 PER 0 6 Geheim\n", ann_form},
      {"a.ann", ann + "T2\tPER 0-6\tGeheim\n", ann_form},
      {"a.ann", ann + "T2\tPER 0 x\tGeheim\n", ann_form},
      {"a.ann", ann + "T2\tPER\tGeheim\n", ann_form},
      {"a.ann", ann + "T2\tPER 0 6;\tGeheim\n", ann_form},
      {"a.ann", ann + "T2\tPER 6 6\t\n", ": line 2: an annotation ends where it begins"},
      {"a.ann", ann + "T2\tPER 0 8\tGeheim\n", ": line 2: an annotation lies outside of the text"},
      {"a.ann", ann + "T2\tPER 0 5\tGeheim\n", ": line 2: an annotation's text is not what stands"},
      {"a.ann", ann + "Geheim\n", ": line 2: a line begins with none of the letters of brat"},
  };
}

TEST(BrokenGold, IsRefusedWithFileLineAndReason) {
  for (const Broken& broken : BrokenFiles()) {
    const Workspace ws;
    ws.Write(broken.name, broken.bytes);
    if (broken.name == "a.ann") ws.Write("a.txt", "Geheim!");
    ws.Write("run.json", "alt");
    const Outcome run = ws.Run({"eval", "--misses", "9", "--false=9", "--json", "run.json", broken.name});
    EXPECT_EQ(run.status, 3) << broken.bytes << run;
    EXPECT_EQ(run.out, "") << broken.bytes << run;
    EXPECT_EQ(run.err.find("maske: " + broken.name + broken.said), 0U) << broken.bytes << run;
    EXPECT_EQ(run.err.find("eheim"), std::string::npos) << run;
    EXPECT_EQ(run.err.find('\n'), run.err.size() - 1) << run;
    EXPECT_EQ(ws.Read("run.json"), "alt");
  }
}

TEST(BrokenGold, FilesThatAreNotThere) {
  const Workspace ws;
  ws.Write("alone.ann", "");
  ws.Write("empty/readme.txt", "");
  ws.Write("bad/a.txt", "G\xFFheim");
  ws.Write("bad/a.ann", "");
  const auto said = [&](const std::vector<std::string>& words) {
    const Outcome run = ws.Run(words);
    EXPECT_EQ(run.status, 3) << run;
    return run.err;
  };
  EXPECT_EQ(said({"eval", "no.jsonl"}), "maske: cannot read no.jsonl: No such file or directory\n");
  EXPECT_EQ(said({"eval", "alone.ann"}), "maske: alone.ann: there is no text beside it; put alone.txt there\n");
  EXPECT_EQ(said({"eval", "empty"}), "maske: empty: there is no .ann file in this folder\n");
  EXPECT_EQ(said({"eval", "bad"}), "maske: bad/a.txt: this is no UTF-8\n");
  EXPECT_EQ(said({"eval", "--gold-format", "jsonl", "empty"}), "maske: cannot read empty: Is a directory\n");
}

}  // namespace
}  // namespace maske::cli
