// The file of a name model with random weights, for tests: the layout is written here by format.h's words alone.
#ifndef MASKE_TESTS_NAMES_RANDOM_MODEL_H_
#define MASKE_TESTS_NAMES_RANDOM_MODEL_H_

#include <cstdint>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "names/model/model.h"
#include "names/model/tagger.h"
#include "names/tagged.h"
#include "text/chars.h"

namespace maske::names::model {

using Random = std::independent_bits_engine<std::mt19937, 32, std::uint32_t>;

struct RandomShape {
  std::uint32_t dim = 32;
  std::uint32_t channels = 32;
  std::vector<std::uint32_t> dilations = {1, 1, 2, 2};
  bool gate = true;
  std::vector<std::string_view> words;  // that have a row of their own
  std::uint32_t exit_hidden = 0;
  std::int32_t exit_least = 0;  // its threshold, of either bias
};

inline std::string RandomModel(std::uint32_t seed, const RandomShape& shape) {
  Random random(seed);
  const auto number = [&](int low, int high) {
    return low + static_cast<int>(random() % static_cast<std::uint32_t>(high - low + 1));
  };
  std::string file;
  const auto add = [&](std::uint64_t value, int bytes) {
    for (int n = 0; n < bytes; ++n) file.push_back(static_cast<char>(value >> (8 * n) & 0xFF));
  };
  const auto word = [&](std::uint32_t value) { add(value, 4); };
  const auto align = [&] { file.resize((file.size() + 63) / 64 * 64); };
  std::set<std::uint32_t> keys;
  for (const std::string_view name : shape.words) keys.insert(static_cast<std::uint32_t>(text::HashWord(name) >> 32));
  const std::uint32_t grams = 256;
  file = "maskenm1";
  for (const std::uint32_t n : {std::uint32_t{1}, shape.dim, shape.channels}) word(n);
  word(static_cast<std::uint32_t>(shape.dilations.size()));
  for (std::size_t n = 0; n < 4; ++n) word(n < shape.dilations.size() ? shape.dilations[n] : 0);
  for (const std::uint32_t n : {1024U, 1024U, 32U, 256U, 4U, grams}) word(n);
  word(static_cast<std::uint32_t>(keys.size()));
  word(shape.gate ? kGateTables : 0);
  word(20);  // threshold
  word(0);
  word(1 << 18);
  word(shape.exit_hidden);
  word(static_cast<std::uint32_t>(shape.exit_least));
  word(static_cast<std::uint32_t>(shape.exit_least));
  file.resize(128);
  const std::size_t rows = 1024 + 1024 + 32 + 512 + 4 + grams + keys.size();
  for (std::size_t n = 0; n < rows * shape.dim; ++n) add(static_cast<std::uint64_t>(number(-90, 90)), 1);
  align();
  if (shape.gate) {
    for (std::size_t n = 0; n < std::size_t{kGateTables} * kGateRows; ++n) {
      add(static_cast<std::uint64_t>(number(-12, 12)), 1);
    }
    align();
  }
  for (const std::uint32_t key : keys) word(key);
  align();
  for (std::size_t n = 0; n < shape.dilations.size(); ++n) {
    for (std::uint32_t o = 0; o < shape.channels; ++o) word(static_cast<std::uint32_t>(number(-200000, 200000)));
    for (std::uint32_t o = 0; o < shape.channels; ++o) add(static_cast<std::uint64_t>(number(9, 11)), 1);
    const std::size_t inputs = n == 0 ? shape.dim : shape.channels;
    for (std::size_t w = 0; w < shape.channels * 3 * inputs; ++w) add(static_cast<std::uint64_t>(number(-127, 127)), 1);
    align();
  }
  if (shape.exit_hidden != 0) {
    for (std::uint32_t h = 0; h < shape.exit_hidden; ++h) word(static_cast<std::uint32_t>(number(-200000, 200000)));
    for (std::uint32_t h = 0; h < shape.exit_hidden; ++h) add(static_cast<std::uint64_t>(number(9, 11)), 1);
    for (std::size_t w = 0; w < std::size_t{shape.exit_hidden} * 5 * shape.channels; ++w) {
      add(static_cast<std::uint64_t>(number(-127, 127)), 1);
    }
    for (std::uint32_t h = 0; h < shape.exit_hidden; ++h) add(static_cast<std::uint64_t>(number(-300, 300)), 2);
    align();
  }
  for (int k = 0; k < 5; ++k) word(static_cast<std::uint32_t>(number(-(1 << 18), 1 << 18)));
  for (std::size_t n = 0; n < 5 * std::size_t{shape.channels}; ++n) {
    add(static_cast<std::uint64_t>(number(-300, 300)), 2);
  }
  align();
  return file;
}

// A model that calls about every third word that it is asked for a person, at random.
struct RandomTagger {
  explicit RandomTagger(std::uint32_t seed, bool gate = false, std::uint32_t exit_hidden = 0)
      : file(RandomModel(seed, {32, 32, {2, 2, 1, 1}, gate, {}, exit_hidden, 0})),
        model(Model::Read(file)),
        tagger(model.get()) {}
  std::string file;
  std::unique_ptr<const Model> model;
  Tagger tagger;
  TaggedNames names{&tagger, {1.0F, 0}};
};

}  // namespace maske::names::model

#endif  // MASKE_TESTS_NAMES_RANDOM_MODEL_H_
