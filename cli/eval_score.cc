#include "cli/eval_score.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "cli/eval_text.h"

namespace maske::cli {
namespace {

constexpr std::size_t kLeftOfExample = 30;   // code points shown before it
constexpr std::size_t kRightOfExample = 20;  // and behind

struct Marked {
  Range range;
  std::string_view type;
};

void Fill(std::vector<bool>* set, Range range) {
  std::fill(set->begin() + static_cast<std::ptrdiff_t>(range.begin),
            set->begin() + static_cast<std::ptrdiff_t>(range.end), true);
}

std::vector<bool> Both(const std::vector<bool>& a, const std::vector<bool>& b) {
  std::vector<bool> both(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) both[i] = a[i] && b[i];
  return both;
}

Example MakeExample(const EvalText& text, const Marked& marked, const std::string& id) {
  const auto [begin, end] = marked.range;
  Example example;
  example.type = marked.type;
  example.id = id;
  example.left = text.Text({begin - std::min(begin, kLeftOfExample), begin});
  example.middle = text.Text(marked.range);
  example.right = text.Text({end, end + kRightOfExample});
  return example;
}

class Document {
 public:
  Document(const GoldDocument& gold, const std::vector<Finding>& findings, const Labels& labels, FileTally* file)
      : text_(gold.text), file_(*file) {
    tally_.id = gold.id;
    tally_.words = text_.words();
    std::vector<bool> covered(text_.size());
    std::vector<bool> inside(text_.size());
    for (const Finding& finding : findings) {
      const Range range{text_.PointOf(finding.begin), text_.PointOf(finding.end)};
      Fill(&covered, range);
      found_.push_back({range, finding.type});
      bounds_.insert({finding.type, text_.Trimmed(range)});
      ends_.push_back(range.end);
    }
    for (const GoldEntity& entity : gold.entities) {
      const std::string_view type = labels.TypeOf(entity.label, gold.source);
      if (type.empty()) continue;
      const Range range{entity.begin, entity.end};
      Fill(&inside, range);
      if (!entity.nested) gold_.push_back({range, type});
    }
    const std::vector<bool> letters_covered = Both(text_.letters(), covered);
    covered_ = RangeCount(letters_covered);
    inside_ = RangeCount(Both(text_.letters(), inside));
    right_ = RangeCount(Both(letters_covered, inside));
    anywhere_inside_ = std::move(inside);
  }

  void CountGold(std::size_t most_examples) {
    tally_.has_gold = !gold_.empty();
    tally_.clean = tally_.has_gold;
    for (const Marked& entity : gold_) {
      const auto [begin, end] = entity.range;
      Tally& tally = TallyOf(entity.type);
      const std::size_t letters = letters_(begin, end);
      const std::size_t hit = covered_(begin, end);
      ++tally[kGold];
      tally[kLetters] += letters;
      tally[kLettersHit] += hit;
      if (IsExact(entity)) ++tally[kExactGold];
      if (hit == letters || IsInflected(entity, letters, hit)) {
        ++tally[kMaskedGold];
        if (IsTouchedByItsType(entity)) ++tally[kTypedGold];
        continue;
      }
      tally_.clean = false;
      if (file_.missed.size() < most_examples) {
        file_.missed.push_back(MakeExample(text_, entity, tally_.id));
      }
    }
  }

  void CountFindings(const std::vector<Finding>& findings, std::size_t most_examples) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const auto [begin, end] = found_[i].range;
      Tally& tally = TallyOf(found_[i].type);
      const std::size_t letters = letters_(begin, end);
      const std::size_t in_gold = inside_(begin, end);
      // Without a letter or digit its first character decides.
      const bool right = letters == 0 ? anywhere_inside_[begin] : in_gold * 2 >= letters;
      ++tally[kFoundCount];
      tally[kLettersOver] += letters - in_gold;
      RuleCount& rule = file_.rules[{std::string(findings[i].type), std::string(findings[i].rule)}];
      ++rule.found;
      if (right) {
        ++tally[kRight];
        ++rule.right;
      } else {
        KeepWrong(found_[i], most_examples);
      }
    }
    const std::size_t size = text_.size();
    tally_.outside = letters_(0, size) - inside_(0, size);
    tally_.over = covered_(0, size) - right_(0, size);
  }

