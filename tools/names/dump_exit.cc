// Writes what the early exit of the name model (lib/names/model/format.h) is trained on: words that may be asked, what the
// first layer makes of each and its neighbours, and what the whole network that is linked in says of it.
//
//   maske_name_exit < DOCUMENTS.jsonl > ROWS
//
// A document is a JSON object with the string "text" on a line of its own. Out, little-endian, once a word: int16 outputs of the
// first layer at the five places around it, int32 logits of the five classes.
#include <array>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "documents.h"
#include "names/gate.h"
#include "names/model/tagger.h"
#include "names/view.h"
#include "text/prepared.h"

namespace {

using namespace maske;  // NOLINT: a tool of one file

void Dump(const text::Prepared& prepared, names::model::Tagger* tagger) {
  const std::vector<text::Token>& tokens = prepared.tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  names::View view(prepared);
  std::vector<std::uint32_t> asked;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (names::MayAsk(&view, tokens, i)) asked.push_back(i);
  }
  tagger->Start(prepared, 0, count);
  tagger->Ask(asked);
  for (const std::uint32_t i : asked) {
    const std::vector<std::int16_t> inputs = tagger->ExitInputsOf(i);
    std::fwrite(inputs.data(), sizeof inputs[0], inputs.size(), stdout);
    const std::array<std::int32_t, names::model::kClasses> logits = tagger->LogitsOf(i);
    std::fwrite(logits.data(), sizeof logits[0], logits.size(), stdout);
  }
}

}  // namespace

int main() {
  if (names::model::Model::BuiltIn() == nullptr) {
    std::cerr << "maske_name_exit: this build has no name model\n";
    return 1;
  }
  names::model::Tagger tagger(names::model::Model::BuiltIn());
  text::Prepared prepared;
  return tools::ForEachDocument("maske_name_exit", [&](std::string_view text) {
    prepared.Assign(text);
    Dump(prepared, &tagger);
  });
}
