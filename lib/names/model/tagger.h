// Asks the name model about single tokens of a slice. What neighbours share (layers) is computed once a slice; the inputs
// of words and of what stands around them are kept over slices, with what the first layer makes of them, in caches of bounded
// size (row_cache.h), which change nothing but the speed. What it says of a token
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
#include "names/model/word_cache.h"
#include "text/prepared.h"

namespace maske::names::model {

// Bytes to either side of a token on which its label may hang.
inline constexpr std::uint32_t kTaggerReach = (kReach + 1) * (kLongToken + kLongGap) + kLineReach;
static_assert(kTaggerReach <= 960);

enum class Label : std::uint8_t { kOutside, kBegin, kInside };

class Tagger {
 public:
  explicit Tagger(const Model* model);
  [[nodiscard]] const Model& model() const { return *model_; }

  // A new slice, which must stay as it is while it is asked about. Only tokens from [first, last) will be.
  void Start(const text::Prepared& slice, std::uint32_t first, std::uint32_t last);
  // Takes from `tokens` those that are surely no persons, by the early exit: their sum is below `least`. Keeps all where the
  // model has none. Cost: some 0.7 us each.
  void Sift(std::int32_t least, std::vector<std::uint32_t>* tokens);
  // Computes what the questions below answer for these tokens, each at most once.
  void Ask(const std::vector<std::uint32_t>& tokens);

  // Of a token that was asked. bias: what is taken from the log of "no person"; natural logarithm.
  [[nodiscard]] Label LabelOf(std::uint32_t token, float bias) const;
  // The probability that it is part of a person's name, 0 to 1, without a bias.
  [[nodiscard]] float PersonOf(std::uint32_t token) const;
  // What the early exit sees of a token that was asked: outputs of the first layer at kExitTaps places. For its trainer and tests.
  std::vector<std::int16_t> ExitInputsOf(std::uint32_t token);
  // The five logits in the file's unit, for tests.
  [[nodiscard]] std::array<std::int32_t, kClasses> LogitsOf(std::uint32_t token) const;

 private:
  struct Answers {
    std::array<std::int32_t, kClasses> logits;
    float other;  // log of the sum of exp over the classes that are no person
  };
  // Places of a token's inputs: of its word, of its gaps and line. The sum of both is what the first layer gets.
  RowCache::Place WordOf(std::uint32_t token);
  RowCache::Place AroundOf(std::uint32_t token);
  [[nodiscard]] std::uint32_t Neighbour(std::uint32_t token, int step) const;
  // The row of a token in a layer, zeros where there is no such token.
  [[nodiscard]] const std::int16_t* RowOf(std::size_t layer, std::uint32_t token) const;
  void Want(std::size_t layer, std::uint32_t token);
  void RunFirst();
  void RunAround(const std::vector<std::uint32_t>& tokens);
  void Run(std::size_t layer);
  void Answer(std::uint32_t token);
  std::uint8_t Gap(std::uint32_t token);
  std::uint8_t Line(std::uint32_t token);
  [[nodiscard]] const Answers& AnswerOf(std::uint32_t token) const { return answers_[answer_of_[token - first_] - 1]; }

  const Model* model_;
  std::string_view text_;
  const std::vector<text::Token>* tokens_ = nullptr;
  // Of the tokens from first_ on: those that may be asked, and as many to each side as count for them.
  std::uint32_t first_ = 0;
  std::vector<std::uint8_t> cut_;   // before each token, and behind the last
  std::vector<std::uint8_t> gaps_;  // rows in front of each, and of the one behind the last; kUnknown: not looked at
  std::vector<std::uint8_t> lines_;
  static constexpr std::uint8_t kUnknown = 255;

  // By layer: where each token's row stands, from 1; the rows; the tokens that wait for theirs.
  struct Rows {
    std::vector<std::uint32_t> of;
    std::vector<std::int16_t> data;
    std::uint32_t count = 0;
    std::vector<std::uint32_t> waiting;
  };
  std::vector<Rows> layers_;
  std::vector<std::uint32_t> answer_of_;  // from 1
  std::vector<Answers> answers_;
  std::vector<std::int16_t> exits_;          // outputs of the exit's layer
  const std::vector<std::int16_t> zero_;     // a row of zeros, of any layer
  const std::vector<std::int32_t> no_sums_;  // products of no word

  WordCache words_;
  RowCache around_;
  std::vector<RowCache::Place> word_of_;  // by token; perhaps no longer held
  std::vector<RowCache::Place> around_of_;
};

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_TAGGER_H_
