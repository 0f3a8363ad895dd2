// Random texts for tests of the matcher: examples of patterns, bent a little, next to all sorts of neighbours, words
// and garbage. A function of its seed.
#ifndef MASKE_TESTS_MATCH_TEXT_MAKER_H_
#define MASKE_TESTS_MATCH_TEXT_MAKER_H_

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "match/load.h"

namespace maske::match {

class TextMaker {
 public:
  TextMaker(const LoadedPatterns& patterns, std::uint64_t seed);
  // About `size` bytes of valid UTF-8.
  std::string Make(std::size_t size);

 private:
  std::size_t Below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
  const std::string& Of(const std::vector<std::string>& list) { return list[Below(list.size())]; }
  std::string Bent(std::string form);

  std::mt19937_64 random_;
  std::vector<std::string> forms_;
  std::vector<std::string> words_;
};

}  // namespace maske::match

#endif  // MASKE_TESTS_MATCH_TEXT_MAKER_H_
