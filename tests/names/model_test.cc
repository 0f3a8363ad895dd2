// The name model's network against its twin, with random weights: tokens asked in any order and number, each instruction set,
// and files that are broken.
#include "names/model/model.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <numeric>
#include <random>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "names/model/conv.h"
#include "names/model/tagger.h"
#include "names/random_model.h"
#include "reference/model_reference.h"

namespace maske::names::model {
namespace {

using reference::ModelReference;

// Words of names, of German, of chats; long gaps, long tokens, lines.
std::string Text(Random* random, int words) {
  static const std::vector<std::string> kWords = {
      "Herr",   "müller", "Anna",   "Łukasz", "O'Neill's",   "und",     "schreib", "Donaudampfschifffahrt",
      "GmbH",   "2026",   "ANNA",   "Dr",     "von",         "İbrahim", "z.B",     "Meier",
      "Straße", "x1",     "Merkel", "Ngoc",   "Telefongerät"};
  static const std::vector<std::string> kGaps = {" ",    " ",  " ",  " ",   ", ",  ". ",   "-",  "\n",
                                                 "\n\n", " (", ") ", ": ",  " „",  "“ ",   " <", "\t",
                                                 "  ",   "@",  "/",  "!\n", " - ", "\n> ", ";"};
  std::string text;
  for (int n = 0; n < words; ++n) {
    const std::uint32_t dice = (*random)() % 64;
    text += dice == 0 ? std::string(50, 'a') : kWords[(*random)() % kWords.size()];
    text += dice == 1 ? std::string(40, ' ') : kGaps[(*random)() % kGaps.size()];
  }
  return text;
}

const std::vector<RandomShape>& Shapes() {
  static const std::vector<RandomShape> shapes = {
      {64, 64, {1, 1, 2, 2}, true, {"Herr", "und", "Anna"}, 16},
      {32, 48, {2, 2, 1, 1}, false, {"Merkel"}, 32},
      {16, 16, {2}, true, {}},
      {80, 96, {1, 2, 2}, true, {"von", "Dr"}, 48},
  };
  return shapes;
}

TEST(Model, EqualsTwinInAnyOrder) {
  Random random(17);
  for (const RandomShape& shape : Shapes()) {
    const std::string file = RandomModel(random(), shape);
    const auto model = Model::Read(file);
    ASSERT_NE(model, nullptr);
    const ModelReference twin(file);
    Tagger tagger(model.get());
    text::Prepared slice;
    for (int round = 0; round < 6; ++round) {
      const std::string text = Text(&random, 150);
      slice.Assign(text);
      const auto expected = twin.Logits(slice);
      const auto count = static_cast<std::uint32_t>(slice.tokens().size());
      const std::uint32_t first = random() % count;
      const std::uint32_t last = first + 1 + random() % (count - first);
      tagger.Start(slice, first, last);
      std::size_t answers = 0;
      for (int asks = 0; asks < 8; ++asks) {
        std::vector<std::uint32_t> tokens;
        for (std::uint32_t n = random() % 20; n > 0; --n) {
          tokens.push_back(first + random() % (last - first));
        }
        tagger.Ask(tokens);
        for (const std::uint32_t token : tokens) {
          const auto logits = tagger.LogitsOf(token);
          for (std::size_t k = 0; k < kClasses; ++k) {
            ASSERT_EQ(logits[k], expected[token][k]) << token << " of " << text;
          }
          ++answers;
        }
      }
      ASSERT_GT(answers, 0U);
    }
  }
}

// What the exit takes away is what the twin's sums say; what it leaves is asked afterwards as ever.
TEST(Model, ExitEqualsTwin) {
  Random random(41);
  for (const RandomShape& shape : Shapes()) {
    if (shape.exit_hidden == 0) continue;
    const std::string file = RandomModel(random(), shape);
    const auto model = Model::Read(file);
    ASSERT_NE(model, nullptr);
    const ModelReference twin(file);
    Tagger tagger(model.get());
    text::Prepared slice;
    std::set<std::int64_t> different;
    for (int round = 0; round < 8; ++round) {
      const std::string text = Text(&random, 300);
      slice.Assign(text);
      std::vector<std::int64_t> exits;
      const auto logits = twin.Logits(slice, &exits);
      different.insert(exits.begin(), exits.end());
      const auto count = static_cast<std::uint32_t>(slice.tokens().size());
      tagger.Start(slice, 0, count);
      std::vector<std::uint32_t> tokens;
      for (std::uint32_t i = 0; i < count; ++i) {
        if (random() % 3 != 0) tokens.push_back(i);
      }
      const auto least = static_cast<std::int32_t>(exits[random() % count]);
      std::vector<std::uint32_t> expected;
      std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(expected),
                   [&](std::uint32_t i) { return exits[i] >= least; });
      tagger.Sift(least, &tokens);
      ASSERT_EQ(tokens, expected);
      tagger.Ask(tokens);
      for (const std::uint32_t i : tokens) {
        const auto got = tagger.LogitsOf(i);
        ASSERT_TRUE(std::equal(got.begin(), got.end(), logits[i].begin())) << i;
      }
    }
    EXPECT_GT(different.size(), 500U);
  }
}

// More different words, and more kinds of surroundings, than the caches hold, so that places change hands while they are used.
TEST(Model, EqualsTwinWhenCachesOverflow) {
  Random random(43);
  const std::string file = RandomModel(5, Shapes()[0]);
  const auto model = Model::Read(file);
  const ModelReference twin(file);
  Tagger tagger(model.get());
  text::Prepared slice;
  for (int round = 0; round < 6; ++round) {
    std::string text;
    for (int n = 0; n < 4000; ++n) {
      for (std::uint32_t k = 2 + random() % 24; k > 0; --k) text += static_cast<char>('a' + random() % 26);
      for (std::uint32_t k = random() % 4; k > 0; --k) text += ".,;:-/()!? \n\"'*#&+<>"[random() % 20];
      text += ' ';
    }
    slice.Assign(text);
    const auto expected = twin.Logits(slice);
    const auto count = static_cast<std::uint32_t>(slice.tokens().size());
    tagger.Start(slice, 0, count);
    std::vector<std::uint32_t> tokens(count);
    std::iota(tokens.begin(), tokens.end(), 0U);
    tagger.Ask(tokens);
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto logits = tagger.LogitsOf(i);
      ASSERT_TRUE(std::equal(logits.begin(), logits.end(), expected[i].begin())) << i;
    }
  }
}

