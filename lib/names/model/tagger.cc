// See tagger.h.
#include "names/model/tagger.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "names/model/conv.h"

namespace maske::names::model {
namespace {

constexpr std::uint32_t kNoToken = 0xFFFFFFFF;
constexpr std::uint32_t kMostSteps = kReach + 1;  // from a token that is asked to one whose features count
constexpr float kUnit = 1.0F / static_cast<float>(1 << kLogitBits);

// Rows of a token: no sum of them, times 4, leaves int16.
static_assert((Model::kMostRows + 3) * 128 * 4 <= 32767);

}  // namespace

Tagger::Tagger(const Model* model) : model_(model), zero_(kMaxChannels), words_(model) {
  layers_.resize(model->layers().size() + 1);
  layers_[0].width = model->dim();
  for (std::size_t n = 1; n < layers_.size(); ++n) layers_[n].width = model->channels();
}

void Tagger::Start(const text::Prepared& slice, std::uint32_t first, std::uint32_t last) {
  text_ = slice.text();
  tokens_ = &slice.tokens();
  first_ = first > kMostSteps ? first - kMostSteps : 0;
  last = std::min(last + kMostSteps, static_cast<std::uint32_t>(tokens_->size()));
  const std::size_t count = last - first_;
  cut_.resize(count + 1);
  for (std::size_t i = 0; i <= count; ++i) cut_[i] = CutBefore(*tokens_, first_ + i) ? 1 : 0;
  cut_[0] = cut_[count] = 1;  // of the text, or out of reach
  gaps_.assign(count + 1, kUnknown);
  lines_.assign(count, kUnknown);
  for (Rows& rows : layers_) {
    rows.of.assign(count, 0);
    rows.count = 0;
  }
  answer_of_.assign(count, 0);
  answers_.clear();
}

std::uint8_t Tagger::Gap(std::uint32_t token) {
  std::uint8_t& gap = gaps_[token - first_];
  if (gap == kUnknown) gap = GapBefore(text_, *tokens_, token);
  return gap;
}

std::uint8_t Tagger::Line(std::uint32_t token) {
  std::uint8_t& line = lines_[token - first_];
  if (line == kUnknown) line = LineOf(text_, *tokens_, token);
  return line;
}

void Tagger::Embed(std::uint32_t token, std::int16_t* out) {
  const std::size_t dim = model_->dim();
  const std::int16_t* sum = words_.Look(text_, (*tokens_)[token]);
  const std::int8_t* before = model_->Row(model_->GapBeforeRow(Gap(token)));
  const std::int8_t* behind = model_->Row(model_->GapBehindRow(Gap(token + 1)));
  const std::int8_t* line = model_->Row(model_->LineRow(Line(token)));
  for (std::size_t n = 0; n < dim; ++n) {
    out[n] = static_cast<std::int16_t>(4 * (sum[n] + before[n] + behind[n] + line[n]));
  }
}

// The token `step` tokens on; kNoToken where the sequence ends before.
std::uint32_t Tagger::Neighbour(std::uint32_t token, int step) const {
  for (; step > 0; --step) {
    if (cut_[++token - first_] != 0) return kNoToken;
  }
  for (; step < 0; ++step) {
    if (cut_[token-- - first_] != 0) return kNoToken;
  }
  return token;
}

void Tagger::Want(std::size_t layer, std::uint32_t token) {
  Rows& rows = layers_[layer];
  if (token == kNoToken || rows.of[token - first_] != 0) return;
  rows.of[token - first_] = ++rows.count;
  rows.waiting.push_back(token);
}

// Computes the rows that wait in a layer; those of the layer below are there.
void Tagger::Run(std::size_t layer) {
  Rows& rows = layers_[layer];
  const auto row_at = [this](Rows& of, std::uint32_t token) {
    return of.data.data() + (std::size_t{of.of[token - first_]} - 1) * of.width;
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
  for (const std::uint32_t token : asked) Answer(token);
}

void Tagger::Answer(std::uint32_t token) {
  const Rows& rows = layers_.back();
  const std::int16_t* x = rows.data.data() + (std::size_t{rows.of[token - first_]} - 1) * rows.width;
  Answers answer;
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
  answer_of_[token - first_] = static_cast<std::uint32_t>(answers_.size());
}

Label Tagger::LabelOf(std::uint32_t token, float bias) const {
  const Answers& answer = AnswerOf(token);
  const float begin = static_cast<float>(answer.logits[1]) * kUnit;
  const float inside = static_cast<float>(answer.logits[2]) * kUnit;
  const float other = answer.other - bias;
  if (other >= begin && other >= inside) return Label::kOutside;
  return begin >= inside ? Label::kBegin : Label::kInside;
}

float Tagger::PersonOf(std::uint32_t token) const {
  const Answers& answer = AnswerOf(token);
  const float begin = static_cast<float>(answer.logits[1]) * kUnit;
  const float inside = static_cast<float>(answer.logits[2]) * kUnit;
  const float most = std::max({begin, inside, answer.other});
  const float person = std::exp(begin - most) + std::exp(inside - most);
  return person / (person + std::exp(answer.other - most));
}

std::array<std::int32_t, kClasses> Tagger::LogitsOf(std::uint32_t token) const { return AnswerOf(token).logits; }

}  // namespace maske::names::model
