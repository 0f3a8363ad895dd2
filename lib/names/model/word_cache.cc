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

WordCache::WordCache(const Model* model)
    : model_(model), words_(kWords), sums_((kWords + 1) * std::size_t{model->dim()}) {}

const std::int16_t* WordCache::Read(std::string_view text, const text::Token& token, std::uint32_t slot) {
  WordFeatures features;
  ReadWord(text.substr(token.begin, token.end - token.begin), token.flags, &features);
  std::array<std::uint32_t, Model::kMostRows> rows;
  const std::size_t count = model_->WordRows(features, rows.data());
  const std::size_t dim = model_->dim();
  for (std::size_t n = 0; n < count; ++n) __builtin_prefetch(model_->Row(rows[n]));
  std::int16_t* sum = &sums_[slot * dim];
  std::fill_n(sum, dim, std::int16_t{0});
  for (std::size_t n = 0; n < count; ++n) AddRow(model_->Row(rows[n]), dim, sum);
  return sum;
}

const std::int16_t* WordCache::Look(std::string_view text, const text::Token& token) {
  const std::size_t size = token.end - token.begin;
  if (size > kKeyBytes) return Read(text, token, kWords);
  Key key{};
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
  const std::uint64_t mixed =
      (key[0] * 0x9E3779B97F4A7C15U) ^ (key[1] * 0xD6E8FEB86659FD93U) ^ (key[2] * 0xA0761D6478BD642FU);
  const auto slot = static_cast<std::uint32_t>(((mixed ^ mixed >> 29) * 0x9E3779B97F4A7C15U) >> (64 - kWordBits));
  const Key& there = words_[slot];
  if (((there[0] ^ key[0]) | (there[1] ^ key[1]) | (there[2] ^ key[2])) == 0)
    return &sums_[slot * std::size_t{model_->dim()}];
  words_[slot] = key;
  return Read(text, token, slot);
}

}  // namespace maske::names::model
