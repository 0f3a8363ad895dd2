// What every report of maske-bench writes with: printf into a string, JSON strings, the machine and the date.
#ifndef MASKE_BENCH_PRINT_H_
#define MASKE_BENCH_PRINT_H_

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

namespace maske::bench {

// As printf, behind *out; at most 1023 bytes.
void Add(std::string* out, const char* format, auto... values) {
  std::array<char, 1024> line{};
  std::snprintf(line.data(), line.size(), format, values...);
  *out += line.data();
}

// As a JSON string; control characters become blanks.
std::string Quoted(std::string_view text);

// Processor and number of processors, as the kernel names them.
std::string Machine();

// Date and time of day, UTC.
std::string Now();

}  // namespace maske::bench

#endif  // MASKE_BENCH_PRINT_H_
