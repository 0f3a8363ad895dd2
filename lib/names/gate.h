// The gate of the name model: is a word worth the network? First by what lists say of it: a capitalised word that is a name
// or is no German word, in lines without capitals a listed name. Then, where the model has tables for it, a sum over small
// tables of int8, indexed by what is cheap to know of the word and of two neighbours to each side: hash, lists, shape, gaps.
// Why not the network's own features: reading them costs as much as the network. The tables are trained on the network's answers (tools/names/gate.py) and lie in the model's file.
// Functions of the tokens at most kGateTokens away within the sequence, and of the gaps between. Cost: some 250 cycles a word,
// look-ups included. Tested by tests/names/gate_test.cc.
#ifndef MASKE_NAMES_GATE_H_
#define MASKE_NAMES_GATE_H_

#include <array>
#include <cstdint>
#include <vector>

#include "names/model/model.h"
#include "names/view.h"

namespace maske::names {

inline constexpr Index kGateTokens = 2;

// A given name that is hardly anything else.
inline bool ClearGiven(std::uint16_t classes) {
  return GivenRarity(classes) >= 2 && (classes & (kAlsoNoun | kAlsoWord | kEveryday)) == 0;
}

bool MayAsk(View* view, const std::vector<text::Token>& tokens, Index i);
// Of a word that may be asked.
bool WorthAsking(View* view, const std::vector<text::Token>& tokens, Index i, const model::Model& model);

// One index below model::kGateRows for each table.
using GateRows = std::array<std::uint16_t, model::kGateTables>;
GateRows GateRowsOf(View* view, const std::vector<text::Token>& tokens, Index i);

// The sum of the tables' entries.
std::int32_t GateSum(const std::int8_t* tables, const GateRows& rows);

}  // namespace maske::names

#endif  // MASKE_NAMES_GATE_H_
