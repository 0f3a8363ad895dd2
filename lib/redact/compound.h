// Words that a number puts together from lists: begin, up to two middles, end. Those without a middle have the first numbers,
// those with two the last. Each word is turned by those before it, so that neighbours have little in common.
//
// In each list, and between middles and ends, no word begins another: a compound is read in one way, and begins no other.
// Pure functions. Tested by tests/redact/surrogate_test.cc, its twin is tests/reference/surrogate_reference.cc.
#ifndef MASKE_REDACT_COMPOUND_H_
#define MASKE_REDACT_COMPOUND_H_

#include <array>
#include <cstdint>
#include <string>

#include "redact/pool_reader.h"

namespace maske::redact::pool {

class Compound {
 public:
  constexpr Compound(Words begins, Words middles, Words ends) : begins_(begins), middles_(middles), ends_(ends) {}

  // How many there are.
  [[nodiscard]] constexpr std::uint32_t count() const { return FirstWith(kMostMiddles + 1); }

  // r: below count().
  void Append(std::uint32_t r, Case spelling, std::string* out) const {
    std::uint32_t middles = 0;
    while (r >= FirstWith(middles + 1)) ++middles;
    r -= FirstWith(middles);
    std::uint32_t turn = 0;
    const auto append = [&](Words words) {
      const auto size = static_cast<std::uint32_t>(words.size());
      const std::uint32_t word = (r + turn) % size;
      for (const char c : words[word]) out->push_back(InCase(c, spelling));
      r /= size;
      turn += kTurn * word;
    };
    append(begins_);
    for (; middles > 0; --middles) append(middles_);
    append(ends_);
  }

  bool Take(PoolReader* text, Case spelling, std::uint32_t* r) const {
    std::array<std::uint32_t, kMostMiddles + 2> taken{};
    std::uint32_t middles = 0;
    if (!text->TakeWord(begins_, &taken[0], spelling)) return false;
    while (!text->TakeWord(ends_, &taken[middles + 1], spelling)) {
      if (middles == kMostMiddles || !text->TakeWord(middles_, &taken[middles + 1], spelling)) return false;
      ++middles;
    }
    std::uint32_t turn = 0;
    std::uint32_t weight = 1;
    *r = FirstWith(middles);
    for (std::uint32_t i = 0; i < middles + 2; ++i) {
      const auto size = static_cast<std::uint32_t>((i == 0 ? begins_ : i <= middles ? middles_ : ends_).size());
      *r += weight * ((taken[i] + size - turn % size) % size);
      weight *= size;
      turn += kTurn * taken[i];
    }
    return true;
  }

 private:
  static constexpr std::uint32_t kMostMiddles = 2;
  static constexpr std::uint32_t kTurn = 5;

  // The first number of those with so many middles.
  [[nodiscard]] constexpr std::uint32_t FirstWith(std::uint32_t middles) const {
    std::uint32_t first = 0;
    auto these = static_cast<std::uint32_t>(begins_.size() * ends_.size());
    for (; middles > 0; --middles) {
      first += these;
      these *= static_cast<std::uint32_t>(middles_.size());
    }
    return first;
  }

  Words begins_;
  Words middles_;
  Words ends_;
};

}  // namespace maske::redact::pool

#endif  // MASKE_REDACT_COMPOUND_H_
