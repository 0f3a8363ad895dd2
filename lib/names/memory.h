// The names a session has seen with full evidence: a bounded set of word hashes. A surname once introduced ("Frau Boeck",
// "Max Muster") is a name when it stands alone later in the same session.
// Bound: kCapacity names; beyond it the oldest is forgotten (a forgotten name needs evidence again). 1 MiB at most,
// grown as needed. One thread. Tested by tests/names/memory_test.cc.
#ifndef MASKE_NAMES_MEMORY_H_
#define MASKE_NAMES_MEMORY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace maske::names {

class NameMemory {
 public:
  static constexpr std::size_t kCapacity = 32768;

  void Teach(std::uint64_t word_hash);
  [[nodiscard]] bool Knows(std::uint64_t word_hash) const { return MayKnow(word_hash) && Look(word_hash); }
  [[nodiscard]] std::size_t size() const { return ring_.size(); }
  [[nodiscard]] bool empty() const { return ring_.empty(); }
  void Clear();
  // Grows with every name that is taught anew.
  [[nodiscard]] std::uint64_t taught() const { return taught_; }
  // The name that made taught() n + 1; one of the last kCapacity.
  [[nodiscard]] std::uint64_t Taught(std::uint64_t n) const { return ring_[n % kCapacity]; }
  // False: Knows is false. One look at 8 KiB.
  [[nodiscard]] bool MayKnow(std::uint64_t hash) const {
    const std::uint64_t bits = filter_[(hash >> 20) % kFilterWords];
    return (bits >> ((hash >> 32) % 64) & bits >> ((hash >> 40) % 64) & 1) != 0;
  }

 private:
  static constexpr std::size_t kFilterWords = 1024;  // 8 KiB: most words that are no name end there
  static std::uint64_t FilterBits(std::uint64_t hash) {
    return std::uint64_t{1} << ((hash >> 32) % 64) | std::uint64_t{1} << ((hash >> 40) % 64);
  }
  void Note(std::uint64_t hash) { filter_[(hash >> 20) % kFilterWords] |= FilterBits(hash); }
  [[nodiscard]] bool Look(std::uint64_t word_hash) const;
  void Refresh();
  void Insert(std::uint64_t value);
  void Erase(std::uint64_t value);
  void Rebuild(std::size_t slots);
  std::vector<std::uint64_t> table_;  // open addressing, 0 = free
  std::vector<std::uint64_t> ring_;   // in order of teaching, wraps at kCapacity
  std::size_t oldest_ = 0;
  std::uint64_t taught_ = 0;
  std::size_t stale_ = 0;  // names forgotten since the filter was made
  std::array<std::uint64_t, kFilterWords> filter_{};
};

}  // namespace maske::names

#endif  // MASKE_NAMES_MEMORY_H_
