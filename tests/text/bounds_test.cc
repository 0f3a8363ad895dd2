// What Prepared costs: no memory once it has seen texts of a size, and time that grows with the text and not faster
// (law 5). The texts repeat what could make a look-ahead or a step back start over again.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "text/prepared.h"

namespace {
std::atomic<std::size_t> g_allocations{0};
}  // namespace

void* operator new(std::size_t size) {
  ++g_allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  std::abort();
}
// Not inlined, lest the compiler take it for a free() of what it did not see allocated.
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace maske::text {
namespace {

std::string Repeat(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

TEST(Bounds, NoMemoryOnceWarm) {
  std::vector<std::string> texts;
  for (const std::string_view unit : {"Sehr geehrte Frau Müller, ", "ein\u00A0Wort\u00ADteil ", "Привет мир ", "1.2 ",
                                      "u\u0308", "M\xFCller ", "a", " "}) {
    texts.push_back(Repeat(unit, 17000));
  }
  Prepared prepared;
  for (int round = 0; round < 3; ++round) {
    for (const std::string& text : texts) prepared.Assign(text);
  }
  const std::size_t before = g_allocations;
  for (const std::string& text : texts) prepared.Assign(text);
  EXPECT_EQ(g_allocations, before);
}

TEST(Bounds, TimeGrowsWithTheTextOnly) {
  constexpr std::array<std::string_view, 18> kUnits = {"a",
                                                       "_",
                                                       "'",
                                                       "a'",
                                                       "1,",
                                                       "\u0301",
                                                       "a\u0301",
                                                       "\u00AD",
                                                       "\u200B'",
                                                       "\u20DD",
                                                       "א\"",
                                                       "’",
                                                       "a’",
                                                       "\xC3",
                                                       "\xF0\x9F",
                                                       "Ж",
                                                       std::string_view("\0", 1),
                                                       "\uFDFA"};
  Prepared prepared;
  for (const std::string_view unit : kUnits) {
    // A MiB takes well below a second; whatever starts over again at each byte takes hours.
    for (const std::string_view head : {"", "Ж", "a'"}) {
      const std::string text = std::string(head) + Repeat(unit, std::size_t{1} << 20);
      const auto begin = std::chrono::steady_clock::now();
      prepared.Assign(text);
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      EXPECT_LT(took.count(), 10.0) << testing::PrintToString(unit);
      std::uint32_t last = 0;
      for (const Token& token : prepared.tokens()) {
        ASSERT_LE(last, token.begin);
        ASSERT_LT(token.begin, token.end);
        last = token.end;
      }
      ASSERT_LE(last, prepared.text().size());
    }
  }
}

}  // namespace
}  // namespace maske::text
