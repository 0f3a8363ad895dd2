// See prefix.h.
#include "match/prefix.h"

#include <algorithm>

namespace maske::match {
namespace {

constexpr ByteSet kWordBytes = [] {
  ByteSet set = kAlnumBytes;
  set.Add('_');
  return set;
}();

}  // namespace

std::vector<int> Closure(const Graph& graph, int from) {
  std::vector<int> found;
  std::vector<int> stack = {from};
  std::vector<int> seen;
  while (!stack.empty()) {
    const int node = stack.back();
    stack.pop_back();
    if (std::find(seen.begin(), seen.end(), node) != seen.end()) continue;
    seen.push_back(node);
    const Graph::Node& at = graph.nodes[static_cast<std::size_t>(node)];
    if (at.kind == Graph::Node::kSplit) {
      stack.push_back(at.out1);
      stack.push_back(at.out);
    } else {
      found.push_back(node);
    }
  }
  return found;
}

Prefix::Prefix(const Graph& graph, Event event, char byte) : ways(graph.nodes.size() * 2) {
  const ByteSet event_bytes = EventBytesOf(event, byte);
  const bool capital = event == Event::kCapital;
  std::vector<bool> seen(ways.size(), false);
  std::vector<int> work;
  const auto reach = [&](int node, int word) {
    std::vector<int> reached;
    for (int at : Closure(graph, node)) {
      const Graph::Node& to = graph.nodes[static_cast<std::size_t>(at)];
      if (to.kind != Graph::Node::kBytes || to.bytes.empty()) continue;
      const int place = 2 * at + word;
      reached.push_back(place);
      if (!seen[static_cast<std::size_t>(place)]) work.push_back(place);
      seen[static_cast<std::size_t>(place)] = true;
    }
    return reached;
  };
  first = reach(graph.start, 0);
  while (!work.empty()) {
    const int place = work.back();
    work.pop_back();
    const Graph::Node& node = graph.nodes[static_cast<std::size_t>(place / 2)];
    const bool armed = !capital || place % 2 == 1;
    if (armed && !node.bytes.And(event_bytes).empty()) events.push_back(place);
    const ByteSet quiet = armed ? node.bytes.Without(event_bytes) : node.bytes;
    for (const bool word : {false, true}) {
      const ByteSet bytes = word ? quiet.And(kWordBytes) : quiet.Without(kWordBytes);
      if (bytes.empty()) continue;
      for (int to : reach(node.out, capital && word ? 1 : 0))
        ways[static_cast<std::size_t>(place)].push_back({bytes, to});
    }
  }
}

}  // namespace maske::match
