// The file of a name model: patterns/models/names.bin, written by tools/names/export.py, linked into the program and read by
// names/model/model.cc.
//
//   header (128 bytes) | rows | gate | word keys | layer 1 | ... | layer n | exit | output
//
// Little-endian; each block begins at a multiple of 64 bytes of the file, zeros between. The network, in integers, so that
// every machine gives the same answer:
//
//   x0 = sat16(4 * sum of the token's rows)                     int16, unit 2^-8; rows int8, unit 2^-6
//   acc[o] = bias[o] + sum of weight[o][tap][c] * x[t + (tap - 1) * dilation][c]     int32; taps 0, 1, 2
//   y[o] = sat16(max(0, (acc[o] + (1 << (shift[o] - 1))) >> shift[o]))               arithmetic shift, 1 <= shift[o] <= 24
//   x = sat16(y + x) where the layer has as many inputs as outputs, else y
//   logit[k] = bias[k] + sum of weight[k][c] * x[c]             int32, unit 2^-18; k: O, B-PER, I-PER, LOC, ORG
//
// The early exit is a layer of five taps (-2 to 2, dilation 1, no residual) over the output of the first layer, and a sum of
// its outputs h:
//
//   exit = sum of weight[h] * y[h]                              int32
//
// Outside of a sequence (features.h: CutBefore) x is zero in every layer. Each layer's sum of |weight| over inputs, times
// 32767, plus |bias| must stay below 2^31; the reader checks it.
#ifndef MASKE_NAMES_MODEL_FORMAT_H_
#define MASKE_NAMES_MODEL_FORMAT_H_

#include <cstdint>

namespace maske::names::model {

inline constexpr char kMagic[8] = {'m', 'a', 's', 'k', 'e', 'n', 'm', '1'};
inline constexpr std::uint32_t kVersion = 1;  // of the features and of the layout
inline constexpr std::uint32_t kMaxLayers = 4;
inline constexpr std::uint32_t kMaxChannels = 128;  // and dim; both multiples of 16
inline constexpr std::uint32_t kMaxDilation = 2;
inline constexpr std::uint32_t kReach = 6;  // tokens: the sum of the dilations is at most this
inline constexpr std::uint32_t kClasses = 5;
inline constexpr std::uint32_t kExitTaps = 5;
inline constexpr std::uint32_t kGateTables = 16;
inline constexpr std::uint32_t kGateRows = 4096;
inline constexpr std::uint32_t kBlockAlign = 64;
inline constexpr int kInputScale = 4;  // of the sums of rows
inline constexpr int kLogitBits = 18;  // fraction bits of logits and of the biases below

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t dim;
  std::uint32_t channels;
  std::uint32_t layers;
  std::uint32_t dilation[kMaxLayers];
  // Rows of each class, in this order in the table: shape, lex, role, gap in front, gap behind, line, gram, word.
  std::uint32_t shape_rows;
  std::uint32_t lex_rows;
  std::uint32_t role_rows;
  std::uint32_t gap_rows;  // twice
  std::uint32_t line_rows;
  std::uint32_t gram_rows;    // a power of two
  std::uint32_t word_rows;    // = number of word keys
  std::uint32_t gate_tables;  // 0: it has no gate; or kGateTables
  // A word whose sum (names/gate.h) is at least this is worth the network.
  std::int32_t gate_threshold;
  // What is subtracted from the log of "not a person" (natural, unit 2^-18): the larger, the more is masked.
  std::int32_t bias_balanced;
  std::int32_t bias_strict;
  std::uint32_t exit_hidden;  // 0: no early exit; or a multiple of 16, at most kMaxChannels
  // A word whose exit sum is below this needs no further layers: it is no person by either bias.
  std::int32_t exit_balanced;
  std::int32_t exit_strict;
  std::uint32_t reserved[8];
};
static_assert(sizeof(Header) == 128);

// Blocks:
//   rows       int8   [all rows][dim]
//   gate       int8   [gate_tables][kGateRows]; absent when gate_tables is 0
//   word keys  uint32 [word_rows], upper half of WordFeatures::key, ascending, each once; row = index
//   layer      int32  bias[channels], uint8 shift[channels], int8 weight[channels][3][inputs], without gaps
//   exit       int32  bias[hidden], uint8 shift[hidden], int8 weight[hidden][5][channels], int16 weight[hidden], without
//                     gaps; absent when hidden is 0
//   output     int32  bias[5], int16 weight[5][channels], without gaps

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_FORMAT_H_
