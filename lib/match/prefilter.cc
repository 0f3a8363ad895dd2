// See prefilter.h.
#include "match/prefilter.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "match/prefix.h"
#include "match/regex.h"

namespace maske::match {
namespace {

using Mask = Automaton::Mask;
using Places = Automaton::Places;

// The expressions of a group side by side.
struct Graphs {
  Graph all;
  std::vector<std::uint8_t> owner;  // of a node: bit of its pattern
  std::vector<int> ahead;           // nodes that may take the event (kWord: the first byte)
  std::vector<Prefix> prefixes;     // of each pattern; its places are those of `all` less base
  std::vector<int> bases;

  Graphs(std::span<const Pattern* const> patterns, Event event, char byte) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      RegexFaults faults;
      const std::optional<Graph> graph = ParseRegex(patterns[i]->expression, patterns[i]->ignore_case, &faults);
      if (!graph) continue;  // refused by the loader; never here
      const auto base = static_cast<int>(all.nodes.size());
      for (Graph::Node node : graph->nodes) {
        if (node.out >= 0) node.out += base;
        if (node.out1 >= 0) node.out1 += base;
        all.nodes.push_back(node);
        owner.push_back(static_cast<std::uint8_t>(i));
      }
      if (event == Event::kWord) {
        for (int node : Closure(*graph, graph->start)) ahead.push_back(base + node);
        continue;
      }
      prefixes.emplace_back(*graph, event, byte);
      bases.push_back(base);
      for (int place : prefixes.back().events) ahead.push_back(base + place / 2);
    }
  }

  [[nodiscard]] const Graph::Node& At(int node) const { return all.nodes[static_cast<std::size_t>(node)]; }
  [[nodiscard]] Mask Bit(int node) const { return Mask{1} << owner[static_cast<std::size_t>(node)]; }
};

std::vector<ByteSet> Distinct(const std::vector<ByteSet>& all) {
  std::vector<ByteSet> sets;
  for (const ByteSet& set : all) {
    if (std::find(sets.begin(), sets.end(), set) == sets.end()) sets.push_back(set);
  }
  return sets;
}

void SortUnique(std::vector<int>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
}

// To the right. Places are nodes. A match that must end at an edge is pending until the next byte is known; the flag
// says that the last byte was a letter or digit.
class AheadSource : public Automaton::Source {
 public:
  AheadSource(std::shared_ptr<const Graphs> graphs, std::span<const Pattern* const> patterns)
      : graphs_(std::move(graphs)), closures_(graphs_->all.nodes.size()) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const Pattern& pattern = *patterns[i];
      const Mask bit = Mask{1} << i;
      if (pattern.open == OpenSpan::kRun) continue;  // may end at its window's end, edge or not
      if (pattern.right.kind != EdgeKind::kNone) word_edge_ |= bit;
      if (pattern.right.forbidden.empty()) continue;
      forbidding_ |= bit;
      for (unsigned byte = 0; byte < 128; ++byte) {
        if (pattern.right.forbidden.Has(static_cast<unsigned char>(byte))) forbidden_[byte] |= bit;
      }
      sets_.push_back(pattern.right.forbidden);
    }
    sets_.push_back(kAlnumBytes);
    for (const Graph::Node& node : graphs_->all.nodes) {
      if (node.kind == Graph::Node::kBytes) sets_.push_back(node.bytes);
    }
    sets_ = Distinct(sets_);
  }

  [[nodiscard]] std::vector<ByteSet> Sets() const override { return sets_; }
  [[nodiscard]] Places Start() override {
    Places places;
    places.list = graphs_->ahead;
    SortUnique(&places.list);
    for (int node : places.list) places.live |= graphs_->Bit(node);
    return places;
  }
  [[nodiscard]] Places Step(const Places& from, int byte) override {
    Places to;
    if (byte == Automaton::kEnd) {
      to.accept = from.pending;
      return to;
    }
    const auto value = static_cast<unsigned char>(byte);
    const bool word = kAlnumBytes.Has(value);
    to.accept = from.pending & ~forbidden_[value];
    if (from.flag && word) to.accept &= ~word_edge_;
    Mask ended = 0;
    for (int node : from.list) {
      const Graph::Node& at = graphs_->At(node);
      if ((graphs_->Bit(node) & to.accept) != 0 || !at.bytes.Has(value)) continue;
      for (int next : ClosureOf(at.out)) {
        if (graphs_->At(next).kind == Graph::Node::kAccept) {
          ended |= graphs_->Bit(next);
        } else {
          to.list.push_back(next);
        }
      }
    }
    to.pending = ended & (forbidding_ | (word ? word_edge_ : 0));
    to.accept |= ended & ~to.pending;
    to.pending &= ~to.accept;
    std::erase_if(to.list, [&](int node) { return (graphs_->Bit(node) & to.accept) != 0; });
    SortUnique(&to.list);
    to.flag = to.pending != 0 && word;
    to.live = to.pending;
    for (int node : to.list) to.live |= graphs_->Bit(node);
    return to;
  }

 private:
  const std::vector<int>& ClosureOf(int node) {
    std::vector<int>& closure = closures_[static_cast<std::size_t>(node)];
    if (closure.empty()) closure = Closure(graphs_->all, node);
    return closure;
  }

  std::shared_ptr<const Graphs> graphs_;
  std::vector<ByteSet> sets_;
  std::vector<std::vector<int>> closures_;
  Mask word_edge_ = 0;
  Mask forbidding_ = 0;
  std::array<Mask, 256> forbidden_{};
};