// The twin's layers stay between nothing and full, or the comparison would say little.
TEST(Model, RandomNetsAreAlive) {
  Random random(9);
  for (const RandomShape& shape : Shapes()) {
    const std::string file = RandomModel(random(), shape);
    text::Prepared slice;
    const std::string text = Text(&random, 100);
    slice.Assign(text);
    const auto logits = ModelReference(file).Logits(slice);
    std::set<std::array<std::int64_t, 5>> different(logits.begin(), logits.end());
    EXPECT_GT(different.size(), logits.size() / 2);
  }
}

TEST(Model, EveryTargetTheSame) {
  Random random(23);
  ASSERT_GE(ConvTargets().size(), 1U);
  for (const RandomShape& shape : Shapes()) {
    const std::string file = RandomModel(random(), shape);
    const auto model = Model::Read(file);
    ASSERT_NE(model, nullptr);
    std::vector<Layer> layers = model->layers();
    if (model->exit() != nullptr) layers.push_back(*model->exit());
    for (const Layer& layer : layers) {
      for (std::size_t count = 1; count <= 9; ++count) {
        std::vector<std::int16_t> in((count + layer.taps - 1) * layer.inputs);
        for (std::int16_t& value : in) value = static_cast<std::int16_t>(random() % 4 == 0 ? random() : random() % 900);
        std::vector<ConvSite> sites(count);
        std::vector<std::int16_t> first;
        for (const ConvTarget& target : ConvTargets()) {
          std::vector<std::int16_t> out(count * layer.outputs);
          for (std::size_t n = 0; n < count; ++n) {
            for (std::size_t tap = 0; tap < layer.taps; ++tap)
              sites[n].rows[tap] = in.data() + (n + tap) * layer.inputs;
            sites[n].out = out.data() + n * layer.outputs;
          }
          target.convolve(layer, sites.data(), count);
          if (first.empty()) first = out;
          ASSERT_EQ(first, out) << target.name;
        }
      }
    }
  }
}

