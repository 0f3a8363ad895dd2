// See automaton.h.
#include "match/automaton.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <utility>

namespace maske::match {

Automaton::Automaton(std::unique_ptr<Source> source) : source_(std::move(source)) {
  Classify();
  row_lines_ = (sizeof(Masks) + sample_.size() * sizeof(State) + kLine - 1) / kLine;
  // Zero pages of the system: only rows that are reached take memory.
  const std::size_t bytes = std::max(kMaxBytes, 8 * row_lines_ * kLine);
  memory_.reset(std::calloc(bytes + kLine, 1));
  if (memory_ == nullptr) throw std::bad_alloc();
  table_ =
      reinterpret_cast<unsigned char*>((reinterpret_cast<std::uintptr_t>(memory_.get()) + kLine - 1) / kLine * kLine);
  places_.push_back(nullptr);  // the row of "not made yet"
  full_ = static_cast<State>(row_lines_ * places_.size());
  places_.push_back(nullptr);
  *Row(full_) = {~Mask{0}, ~Mask{0}};
  std::fill_n(Steps(full_), sample_.size(), full_);
  start_ = Intern(source_->Start());
}

void Automaton::Classify() {
  // All bytes are one class at first; each set parts the classes that it cuts through.
  std::size_t count = 1;
  for (const ByteSet& set : source_->Sets()) {
    std::array<int, 256> inside;  // the class of those of a class that are in the set
    inside.fill(-1);
    std::array<bool, 256> outside{};
    for (unsigned byte = 0; byte < 256; ++byte) {
      if (!set.Has(static_cast<unsigned char>(byte))) outside[classes_[byte]] = true;
    }
    for (unsigned byte = 0; byte < 256; ++byte) {
      std::uint8_t& its = classes_[byte];
      if (!set.Has(static_cast<unsigned char>(byte)) || !outside[its]) continue;
      if (inside[its] < 0) inside[its] = static_cast<int>(count++);
      its = static_cast<std::uint8_t>(inside[its]);
    }
  }
  sample_.assign(count, 0);
  for (int byte = 255; byte >= 0; --byte) sample_[classes_[byte]] = byte;
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
