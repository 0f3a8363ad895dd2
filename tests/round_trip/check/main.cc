// maske-round-trip [--bytes N] [--every K] [--ways WORD] FILE...: walks the ways (ways.h) with each file, in pieces of at most N bytes, and
// prints what came back. With --every, each piece goes K-th way by K-th way, the next one beginning with the next way, so that K pieces
// see all of them; with --ways, only those whose name (NameOf) has WORD. Exit status 1 when anything was lost. Memory: a piece, its masked form and its originals.
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

#include "round_trip/ways.h"

int main(int argc, char** argv) {
  using maske::round_trip::Way;
  std::size_t most = std::size_t{64} << 20;
  std::size_t every = 1;
  std::string_view word;
  int first = 1;
  for (; first + 1 < argc && argv[first][0] == '-'; first += 2) {
    const std::string_view digits = argv[first + 1];
    if (std::strcmp(argv[first], "--ways") == 0) {
      word = digits;
      continue;
    }
    std::size_t* const value = std::strcmp(argv[first], "--bytes") == 0 ? &most : &every;
    std::from_chars(digits.data(), digits.data() + digits.size(), *value);
  }
  if (first >= argc || most == 0 || every == 0) {
    std::fprintf(stderr, "usage: maske-round-trip [--bytes N] [--every K] [--ways WORD] FILE...\n");
    return 2;
  }
  maske::round_trip::Walker walker;
  auto ways = maske::round_trip::AllWays();
  std::erase_if(ways, [&](const Way& way) { return NameOf(way).find(word) == std::string::npos; });
  std::uint64_t wrong = 0;
  for (int i = first; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "maske-round-trip: cannot read %s\n", argv[i]);
      return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    std::uint64_t bytes = 0;
    std::uint64_t seed = 0;
    std::size_t pieces = 0;
    std::string text(most, '\0');
    while (file.read(text.data(), static_cast<std::streamsize>(most)), file.gcount() > 0) {
      const std::string_view piece(text.data(), static_cast<std::size_t>(file.gcount()));
      bytes += piece.size();
      for (std::size_t at = pieces++ % every; at < ways.size(); at += every) {
        const Way& way = ways[at];
        const std::string why = walker.Walk(way, piece, ++seed);
        if (why.empty()) continue;
        ++wrong;
        std::printf("%s, before byte %llu: %s: %s\n", argv[i], static_cast<unsigned long long>(bytes),
                    NameOf(way).c_str(), why.c_str());
      }
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    std::printf("%s: %llu bytes in %zu pieces, each on %zu ways, %.0f s\n", argv[i],
                static_cast<unsigned long long>(bytes), pieces, (ways.size() + every - 1) / every, seconds.count());
    std::fflush(stdout);
  }
  std::printf("%llu walks, %llu of them lost something\n", static_cast<unsigned long long>(walker.walks()),
              static_cast<unsigned long long>(wrong));
  return wrong == 0 ? 0 : 1;
}
