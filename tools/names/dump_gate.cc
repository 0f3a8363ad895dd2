// Writes what the gate of the name model (names/gate.h) is trained on: words that may be asked, and what the model that is
// linked in says of them.
//
//   maske_name_gate < DOCUMENTS.jsonl > ROWS
//
// A document is a JSON object with the string "text" on a line of its own. Out, little-endian, once a word: u16 rows of
// the tables, u8 1 if the model (with its balanced bias) calls it a person, u8 1 if the rules find the name without it.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "base/candidate.h"
#include "documents.h"
#include "names/detector.h"
#include "names/gate.h"
#include "text/prepared.h"

namespace {

using namespace maske;  // NOLINT: a tool of one file

struct Record {
  std::uint16_t rows[names::model::kGateTables];
  std::uint8_t person;
  std::uint8_t found;
};

void Dump(const text::Prepared& prepared, names::model::Tagger* tagger) {
  const std::vector<text::Token>& tokens = prepared.tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  names::NameMemory memory;
  std::vector<Candidate> found;
  names::Find(prepared, 0, static_cast<std::uint32_t>(prepared.text().size()), 0, &memory, &found);
  names::View view(prepared);
  std::vector<std::uint32_t> asked;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (names::MayAsk(&view, tokens, i)) asked.push_back(i);
  }
  tagger->Start(prepared, 0, count);
  tagger->Ask(asked);
  const float bias = std::ldexp(static_cast<float>(tagger->model().header().bias_balanced), -names::model::kLogitBits);
  for (const std::uint32_t i : asked) {
    const names::GateRows rows = names::GateRowsOf(&view, tokens, i);
    Record record{};
    std::copy(rows.begin(), rows.end(), record.rows);
    record.person = tagger->LabelOf(i, bias) == names::model::Label::kOutside ? 0 : 1;
    record.found = std::any_of(found.begin(), found.end(), [&](const Candidate& c) {
      return c.score >= 0.5F && c.begin <= tokens[i].begin && tokens[i].begin < c.end;
    });
    std::fwrite(&record, sizeof record, 1, stdout);
  }
}

}  // namespace

int main() {
  if (names::model::Model::BuiltIn() == nullptr) {
    std::cerr << "maske_name_gate: this build has no name model\n";
    return 1;
  }
  names::model::Tagger tagger(names::model::Model::BuiltIn());
  text::Prepared prepared;
  return tools::ForEachDocument("maske_name_gate", [&](std::string_view text) {
    prepared.Assign(text);
    Dump(prepared, &tagger);
  });
}
