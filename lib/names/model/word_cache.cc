// See word_cache.h.
#include "names/model/word_cache.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/word_hash.h"

namespace maske::names::model {
namespace {

constexpr std::size_t kKeyBytes = 22;

void AddRow(const std::int8_t* row, std::size_t size, std::int16_t* sum) {
  for (std::size_t n = 0; n < size; ++n) sum[n] = static_cast<std::int16_t>(sum[n] + row[n]);
}

}  // namespace

WordCache::WordCache(const Model* model) : model_(model), rows_(model->layers().data(), kSetBits) {}

void WordCache::Read(std::string_view text, const text::Token& token, std::int16_t* inputs) const {
  WordFeatures features;
  ReadWord(text.substr(token.begin, token.end - token.begin), token.flags, &features);
  std::array<std::uint32_t, Model::kMostRows> rows;
  const std::size_t count = model_->WordRows(features, rows.data());
  const std::size_t dim = model_->dim();
  for (std::size_t n = 0; n < count; ++n) __builtin_prefetch(model_->Row(rows[n]));
  std::fill_n(inputs, dim, std::int16_t{0});
  for (std::size_t n = 0; n < count; ++n) AddRow(model_->Row(rows[n]), dim, inputs);
  for (std::size_t n = 0; n < dim; ++n) inputs[n] = static_cast<std::int16_t>(kInputScale * inputs[n]);
}

RowCache::Place WordCache::Look(std::string_view text, const text::Token& token) {
  const std::size_t size = token.end - token.begin;
  RowCache::Key key{};
  if (size <= kKeyBytes) {
    if (std::endian::native == std::endian::little && text.size() - token.begin >= sizeof key) {
      std::memcpy(key.data(), text.data() + token.begin, sizeof key);
      for (std::size_t n = 0; n < 3; ++n)
        key[n] &= text::kLowBytes[std::clamp<std::size_t>(size, 8 * n, 8 * n + 8) - 8 * n];
    } else {
      std::memcpy(key.data(), text.data() + token.begin, size);
    }
    if constexpr (std::endian::native == std::endian::little) {
      key[2] |= static_cast<std::uint64_t>(size) << 48 | static_cast<std::uint64_t>(token.flags & 0x7F) << 56;
    } else {
      key[2] |= static_cast<std::uint64_t>(size) << 8 | static_cast<std::uint64_t>(token.flags & 0x7F);
    }
  }
  bool fresh = false;
  const RowCache::Place place = rows_.Find(key, &fresh);
  if (fresh) Read(text, token, rows_.Inputs(place));
  return place;
}

}  // namespace maske::names::model
