// Text to measure on: files and folders given on the command line, read into memory before any clock runs.
// .txt and .eml as they are; .jsonl one JSON object a line, its field "text"; either also as .xz (unpacked by the
// program xz). Documents are joined by a newline. Cost: one copy. Tested by use: `maske-bench --dump PATH` writes what
// was read.
#ifndef MASKE_BENCH_CORPUS_H_
#define MASKE_BENCH_CORPUS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maske::bench {

struct Corpus {
  std::string text;
  std::size_t documents = 0;
};

// Appends the documents of a file, or of every known file below a folder in order of their names. False and a line on
// standard error when something could not be read.
bool Read(const std::string& path, Corpus* corpus);

// Cuts text into pieces of at most `most` bytes, at the last newline where there is one, never inside a UTF-8
// character.
std::vector<std::string_view> Pieces(std::string_view text, std::size_t most);

}  // namespace maske::bench

#endif  // MASKE_BENCH_CORPUS_H_
