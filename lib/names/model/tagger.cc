// See tagger.h.
#include "names/model/tagger.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "names/model/conv.h"

namespace maske::names::model {
namespace {

constexpr std::uint32_t kNoToken = 0xFFFFFFFF;
constexpr float kUnit = 1.0F / static_cast<float>(1 << kLogitBits);

void AddRow(const std::int8_t* row, std::size_t dim, std::int16_t* sum) {
  for (std::size_t n = 0; n < dim; ++n) sum[n] = static_cast<std::int16_t>(sum[n] + row[n]);
}

}  // namespace

Tagger::Tagger(const Model* model) : model_(model), zero_(kMaxChannels), words_(kWords + 1) {
  layers_.resize(model->layers().size() + 1);
  layers_[0].width = model->dim();
  for (std::size_t n = 1; n < layers_.size(); ++n) layers_[n].width = model->channels();
  sums_.resize((kWords + 1) * model->dim());
}

void Tagger::Start(const text::Prepared& slice) {
  text_ = slice.text();
  tokens_ = &slice.tokens();
  const std::size_t count = tokens_->size();
  cut_.resize(count + 1);
  for (std::size_t i = 0; i <= count; ++i) cut_[i] = CutBefore(*tokens_, i) ? 1 : 0;
  for (Rows& rows : layers_) {
    rows.of.assign(count, 0);
    rows.count = 0;
  }
  answer_of_.assign(count, 0);
  answers_.clear();
}

void Tagger::ReadInto(std::uint32_t token, Word* word, std::int16_t* sum) const {
  WordFeatures features;
  const text::Token& t = (*tokens_)[token];
  ReadWord(text_.substr(t.begin, t.end - t.begin), t.flags, &features);
  std::array<std::uint32_t, Model::kMostRows> rows;
  const std::size_t count = model_->WordRows(features, rows.data());
  std::fill_n(sum, model_->dim(), std::int16_t{0});
  word->gate.fill(0);
  for (std::size_t n = 0; n < count; ++n) {
    AddRow(model_->Row(rows[n]), model_->dim(), sum);
    if (model_->has_gate()) AddRow(model_->Gate(rows[n]), kGateColumns, word->gate.data());
  }
}

// The place of a token's word in the cache, where its sums are.
std::size_t Tagger::Look(std::uint32_t token) {
  const text::Token& t = (*tokens_)[token];
  const std::size_t size = t.end - t.begin;
  Word wanted;
  if (size > wanted.bytes.size()) {
    ReadInto(token, &words_[kWords], &sums_[kWords * model_->dim()]);
    return kWords;
  }
  std::array<std::uint64_t, 3> lanes{};
  std::memcpy(lanes.data(), text_.data() + t.begin, size);
  lanes[2] |= static_cast<std::uint64_t>(size) << 48 | static_cast<std::uint64_t>(t.flags & 0x7F) << 56;
  const std::uint64_t mixed =
      (lanes[0] * 0x9E3779B97F4A7C15U) ^ (lanes[1] * 0xD6E8FEB86659FD93U) ^ (lanes[2] * 0xA0761D6478BD642FU);
  const std::size_t at = static_cast<std::size_t>((mixed ^ mixed >> 29) * 0x9E3779B97F4A7C15U >> 51);
  static_assert(kWords == std::size_t{1} << (64 - 51));
  Word& word = words_[at];
  static_assert(offsetof(Word, gate) == sizeof lanes);
  if (std::memcmp(&word, lanes.data(), sizeof lanes) != 0) {
    std::memcpy(static_cast<void*>(&word), lanes.data(), sizeof lanes);
    ReadInto(token, &word, &sums_[at * model_->dim()]);
  }
  return at;
}

void Tagger::Embed(std::uint32_t token, std::int16_t* out) {
  const std::size_t dim = model_->dim();
  std::memcpy(out, &sums_[Look(token) * dim], dim * sizeof *out);
  AddRow(model_->Row(model_->GapBeforeRow(GapBefore(text_, *tokens_, token))), dim, out);
  AddRow(model_->Row(model_->GapBehindRow(GapBefore(text_, *tokens_, token + 1))), dim, out);
  AddRow(model_->Row(model_->LineRow(LineOf(text_, *tokens_, token))), dim, out);
  for (std::size_t n = 0; n < dim; ++n) out[n] = static_cast<std::int16_t>(std::clamp(4 * out[n], -32768, 32767));
}

// The token `step` tokens on; kNoToken where the sequence ends before.
std::uint32_t Tagger::Neighbour(std::uint32_t token, int step) const {
  for (; step > 0; --step) {
    if (cut_[++token] != 0) return kNoToken;
  }
  for (; step < 0; ++step) {
    if (cut_[token--] != 0) return kNoToken;
  }
  return token;
}

void Tagger::Want(std::size_t layer, std::uint32_t token) {
  Rows& rows = layers_[layer];
  if (token == kNoToken || rows.of[token] != 0) return;
  rows.of[token] = ++rows.count;
  rows.waiting.push_back(token);
}

// Computes the rows that wait in a layer; those of the layer below are there.
void Tagger::Run(std::size_t layer) {
  Rows& rows = layers_[layer];
  const auto row_at = [](Rows& of, std::uint32_t token) {
    return of.data.data() + (std::size_t{of.of[token]} - 1) * of.width;
  };
  rows.data.resize(std::max(rows.data.size(), std::size_t{rows.count} * rows.width));
  if (layer == 0) {
    for (const std::uint32_t token : rows.waiting) Embed(token, row_at(rows, token));
  } else {
    const Layer& weights = model_->layers()[layer - 1];
    Rows& below = layers_[layer - 1];
    const int dilation = static_cast<int>(weights.dilation);
    std::array<ConvSite, 64> sites;
    std::size_t count = 0;
    for (const std::uint32_t token : rows.waiting) {
      ConvSite& site = sites[count++];
      for (int tap = 0; tap < 3; ++tap) {
        const std::uint32_t from = Neighbour(token, (tap - 1) * dilation);
        site.rows[tap] = from == kNoToken ? zero_.data() : row_at(below, from);
      }
      site.out = row_at(rows, token);
      if (count == sites.size()) {
        Convolve(weights, sites.data(), count);
        count = 0;
      }
    }
    if (count != 0) Convolve(weights, sites.data(), count);
  }
  rows.waiting.clear();
}

void Tagger::Ask(const std::vector<std::uint32_t>& tokens) {
  const std::size_t top = layers_.size() - 1;
  for (const std::uint32_t token : tokens) Want(top, token);
  for (std::size_t layer = top; layer > 0; --layer) {
    const int dilation = static_cast<int>(model_->layers()[layer - 1].dilation);
    for (const std::uint32_t token : layers_[layer].waiting) {
      for (int tap = -1; tap <= 1; ++tap) Want(layer - 1, Neighbour(token, tap * dilation));
    }
  }
  const std::vector<std::uint32_t> asked = layers_[top].waiting;
  for (std::size_t layer = 0; layer <= top; ++layer) Run(layer);
  for (const std::uint32_t token : asked) Answer_(token);
}

void Tagger::Answer_(std::uint32_t token) {
  const Rows& rows = layers_.back();
  const std::int16_t* x = rows.data.data() + (std::size_t{rows.of[token]} - 1) * rows.width;
  Answer answer;
  for (std::size_t k = 0; k < kClasses; ++k) {
    const std::int16_t* weights = model_->output_weights().data() + k * rows.width;
    std::int32_t sum = model_->output_bias()[k];
    for (std::size_t c = 0; c < rows.width; ++c) sum += weights[c] * x[c];
    answer.logits[k] = sum;
  }
  const float o = static_cast<float>(answer.logits[0]) * kUnit;
  const float loc = static_cast<float>(answer.logits[3]) * kUnit;
  const float org = static_cast<float>(answer.logits[4]) * kUnit;
  const float most = std::max({o, loc, org});
  answer.other = most + std::log(std::exp(o - most) + std::exp(loc - most) + std::exp(org - most));
  answers_.push_back(answer);
  answer_of_[token] = static_cast<std::uint32_t>(answers_.size());
}

Label Tagger::LabelOf(std::uint32_t token, float bias) const {
  const Answer& answer = answers_[answer_of_[token] - 1];
  const float begin = static_cast<float>(answer.logits[1]) * kUnit;
  const float inside = static_cast<float>(answer.logits[2]) * kUnit;
  const float other = answer.other - bias;
  if (other >= begin && other >= inside) return Label::kOutside;
  return begin >= inside ? Label::kBegin : Label::kInside;
}

float Tagger::PersonOf(std::uint32_t token) const {
  const Answer& answer = answers_[answer_of_[token] - 1];
  const float begin = static_cast<float>(answer.logits[1]) * kUnit;
  const float inside = static_cast<float>(answer.logits[2]) * kUnit;
  const float most = std::max({begin, inside, answer.other});
  const float person = std::exp(begin - most) + std::exp(inside - most);
  return person / (person + std::exp(answer.other - most));
}

std::array<std::int32_t, kClasses> Tagger::LogitsOf(std::uint32_t token) const {
  return answers_[answer_of_[token] - 1].logits;
}

bool Tagger::Worth(std::uint32_t token) {
  if (!model_->has_gate()) return true;
  std::int32_t sum = 0;
  for (int step = -3; step <= 3; ++step) {
    const std::uint32_t at = Neighbour(token, step);
    if (at == kNoToken) continue;
    const auto column = static_cast<std::size_t>(step + 3);
    sum += words_[Look(at)].gate[column];
    sum += model_->Gate(model_->GapBeforeRow(GapBefore(text_, *tokens_, at)))[column];
    sum += model_->Gate(model_->GapBehindRow(GapBefore(text_, *tokens_, at + 1)))[column];
    sum += model_->Gate(model_->LineRow(LineOf(text_, *tokens_, at)))[column];
  }
  return sum >= model_->header().gate_threshold;
}

}  // namespace maske::names::model
