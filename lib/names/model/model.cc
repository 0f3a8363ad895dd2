// Reads and checks the file of a name model; see model.h. Every number that the network relies on is checked here, so that no
// file, however broken, makes it read or write elsewhere or overflow.
#include "names/model/model.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <limits>

extern "C" const unsigned char maske_embed_model[];
extern "C" const std::uint64_t maske_embed_model_size;

namespace maske::names::model {
namespace {

// Little-endian numbers one after the other.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  // The next block of this many bytes; nullptr when there is less.
  const unsigned char* Block(std::uint64_t size) {
    at_ = (at_ + kBlockAlign - 1) / kBlockAlign * kBlockAlign;
    if (at_ > bytes_.size() || size > bytes_.size() - at_) return nullptr;
    const auto* block = reinterpret_cast<const unsigned char*>(bytes_.data()) + at_;
    at_ += size;
    return block;
  }
  [[nodiscard]] bool AtEnd() const { return bytes_.size() - at_ < kBlockAlign; }

 private:
  std::string_view bytes_;
  std::uint64_t at_ = 0;
};

template <class T>
T Number(const unsigned char* at) {
  std::make_unsigned_t<T> value = 0;
  for (std::size_t n = 0; n < sizeof(T); ++n) {
    value = static_cast<std::make_unsigned_t<T>>(value | static_cast<std::make_unsigned_t<T>>(at[n]) << (8 * n));
  }
  return static_cast<T>(value);
}

bool ReadHeader(const unsigned char* at, Header* header) {
  std::memcpy(header->magic, at, sizeof header->magic);
  if (!std::equal(std::begin(kMagic), std::end(kMagic), header->magic)) return false;
  auto* words = reinterpret_cast<std::uint32_t*>(header);
  for (std::size_t n = 2; n < sizeof(Header) / 4; ++n) words[n] = Number<std::uint32_t>(at + 4 * n);
  const auto good_width = [](std::uint32_t n) { return n >= 16 && n <= kMaxChannels && n % 16 == 0; };
  if (header->version != kVersion || !good_width(header->dim) || !good_width(header->channels)) return false;
  if (header->layers == 0 || header->layers > kMaxLayers) return false;
  std::uint32_t reach = 0;
  for (std::uint32_t n = 0; n < header->layers; ++n) {
    if (header->dilation[n] == 0 || header->dilation[n] > kMaxDilation) return false;
    reach += header->dilation[n];
  }
  return reach <= kReach && header->shape_rows == kShapeRows && header->lex_rows == kLexRows &&
         header->role_rows == kRoleRows && header->gap_rows == kGapRows && header->line_rows == kLineRows &&
         std::has_single_bit(header->gram_rows) && header->gram_rows <= 1U << 20 && header->word_rows <= 1U << 20 &&
         (header->exit_hidden == 0 || good_width(header->exit_hidden)) &&
         (header->gate_tables == 0 || header->gate_tables == kGateTables);
}

// The largest sum that a channel can come to stays an int32.
bool Bounded(std::uint64_t weights, std::int64_t bias) {
  return weights * 32768 + static_cast<std::uint64_t>(std::abs(bias)) + (1U << 24) <
         static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max());
}

// `behind` bytes of the block follow the layer, from *rest on.
bool ReadLayer(Reader* file, Layer* layer, std::uint64_t behind = 0, const unsigned char** rest = nullptr) {
  const std::uint32_t in = layer->inputs;
  const std::uint32_t out = layer->outputs;
  const std::uint32_t taps = layer->taps;
  const std::uint64_t size = std::uint64_t{out} * (5 + std::uint64_t{taps} * in);
  const unsigned char* at = file->Block(size + behind);
  if (at == nullptr) return false;
  if (rest != nullptr) *rest = at + size;
  layer->bias.resize(out);
  layer->shift.resize(out);
  layer->weights.resize(std::size_t{taps} * in * out);
  const unsigned char* shifts = at + 4 * std::size_t{out};
  const unsigned char* weights = shifts + out;
  for (std::uint32_t o = 0; o < out; ++o) {
    const std::int32_t bias = Number<std::int32_t>(at + 4 * std::size_t{o});
    const unsigned shift = shifts[o];
    if (shift < 1 || shift > 24) return false;
    std::uint64_t sum = 0;
    for (std::uint32_t tap = 0; tap < taps; ++tap) {
      for (std::uint32_t c = 0; c < in; ++c) {
        // NOLINTNEXTLINE(bugprone-signed-char-misuse): a weight is a signed byte
        const int weight = static_cast<signed char>(weights[(std::size_t{o} * taps + tap) * in + c]);
        sum += static_cast<unsigned>(std::abs(weight));
        layer->weights[((std::size_t{tap} * (in / 2) + c / 2) * out + o) * 2 + c % 2] =
            static_cast<std::int16_t>(weight);
      }
    }
    if (!Bounded(sum, bias)) return false;
    layer->bias[o] = bias + (1 << (shift - 1));
    layer->shift[o] = static_cast<std::int32_t>(shift);
  }
  return true;
}

}  // namespace

