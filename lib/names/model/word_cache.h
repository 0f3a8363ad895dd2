// The sums of words' rows, kept from token to token and slice to slice. A table of kWords places; a word takes the place of
// another. Words are compared whole, so that what is kept changes nothing but the speed. One thread. Cost: some 10 ns a word
// that is there, 1 µs another. Tested by tests/names/model_test.cc.
#ifndef MASKE_NAMES_MODEL_WORD_CACHE_H_
#define MASKE_NAMES_MODEL_WORD_CACHE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "names/model/model.h"
#include "text/prepared.h"

namespace maske::names::model {

class WordCache {
 public:
  explicit WordCache(const Model* model);

  // The sum of the rows of a token's word, [dim]; stays until the next call.
  const std::int16_t* Look(std::string_view text, const text::Token& token);

 private:
  static constexpr unsigned kWordBits = 14;
  static constexpr std::uint32_t kWords = 1U << kWordBits;  // 2.5 MB with 64 dimensions

  using Key = std::array<std::uint64_t, 3>;  // 22 bytes, size, flags; size 0: none
  const std::int16_t* Read(std::string_view text, const text::Token& token, std::uint32_t slot);

  const Model* model_;
  std::vector<Key> words_;
  std::vector<std::int16_t> sums_;  // of kWords, and of the last one that was too long to be kept
};

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_WORD_CACHE_H_
