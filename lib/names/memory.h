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

 private:
  static constexpr std::size_t kFilterWords = 1024;  // 8 KiB: most words that are no name end there
  [[nodiscard]] bool MayKnow(std::uint64_t hash) const {
    return (filter_[(hash >> 20) % kFilterWords] >> ((hash >> 32) % 64) & 1) != 0;
  }
  void Note(std::uint64_t hash) { filter_[(hash >> 20) % kFilterWords] |= std::uint64_t{1} << ((hash >> 32) % 64); }
  [[nodiscard]] bool Look(std::uint64_t word_hash) const;
  void Refresh();
  void Insert(std::uint64_t value);
  void Erase(std::uint64_t value);
  void Rebuild(std::size_t slots);
  std::vector<std::uint64_t> table_;  // open addressing, 0 = free
  std::vector<std::uint64_t> ring_;   // in order of teaching, wraps at kCapacity
  std::size_t oldest_ = 0;
  std::size_t stale_ = 0;  // names forgotten since the filter was made
  std::array<std::uint64_t, kFilterWords> filter_{};
};

}  // namespace maske::names

#endif  // MASKE_NAMES_MEMORY_H_
