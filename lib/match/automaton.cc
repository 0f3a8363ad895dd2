// See automaton.h.
#include "match/automaton.h"

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

namespace maske::match {

Automaton::Automaton(std::unique_ptr<Source> source) : source_(std::move(source)) {
  Classify();
  const std::size_t steps = kHead + sample_.size();
  row_lines_ = (steps * sizeof(State) + kLine - 1) / kLine;
  // Zero pages of the system: only rows that are reached take memory.
  const std::size_t bytes = std::max(kMaxBytes, 8 * row_lines_ * kLine);
  memory_.reset(std::calloc(bytes + kLine, 1));
  if (memory_ == nullptr) throw std::bad_alloc();
  table_ =
      reinterpret_cast<unsigned char*>((reinterpret_cast<std::uintptr_t>(memory_.get()) + kLine - 1) / kLine * kLine);
  places_.push_back(nullptr);  // the row of "not made yet"
  full_ = static_cast<State>(row_lines_ * places_.size());
  places_.push_back(nullptr);
  Row(full_)[0] = Row(full_)[1] = ~Mask{0};
  for (std::size_t i = 0; i < sample_.size(); ++i) *(reinterpret_cast<State*>(Row(full_)) + kHead + i) = full_;
  start_ = Intern(source_->Start());
}

void Automaton::Classify() {
  const std::vector<ByteSet> sets = source_->Sets();
  std::map<std::vector<bool>, std::uint8_t> seen;
  for (unsigned byte = 0; byte < 256; ++byte) {
    std::vector<bool> signature;
    for (const ByteSet& set : sets) signature.push_back(set.Has(static_cast<unsigned char>(byte)));
    const auto [at, fresh] = seen.try_emplace(std::move(signature), static_cast<std::uint8_t>(seen.size()));
    classes_[byte] = at->second;
    if (fresh) sample_.push_back(static_cast<int>(byte));
  }
  end_class_ = sample_.size();
  sample_.push_back(kEnd);
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
  Row(at->second)[0] = at->first.accept;
  Row(at->second)[1] = at->first.live;
  places_.push_back(&at->first);
  return at->second;
}

Automaton::State Automaton::Make(State state, std::size_t byte_class) const {
  const std::lock_guard lock(mutex_);
  std::atomic_ref step(*(reinterpret_cast<State*>(Row(state)) + kHead + byte_class));
  State next = step.load(std::memory_order_relaxed);
  if (next != 0) return next;
  next = Intern(source_->Step(*places_[state / row_lines_], sample_[byte_class]));
  step.store(next, std::memory_order_release);
  return next;
}

}  // namespace maske::match
