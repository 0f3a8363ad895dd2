#include "bench/corpus.h"

#include <simdjson.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace maske::bench {
namespace {

namespace fs = std::filesystem;

bool Complain(const fs::path& path, const char* what) {
  std::fprintf(stderr, "maske-bench: %s: %s\n", path.c_str(), what);
  return false;
}

// Runs `xz -dc FILE` without a shell and takes what it writes.
bool Unpack(const fs::path& path, std::string* bytes) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return false;
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execlp("xz", "xz", "-dc", "--", path.c_str(), nullptr);
    _exit(127);
  }
  close(ends[1]);
  std::array<char, 65536> buffer{};
  ssize_t got = 0;
  while ((got = read(ends[0], buffer.data(), buffer.size())) > 0)
    bytes->append(buffer.data(), static_cast<std::size_t>(got));
  close(ends[0]);
  int status = 0;
  return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void Add(std::string_view document, Corpus* corpus) {
  corpus->text += document;
  if (!document.empty() && document.back() != '\n') corpus->text += '\n';
  ++corpus->documents;
}

bool AddJsonLines(const fs::path& path, const std::string& bytes, Corpus* corpus) {
  simdjson::dom::parser parser;
  for (std::size_t begin = 0; begin < bytes.size();) {
    std::size_t end = bytes.find('\n', begin);
    if (end == std::string::npos) end = bytes.size();
    std::string_view text;
    if (end > begin) {
      if (parser.parse(bytes.data() + begin, end - begin)["text"].get(text) != simdjson::SUCCESS) {
        return Complain(path, "a line is no JSON object with a field \"text\"");
      }
      Add(text, corpus);
    }
    begin = end + 1;
  }
  return true;
}

// The extension that tells the format, behind which .xz may stand; "" when the file is none of ours.
std::string Kind(fs::path path) {
  if (path.extension() == ".xz") path = path.stem();
  const std::string kind = path.extension().string();
  return kind == ".txt" || kind == ".eml" || kind == ".jsonl" ? kind : "";
}

bool ReadFile(const fs::path& path, Corpus* corpus) {
  std::string bytes;
  if (path.extension() == ".xz") {
    if (!Unpack(path, &bytes)) return Complain(path, "xz could not unpack it");
  } else {
    std::ifstream file(path, std::ios::binary);
    if (!file) return Complain(path, "cannot be read");
    bytes.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (Kind(path) == ".jsonl") return AddJsonLines(path, bytes, corpus);
  Add(bytes, corpus);
  return true;
}

}  // namespace

bool Read(const std::string& path, Corpus* corpus) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return ReadFile(path, corpus);
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
    if (entry.is_regular_file(error) && !Kind(entry.path()).empty()) files.push_back(entry.path());
  }
  if (error) return Complain(path, "cannot be read");
  std::sort(files.begin(), files.end());
  return std::all_of(files.begin(), files.end(), [&](const fs::path& file) { return ReadFile(file, corpus); });
}

std::vector<std::string_view> Pieces(std::string_view text, std::size_t most) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    std::size_t size = std::min(most, text.size());
    if (size < text.size()) {
      const std::size_t newline = text.substr(0, size).rfind('\n');
      if (newline != std::string_view::npos) {
        size = newline + 1;
      } else {
        while (size > most - 3 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
      }
    }
    pieces.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return pieces;
}

}  // namespace maske::bench
