// Texts that are bad for a detector, made to any size: runs of what opens a candidate, candidates that overlap, words that
// no lexicon knows, scripts that leave the plain Latin path, bytes that are no text. The same size gives the same bytes.
// Everybody and every number in them is invented. Cost: about as long as writing the bytes.
// Tests: tests/bench/hostile_test.cc.
#ifndef MASKE_BENCH_HOSTILE_H_
#define MASKE_BENCH_HOSTILE_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace maske::bench {

struct HostileText {
  std::string_view name;
  bool utf8;  // else any bytes
  // Of `bytes` bytes, less at most the three that a character cut off at the end would have.
  std::string (*make)(std::size_t bytes);
};

std::span<const HostileText> HostileTexts();

}  // namespace maske::bench

#endif  // MASKE_BENCH_HOSTILE_H_
