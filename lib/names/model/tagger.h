// Asks the name model about single tokens of a slice. What neighbours share (words, layers) is computed once a slice; the
// sums of words are kept over slices in a cache of bounded size, which changes nothing but the speed. What it says of a token
// hangs on the tokens of its sequence (features.h) at most kReach to either side and what their features see: within
// kTaggerReach bytes. One thread. Cost: a token asked alone some 5 µs, more tokens side by side 1 µs each.
// Slow twin: tests/reference/model_reference.h; test: tests/names/model_test.cc.
#ifndef MASKE_NAMES_MODEL_TAGGER_H_
#define MASKE_NAMES_MODEL_TAGGER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "names/model/model.h"
#include "text/prepared.h"

namespace maske::names::model {

// Bytes to either side of a token on which its label may hang.
inline constexpr std::uint32_t kTaggerReach = (kReach + 1) * (kLongToken + kLongGap) + kLineReach;
static_assert(kTaggerReach <= 960);

enum class Label : std::uint8_t { kOutside, kBegin, kInside };

class Tagger {
 public:
  explicit Tagger(const Model* model);

  // A new slice; the prepared one must stay as it is while it is asked about.
  void Start(const text::Prepared& slice);
  // Computes what Of() gives for these tokens, each at most once.
  void Ask(const std::vector<std::uint32_t>& tokens);
  [[nodiscard]] bool Asked(std::uint32_t token) const { return answer_of_[token] != 0; }

  // Of a token that was asked. bias: what is taken from the log of "no person"; natural logarithm.
  [[nodiscard]] Label LabelOf(std::uint32_t token, float bias) const;
  // The probability that it is part of a person's name, 0 to 1, without a bias.
  [[nodiscard]] float PersonOf(std::uint32_t token) const;
  // The five logits in the file's unit, for tests.
  [[nodiscard]] std::array<std::int32_t, kClasses> LogitsOf(std::uint32_t token) const;

  // Is the token worth asking, by the gate of the model's file? True when it has none.
  bool Worth(std::uint32_t token);

 private:
  struct Answer {
    std::array<std::int32_t, kClasses> logits;
    float other;  // log of the sum of exp over the classes that are no person
  };
  struct Word {
    std::array<char, 22> bytes;
    std::uint8_t size;
    std::uint8_t flags;
    std::array<std::int16_t, kGateColumns> gate;
  };
  static constexpr std::size_t kWords = 8192;  // 1.4 MB with 64 dimensions

  std::size_t Look(std::uint32_t token);
  void ReadInto(std::uint32_t token, Word* word, std::int16_t* sum) const;
  void Embed(std::uint32_t token, std::int16_t* out);
  [[nodiscard]] std::uint32_t Neighbour(std::uint32_t token, int step) const;
  void Want(std::size_t layer, std::uint32_t token);
  void Run(std::size_t layer);
  void Answer_(std::uint32_t token);

  const Model* model_;
  std::string_view text_;
  const std::vector<text::Token>* tokens_ = nullptr;
  std::vector<std::uint8_t> cut_;  // before each token, and behind the last

  // By layer (0: the sums of rows): where each token's row stands, from 1; the rows; the tokens that wait for theirs.
  struct Rows {
    std::vector<std::uint32_t> of;
    std::vector<std::int16_t> data;
    std::uint32_t count = 0;
    std::uint32_t width = 0;
    std::vector<std::uint32_t> waiting;
  };
  std::vector<Rows> layers_;
  std::vector<std::uint32_t> answer_of_;  // from 1
  std::vector<Answer> answers_;
  std::vector<std::int16_t> zero_;

  std::vector<Word> words_;  // kWords and one for words that are too long for the cache
  std::vector<std::int16_t> sums_;
};

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_TAGGER_H_
