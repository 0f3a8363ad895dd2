// What the lists and the rules say of words, in words, for `maske explain`: facts of the lexicon, what stands before and
// behind, and what each rule means. For a region that a person asks about; not on the way of any text. Thread-safe.
// Test: tests/names/describe_test.cc.
#ifndef MASKE_NAMES_DESCRIBE_H_
#define MASKE_NAMES_DESCRIBE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/prepared.h"

namespace maske::names {

struct WordFacts {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  // "surname", "also a German noun", "behind a title": of static duration. Never empty.
  std::vector<std::string_view> facts;
};

// The words that overlap [begin, end) of the slice, in order. At most `most` of them.
std::vector<WordFacts> Describe(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end, std::size_t most);

// One line a row of names::Rules(), in its order: what the rule has seen.
std::vector<std::string_view> RuleMeanings();
// In the same order, what each goes by, cheapest first: "context", "lexicon", "memory", "model" (RuleDescription::evidence).
std::vector<std::string_view> RuleEvidence();

}  // namespace maske::names

#endif  // MASKE_NAMES_DESCRIBE_H_
