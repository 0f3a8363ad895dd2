// See automaton.h.
#include "match/automaton.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <new>
#include <utility>

namespace maske::match {

ByteClasses::ByteClasses(const std::vector<ByteSet>& sets) {
  // All bytes are one class at first; each set parts the classes that it cuts through.
  std::size_t count = 1;
  for (const ByteSet& set : sets) {
    std::array<int, 256> inside;  // the class of those of a class that are in the set
    inside.fill(-1);
    std::array<bool, 256> outside{};
    for (unsigned byte = 0; byte < 256; ++byte) {
      if (!set.Has(static_cast<unsigned char>(byte))) outside[of[byte]] = true;
    }
    for (unsigned byte = 0; byte < 256; ++byte) {
      std::uint8_t& its = of[byte];
      if (!set.Has(static_cast<unsigned char>(byte)) || !outside[its]) continue;
      if (inside[its] < 0) inside[its] = static_cast<int>(count++);
      its = static_cast<std::uint8_t>(inside[its]);
    }
  }
  sample.assign(count, 0);
  for (int byte = 255; byte >= 0; --byte) sample[of[byte]] = byte;
}

DfaStorage Automaton::Determine(Source* source, bool once) {
  const ByteClasses classes(source->Sets());
  DfaStorage dfa;
  dfa.classes.assign(classes.of, classes.of + 256);
  std::vector<int> bytes = classes.sample;
  bytes.push_back(kEnd);
  const std::size_t width = bytes.size() + 1;
  dfa.width = static_cast<Dfa::State>(width);
  dfa.rows.assign(width, Dfa::kDead);
  dfa.rows.resize(2 * width, dfa.width);
  dfa.rows[width] = Dfa::kAccepts | Dfa::kLives;
  std::map<Places, Dfa::State> numbers;
  std::vector<const Places*> work;
  const auto state_of = [&](Places places) -> Dfa::State {
    if (places.accept == 0 && places.live == 0) return Dfa::kDead;
    if (once && places.accept != 0) return dfa.width;
    const auto [at, fresh] = numbers.try_emplace(std::move(places), Dfa::State{0});
    if (!fresh) return at->second;
    const std::size_t row = dfa.rows.size();
    if (numbers.size() > kMaxDfaStates || row + width > 0x10000) {
      numbers.erase(at);
      return dfa.width;
    }
    at->second = static_cast<Dfa::State>(row);
    dfa.rows.push_back(
        static_cast<Dfa::State>((at->first.accept != 0 ? Dfa::kAccepts : 0) | (at->first.live != 0 ? Dfa::kLives : 0)));
    dfa.rows.resize(row + width, Dfa::kDead);
    work.push_back(&at->first);
    return at->second;
  };
  dfa.start = state_of(source->Start());
  for (std::size_t i = 0; i < work.size(); ++i) {
    const std::size_t row = numbers.at(*work[i]);
    for (std::size_t k = 0; k < bytes.size(); ++k) {
      const Dfa::State next = state_of(source->Step(*work[i], bytes[k]));
      dfa.rows[row + 1 + k] = next;
    }
  }
  return dfa;
}

Automaton::Automaton(std::unique_ptr<Source> source) : source_(std::move(source)) {
  const ByteClasses classes(source_->Sets());
  std::copy(std::begin(classes.of), std::end(classes.of), classes_);
  sample_ = classes.sample;
  end_class_ = sample_.size();
  sample_.push_back(kEnd);
  row_lines_ = (sizeof(Masks) + sample_.size() * sizeof(State) + kLine - 1) / kLine;
  // Zero pages of the system: only rows that are reached take memory.
  const std::size_t bytes = std::max(kMaxBytes, 8 * row_lines_ * kLine);
  std::size_t space = bytes + kLine;
  void* memory = std::calloc(space, 1);
  memory_.reset(memory);
  if (memory == nullptr) throw std::bad_alloc();
  table_ = static_cast<unsigned char*>(std::align(kLine, bytes, memory, space));
  places_.push_back(nullptr);  // the row of "not made yet"
  full_ = static_cast<State>(row_lines_ * places_.size());
  places_.push_back(nullptr);
  *Row(full_) = {~Mask{0}, ~Mask{0}};
  std::fill_n(Steps(full_), sample_.size(), full_);
  start_ = Intern(source_->Start());
}

std::size_t Automaton::states() const {
  const std::lock_guard lock(mutex_);
  return places_.size();
}

Automaton::State Automaton::Intern(Places places) const {
  const auto [at, fresh] = numbers_.try_emplace(std::move(places), State{0});
  if (!fresh) return at->second;
  const std::size_t line = places_.size() * row_lines_;
  if ((line + row_lines_) * kLine > kMaxBytes) {
    numbers_.erase(at);
    return full_;
  }
  at->second = static_cast<State>(line);
  *Row(at->second) = {at->first.accept, at->first.live};
  places_.push_back(&at->first);
  return at->second;
}

Automaton::State Automaton::Make(State state, std::size_t byte_class) const {
  const std::lock_guard lock(mutex_);
  std::atomic_ref step(Steps(state)[byte_class]);
  State next = step.load(std::memory_order_relaxed);
  if (next != 0) return next;
  next = Intern(source_->Step(*places_[state / row_lines_], sample_[byte_class]));
  step.store(next, std::memory_order_release);
  return next;
}

}  // namespace maske::match
