// What the filter promises on a thousand generated letters and mails, whose values are drawn from the lexicon files: how
// many entities are masked to the last letter and digit, and how much is masked for nothing.
//
// masked: every ASCII letter or digit and every byte of other characters of a gold entity lies inside some finding.
// over: the share of such bytes outside gold that lie inside a finding.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "generator/kinds.h"
#include "maske/maske.h"

namespace maske {
namespace {

bool Counts(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

struct Share {
  std::size_t all = 0, masked = 0;
  [[nodiscard]] double rate() const { return all == 0 ? 0 : static_cast<double>(masked) / static_cast<double>(all); }
};

void Measure(std::string_view kind, std::uint64_t seed, int documents, std::map<std::string, Share>* types,
             Share* over) {
  auto lexicon = generator::Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.Load(MASKE_LEXICONS_DIR));
  const auto filter = Filter::Create();
  ASSERT_TRUE(filter.ok()) << filter.status().message();
  for (int i = 0; i < documents; ++i) {
    generator::Random random(seed * 1'000'003 + static_cast<std::uint64_t>(i));
    generator::Document document;
    ASSERT_TRUE(generator::MakeDocument(kind, &random, lexicon, &document));
    const auto findings = (*filter)->Detect(document.text);
    ASSERT_TRUE(findings.ok());
    std::vector<bool> covered(document.text.size()), gold(document.text.size());
    for (const Finding& finding : *findings)
      std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(finding.begin), finding.end - finding.begin, true);
    for (const generator::Gold& entity : document.entities) {
      bool masked = true;
      for (std::size_t at = entity.begin; at < entity.end; ++at) {
        gold[at] = true;
        masked = masked && (covered[at] || !Counts(document.text[at]));
      }
      Share& share = (*types)[entity.type];
      ++share.all;
      share.masked += masked ? 1 : 0;
    }
    for (std::size_t at = 0; at < document.text.size(); ++at) {
      if (gold[at] || !Counts(document.text[at])) continue;
      ++over->all;
      over->masked += covered[at] ? 1 : 0;
    }
  }
}

TEST(Figures, LettersAndMails) {
  std::map<std::string, Share> types;
  Share over;
  Measure("post", 2026, 1000, &types, &over);
  const std::pair<const char*, double> kFloors[] = {{"EMAIL", 1.0},   {"IBAN", 1.0},    {"PHONE", 0.99},
                                                    {"PERSON", 0.9},  {"ADDRESS", 0.9}, {"CARD", 0.99},
                                                    {"TAX_ID", 0.99}, {"VAT_ID", 0.99}, {"DOB", 0.99}};
  for (const auto& [type, floor] : kFloors) {
    EXPECT_GT(types[type].all, 80u) << type;  // the texts differ a little between compilers
    EXPECT_GE(types[type].rate(), floor) << type << ": " << types[type].masked << " of " << types[type].all;
  }
  EXPECT_LE(over.rate(), 0.01);
}

TEST(Figures, Logs) {
  std::map<std::string, Share> types;
  Share over;
  Measure("logs", 2027, 300, &types, &over);
  for (const char* type : {"EMAIL", "IBAN", "PHONE", "IP", "SECRET", "URL_CREDENTIALS"}) {
    EXPECT_GT(types[type].all, 100u) << type;
    EXPECT_GE(types[type].rate(), 0.99) << type << ": " << types[type].masked << " of " << types[type].all;
  }
  EXPECT_LE(over.rate(), 0.01);
}

}  // namespace
}  // namespace maske
