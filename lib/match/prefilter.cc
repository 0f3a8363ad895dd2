// See prefilter.h. Subset construction on demand: a state is the sorted list of graph nodes that can be reached.
#include "match/prefilter.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "match/regex.h"

namespace maske::match {
namespace {

// Numbers of states; 0 in the table of steps means "not made yet".
using StateId = std::uint16_t;
constexpr StateId kDead = 1;  // no way on
constexpr StateId kFull = 2;  // no room for more states: anything may match
constexpr StateId kFirstFree = 3;

constexpr ByteSet kAsciiWord = [] {
  ByteSet set = ByteSet::Range('0', '9');
  set.AddRange('A', 'Z');
  set.AddRange('a', 'z');
  return set;
}();

}  // namespace

struct Prefilter::Machine {
  std::vector<const Pattern*> patterns;
  ByteSet event;
  bool any_before = false;
  std::size_t max_steps = kMaxSteps;
  Mask word_right = 0;  // patterns that end at a word edge

  std::vector<Graph::Node> nodes;
  std::vector<std::uint8_t> owner;  // of a node: bit of its pattern
  std::uint8_t classes[256] = {};
  std::size_t class_count = 1;
  unsigned row_bits = 0;              // a row of steps is the power of two that holds all classes
  std::vector<unsigned char> sample;  // one byte of each class

  // Of each state, side by side because the walk is bound by memory. Written once, before the state's number is stored
  // in the table of steps.
  struct Fate {
    Mask accept;  // patterns that may end here
    Mask live;    // patterns that may go on
  };
  std::unique_ptr<Fate[]> fates;
  std::unique_ptr<StateId[], decltype(&std::free)> steps{nullptr, &std::free};  // kMaxStates rows of class_count

  std::mutex mutex;                                             // guards what follows and the writing of what is above
  std::map<std::pair<std::vector<int>, Mask>, StateId> states;  // by their kBytes nodes and what ends there
  std::vector<const std::vector<int>*> lists;                   // of a state: its nodes
  std::size_t bytes = 0;
  std::vector<std::uint32_t> stamp;
  std::uint32_t round = 0;

  std::atomic<bool> ready = false;
  std::once_flag begins_once;
  Begins begins{};
  StateId start = kFull;

  void Build() {
    std::vector<int> first;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (patterns[i]->right.kind != EdgeKind::kNone) word_right |= Mask{1} << i;
      RegexFaults faults;
      const std::optional<Graph> graph = ParseRegex(patterns[i]->expression, patterns[i]->ignore_case, &faults);
      const auto base = static_cast<int>(nodes.size());
      if (!graph) continue;  // refused by the loader; never here
      for (Graph::Node node : graph->nodes) {
        if (node.out >= 0) node.out += base;
        if (node.out1 >= 0) node.out1 += base;
        nodes.push_back(node);
        owner.push_back(static_cast<std::uint8_t>(i));
      }
      Begin(base + graph->start, &first);
    }
    stamp.assign(nodes.size(), 0);
    Classify();
    fates = std::make_unique<Fate[]>(kMaxStates);
    // Zero pages of the system: only rows that are reached take memory.
    steps.reset(static_cast<StateId*>(std::calloc(kMaxStates << row_bits, sizeof(StateId))));
    lists.assign(kFirstFree, nullptr);
    fates[kFull] = {0, ~Mask{0}};
    if (steps != nullptr) start = Intern(first);
  }

  // The nodes from which the walk begins: the start, or all that are reached without an event and may consume one.
  void Begin(int from, std::vector<int>* first) const {
    if (event.empty()) {
      first->push_back(from);
      return;
    }
    std::vector<bool> seen(nodes.size(), false);
    std::vector<int> stack = {from};
    while (!stack.empty()) {
      const auto node = static_cast<std::size_t>(stack.back());
      stack.pop_back();
      if (seen[node]) continue;
      seen[node] = true;
      const Graph::Node& at = nodes[node];
      if (at.kind == Graph::Node::kSplit) {
        stack.push_back(at.out1);
        stack.push_back(at.out);
      } else if (at.kind == Graph::Node::kBytes) {
        if (!at.bytes.And(event).empty()) first->push_back(static_cast<int>(node));
        if (!(any_before ? at.bytes : at.bytes.Without(event)).empty()) stack.push_back(at.out);
      }
    }
  }

  // Bytes that every node treats alike get one class.
  void Classify() {
    std::vector<ByteSet> sets;
    for (const Graph::Node& node : nodes) {
      if (node.kind == Graph::Node::kBytes && std::find(sets.begin(), sets.end(), node.bytes) == sets.end())
        sets.push_back(node.bytes);
    }
    std::map<std::vector<bool>, std::uint8_t> seen;
    for (unsigned byte = 0; byte < 256; ++byte) {
      std::vector<bool> signature;
      for (const ByteSet& set : sets) signature.push_back(set.Has(static_cast<unsigned char>(byte)));
      const auto [at, fresh] = seen.try_emplace(signature, static_cast<std::uint8_t>(seen.size()));
      classes[byte] = at->second;
      if (fresh) sample.push_back(static_cast<unsigned char>(byte));
    }
    class_count = sample.size();
    while ((std::size_t{1} << row_bits) < class_count) ++row_bits;
  }

