// See start.h. All questions are walks over the expression's graph.
#include "match/start.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "match/prefix.h"

namespace maske::match {
namespace {

constexpr ByteSet kDigits = ByteSet::Range('0', '9');
constexpr ByteSet kUppers = ByteSet::Range('A', 'Z');
constexpr ByteSet kWordBytes = [] {
  ByteSet set = ByteSet::Range('0', '9');
  set.AddRange('A', 'Z');
  set.AddRange('a', 'z');
  set.Add('_');
  return set;
}();

using Node = Graph::Node;

// A set of nodes that remembers the order of insertion.
class NodeSet {
 public:
  explicit NodeSet(std::size_t size) : in_(size, false) {}
  bool Insert(int node) {
    if (in_[static_cast<std::size_t>(node)]) return false;
    in_[static_cast<std::size_t>(node)] = true;
    list_.push_back(node);
    return true;
  }
  void Clear() {
    for (int node : list_) in_[static_cast<std::size_t>(node)] = false;
    list_.clear();
  }
  [[nodiscard]] const std::vector<int>& list() const { return list_; }
  [[nodiscard]] bool Has(int node) const { return in_[static_cast<std::size_t>(node)]; }

 private:
  std::vector<bool> in_;
  std::vector<int> list_;
};

const Node& At(const Graph& graph, int node) { return graph.nodes[static_cast<std::size_t>(node)]; }

// Adds node and what is reached from it without a byte.
void AddClosure(const Graph& graph, int node, NodeSet* set) {
  std::vector<int> stack = {node};
  while (!stack.empty()) {
    const int top = stack.back();
    stack.pop_back();
    if (!set->Insert(top)) continue;
    if (At(graph, top).kind == Node::kSplit) {
      stack.push_back(At(graph, top).out1);
      stack.push_back(At(graph, top).out);
    }
  }
}

bool Accepts(const Graph& graph, const NodeSet& set) {
  return std::any_of(set.list().begin(), set.list().end(),
                     [&](int node) { return At(graph, node).kind == Node::kAccept; });
}

// An event as a set of bytes; for kCapital the byte counts only behind a word byte of the match.
struct EventBytes {
  ByteSet bytes;
  bool behind_word = false;
};

EventBytes BytesOf(Event event, char byte) {
  switch (event) {
    case Event::kAt:
      return {ByteSet::Of("@")};
    case Event::kBracket:
      return {ByteSet::Of("[")};
    case Event::kPlus:
      return {ByteSet::Of("+")};
    case Event::kUnderscore:
      return {ByteSet::Of("_")};
    case Event::kEquals:
      return {ByteSet::Of("=")};
    case Event::kColon:
      return {ByteSet::Of(":")};
    case Event::kKeyword:
      return {ByteSet::Of(":=")};
    case Event::kCapital:
      return {kUppers, true};
    case Event::kDigit:
      return {kDigits};
    case Event::kByte:
      return {ByteSet::Of({&byte, 1})};
    case Event::kUpper:
      return {kUppers};
    case Event::kWord:
    case Event::kScan:
      break;
  }
  return {};
}

// Walks the states before the event. A state is a node and whether the byte before it was a word byte (2 * node +
// word).
class EventWalk {
 public:
  EventWalk(const Graph& graph, const EventBytes& event) : graph_(graph), event_(event) {}

  // False when a match may end before the event.
  [[nodiscard]] bool Required() const {
    NodeSet seen(graph_.nodes.size() * 2);
    std::vector<int> work;
    bool ends = false;
    Reach(graph_.start, 0, &seen, &work, &ends);
    while (!work.empty() && !ends) {
      const int state = work.back();
      work.pop_back();
      for (const auto& [bytes, word] : Quiet(state)) {
        Reach(At(graph_, state / 2).out, word, &seen, &work, &ends);
      }
    }
    return !ends;
  }