// To the left. Places are those of Prefix, of all patterns side by side.
class BackSource : public Automaton::Source {
 public:
  explicit BackSource(std::shared_ptr<const Graphs> graphs)
      : graphs_(std::move(graphs)), is_first_(graphs_->all.nodes.size() * 2, false), ways_(is_first_.size()) {
    for (std::size_t i = 0; i < graphs_->prefixes.size(); ++i) {
      const Prefix& prefix = graphs_->prefixes[i];
      const auto base = 2 * static_cast<std::size_t>(graphs_->bases[i]);
      const auto moved = [base](int place) { return base + static_cast<std::size_t>(place); };
      for (int place : prefix.first) is_first_[moved(place)] = true;
      for (int place : prefix.events) events_.push_back(static_cast<int>(moved(place)));
      for (std::size_t from = 0; from < prefix.ways.size(); ++from) {
        for (const auto& [bytes, to] : prefix.ways[from]) {
          ways_[moved(to)].push_back({bytes, static_cast<int>(base + from)});
          if (std::find(sets_.begin(), sets_.end(), bytes) == sets_.end()) sets_.push_back(bytes);
        }
      }
    }
  }

  [[nodiscard]] std::vector<ByteSet> Sets() const override { return sets_; }
  [[nodiscard]] Places Start() override { return Finished(events_); }
  [[nodiscard]] Places Step(const Places& from, int byte) override {
    std::vector<int> list;
    if (byte == Automaton::kEnd) return {};
    for (int place : from.list) {
      for (const auto& [bytes, to] : ways_[static_cast<std::size_t>(place)]) {
        if (bytes.Has(static_cast<unsigned char>(byte))) list.push_back(to);
      }
    }
    return Finished(std::move(list));
  }

 private:
  Places Finished(std::vector<int> list) const {
    Places places;
    SortUnique(&list);
    for (int place : list) {
      if (is_first_[static_cast<std::size_t>(place)]) places.accept |= graphs_->Bit(place / 2);
      if (!ways_[static_cast<std::size_t>(place)].empty()) places.live |= graphs_->Bit(place / 2);
    }
    // Places from which nothing leads on to the left are told by accept alone.
    std::erase_if(list, [&](int place) { return ways_[static_cast<std::size_t>(place)].empty(); });
    places.list = std::move(list);
    return places;
  }

  std::shared_ptr<const Graphs> graphs_;
  std::vector<int> events_;
  std::vector<bool> is_first_;
  std::vector<std::vector<Prefix::Way>> ways_;  // to the left
  std::vector<ByteSet> sets_;
};

}  // namespace

EventDfas::EventDfas(const Pattern& pattern, Event event, char byte) {
  const Pattern* const patterns[] = {&pattern};
  const auto graphs = std::make_shared<const Graphs>(patterns, event, byte);
  AheadSource right(graphs, patterns);
  ahead = Automaton::Determine(&right, true);
  BackSource left(graphs);
  back = Automaton::Determine(&left, false);
}

Prefilter::Prefilter(std::span<const Pattern* const> patterns) {
  const auto graphs = std::make_shared<const Graphs>(patterns, Event::kWord, '\0');
  ahead_ = std::make_unique<Automaton>(std::make_unique<AheadSource>(graphs, patterns));
  begins_ = std::make_unique<Begins>();
  MarkBegins();
}

Prefilter::~Prefilter() = default;

Prefilter::Mask Prefilter::Ahead(Mask alive, std::string_view text, std::size_t pos) const {
  const Automaton::View ahead = ahead_->view();
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t end = std::min(text.size(), pos + kMaxSteps);
  Automaton::State state = ahead.start;
  Mask may = 0;
  for (; pos < end; ++pos) {
    state = ahead.Next(state, bytes[pos]);
    const Automaton::Masks& at = ahead.MasksOf(state);
    may |= at.accept;
    if ((at.live & alive & ~may) == 0) return may & alive;
  }
  // The text's end leaves nothing open; the bound does.
  if (end != text.size()) return (may | ahead.MasksOf(state).live) & alive;
  return (may | ahead.MasksOf(ahead.NextAtEnd(state)).accept) & alive;
}

// Marks every way of three bytes from the start.
void Prefilter::MarkBegins() {
  const Automaton::View ahead = ahead_->view();
  const auto each = [&](Automaton::State state, bool ended, const auto& visit) {
    for (unsigned byte = 0; byte < 256; ++byte) {
      const Automaton::State next = ended ? state : ahead.Next(state, static_cast<unsigned char>(byte));
      const Automaton::Masks& at = ahead.MasksOf(next);
      if (ended || at.accept != 0 || at.live != 0) visit(next, byte, ended || at.accept != 0);
    }
  };
  each(ahead.start, false, [&](Automaton::State one, unsigned a, bool one_ended) {
    each(one, one_ended, [&](Automaton::State two, unsigned b, bool two_ended) {
      each(two, two_ended, [&](Automaton::State, unsigned c, bool) {
        const std::uint32_t hash = Hash(a | (b << 8) | (c << 16));
        (*begins_)[hash / 64] |= std::uint64_t{1} << (hash % 64);
      });
    });
  });
}

}  // namespace maske::match