  // The state of these nodes and what they reach without a byte. Holds the mutex.
  StateId Intern(const std::vector<int>& from) {
    std::vector<int> stack = from;
    std::vector<int> list;
    Fate fate = {0, 0};
    ++round;
    while (!stack.empty()) {
      const auto node = static_cast<std::size_t>(stack.back());
      stack.pop_back();
      if (stamp[node] == round) continue;
      stamp[node] = round;
      const Mask bit = Mask{1} << owner[node];
      switch (nodes[node].kind) {
        case Graph::Node::kAccept:
          fate.accept |= bit;
          break;
        case Graph::Node::kSplit:
          stack.push_back(nodes[node].out1);
          stack.push_back(nodes[node].out);
          break;
        case Graph::Node::kBytes:
          if (nodes[node].bytes.empty()) break;
          fate.live |= bit;
          list.push_back(static_cast<int>(node));
          break;
      }
    }
    if (fate.accept == 0 && fate.live == 0) return kDead;
    std::sort(list.begin(), list.end());
    const std::size_t cost = list.size() * sizeof(int) + class_count * sizeof(StateId) + 200;
    auto key = std::pair(std::move(list), fate.accept);
    const auto found = states.find(key);
    if (found != states.end()) return found->second;
    if (bytes + cost > kMaxBytes || lists.size() >= kMaxStates) return kFull;
    bytes += cost;
    const auto id = static_cast<StateId>(lists.size());
    fates[id] = fate;
    lists.push_back(&states.emplace(std::move(key), id).first->first.first);
    return id;
  }

  // Marks every way of three bytes from the start.
  void MarkBegins() {
    std::vector<std::vector<unsigned char>> members(class_count);
    for (unsigned byte = 0; byte < 256; ++byte) members[classes[byte]].push_back(static_cast<unsigned char>(byte));
    const auto each = [&](StateId state, const auto& visit) {
      for (std::size_t c = 0; c < class_count; ++c) {
        const StateId next = fates[state].accept != 0 ? kFull : Follow(state, static_cast<std::uint8_t>(c));
        if (next == kDead) continue;
        for (unsigned char byte : members[c]) visit(next, std::uint32_t{byte});
      }
    };
    each(start, [&](StateId one, std::uint32_t a) {
      each(one, [&](StateId two, std::uint32_t b) {
        each(two, [&](StateId, std::uint32_t c) {
          const std::uint32_t hash = Hash(a | (b << 8) | (c << 16));
          begins[hash / 64] |= std::uint64_t{1} << (hash % 64);
        });
      });
    });
  }

  // The state behind a byte, made if need be; kFull goes to itself.
  StateId Follow(StateId state, std::uint8_t byte_class) {
    if (state == kFull) return state;
    const StateId next =
        std::atomic_ref(steps[(std::size_t{state} << row_bits) + byte_class]).load(std::memory_order_acquire);
    return next != 0 ? next : Step(state, byte_class);
  }

  StateId Step(StateId state, std::uint8_t byte_class) {
    const std::lock_guard lock(mutex);
    std::atomic_ref step(steps[(std::size_t{state} << row_bits) + byte_class]);
    StateId next = step.load(std::memory_order_relaxed);
    if (next != 0) return next;
    std::vector<int> from;
    for (int node : *lists[state]) {
      const Graph::Node& at = nodes[static_cast<std::size_t>(node)];
      if (at.bytes.Has(sample[byte_class])) from.push_back(at.out);
    }
    next = Intern(from);
    step.store(next, std::memory_order_release);
    return next;
  }

  void Ready() {
    if (ready.load(std::memory_order_acquire)) return;
    const std::lock_guard lock(mutex);
    if (ready.load(std::memory_order_relaxed)) return;
    Build();
    ready.store(true, std::memory_order_release);
  }
};

Prefilter::Prefilter(std::span<const Pattern* const> patterns, const ByteSet& event, bool any_before)
    : machine_(std::make_unique<Machine>()) {
  machine_->patterns.assign(patterns.begin(), patterns.end());
  machine_->event = event;
  machine_->any_before = any_before;
  if (!event.empty()) machine_->max_steps = kMaxEventSteps;
}

Prefilter::~Prefilter() = default;

const Prefilter::Begins& Prefilter::begins() const {
  machine_->Ready();
  std::call_once(machine_->begins_once, [this] { machine_->MarkBegins(); });
  return machine_->begins;
}

Prefilter::Mask Prefilter::May(Mask alive, std::string_view text, std::size_t pos) const {
  Machine& machine = *machine_;
  machine.Ready();
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto* classes = machine.classes;
  const auto* fates = machine.fates.get();
  StateId* steps = machine.steps.get();
  const unsigned row_bits = machine.row_bits;
  const std::size_t end = std::min(text.size(), pos + machine.max_steps);
  StateId state = machine.start;
  if (state == kFull) return alive;
  Mask may = 0;
  while (pos < end) {
    const std::uint8_t byte_class = classes[bytes[pos]];
    StateId next =
        std::atomic_ref(steps[(std::size_t{state} << row_bits) + byte_class]).load(std::memory_order_acquire);
    if (next < kFirstFree) {
      if (next == 0) next = machine.Step(state, byte_class);
      if (next == kDead) return may & alive;
      if (next == kFull) return alive;
    }
    state = next;
    ++pos;
    const Machine::Fate& fate = fates[state];
    if ((fate.accept & alive & ~may) != 0) {
      const bool inside = pos < text.size() && kAsciiWord.Has(bytes[pos - 1]) && kAsciiWord.Has(bytes[pos]);
      may |= inside ? fate.accept & ~machine.word_right : fate.accept;
    }
    if ((fate.live & alive & ~may) == 0) return may & alive;
  }
  // The text's end leaves nothing open; the bound does.
  return (end == text.size() ? may : may | fates[state].live) & alive;
}

}  // namespace maske::match
