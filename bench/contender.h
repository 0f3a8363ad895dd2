// What is timed beside each other on the same bytes: memcpy, RE2 with one e-mail pattern, maske under some policy; and the
// one way in which it is timed: in turns (a, b, c, a, b, c, ...), because what else a machine does comes and goes, and as the
// median over the turns. What counts is the processor time of the thread: none of them waits for anything, so it is the time
// by the clock on a machine that has nothing else to do, and nearly that on one that has. Every contender hashes what it makes, so that no work can be skipped unseen. A first turn that
// is not counted warms caches and compiles what is compiled when first needed.
// Tests: tests/bench/contender_test.cc.
#ifndef MASKE_BENCH_CONTENDER_H_
#define MASKE_BENCH_CONTENDER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/hash.h"
#include "maske/maske.h"

namespace maske::bench {

// The pattern that RE2, ripgrep and grep look for beside maske (bench/compare.sh has it too).
inline constexpr std::string_view kEmailPattern = "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}";

// Writes of a stream as a program makes them.
inline constexpr std::size_t kWriteBytes = std::size_t{64} << 10;

struct Contender {
  std::string name;
  // Does all of the work once; the hash of what it made, nothing when it failed. What it was given must outlive it.
  std::function<std::optional<std::uint64_t>()> work;
};

struct Speed {
  std::string name;
  double milliseconds = 0;  // of processor time, median; 0 when a run failed
  double fastest = 0;       // milliseconds
  double slowest = 0;
  double megabytes = 0;               // a second, of the median; 10^6 bytes
  std::optional<std::uint64_t> hash;  // nothing when a run failed or two runs made something else
};

// Of values in any order; 0 without any.
double Median(std::vector<double> values);

std::vector<Speed> TimeInTurns(const std::vector<Contender>& contenders, std::size_t bytes, std::size_t runs);

Contender CopyBytes(std::string_view text);
Contender FindEmails(std::string_view text);
// Masks text as one stream of a fresh session; takes any bytes, and more originals than one conversation has.
Contender Mask(std::string name, std::shared_ptr<const Filter> filter, Policy policy, std::string_view text);

// What FindEmails does: adds each finding of RE2 to the hash.
void HashEmails(std::string_view text, StreamHash* hash);

// What Mask does, in writes of `step` bytes; observer may be empty. False when a stream failed.
bool MaskAll(const std::shared_ptr<const Filter>& filter, Policy policy, std::string_view text, std::size_t step,
             const FindingObserver& observer, StreamHash* hash);

}  // namespace maske::bench

#endif  // MASKE_BENCH_CONTENDER_H_