  // The farthest distance of the event from the begin, at most limit.
  [[nodiscard]] std::uint32_t Farthest(std::uint32_t limit) const {
    NodeSet layer(graph_.nodes.size() * 2);
    NodeSet next(graph_.nodes.size() * 2);
    std::vector<int> states;
    bool ends = false;
    Reach(graph_.start, 0, &layer, &states, &ends);
    std::vector<int> last;
    for (std::uint32_t distance = 0; distance < limit; ++distance) {
      std::vector<int> following;
      next.Clear();
      for (int state : states) {
        for (const auto& [bytes, word] : Quiet(state)) Reach(At(graph_, state / 2).out, word, &next, &following, &ends);
      }
      if (following.empty()) return distance;
      std::sort(following.begin(), following.end());
      if (following == states) return limit;  // a loop: it goes on for ever
      states = std::move(following);
    }
    return limit;
  }

 private:
  // The ways on from a state that are no event: bytes and whether they are word bytes.
  [[nodiscard]] std::vector<std::pair<ByteSet, int>> Quiet(int state) const {
    const Node& node = At(graph_, state / 2);
    std::vector<std::pair<ByteSet, int>> ways;
    const bool armed = !event_.behind_word || state % 2 == 1;
    const ByteSet quiet = armed ? node.bytes.Without(event_.bytes) : node.bytes;
    const ByteSet word = quiet.And(kWordBytes);
    const ByteSet other = quiet.Without(kWordBytes);
    if (!word.empty()) ways.emplace_back(word, event_.behind_word ? 1 : 0);
    if (!other.empty()) ways.emplace_back(other, 0);
    return ways;
  }

  void Reach(int node, int word, NodeSet* seen, std::vector<int>* states, bool* ends) const {
    std::vector<int> stack = {node};
    while (!stack.empty()) {
      const int top = stack.back();
      stack.pop_back();
      if (!seen->Insert(top * 2 + word)) continue;
      const Node& at = At(graph_, top);
      if (at.kind == Node::kAccept) *ends = true;
      if (at.kind == Node::kBytes) states->push_back(top * 2 + word);
      if (at.kind == Node::kSplit) {
        stack.push_back(at.out1);
        stack.push_back(at.out);
      }
    }
  }

