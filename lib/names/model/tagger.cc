// See tagger.h.
#include "names/model/tagger.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/mutation.h"
#include "names/model/conv.h"

namespace maske::names::model {
namespace {

constexpr std::uint32_t kNoToken = 0xFFFFFFFF;
constexpr std::uint32_t kMostSteps = kReach + 1;  // from a token that is asked to one whose features count
constexpr float kUnit = 1.0F / static_cast<float>(1 << kLogitBits);

// Inputs of a token: no sum of rows leaves int16, so they are sums of parts.
static_assert((Model::kMostRows + 3) * 128 * kInputScale <= 32767);

constexpr int kSide = static_cast<int>(kExitTaps) / 2;  // places to either side that the exit looks at
static_assert(kSide + static_cast<int>(kMaxDilation) <= static_cast<int>(kReach));
constexpr unsigned kAroundBits = 7;  // 512 kinds of surroundings, 460 KB with 64 channels

}  // namespace

Tagger::Tagger(const Model* model)
    : model_(model),
      layers_(model->layers().size()),
      zero_(kMaxChannels),
      no_sums_(kMaxChannels),
      words_(model),
      around_(model->layers().data(), kAroundBits) {}

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
  word_of_.assign(count, {});
  around_of_.assign(count, {});
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

RowCache::Place Tagger::WordOf(std::uint32_t token) {
  RowCache::Place& place = word_of_[token - first_];
  if (!words_.rows().Holds(place)) place = words_.Look(text_, (*tokens_)[token]);
  return place;
}

RowCache::Place Tagger::AroundOf(std::uint32_t token) {
  RowCache::Place& kept = around_of_[token - first_];
  if (around_.Holds(kept)) return kept;
  const std::uint8_t before = Gap(token);
  const std::uint8_t behind = Gap(token + 1);
  const std::uint8_t line = Line(token);
  bool fresh = false;
  const RowCache::Place place =
      around_.Find({1U | std::uint64_t{before} << 8 | std::uint64_t{behind} << 16 | std::uint64_t{line} << 24}, &fresh);
  if (fresh) {
    const std::int8_t* rows[] = {model_->Row(model_->GapBeforeRow(before)), model_->Row(model_->GapBehindRow(behind)),
                                 model_->Row(model_->LineRow(line))};
    std::int16_t* inputs = around_.Inputs(place);
    for (std::size_t n = 0; n < model_->dim(); ++n) {
      inputs[n] = static_cast<std::int16_t>(kInputScale * (rows[0][n] + rows[1][n] + rows[2][n]));
    }
  }
  kept = place;
  return place;
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

const std::int16_t* Tagger::RowOf(std::size_t layer, std::uint32_t token) const {
  if (token == kNoToken) return zero_.data();
  const Rows& rows = layers_[layer];
  return rows.data.data() + (std::size_t{rows.of[token - first_]} - 1) * model_->channels();
}

// Computes the rows that wait in the first layer.
void Tagger::RunFirst() {
  Rows& rows = layers_[0];
  const Layer& layer = model_->layers()[0];
  const int dilation = static_cast<int>(layer.dilation);
  rows.data.resize(std::max(rows.data.size(), std::size_t{rows.count} * layer.outputs));
  RowCache& words = words_.rows();
  constexpr std::size_t kBlock = 64;  // positions whose missing products are computed together
  constexpr std::size_t kAhead = 4;   // positions whose products are fetched ahead
  std::array<std::array<std::uint32_t, 3>, kBlock> from;
  const auto want = [&](std::uint32_t token, unsigned tap) {
    if (token == kNoToken) return;
    words.Want(WordOf(token), tap);
    around_.Want(AroundOf(token), tap);
  };
  const auto ready = [&](std::uint32_t token, unsigned tap) {
    return token == kNoToken ||
           (words.Ready(word_of_[token - first_], tap) && around_.Ready(around_of_[token - first_], tap));
  };
  for (std::size_t at = 0; at < rows.waiting.size(); at += kBlock) {
    const std::size_t count = std::min(kBlock, rows.waiting.size() - at);
    for (std::size_t n = 0; n < count; ++n) {
      for (unsigned tap = 0; tap < 3; ++tap) {
        from[n][tap] = Neighbour(rows.waiting[at + n], (static_cast<int>(tap) - 1) * dilation);
        want(from[n][tap], tap);
      }
    }
    words.Multiply();
    around_.Multiply();
    for (std::size_t n = 0; n < count; ++n) {
      if (n + kAhead < count) {
        for (unsigned tap = 0; tap < 3; ++tap) {
          const std::uint32_t token = from[n + kAhead][tap];
          if (token != kNoToken) words.Prefetch(word_of_[token - first_], tap);
        }
      }
      // To find one place may have taken another since; the last three that were found are left alone.
      while (!ready(from[n][0], 0) || !ready(from[n][1], 1) || !ready(from[n][2], 2)) {
        for (unsigned tap = 0; tap < 3; ++tap) want(from[n][tap], tap);
        words.Multiply();
        around_.Multiply();
      }
      CombineSite site;
      for (unsigned tap = 0; tap < 3; ++tap) {
        const std::uint32_t token = from[n][tap];
        site.sums[2 * tap] = site.sums[2 * tap + 1] = no_sums_.data();
        if (token == kNoToken) continue;
        site.sums[2 * tap] = words.Products(word_of_[token - first_], tap);
        site.sums[2 * tap + 1] = around_.Products(around_of_[token - first_], tap);
      }
      const std::uint32_t middle = rows.waiting[at + n] - first_;
      site.inputs[0] = words.Inputs(word_of_[middle]);
      site.inputs[1] = around_.Inputs(around_of_[middle]);
      site.out = rows.data.data() + (std::size_t{rows.of[middle]} - 1) * layer.outputs;
      Combine(layer, site);
    }
  }
  rows.waiting.clear();
}

// Computes the rows that wait in a layer; those of the layer below are there.
void Tagger::Run(std::size_t layer) {
  Rows& rows = layers_[layer];
  const std::size_t width = model_->channels();
  rows.data.resize(std::max(rows.data.size(), std::size_t{rows.count} * width));
  const Layer& weights = model_->layers()[layer];
  const int dilation = static_cast<int>(weights.dilation);
  std::array<ConvSite, 64> sites;
  std::size_t count = 0;
  for (const std::uint32_t token : rows.waiting) {
    ConvSite& site = sites[count++];
    for (int tap = 0; tap < 3; ++tap) site.rows[tap] = RowOf(layer - 1, Neighbour(token, (tap - 1) * dilation));
    site.out = rows.data.data() + (std::size_t{rows.of[token - first_]} - 1) * width;
    if (count == sites.size()) {
      Convolve(weights, sites.data(), count);
      count = 0;
    }
  }
  if (count != 0) Convolve(weights, sites.data(), count);
  rows.waiting.clear();
}

// Computes what the exit looks at.
void Tagger::RunAround(const std::vector<std::uint32_t>& tokens) {
  for (const std::uint32_t token : tokens) {
    for (int step = -kSide; step <= kSide; ++step) Want(0, Neighbour(token, step));
  }
  RunFirst();
}

void Tagger::Sift(std::int32_t least, std::vector<std::uint32_t>* tokens) {
  const Layer* exit = model_->exit();
  if (exit == nullptr) return;
  RunAround(*tokens);
  constexpr std::size_t kSites = 64;
  std::array<ConvSite, kSites> sites;
  exits_.resize(kSites * exit->outputs);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < tokens->size(); at += kSites) {
    const std::size_t count = std::min(kSites, tokens->size() - at);
    for (std::size_t n = 0; n < count; ++n) {
      for (int step = -kSide; step <= kSide; ++step) {
        sites[n].rows[step + kSide] = RowOf(0, Neighbour((*tokens)[at + n], step));
      }
      sites[n].out = exits_.data() + n * exit->outputs;
    }
    Convolve(*exit, sites.data(), count);
    for (std::size_t n = 0; n < count; ++n) {
      std::int32_t sum = 0;
      for (std::size_t h = 0; h < exit->outputs; ++h) sum += model_->exit_weights()[h] * sites[n].out[h];
      if (sum >= least || MASKE_MUTATION("model_no_exit")) (*tokens)[kept++] = (*tokens)[at + n];
    }
  }
  tokens->resize(kept);
}

void Tagger::Ask(const std::vector<std::uint32_t>& tokens) {
  const std::size_t top = layers_.size() - 1;
  for (const std::uint32_t token : tokens) Want(top, token);
  for (std::size_t layer = top; layer > 0; --layer) {
    const int dilation = static_cast<int>(model_->layers()[layer].dilation);
    for (const std::uint32_t token : layers_[layer].waiting) {
      for (int tap = -1; tap <= 1; ++tap) Want(layer - 1, Neighbour(token, tap * dilation));
    }
  }
  const std::vector<std::uint32_t> asked = layers_[top].waiting;
  RunFirst();
  for (std::size_t layer = 1; layer <= top; ++layer) Run(layer);
  for (const std::uint32_t token : asked) Answer(token);
}

void Tagger::Answer(std::uint32_t token) {
  const std::size_t width = model_->channels();
  const std::int16_t* x = RowOf(layers_.size() - 1, token);
  Answers answer;
  for (std::size_t k = 0; k < kClasses; ++k) {
    const std::int16_t* weights = model_->output_weights().data() + k * width;
    std::int32_t sum = model_->output_bias()[k];
    for (std::size_t c = 0; c < width; ++c) sum += weights[c] * x[c];
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

std::vector<std::int16_t> Tagger::ExitInputsOf(std::uint32_t token) {
  RunAround({token});
  std::vector<std::int16_t> inputs;
  for (int step = -kSide; step <= kSide; ++step) {
    const std::int16_t* row = RowOf(0, Neighbour(token, step));
    inputs.insert(inputs.end(), row, row + model_->channels());
  }
  return inputs;
}

std::array<std::int32_t, kClasses> Tagger::LogitsOf(std::uint32_t token) const { return AnswerOf(token).logits; }

}  // namespace maske::names::model
