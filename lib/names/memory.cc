// NameMemory: an open-addressed set of hashes beside a ring that remembers the order of teaching. Forgetting takes the
// entry out of the table by moving its successors back (no tombstones), so look-ups stay short for ever.
// Cost: one or two cache lines a look-up. Tested by tests/names/memory_test.cc.
#include "names/memory.h"

#include <algorithm>

namespace maske::names {
namespace {

// 0 marks a free slot, so the hash 0 is stored as 1.
std::uint64_t Stored(std::uint64_t hash) { return hash == 0 ? 1 : hash; }
std::size_t Home(std::uint64_t hash, std::size_t mask) { return ((hash * 0x9E3779B97F4A7C15U) >> 40) & mask; }

}  // namespace

bool NameMemory::Look(std::uint64_t word_hash) const {
  if (table_.empty()) return false;
  const std::uint64_t want = Stored(word_hash);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = Home(want, mask); table_[at] != 0; at = (at + 1) & mask) {
    if (table_[at] == want) return true;
  }
  return false;
}

void NameMemory::Teach(std::uint64_t word_hash) {
  if (Knows(word_hash)) return;
  const std::uint64_t value = Stored(word_hash);
  ++taught_;
  Note(word_hash);
  if (ring_.size() < kCapacity) {
    ring_.push_back(value);
    if (ring_.size() * 2 > table_.size()) {
      Rebuild(std::max<std::size_t>(64, table_.size() * 2));
      return;
    }
  } else {
    Erase(ring_[oldest_]);
    ring_[oldest_] = value;
    oldest_ = (oldest_ + 1) % kCapacity;
    if (++stale_ == kCapacity / 2) Refresh();
  }
  Insert(value);
}

void NameMemory::Clear() {
  table_.clear();
  ring_.clear();
  oldest_ = 0;
  taught_ = 0;
  stale_ = 0;
  filter_.fill(0);
}

// The filter cannot forget; it is made again after every so many forgotten names.
void NameMemory::Refresh() {
  stale_ = 0;
  filter_.fill(0);
  for (const std::uint64_t value : ring_) Note(value);
  Note(0);  // stored as 1
}

void NameMemory::Insert(std::uint64_t value) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = Home(value, mask);
  while (table_[at] != 0) at = (at + 1) & mask;
  table_[at] = value;
}

void NameMemory::Erase(std::uint64_t value) {
  const std::size_t mask = table_.size() - 1;
  std::size_t hole = Home(value, mask);
  while (table_[hole] != value) hole = (hole + 1) & mask;
  for (std::size_t at = (hole + 1) & mask; table_[at] != 0; at = (at + 1) & mask) {
    const std::size_t home = Home(table_[at], mask);
    if (((at - home) & mask) >= ((at - hole) & mask)) {  // its home lies at or before the hole
      table_[hole] = table_[at];
      hole = at;
    }
  }
  table_[hole] = 0;
}

void NameMemory::Rebuild(std::size_t slots) {
  table_.assign(slots, 0);
  for (const std::uint64_t value : ring_) Insert(value);
}

}  // namespace maske::names
