// A seeded generator for every pattern of numbers: it draws texts from the pattern's own expression, makes them pass the
// pattern's check, damages one character, and sets them behind a context word of the pattern or alone, in prose, a table or
// JSON. So a country that is added by a file is tested without a line here. What a number must give follows from the scores
// that its pattern states (patterns/FORMAT.md). MASKE_TABLE=1 prints recall and false masks of every pattern.
//
// What a number of random digits gives alone is held against the check's own chance: as many as the check lets pass, no more.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "generator/random.h"
#include "maske/maske.h"
#include "match/pattern.h"
#include "match/regex.h"

namespace maske::match {
namespace {

using generator::Random;

// Identifiers of people, accounts and companies; what is found by shape alone (mail, addresses of hosts, secrets) and by its own
// grammar (telephone, birth dates) has other tests.
bool IsIdentifier(const Pattern& pattern) {
  static const std::set<std::string_view> kOther = {"EMAIL",  "PHONE", "IP",       "MAC", "URL_CREDENTIALS",
                                                    "SECRET", "DOB",   "USERNAME", "GEO"};
  return !kOther.contains(pattern.type);
}
// Checks over so many characters that drawing does not meet them; tests/check has their vectors.
bool IsDrawable(const Pattern& pattern) {
  static const std::set<std::string_view> kNot = {"mrz",          "mrz_old_de", "bitcoin",   "ethereum",
                                                  "ethereum_any", "iban",       "iban_shape"};
  return !kNot.contains(pattern.check);
}

class Drawer {
 public:
  Drawer(const Pattern& pattern, Random* random)
      : pattern_(pattern),
        random_(random),
        graph_(Parsed(pattern)),
        regex_(FullExpression(pattern)),
        check_(pattern.check.empty() ? nullptr : check::Find(pattern.check)) {}

  bool ok() const { return graph_.has_value() && regex_.ok(); }

  // Some text of the expression: the whole match, and where its group lies in it.
  struct Drawn {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::optional<Drawn> Any() {
    for (int tries = 0; tries < 200; ++tries) {
      std::optional<Drawn> drawn = Framed(Walk());
      if (drawn) return drawn;
    }
    return std::nullopt;
  }

  // One that the check accepts (or refuses).
  std::optional<Drawn> With(bool accepted) {
    if (check_ == nullptr) return accepted ? Any() : std::nullopt;
    for (int tries = 0; tries < 4000; ++tries) {
      std::optional<Drawn> drawn = Any();
      if (!drawn) return std::nullopt;
      if (Passes(*drawn) == accepted) return drawn;
      // One character changed, from the last: the check character is mostly there.
      const Drawn base = *drawn;
      for (std::size_t at = base.end; at-- > base.begin;) {
        for (const char c : Alternatives(base.text[at])) {
          std::string text = base.text;
          text[at] = c;
          drawn = Framed(text);
          if (drawn && drawn->text.size() == base.text.size() && Passes(*drawn) == accepted) return drawn;
        }
      }
    }
    return std::nullopt;
  }

  bool Passes(const Drawn& drawn) const {
    return check_ == nullptr ||
           check_->function(std::string_view(drawn.text).substr(drawn.begin, drawn.end - drawn.begin));
  }

 private:
  static std::optional<Graph> Parsed(const Pattern& pattern) {
    RegexFaults faults;
    return ParseRegex(pattern.expression, pattern.ignore_case, &faults);
  }
  static std::string_view Alternatives(char c) {
    if (c >= '0' && c <= '9') return "0123456789";
    if (c >= 'A' && c <= 'Z') return "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return {};
  }

  std::string Walk() {
    std::string text;
    int at = graph_->start;
    while (at >= 0 && graph_->nodes[static_cast<std::size_t>(at)].kind != Graph::Node::kAccept) {
      const Graph::Node& node = graph_->nodes[static_cast<std::size_t>(at)];
      if (node.kind == Graph::Node::kSplit) {
        at = random_->Chance(50) ? node.out : node.out1;
        continue;
      }
      std::string bytes;
      for (unsigned byte = 32; byte < 256; ++byte) {
        if (node.bytes.Has(static_cast<unsigned char>(byte))) bytes += static_cast<char>(byte);
      }
      if (bytes.empty()) return {};
      text += random_->Pick(bytes);
      if (text.size() > pattern_.max_bytes) return {};
      at = node.out;
    }
    return text;
  }

