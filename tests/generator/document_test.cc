// The generated documents: gold that fits the text, no unfilled tag, the same bytes for the same seed.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "generator/kinds.h"

namespace maske::generator {
namespace {

constexpr const char* kKinds[] = {"letters", "mails", "tables", "logs", "chat"};

TEST(Document, GoldIsSortedDisjointAndNotEmpty) {
  const Lexicon lexicon = Lexicon::BuiltIn();
  for (const char* kind : kKinds) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      Random random(seed);
      Document document;
      ASSERT_TRUE(MakeDocument(kind, &random, lexicon, &document));
      std::size_t end = 0;
      for (const Gold& gold : document.entities) {
        EXPECT_LE(end, gold.begin);
        EXPECT_LT(gold.begin, gold.end);
        end = gold.end;
      }
      EXPECT_LE(end, document.text.size());
      EXPECT_EQ(document.text.find_first_of("{}"), std::string::npos) << kind << " " << seed << "\n" << document.text;
    }
  }
}

TEST(Document, LettersAndMailsHoldEveryTypeThatTheFiguresAreTakenFrom) {
  std::map<std::string, int> count;
  const Lexicon lexicon = Lexicon::BuiltIn();
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    Document document;
    ASSERT_TRUE(MakeDocument("post", &random, lexicon, &document));
    for (const Gold& gold : document.entities) ++count[gold.type];
  }
  for (const char* type : {"PERSON", "ADDRESS", "EMAIL", "IBAN", "PHONE", "DOB", "TAX_ID", "VAT_ID", "CARD", "BIC"}) {
    EXPECT_GT(count[type], 10) << type;
  }
}

TEST(Document, SameSeedSameBytes) {
  const Lexicon lexicon = Lexicon::BuiltIn();
  for (const char* kind : {"mixed", "garbage"}) {
    Random one(7), two(7), other(8);
    Document a, b, c;
    ASSERT_TRUE(MakeDocument(kind, &one, lexicon, &a));
    ASSERT_TRUE(MakeDocument(kind, &two, lexicon, &b));
    ASSERT_TRUE(MakeDocument(kind, &other, lexicon, &c));
    EXPECT_EQ(a.text, b.text);
    EXPECT_NE(a.text, c.text);
  }
  Random random(1);
  Document none;
  EXPECT_FALSE(MakeDocument("poems", &random, lexicon, &none));
}

TEST(Document, JsonLineCountsCodePointsAndEscapes) {
  Writer writer;
  writer.Text("Größe \"x\"\n\t");
  writer.Entity("PERSON", "Jürgen Ökonom");
  writer.Text("s");
  EXPECT_EQ(ToJsonLine(writer.Take(), "d\\1"),
            "{\"id\":\"d\\\\1\",\"source\":\"generated\",\"text\":\"Größe \\\"x\\\"\\u000a\\u0009Jürgen Ökonoms\","
            "\"entities\":[{\"start\":11,\"end\":24,\"type\":\"PERSON\",\"text\":\"Jürgen Ökonom\"}]}");
}

}  // namespace
}  // namespace maske::generator