bool Model::Parse(std::string_view bytes) {
  Reader file(bytes);
  const unsigned char* head = file.Block(sizeof(Header));
  if (head == nullptr || !ReadHeader(head, &header_)) return false;
  const Header& h = header_;
  const std::uint64_t rows = std::uint64_t{h.shape_rows} + h.lex_rows + h.role_rows + 2 * std::uint64_t{h.gap_rows} +
                             h.line_rows + h.gram_rows + h.word_rows;
  first_gap_ = h.shape_rows + h.lex_rows + h.role_rows;
  first_line_ = first_gap_ + 2 * h.gap_rows;
  first_gram_ = first_line_ + h.line_rows;
  first_word_ = first_gram_ + h.gram_rows;
  rows_ = reinterpret_cast<const std::int8_t*>(file.Block(rows * h.dim));
  if (rows_ == nullptr) return false;
  if (h.gate_tables != 0) {
    gate_ = reinterpret_cast<const std::int8_t*>(file.Block(std::uint64_t{h.gate_tables} * kGateRows));
    if (gate_ == nullptr) return false;
  }
  keys_ = file.Block(std::uint64_t{h.word_rows} * 4);
  if (keys_ == nullptr) return false;
  for (std::uint32_t n = 1; n < h.word_rows; ++n) {
    if (Number<std::uint32_t>(keys_ + 4 * std::size_t{n - 1}) >= Number<std::uint32_t>(keys_ + 4 * std::size_t{n})) {
      return false;
    }
  }
  first_key_.assign((1U << kKeyBits) + 1, h.word_rows);
  for (std::uint32_t n = h.word_rows; n-- > 0;) {
    first_key_[Number<std::uint32_t>(keys_ + 4 * std::size_t{n}) >> (32 - kKeyBits)] = n;
  }
  for (std::size_t n = first_key_.size() - 1; n-- > 0;) first_key_[n] = std::min(first_key_[n], first_key_[n + 1]);
  for (std::uint32_t n = 0; n < h.layers; ++n) {
    Layer layer;
    layer.inputs = n == 0 ? h.dim : h.channels;
    layer.outputs = h.channels;
    layer.dilation = h.dilation[n];
    if (!ReadLayer(&file, &layer)) return false;
    layers_.push_back(std::move(layer));
  }
  if (h.exit_hidden != 0) {
    exit_.inputs = h.channels;
    exit_.outputs = h.exit_hidden;
    exit_.taps = kExitTaps;
    const unsigned char* rest = nullptr;
    if (!ReadLayer(&file, &exit_, std::uint64_t{2} * h.exit_hidden, &rest)) return false;
    std::uint64_t sum = 0;
    for (std::uint32_t n = 0; n < h.exit_hidden; ++n) {
      exit_weights_.push_back(Number<std::int16_t>(rest + 2 * std::size_t{n}));
      sum += static_cast<unsigned>(std::abs(exit_weights_.back()));
    }
    if (!Bounded(sum, 0)) return false;
  }
  const unsigned char* out = file.Block(kClasses * (4 + 2 * std::uint64_t{h.channels}));
  if (out == nullptr || !file.AtEnd()) return false;
  for (std::uint32_t k = 0; k < kClasses; ++k) {
    output_bias_.push_back(Number<std::int32_t>(out + 4 * k));
    std::uint64_t sum = 0;
    for (std::uint32_t c = 0; c < h.channels; ++c) {
      const auto weight = Number<std::int16_t>(out + 4 * kClasses + 2 * (std::size_t{k} * h.channels + c));
      sum += static_cast<unsigned>(std::abs(weight));
      output_weights_.push_back(weight);
    }
    if (!Bounded(sum, output_bias_.back())) return false;
  }
  return true;
}

std::unique_ptr<const Model> Model::Read(std::string_view bytes) {
  auto model = std::make_unique<Model>();
  if (!model->Parse(bytes)) return nullptr;
  return model;
}

const Model* Model::BuiltIn() {
  static const std::unique_ptr<const Model> model =
      Read({reinterpret_cast<const char*>(maske_embed_model), maske_embed_model_size});
  return model.get();
}

bool Model::Linked() { return maske_embed_model_size != 0; }

std::size_t Model::WordRows(const WordFeatures& word, std::uint32_t* rows) const {
  std::size_t count = 0;
  rows[count++] = word.shape;
  rows[count++] = kShapeRows + word.lex;
  for (std::uint32_t roles = word.roles; roles != 0; roles &= roles - 1) {
    rows[count++] = kShapeRows + kLexRows + static_cast<std::uint32_t>(std::countr_zero(roles));
  }
  for (std::size_t n = 0; n < word.gram_count; ++n) {
    rows[count++] = first_gram_ + (word.grams[n] & (header_.gram_rows - 1));
  }
  if (word.key != 0) {
    const auto key = static_cast<std::uint32_t>(word.key >> 32);
    std::uint32_t at = first_key_[key >> (32 - kKeyBits)];
    const std::uint32_t end = first_key_[(key >> (32 - kKeyBits)) + 1];
    while (at < end && Number<std::uint32_t>(keys_ + 4 * std::size_t{at}) < key) ++at;
    if (at < end && Number<std::uint32_t>(keys_ + 4 * std::size_t{at}) == key) rows[count++] = first_word_ + at;
  }
  return count;
}

}  // namespace maske::names::model
