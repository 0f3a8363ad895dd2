#include "reference/model_reference.h"

#include <algorithm>

#include "names/model/features.h"

namespace maske::reference {
namespace {

namespace model = names::model;

// Places of numbers in the header.
constexpr std::size_t kDim = 12;
constexpr std::size_t kChannels = 16;
constexpr std::size_t kLayers = 20;
constexpr std::size_t kDilation = 24;
constexpr std::size_t kGramRows = 60;
constexpr std::size_t kWordRows = 64;
constexpr std::size_t kGateTables = 68;
constexpr std::size_t kExitHidden = 84;

std::size_t Aligned(std::size_t at) { return (at + 63) / 64 * 64; }
std::int64_t Saturated(std::int64_t n) { return std::clamp<std::int64_t>(n, -32768, 32767); }

// The sequence that each token belongs to.
std::vector<int> Sequences(const std::vector<text::Token>& tokens) {
  std::vector<int> of;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool cut = i == 0 || tokens[i].end - tokens[i].begin > 48 || tokens[i - 1].end - tokens[i - 1].begin > 48 ||
                     tokens[i].begin - tokens[i - 1].end > 32;
    of.push_back(i == 0 ? 0 : of.back() + (cut ? 1 : 0));
  }
  return of;
}

}  // namespace

std::uint32_t ModelReference::Word(std::size_t at) const {
  std::uint32_t word = 0;
  for (std::size_t n = 4; n-- > 0;) word = word << 8 | static_cast<unsigned char>(file_[at + n]);
  return word;
}

ModelReference::ModelReference(std::string file) : file_(std::move(file)) {
  const std::size_t dim = Word(kDim);
  const std::size_t channels = Word(kChannels);
  const std::size_t rows = 1024 + 1024 + 32 + 256 + 256 + 4 + Word(kGramRows) + Word(kWordRows);
  rows_ = 128;
  keys_ = Aligned(rows_ + rows * dim);
  if (Word(kGateTables) != 0) keys_ += 16 * 4096;
  std::size_t at = Aligned(keys_ + 4 * std::size_t{Word(kWordRows)});
  for (std::size_t n = 0; n < Word(kLayers); ++n) {
    layers_.push_back(at);
    at = Aligned(at + channels * (4 + 1 + 3 * (n == 0 ? dim : channels)));
  }
  if (Word(kExitHidden) != 0) {
    exit_ = at;
    at = Aligned(at + Word(kExitHidden) * (4 + 1 + 5 * channels + 2));
  }
  output_ = at;
}

std::vector<std::uint32_t> ModelReference::Rows(const text::Prepared& slice, std::size_t token) const {
  const std::string_view text = slice.text();
  const std::vector<text::Token>& tokens = slice.tokens();
  model::WordFeatures word;
  model::ReadWord(text.substr(tokens[token].begin, tokens[token].end - tokens[token].begin), tokens[token].flags,
                  &word);
  std::vector<std::uint32_t> rows = {word.shape, 1024U + word.lex};
  std::uint32_t first = 2048;
  for (std::uint32_t bit = 0; bit < 32; ++bit) {
    if ((word.roles >> bit & 1) != 0) rows.push_back(first + bit);
  }
  first += 32;
  rows.push_back(first + model::GapBefore(text, tokens, token));
  rows.push_back(first + 256 + model::GapBefore(text, tokens, token + 1));
  first += 512;
  rows.push_back(first + model::LineOf(text, tokens, token));
  first += 4;
  for (std::size_t n = 0; n < word.gram_count; ++n) rows.push_back(first + word.grams[n] % Word(kGramRows));
  first += Word(kGramRows);
  for (std::uint32_t n = 0; n < Word(kWordRows); ++n) {
    if (word.key != 0 && Word(keys_ + 4 * std::size_t{n}) == word.key >> 32) rows.push_back(first + n);
  }
  return rows;
}

