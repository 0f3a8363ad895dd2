// maske_generate: prints seeded documents with gold annotation, one JSON line each, for scoring and for load tests.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "generator/kinds.h"

int main(int argc, char** argv) {
  using maske::generator::Document;
  std::uint64_t seed = 1;
  unsigned long count = 10;
  std::string kind = "post", lexicons;
  bool plain = false;
  for (int i = 1; i < argc; ++i) {
    const std::string flag = argv[i];
    const bool more = i + 1 < argc;
    if (flag == "--seed" && more) {
      seed = std::strtoull(argv[++i], nullptr, 10);
    } else if (flag == "--count" && more) {
      count = std::strtoul(argv[++i], nullptr, 10);
    } else if (flag == "--kind" && more) {
      kind = argv[++i];
    } else if (flag == "--lexicons" && more) {
      lexicons = argv[++i];
    } else if (flag == "--plain") {
      plain = true;
    } else {
      std::fputs(
          "usage: maske_generate [--seed N] [--count N] [--lexicons DIR] [--plain]\n"
          "         [--kind letters|mails|post|tables|logs|chat|garbage|mixed]\n"
          "post: letters and mails. --plain: the texts alone, without gold (garbage is no JSON).\n",
          stderr);
      return 2;
    }
  }
  maske::generator::Lexicon lexicon = maske::generator::Lexicon::BuiltIn();
  if (!lexicons.empty() && !lexicon.Load(lexicons)) {
    std::fprintf(stderr, "maske_generate: no lexicon files in %s\n", lexicons.c_str());
    return 3;
  }
  for (unsigned long i = 0; i < count; ++i) {
    // A document depends on its number and the seed alone, so that one can be made again by itself.
    maske::generator::Random random(seed * 0x9E3779B97F4A7C15u + i);
    Document document;
    if (!MakeDocument(kind, &random, lexicon, &document)) {
      std::fprintf(stderr, "maske_generate: there is no kind %s\n", kind.c_str());
      return 2;
    }
    const std::string out =
        plain ? document.text
              : ToJsonLine(document, "generated-" + kind + "-" + std::to_string(seed) + "-" + std::to_string(i)) + "\n";
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return 4;
  }
  return std::fflush(stdout) == 0 ? 0 : 4;
}
