// The inputs of the network for the words of tokens: the sum of their rows (model.h), kept for words of up to 22 bytes in a
// cache of bounded size, since words come again. One thread. Cost: some 60 instructions for a word that is kept, 3,000 for
// another. Tested by tests/names/model_test.cc.
#ifndef MASKE_NAMES_MODEL_WORD_CACHE_H_
#define MASKE_NAMES_MODEL_WORD_CACHE_H_

#include <string_view>

#include "names/model/model.h"
#include "names/model/row_cache.h"
#include "text/prepared.h"

namespace maske::names::model {

class WordCache {
 public:
  explicit WordCache(const Model* model);

  // The place of the inputs of a token's word; the next three calls leave it alone.
  RowCache::Place Look(std::string_view text, const text::Token& token);
  [[nodiscard]] RowCache& rows() { return rows_; }

 private:
  static constexpr unsigned kSetBits = 10;  // 4,096 words, 3.8 MB with 64 channels

  void Read(std::string_view text, const text::Token& token, std::int16_t* inputs) const;

  const Model* model_;
  RowCache rows_;
};

}  // namespace maske::names::model

#endif  // MASKE_NAMES_MODEL_WORD_CACHE_H_
