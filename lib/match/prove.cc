// The examples of a pattern: tried with the pattern alone, at every position and by the dispatch; see load.h.
#include <algorithm>
#include <string>
#include <tuple>

#include "base/mutation.h"
#include "match/load.h"
#include "match/matcher.h"
#include "match/set_impl.h"
#include "text/prepared.h"

namespace maske::match {
namespace {

using Span = std::pair<std::uint32_t, std::uint32_t>;

void Sort(std::vector<Candidate>* list) {
  const auto key = [](const Candidate& c) { return std::tuple(c.begin, c.end); };
  std::sort(list->begin(), list->end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  list->erase(std::unique(list->begin(), list->end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
              list->end());
}

class Prover {
 public:
  Prover(const LoadedPattern& loaded, std::vector<std::string>* faults) : loaded_(loaded), faults_(*faults) {
    set_.Add(loaded.pattern, 0);
    set_.Build();
  }

  bool Run() {
    const std::size_t before = faults_.size();
    if (!set_.runner(0).Prepare().ok()) {
      Fault(loaded_.line, "the pattern cannot be made ready");
      return false;
    }
    for (std::size_t i = 0; i < loaded_.match.size(); ++i) MustMatch(loaded_.match[i], i + 1);
    for (std::size_t i = 0; i < loaded_.no_match.size(); ++i) MustNotMatch(loaded_.no_match[i], i + 1);
    return faults_.size() == before;
  }

 private:
  void Fault(std::size_t line, const std::string& reason) { faults_.push_back(FaultLine(loaded_.file, line, reason)); }

  // All findings of an example, as spans of its bytes; faults when the dispatch misses one that the expression finds.
  std::vector<Span> Find(const Example& example, const std::string& name) {
    slice_.Assign(example.text);
    const std::string_view text = slice_.text();
    std::vector<Candidate> plain;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
      Candidate candidate;
      if ((static_cast<unsigned char>(text[pos]) & 0xC0) == 0x80) continue;
      if (set_.runner(0).Run(text, pos, {}, &candidate)) plain.push_back(candidate);
    }
    std::vector<Candidate> fast;
    const Status status = FindCandidates(set_, slice_, 0, static_cast<std::uint32_t>(text.size()), {}, &fast);
    Sort(&plain);
    Sort(&fast);
    const bool same =
        std::equal(plain.begin(), plain.end(), fast.begin(), fast.end(),
                   [](const Candidate& a, const Candidate& b) { return a.begin == b.begin && a.end == b.end; });
    if (!status.ok() || !same) Fault(example.line, name + ": the trigger does not reach what the expression finds");
    std::vector<Span> spans;
    for (const Candidate& candidate : plain) {
      if (candidate.score < kExampleScore) continue;
      spans.emplace_back(slice_.RawBegin(candidate.begin), slice_.RawEnd(candidate.end));
    }
    return spans;
  }

  void MustMatch(const Example& example, std::size_t number) {
    const std::string name = "match example " + std::to_string(number);
    const std::vector<Span> spans = Find(example, name);
    if (spans.empty()) return Fault(example.line, name + " gives no finding");
    for (const Span& span : example.spans) {
      if (std::find(spans.begin(), spans.end(), span) != spans.end()) continue;
      std::string got;
      for (const Span& other : spans) {
        got.append(" [").append(std::to_string(other.first)).append(", ");
        got.append(std::to_string(other.second)).append(")");
      }
      Fault(example.line, name + " has no finding at the marked bytes [" + std::to_string(span.first) + ", " +
                              std::to_string(span.second) + "), but at" + got);
    }
  }

  void MustNotMatch(const Example& example, std::size_t number) {
    const std::string name = "no_match example " + std::to_string(number);
    const std::vector<Span> spans = Find(example, name);
    if (!spans.empty()) {
      Fault(example.line, name + " gives a finding at bytes [" + std::to_string(spans[0].first) + ", " +
                              std::to_string(spans[0].second) + ")");
    }
  }

  const LoadedPattern& loaded_;
  std::vector<std::string>& faults_;
  PatternSetImpl set_;
  text::Prepared slice_;
};

}  // namespace

bool ProveExamples(const LoadedPattern& pattern, std::vector<std::string>* faults) {
  if (MASKE_MUTATION("law8_examples_unproved")) return true;
  return Prover(pattern, faults).Run();
}

}  // namespace maske::match
