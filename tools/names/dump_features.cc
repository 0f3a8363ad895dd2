// Writes the features of documents as the trainer of the name model reads them (tools/names/train.py).
//
//   maske_name_features < DOCUMENTS.jsonl > FEATURES
//
// A document is a JSON object with the string "text" on a line of its own. Out, little-endian, a document: u32 number of
// tokens, then Record once a token; offsets are code points of the text. A line that is no such object ends it with status 1.
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "documents.h"
#include "names/model/features.h"
#include "text/prepared.h"

namespace {

using maske::names::model::CutBefore;
using maske::names::model::GapBefore;
using maske::names::model::kMaxGrams;
using maske::names::model::LineOf;
using maske::names::model::ReadWord;
using maske::names::model::WordFeatures;
using maske::text::Token;

struct Record {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint64_t key;
  std::uint16_t shape;
  std::uint16_t lex;
  std::uint32_t roles;
  std::uint16_t gap_before;
  std::uint16_t gap_after;
  std::uint8_t line;
  std::uint8_t cut;  // the sequence is cut before this token
  std::uint8_t gram_count;
  std::uint8_t zero;
  std::uint32_t grams[kMaxGrams];
  std::uint32_t pad;
};
static_assert(sizeof(Record) == 104);

// Code points before each byte of the text.
std::vector<std::uint32_t> CodePoints(std::string_view text) {
  std::vector<std::uint32_t> count(text.size() + 1);
  std::uint32_t n = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    count[at] = n;
    if (at + 1 == text.size() || (static_cast<unsigned char>(text[at + 1]) & 0xC0) != 0x80) ++n;
  }
  count[text.size()] = n;
  return count;
}

void Dump(std::string_view raw, maske::text::Prepared* prepared) {
  prepared->Assign(raw);
  const std::vector<Token>& tokens = prepared->tokens();
  const std::string_view text = prepared->text();
  const std::vector<std::uint32_t> code_points = CodePoints(raw);
  const auto size = static_cast<std::uint32_t>(tokens.size());
  std::fwrite(&size, sizeof size, 1, stdout);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    WordFeatures word;
    ReadWord(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin), tokens[i].flags, &word);
    Record record{};
    record.begin = code_points[prepared->RawBegin(tokens[i].begin)];
    record.end = code_points[prepared->RawEnd(tokens[i].end)];
    record.key = word.key;
    record.shape = word.shape;
    record.lex = word.lex;
    record.roles = word.roles;
    record.gap_before = GapBefore(text, tokens, i);
    record.gap_after = GapBefore(text, tokens, i + 1);
    record.line = LineOf(text, tokens, i);
    record.cut = CutBefore(tokens, i) ? 1 : 0;
    record.gram_count = word.gram_count;
    for (std::size_t n = 0; n < kMaxGrams; ++n) record.grams[n] = word.grams[n];
    std::fwrite(&record, sizeof record, 1, stdout);
  }
}

}  // namespace

int main() {
  maske::text::Prepared prepared;
  return maske::tools::ForEachDocument("maske_name_features", [&](std::string_view text) { Dump(text, &prepared); });
}