  // As the pattern sees it: RE2's own match from the begin must be all of it, with the number of digits that is asked for.
  std::optional<Drawn> Framed(const std::string& text) const {
    if (text.empty() || text.find('\n') != std::string::npos) return std::nullopt;
    std::vector<re2::StringPiece> groups(pattern_.group + 1U);
    const re2::StringPiece piece(text);
    if (!regex_.Match(piece, 0, text.size(), re2::RE2::ANCHOR_START, groups.data(), static_cast<int>(groups.size())))
      return std::nullopt;
    if (groups[0].size() != text.size() || text.size() >= pattern_.max_bytes) return std::nullopt;
    const re2::StringPiece& group = groups[pattern_.group];
    Drawn drawn{text, static_cast<std::size_t>(group.data() - text.data()), 0};
    drawn.end = drawn.begin + group.size();
    const auto digits = std::count_if(group.begin(), group.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits < pattern_.min_digits || (pattern_.max_digits != kAnyDigits && digits > pattern_.max_digits))
      return std::nullopt;
    return drawn;
  }

  const Pattern& pattern_;
  Random* random_;
  std::optional<Graph> graph_;
  re2::RE2 regex_;
  const check::Check* check_;
};

// A context word as it may be written; empty when the pattern has none that can be.
std::string Label(const Pattern& pattern, Random* random) {
  std::vector<std::string> labels;
  for (const ContextEntry& entry : pattern.context) {
    if (entry.veto) continue;
    std::string label;
    for (const ContextWord& word : entry.words) {
      if (!label.empty()) label += ' ';
      if (word.open_front) label += "Muster";
      label += word.key;
      if (word.open_back) label += "x";
    }
    if (label.size() + 4 <= pattern.context_left) labels.push_back(label);
  }
  return labels.empty() ? std::string() : random->Pick(labels);
}

enum Place { kProse, kTable, kJson, kPlaces };
// The number behind its label (or alone), and where it begins.
std::string Set(Place place, const std::string& label, const std::string& number, std::size_t* begin) {
  const std::string lead = place == kProse   ? (label.empty() ? "Wir haben " : "Bitte " + label + ": ")
                           : place == kTable ? (label.empty() ? "Posten\t" : "Posten\t" + label + "\t")
                                             : (label.empty() ? "{\"x\": \"" : "{\"" + label + "\": \"");
  *begin = lead.size();
  return lead + number + (place == kProse ? " erhalten." : place == kTable ? "\tEnde" : "\"}");
}

struct Rate {
  int hits = 0;
  int all = 0;
  void Count(bool hit) {
    ++all;
    hits += hit ? 1 : 0;
  }
  [[nodiscard]] double Value() const { return all == 0 ? 0 : static_cast<double>(hits) / all; }
};

class Identifiers : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto filter = Filter::Create();
    ASSERT_TRUE(filter.ok());
    filter_ = new std::shared_ptr<const Filter>(std::move(filter).value());
  }
  static void TearDownTestSuite() { delete filter_; }

  // Everything is looked for but names and addresses, which have nothing to say here.
  static Policy Everything() {
    Policy policy;
    policy.name_model = NameModel::kOff;
    for (const TypeDescription& type : (*filter_)->Types()) {
      if (type.name != "PERSON" && type.name != "ADDRESS") policy.types.emplace_back(type.name);
    }
    return policy;
  }

  // Is all of [begin, end) masked? own: by this pattern alone.
  static bool Masked(std::string_view text, std::size_t begin, std::size_t end, std::string_view own = {}) {
    static const Policy policy = Everything();
    const auto found = (*filter_)->Detect(text, policy);
    EXPECT_TRUE(found.ok());
    std::size_t at = begin;
    for (const Finding& finding : found.value()) {
      if (!own.empty() && finding.rule != own) continue;
      if (finding.begin <= at && finding.end > at) at = finding.end;
    }
    return at >= end;
  }

