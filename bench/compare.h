// maske-bench --compare and --hostile: some texts, and on each in one run memcpy, RE2 with one e-mail pattern, maske with
// the fast profile and with everything that is on by default; with --compare also every type, and each group of types off.
// Ratios are to RE2 on the same bytes. Tests: tests/bench/compare_test.cc.
#ifndef MASKE_BENCH_COMPARE_H_
#define MASKE_BENCH_COMPARE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bench/contender.h"

namespace maske::bench {

struct ComparedText {
  std::string name;
  std::size_t bytes = 0;
  std::vector<Speed> speeds;
};

struct Comparison {
  std::string machine;
  std::string date;
  std::string command;
  std::size_t runs = 0;
  std::vector<ComparedText> texts;
};

// Times one text and adds it. False when maske could not be set up.
bool Compare(std::string_view name, std::string_view text, bool groups, Comparison* comparison);

// A text: a line each contender. `short`: a line each text, the columns RE2, fast, everything on.
std::string AsText(const ComparedText& text);
std::string ShortHead();
std::string AsShortLine(const ComparedText& text);
// What of it, in fast or everything on, is slower than `least` MB/s: a line each; empty when nothing is.
std::string Below(const Comparison& comparison, double least);
std::string AsJson(const Comparison& comparison);

}  // namespace maske::bench

#endif  // MASKE_BENCH_COMPARE_H_