  const Graph& graph_;
  EventBytes event_;
};

bool Take(const Graph& graph, const StartQuery& query, Event event, char byte, Start* start) {
  const EventWalk walk(graph, BytesOf(event, byte));
  if (!walk.Required()) return false;
  start->event = event;
  start->byte = byte;
  start->reach = static_cast<std::uint16_t>(walk.Farthest(query.max_bytes));
  return true;
}

// Walking left from a frequent event costs more than looking at every word once; see patterns/FORMAT.md, "Trigger".
constexpr std::uint32_t kShortWalk = 12;
constexpr std::string_view kRareBytes = "~";

void FindEvent(const Graph& graph, const StartQuery& query, Start* start) {
  // A byte that hardly ever stands in a text beats all others.
  if (!query.event) {
    for (char byte : kRareBytes) {
      Start trial = *start;
      if (Take(graph, query, Event::kByte, byte, &trial) && trial.reach <= kShortWalk) {
        *start = trial;
        return;
      }
    }
  }
  const bool word = query.left_word && start->first.Within(kWordBytes.Without(ByteSet::Of("_")));
  for (std::size_t i = 0; i < kEventCount; ++i) {
    const auto event = static_cast<Event>(i);
    if (query.event && *query.event != event) continue;
    if (event == Event::kScan) break;
    if (event == Event::kWord) {
      if (!word) continue;
      start->event = event;
      return;
    }
    // A digit in front of the match would make its first digit no begin of a run.
    if (event == Event::kDigit && query.left_open && start->first.And(kDigits) != ByteSet()) continue;
    if (event >= Event::kColon && event <= Event::kDigit && word && !query.event) {
      Start trial = *start;
      if (Take(graph, query, event, '\0', &trial) && trial.reach <= kShortWalk) {
        *start = trial;
        return;
      }
    } else if (event == Event::kByte) {
      for (char byte : kEventBytes) {
        if (Take(graph, query, event, byte, start)) return;
      }
    } else if (Take(graph, query, event, '\0', start)) {
      return;
    }
  }
  start->event = Event::kScan;
}

// The bytes of matches from the nodes on, of which the first is one of `begin`.
void FindRight(const Graph& graph, const NodeSet& nodes, const ByteSet& begin, Start* start) {
  NodeSet now = nodes;
  NodeSet next(graph.nodes.size());
  std::size_t i = 0;
  for (; i < kRightBytes && !Accepts(graph, now); ++i) {
    next.Clear();
    for (int node : now.list()) {
      const Node& at = At(graph, node);
      const ByteSet bytes = i == 0 ? at.bytes.And(begin) : at.bytes;
      if (at.kind != Node::kBytes || bytes.empty()) continue;
      start->right[i].AddAll(bytes);
      AddClosure(graph, at.out, &next);
    }
    std::swap(now, next);
  }
  for (; i < kRightBytes; ++i) start->right[i] = ByteSet::All();
}

// The bytes before the event.
void FindLeft(const Prefix& prefix, Start* start) {
  const auto begins = [&](const std::vector<int>& places) {
    return std::any_of(places.begin(), places.end(), [&](int place) {
      return std::find(prefix.first.begin(), prefix.first.end(), place) != prefix.first.end();
    });
  };
  std::vector<int> now = prefix.events;
  bool begun = start->at_event = begins(now);
  for (std::size_t i = 0; i < kLeftBytes; ++i) {
    begun = begun || begins(now);
    if (i > 0 && begun) start->left[i] = ByteSet::All();
    std::vector<int> before;
    for (std::size_t place = 0; place < prefix.ways.size(); ++place) {
      bool leads = false;
      for (const auto& [bytes, to] : prefix.ways[place]) {
        if (std::find(now.begin(), now.end(), to) == now.end()) continue;
        start->left[i].AddAll(bytes);
        leads = true;
      }
      if (leads) before.push_back(static_cast<int>(place));
    }
    now = std::move(before);
  }
}

}  // namespace

ByteSet EventBytesOf(Event event, char byte) { return BytesOf(event, byte).bytes; }

bool MatchesEmpty(const Graph& graph) {
  NodeSet set(graph.nodes.size());
  AddClosure(graph, graph.start, &set);
  return Accepts(graph, set);
}

namespace {

Start Derive(const Graph& graph, const StartQuery& query) {
  Start start;
  NodeSet begin(graph.nodes.size());
  AddClosure(graph, graph.start, &begin);
  for (int node : begin.list()) start.first.AddAll(At(graph, node).bytes);
  FindEvent(graph, query, &start);
  if (start.event == Event::kWord || start.event == Event::kScan) {
    for (ByteSet& set : start.left) set = ByteSet::All();
    FindRight(graph, begin, ByteSet::All(), &start);
    return start;
  }
  const Prefix prefix(graph, start.event, start.byte);
  FindLeft(prefix, &start);
  NodeSet events(graph.nodes.size());
  for (int place : prefix.events) events.Insert(place / 2);
  FindRight(graph, events, EventBytesOf(start.event, start.byte), &start);
  return start;
}

}  // namespace

std::vector<Start> DeriveStarts(const Graph& graph, const StartQuery& query) {
  const Start whole = Derive(graph, query);
  if (query.event && *query.event != whole.event) return {};
  if (whole.event != Event::kScan || query.event || graph.alternatives.size() > kMaxStarts) return {whole};
  std::vector<Start> starts;
  for (int begin : graph.alternatives) {
    Graph alternative;
    alternative.nodes = graph.nodes;
    alternative.start = begin;
    starts.push_back(Derive(alternative, query));
    if (starts.back().event == Event::kScan) return {whole};
  }
  return starts;
}

}  // namespace maske::match