// A layer in two steps, over inputs that are sums of two parts, is the layer at once; on every instruction set.
TEST(Model, ProjectedAndCombinedIsConvolved) {
  Random random(29);
  for (const RandomShape& shape : Shapes()) {
    const std::string file = RandomModel(random(), shape);
    const auto model = Model::Read(file);
    const Layer& layer = model->layers()[0];
    const std::size_t in = layer.inputs;
    const std::size_t out = layer.outputs;
    for (const ConvTarget& target : ConvTargets()) {
      for (std::size_t count = 1; count <= 6; ++count) {
        std::vector<std::int16_t> parts(2 * (count + 2) * in);
        for (std::int16_t& value : parts) value = static_cast<std::int16_t>(static_cast<int>(random() % 16000) - 8000);
        std::vector<std::int16_t> whole((count + 2) * in);
        for (std::size_t n = 0; n < whole.size(); ++n) {
          whole[n] = static_cast<std::int16_t>(parts[n] + parts[whole.size() + n]);
        }
        std::vector<std::int32_t> sums(3 * 2 * (count + 2) * out);  // by tap, then part
        std::vector<ProjectSite> projections(2 * (count + 2));
        for (std::size_t tap = 0; tap < 3; ++tap) {
          for (std::size_t n = 0; n < projections.size(); ++n) {
            projections[n] = {&parts[n * in], &sums[(tap * projections.size() + n) * out]};
          }
          target.project(layer, tap, projections.data(), projections.size());
        }
        std::vector<std::int16_t> expected(count * out);
        std::vector<std::int16_t> got(count * out);
        for (std::size_t n = 0; n < count; ++n) {
          ConvSite site;
          CombineSite combined;
          for (std::size_t tap = 0; tap < 3; ++tap) {
            site.rows[tap] = &whole[(n + tap) * in];
            combined.sums[2 * tap] = &sums[(tap * projections.size() + n + tap) * out];
            combined.sums[2 * tap + 1] = &sums[(tap * projections.size() + count + 2 + n + tap) * out];
          }
          combined.inputs[0] = &parts[(n + 1) * in];
          combined.inputs[1] = &parts[whole.size() + (n + 1) * in];
          site.out = &expected[n * out];
          combined.out = &got[n * out];
          target.convolve(layer, &site, 1);
          target.combine(layer, combined);
        }
        ASSERT_EQ(got, expected) << target.name;
      }
    }
  }
}

// Law 1: what lies further away than the reach that is stated counts nothing.
TEST(Model, ReachIsBounded) {
  Random random(31);
  const std::string file = RandomModel(77, Shapes()[0]);
  const auto model = Model::Read(file);
  Tagger tagger(model.get());
  text::Prepared slice;
  for (int round = 0; round < 20; ++round) {
    const std::string middle = " " + Text(&random, 1) + " ";
    std::string near[2];
    for (std::string& side : near) {
      while (side.size() < kTaggerReach) side += Text(&random, 3);
    }
    std::array<std::int32_t, kClasses> logits[2];
    for (auto& answer : logits) {
      const std::string left = Text(&random, 40) + " " + near[0];
      const std::string text = left + middle + near[1] + " " + Text(&random, 40);
      slice.Assign(text);
      tagger.Start(slice, 0, static_cast<std::uint32_t>(slice.tokens().size()));
      std::uint32_t token = 0;
      while (slice.tokens()[token].begin < slice.TextOffset(static_cast<std::uint32_t>(left.size()))) ++token;
      tagger.Ask({token});
      answer = tagger.LogitsOf(token);
    }
    ASSERT_EQ(logits[0], logits[1]);
  }
}

// Weights of another version than this code, or damaged ones, would mean fewer names: no build may come out so.
TEST(Model, TheOneThatIsLinkedInIsSound) { EXPECT_EQ(Model::BuiltIn() != nullptr, Model::Linked()); }

TEST(Model, BrokenFilesAreRefused) {
  RandomShape shape = Shapes()[2];
  const std::string good = RandomModel(4, shape);
  ASSERT_NE(Model::Read(good), nullptr);
  EXPECT_EQ(Model::Read(""), nullptr);
  for (std::size_t size = 0; size + 64 < good.size(); size += size < 512 ? 1 : 4099) {
    EXPECT_EQ(Model::Read(std::string_view(good).substr(0, size)), nullptr) << size;
  }
  for (std::size_t at = 0; at < 24; ++at) {  // magic, version, sizes
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x41);
    EXPECT_EQ(Model::Read(bad), nullptr) << at;
  }
  EXPECT_EQ(Model::Read(good + std::string(64, '\0')), nullptr);
  const std::string exit = RandomModel(4, Shapes()[0]);
  ASSERT_NE(Model::Read(exit), nullptr);
  for (const int hidden : {0, 32, 17, 255}) {  // none, more than there is, no multiple of 16
    std::string bad = exit;
    bad[84] = static_cast<char>(hidden);
    EXPECT_EQ(Model::Read(bad), nullptr) << hidden;
  }
  std::string keys = RandomModel(4, Shapes()[0]);
  const auto model = Model::Read(keys);
  ASSERT_NE(model, nullptr);
  const std::size_t first_key =
      (128 + (1024 + 1024 + 32 + 512 + 4 + 256 + 3) * 64 + 63) / 64 * 64 + kGateTables * kGateRows;
  std::swap_ranges(keys.begin() + static_cast<std::ptrdiff_t>(first_key),
                   keys.begin() + static_cast<std::ptrdiff_t>(first_key) + 4,
                   keys.begin() + static_cast<std::ptrdiff_t>(first_key) + 4);
  EXPECT_EQ(Model::Read(keys), nullptr);  // keys out of order
}

}  // namespace
}  // namespace maske::names::model
