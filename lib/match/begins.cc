// See begins.h. All words grow together, a letter a round, until they would be too many.
#include "match/begins.h"

#include <algorithm>
#include <map>
#include <utility>

#include "match/prefix.h"

namespace maske::match {
namespace {

// A word as far as it is known, and what may follow.
struct Stem {
  std::string letters;
  std::vector<int> nodes;
};

unsigned char Lower(unsigned byte) {
  return static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
}

}  // namespace

std::vector<BeginWord> DeriveBegins(const Graph& graph) {
  std::vector<BeginWord> words;  // that are complete
  std::vector<Stem> stems = {{"", Closure(graph, graph.start)}};
  for (std::size_t length = 0; length < kMaxBeginLetters && !stems.empty(); ++length) {
    std::vector<BeginWord> done;
    std::vector<Stem> longer;
    for (const Stem& stem : stems) {
      bool open = false;  // it may go on in a way that is not followed
      bool ends = false;
      std::map<unsigned char, std::vector<int>> next;
      for (int node : stem.nodes) {
        const Graph::Node& at = graph.nodes[static_cast<std::size_t>(node)];
        open = open || at.kind != Graph::Node::kBytes;
        for (unsigned byte = 0; byte < 256 && at.kind == Graph::Node::kBytes; ++byte) {
          if (!at.bytes.Has(static_cast<unsigned char>(byte))) continue;
          if (byte >= 128) {
            open = true;
          } else if (!kAlnumBytes.Has(static_cast<unsigned char>(byte))) {
            ends = true;
          } else {
            std::vector<int>& nodes = next[Lower(byte)];
            for (int to : Closure(graph, at.out)) {
              if (std::find(nodes.begin(), nodes.end(), to) == nodes.end()) nodes.push_back(to);
            }
          }
        }
      }
      if (open) {
        done.push_back({stem.letters, false});
        continue;
      }
      if (ends) done.push_back({stem.letters, true});
      for (auto& [letter, nodes] : next) longer.push_back({stem.letters + static_cast<char>(letter), std::move(nodes)});
    }
    if (words.size() + done.size() + longer.size() > kMaxBegins) break;
    words.insert(words.end(), done.begin(), done.end());
    stems = std::move(longer);
  }
  for (const Stem& stem : stems) words.push_back({stem.letters, false});
  const bool vague = std::any_of(words.begin(), words.end(), [](const BeginWord& word) {
    const bool digit = !word.letters.empty() && word.letters[0] <= '9';
    return digit || word.letters.size() < (word.whole ? 2U : kMinBeginLetters);
  });
  if (vague) words.clear();
  return words;
}

}  // namespace maske::match