  DocumentTally Take() { return std::move(tally_); }

 private:
  Tally& TallyOf(std::string_view type) {
    const auto found = tally_.types.find(type);
    return found != tally_.types.end() ? found->second : tally_.types.emplace(type, Tally{}).first->second;
  }

  // A finding of the type with the same bounds, or with those of the entity without its last character ("Müllers"); what
  // is neither letter nor digit at the ends is no matter.
  [[nodiscard]] bool IsExact(const Marked& entity) const {
    const auto [begin, end] = entity.range;
    return bounds_.contains({entity.type, text_.Trimmed({begin, end})}) ||
           bounds_.contains({entity.type, text_.Trimmed({begin, end - 1})});
  }

  // All of a person's letters but an s at the end.
  [[nodiscard]] bool IsInflected(const Marked& entity, std::size_t letters, std::size_t hit) const {
    if (entity.type != "PERSON" || letters <= 3 || hit + 1 != letters) return false;
    const std::size_t last = text_.Trimmed(entity.range).end - 1;
    return text_.Text({last, last + 1}) == "s" && covered_(last, last + 1) == 0;
  }

  [[nodiscard]] bool IsTouchedByItsType(const Marked& entity) const {
    const auto [begin, end] = entity.range;
    auto i = static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), begin) - ends_.begin());
    for (; i < found_.size() && found_[i].range.begin < end; ++i) {
      if (found_[i].type == entity.type) return true;
    }
    return false;
  }

  // Whether a type is annotated is known at the end of the file, so the first few of each type are kept.
  void KeepWrong(const Marked& finding, std::size_t most) {
    if (most == 0) return;
    std::vector<Example>& all = file_.wrong;
    const auto same = [&](const Example& example) { return example.type == finding.type; };
    if (static_cast<std::size_t>(std::count_if(all.begin(), all.end(), same)) >= most) return;
    all.push_back(MakeExample(text_, finding, tally_.id));
  }

  EvalText text_;
  FileTally& file_;
  DocumentTally tally_;
  std::vector<Marked> found_;
  std::vector<std::size_t> ends_;  // of found_
  std::vector<Marked> gold_;
  std::set<std::pair<std::string_view, Range>> bounds_;  // of found_, trimmed
  std::vector<bool> anywhere_inside_;
  // Letters and digits of a range: all, in findings, in gold, in both.
  RangeCount letters_{text_.letters()};
  RangeCount covered_{{}};
  RangeCount inside_{{}};
  RangeCount right_{{}};
};

}  // namespace

std::vector<std::string> FileTally::AnnotatedTypes() const {
  std::set<std::string> annotated;
  std::set<std::string> found;
  for (const DocumentTally& document : documents) {
    for (const auto& [type, tally] : document.types) {
      if (tally[kGold] > 0) annotated.insert(type);
      found.insert(type);
    }
  }
  const std::set<std::string>& shown = annotated.empty() ? found : annotated;
  return {shown.begin(), shown.end()};
}

std::vector<std::pair<std::string, std::uint64_t>> FileTally::NotAnnotated() const {
  const std::vector<std::string> annotated = AnnotatedTypes();
  std::map<std::string, std::uint64_t> others;
  for (const DocumentTally& document : documents) {
    for (const auto& [type, tally] : document.types) {
      if (!std::binary_search(annotated.begin(), annotated.end(), type)) others[type] += tally[kFoundCount];
    }
  }
  return {others.begin(), others.end()};
}

void AddDocument(const GoldDocument& gold, const std::vector<Finding>& findings, const Labels& labels,
                 const ExampleLimits& limits, FileTally* file) {
  Document document(gold, findings, labels, file);
  document.CountGold(limits.missed);
  document.CountFindings(findings, limits.wrong);
  file->documents.push_back(document.Take());
}

}  // namespace maske::cli