  static std::shared_ptr<const Filter>* filter_;
};
std::shared_ptr<const Filter>* Identifiers::filter_ = nullptr;

constexpr int kNumbers = 60;  // of a kind, and place

TEST_F(Identifiers, EveryPatternGivesWhatItsScoresSay) {
  const bool print = std::getenv("MASKE_TABLE") != nullptr;
  if (print)
    std::printf("%-30s %-18s %9s %7s %9s %9s %8s\n", "pattern", "type", "labelled", "alone", "off, lab.", "off, al.",
                "random");
  Rate labelled;
  int patterns = 0;
  for (const Pattern& pattern : BuiltinPatterns()) {
    if (!IsIdentifier(pattern) || !IsDrawable(pattern)) continue;
    Random random(20261123);
    Drawer drawer(pattern, &random);
    ASSERT_TRUE(drawer.ok()) << pattern.id;
    ++patterns;
    const Scores& scores = pattern.scores;
    const bool checked = !pattern.check.empty();
    const float alone = checked ? scores.check : scores.bare;
    Rate with_label;
    Rate without;
    Rate off_with_label;
    Rate off_without;
    for (int n = 0; n < kNumbers; ++n) {
      const auto drawn = drawer.With(true);
      EXPECT_TRUE(drawn) << pattern.id << ": no valid number drawn";
      if (!drawn) break;
      const std::string label = Label(pattern, &random);
      const auto off = checked ? drawer.With(false) : std::nullopt;
      for (int place = 0; place < kPlaces; ++place) {
        std::size_t begin = 0;
        const auto put = [&](const std::string& word, const Drawer::Drawn& number, Rate* rate, std::string_view own) {
          const std::string text = Set(static_cast<Place>(place), word, number.text, &begin);
          rate->Count(Masked(text, begin + number.begin, begin + number.end, own));
        };
        if (!label.empty()) put(label, *drawn, &with_label, {});
        put({}, *drawn, &without, {});
        if (!off) continue;
        if (!label.empty()) put(label, *off, &off_with_label, {});
        put({}, *off, &off_without, pattern.id);
      }
    }
    // Random texts of the expression, alone.
    Rate masked;
    Rate passed;
    for (int n = 0; n < 10 * kNumbers; ++n) {
      const auto drawn = drawer.Any();
      ASSERT_TRUE(drawn) << pattern.id;
      std::size_t begin = 0;
      const std::string text = Set(kProse, {}, drawn->text, &begin);
      masked.Count(Masked(text, begin + drawn->begin, begin + drawn->end, pattern.id));
      passed.Count(drawer.Passes(*drawn));
    }
    if (print) {
      std::printf("%-30s %-18s %9.3f %7.3f %9.3f %9.3f %8.4f\n", std::string(pattern.id).c_str(),
                  std::string(pattern.type).c_str(), with_label.Value(), without.Value(), off_with_label.Value(),
                  off_without.Value(), masked.Value());
    }
    labelled.hits += with_label.hits;
    labelled.all += with_label.all;
    if (with_label.all > 0) {
      EXPECT_GE(with_label.Value(), 0.95) << pattern.id;
    }
    if (alone >= 0.5F) {
      EXPECT_GE(without.Value(), 0.95) << pattern.id;
    }
    if (off_with_label.all > 0 && scores.failed_context >= 0.5F) {
      EXPECT_GE(off_with_label.Value(), 0.9) << pattern.id;
    }
    if (scores.failed >= 0.5F) continue;  // the form alone decides
    if (alone >= 0.5F && checked) {
      EXPECT_LE(masked.Value(), passed.Value() + 0.005) << pattern.id;
    } else if (alone < 0.5F) {
      EXPECT_LE(masked.Value(), 0.02) << pattern.id;
    }
  }
  EXPECT_GT(patterns, 100);
  EXPECT_GE(labelled.Value(), 0.99);
}

}  // namespace
}  // namespace maske::match