// The layer of the exit over the first layer's outputs x, and the sum of its outputs.
std::vector<std::int64_t> ModelReference::Exits(const std::vector<std::vector<std::int64_t>>& x,
                                                const std::vector<int>& sequence) const {
  const std::size_t hidden = Word(kExitHidden);
  const std::size_t channels = Word(kChannels);
  const std::size_t shifts = exit_ + 4 * hidden;
  const std::size_t weights = shifts + hidden;
  const std::size_t last = weights + hidden * 5 * channels;
  std::vector<std::int64_t> exits(x.size(), 0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t h = 0; h < hidden; ++h) {
      std::int64_t sum = static_cast<std::int32_t>(Word(exit_ + 4 * h));
      for (std::size_t tap = 0; tap < 5; ++tap) {
        const std::size_t j = i + tap - 2;  // far above the count where it is before the first
        if (j >= x.size() || sequence[j] != sequence[i]) continue;
        for (std::size_t c = 0; c < channels; ++c) {
          sum += x[j][c] * static_cast<signed char>(file_[weights + (h * 5 + tap) * channels + c]);
        }
      }
      const int shift = static_cast<unsigned char>(file_[shifts + h]);
      const std::int64_t y = Saturated(std::max<std::int64_t>(0, (sum + (std::int64_t{1} << (shift - 1))) >> shift));
      const int low = static_cast<unsigned char>(file_[last + 2 * h]);
      exits[i] += y * (static_cast<signed char>(file_[last + 2 * h + 1]) * 256 + low);
    }
  }
  return exits;
}

std::vector<std::array<std::int64_t, 5>> ModelReference::Logits(const text::Prepared& slice,
                                                                std::vector<std::int64_t>* exits) const {
  using Vector = std::vector<std::int64_t>;
  const std::size_t count = slice.tokens().size();
  const std::vector<int> sequence = Sequences(slice.tokens());
  std::size_t width = Word(kDim);
  std::vector<Vector> x(count, Vector(width, 0));
  for (std::size_t i = 0; i < count; ++i) {
    for (const std::uint32_t row : Rows(slice, i)) {
      for (std::size_t c = 0; c < width; ++c) x[i][c] += static_cast<signed char>(file_[rows_ + row * width + c]);
    }
    for (std::int64_t& value : x[i]) value = Saturated(4 * value);
  }
  const std::size_t channels = Word(kChannels);
  for (std::size_t n = 0; n < layers_.size(); ++n) {
    const std::size_t shifts = layers_[n] + 4 * channels;
    const std::size_t weights = shifts + channels;
    const int dilation = static_cast<int>(Word(kDilation + 4 * n));
    std::vector<Vector> y(count, Vector(channels, 0));
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t o = 0; o < channels; ++o) {
        std::int64_t sum = static_cast<std::int32_t>(Word(layers_[n] + 4 * o));
        for (int tap = 0; tap < 3; ++tap) {
          const std::int64_t from = static_cast<std::int64_t>(i) + (tap - 1) * dilation;
          if (from < 0 || from >= static_cast<std::int64_t>(count)) continue;
          const auto j = static_cast<std::size_t>(from);
          if (sequence[j] != sequence[i]) continue;
          for (std::size_t c = 0; c < width; ++c) {
            sum += x[j][c] *
                   static_cast<signed char>(file_[weights + (o * 3 + static_cast<std::size_t>(tap)) * width + c]);
          }
        }
        const int shift = static_cast<unsigned char>(file_[shifts + o]);
        std::int64_t value = Saturated(std::max<std::int64_t>(0, (sum + (std::int64_t{1} << (shift - 1))) >> shift));
        if (width == channels) value = Saturated(value + x[i][o]);
        y[i][o] = value;
      }
    }
    x = std::move(y);
    width = channels;
    if (n == 0 && exits != nullptr) *exits = Exits(x, sequence);
  }
  std::vector<std::array<std::int64_t, 5>> logits(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < 5; ++k) {
      logits[i][k] = static_cast<std::int32_t>(Word(output_ + 4 * k));
      for (std::size_t c = 0; c < channels; ++c) {
        const std::size_t at = output_ + 20 + 2 * (k * channels + c);
        const int low = static_cast<unsigned char>(file_[at]);
        logits[i][k] += x[i][c] * (static_cast<signed char>(file_[at + 1]) * 256 + low);
      }
    }
  }
  return logits;
}

}  // namespace maske::reference
