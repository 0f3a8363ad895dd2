// Spans of the name model: with a model that calls everything it is asked a person, what is left are the rules for where a
// name begins and ends, and what is no name whatever the model says.
#include "names/tagged.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "names/evidence.h"
#include "names/persons.h"
#include "names/random_model.h"
#include "names/tagger_pool.h"

namespace maske::names {
namespace {

// A model whose answer is always "inside of a name", or always "begin".
struct YesModel {
  // logit: of the label, in quarters; all others are 0.
  explicit YesModel(std::size_t label, unsigned logit = 255) : file(model::RandomModel(5, {16, 16, {1}, false, {}})) {
    const std::size_t output = file.size() - (20 + 2 * 5 * 16 + 63) / 64 * 64;
    for (std::size_t n = 0; n < 20 + 2 * 5 * 16; ++n) file[output + n] = 0;
    file[output + 4 * label + 2] = static_cast<char>(logit);  // 2^16 each
    model = model::Model::Read(file);
    tagger = std::make_unique<model::Tagger>(model.get());
    names = std::make_unique<TaggedNames>(tagger.get(), OperatingPoint{});
  }
  std::vector<std::string> Spans(const std::string& text, NameMemory* memory) {
    std::vector<std::string> spans;
    for (const Candidate& c : Candidates(text, memory, names.get())) {
      if (c.rule == static_cast<RuleId>(Rule::kModel)) spans.push_back(text.substr(c.begin, c.end - c.begin));
    }
    return spans;
  }
  std::vector<std::string> Spans(const std::string& text) {
    NameMemory memory;
    return Spans(text, &memory);
  }
  std::string file;
  std::unique_ptr<const model::Model> model;
  std::unique_ptr<model::Tagger> tagger;
  std::unique_ptr<TaggedNames> names;
};
using Spans = std::vector<std::string>;

TEST(TaggedTest, NamesAreCutAsTheRulesCutThem) {
  YesModel yes(2);
  EXPECT_EQ(yes.Spans("gestern kam Peter Zwickelbrunn vorbei"), Spans{"Peter Zwickelbrunn"});
  EXPECT_EQ(yes.Spans("gestern kam Frau Dr. Petra Zwickelbrunn vorbei"), Spans{"Petra Zwickelbrunn"});
  EXPECT_EQ(yes.Spans("das war gestern Schröders, nicht seins"), Spans{"Schröder"});
  EXPECT_EQ(yes.Spans("gestern kam Peter von Zwickelbrunn vorbei"), Spans{"Peter von Zwickelbrunn"});
  EXPECT_EQ(yes.Spans("gestern kam Peter von hier"), Spans{"Peter"});
  EXPECT_EQ(yes.Spans("gestern kam P. Zwickelbrunn vorbei"), Spans{"P. Zwickelbrunn"});
  EXPECT_EQ(yes.Spans("gestern kam Müller-Lüdenscheidt vorbei"), Spans{"Müller-Lüdenscheidt"});
  EXPECT_EQ(yes.Spans("ruf:\npeter schröder\nan"), Spans{"peter schröder"});
  EXPECT_EQ(yes.Spans("gestern kam Peter, Zwickelbrunn auch"), (Spans{"Peter", "Zwickelbrunn"}));
}

TEST(TaggedTest, BeginEndsTheNameBefore) {
  YesModel yes(1);
  EXPECT_EQ(yes.Spans("gestern kam Peter Zwickelbrunn vorbei"), (Spans{"Peter", "Zwickelbrunn"}));
  EXPECT_EQ(yes.Spans("gestern kam Müller-Lüdenscheidt vorbei"), Spans{"Müller-Lüdenscheidt"});
}

TEST(TaggedTest, NoNamesWhateverTheModelSays) {
  YesModel yes(2);
  EXPECT_EQ(yes.Spans("er arbeitet bei Zwickelbrunn GmbH"), Spans{});
  EXPECT_EQ(yes.Spans("er nahm Zwickelon 40 mg davon"), Spans{});
  EXPECT_EQ(yes.Spans("er nahm 40 mg Zwickelon davon"), Spans{});
  EXPECT_EQ(yes.Spans("die Fassung Zwickelon 7 fehlt"), Spans{});
  EXPECT_EQ(yes.Spans("die Zwickelmaschine war laut"), Spans{});
}

// At the begin of a message or cell a capital says little: a single word needs more than a good half there.
TEST(TaggedTest, AMessageBeginsWithACapital) {
  YesModel doubtful(2, 8);
  EXPECT_EQ(doubtful.Spans("gestern kam Zwickelbrunn vorbei"), Spans{"Zwickelbrunn"});
  EXPECT_EQ(doubtful.Spans("org.example.Task: Zwickelbrunn threshold reached"), Spans{});
  EXPECT_EQ(doubtful.Spans("2,17,Zwickelbrunn threshold reached"), Spans{});
  EXPECT_EQ(doubtful.Spans("org.example.Task: Peter threshold reached"), Spans{"Peter"});
  YesModel sure(2);
  EXPECT_EQ(sure.Spans("org.example.Task: Zwickelbrunn threshold reached"), Spans{"Zwickelbrunn"});
}

TEST(TaggedTest, LongNamesEnd) {
  YesModel yes(2);
  std::string text = "da kam";
  std::string eight;
  for (int n = 0; n < 20; ++n) {
    text += " Peter";
    if (n < 8) eight += n == 0 ? "Peter" : " Peter";
  }
  EXPECT_EQ(yes.Spans(text + " vorbei"), Spans{eight});
}

// What the model is sure of is a name later on; a word in no list does not teach.
TEST(TaggedTest, Teaches) {
  YesModel yes(2);
  NameMemory memory;
  yes.Spans("gestern kam Peter Zwickelbrunn vorbei", &memory);
  EXPECT_EQ(memory.size(), 1U);
  yes.Spans("gestern kam Quastelhuber vorbei", &memory);
  EXPECT_EQ(memory.size(), 1U);
}

TEST(TaggerPoolTest, GivesTaggersBack) {
  const std::string file = model::RandomModel(5, {16, 16, {1}, false, {}});
  const auto model = model::Model::Read(file);
  TaggerPool pool(model.get());
  model::Tagger* first = nullptr;
  {
    const TaggerPool::Lease lease = pool.Take();
    first = lease.get();
    const TaggerPool::Lease other = pool.Take();
    EXPECT_NE(other.get(), first);
  }
  EXPECT_NE(first, nullptr);
  std::vector<std::thread> threads;
  for (int n = 0; n < 4; ++n) {
    threads.emplace_back([&pool] {
      for (int i = 0; i < 50; ++i) {
        TaggerPool::Lease lease = pool.Take();
        EXPECT_NE(lease.get(), nullptr);
        TaggerPool::Lease moved = std::move(lease);
        // NOLINTNEXTLINE(bugprone-use-after-move,clang-analyzer-cplusplus.Move): this is what the test asks
        EXPECT_EQ(lease.get(), nullptr);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace maske::names
