// The random numbers of the seeded tests: the same on every machine and with every standard library, which
// std::uniform_int_distribution is not. SplitMix64 (Steele, Lea, Flood 2014). Not for cryptography.
// Tested by tests/generator/values_test.cc.
#ifndef MASKE_TESTS_GENERATOR_RANDOM_H_
#define MASKE_TESTS_GENERATOR_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace maske::generator {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  // 0 <= result < bound; bound > 0. The bias of the remainder is of no account here.
  std::size_t Below(std::size_t bound) { return static_cast<std::size_t>(Next() % bound); }
  std::size_t Between(std::size_t low, std::size_t high) { return low + Below(high - low + 1); }
  bool Chance(unsigned percent) { return Below(100) < percent; }
  template <typename List>
  const auto& Pick(const List& list) {
    return *(std::begin(list) + static_cast<std::ptrdiff_t>(Below(std::size(list))));
  }
  // n characters of the alphabet.
  std::string Letters(std::size_t n, std::string_view alphabet) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += alphabet[Below(alphabet.size())];
    return out;
  }
  std::string Digits(std::size_t n) { return Letters(n, "0123456789"); }

 private:
  std::uint64_t state_;
};

}  // namespace maske::generator

#endif  // MASKE_TESTS_GENERATOR_RANDOM_H_
