// Pattern files and folders: read, validated, proved; see load.h.
#include "match/load.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace maske::match {

std::string FaultLine(std::string_view file, std::size_t line, std::string_view reason) {
  std::string text(file);
  text += ':';
  text += std::to_string(line);
  text += ": ";
  text += reason;
  return text;
}

void LoadPatternText(std::string_view content, const std::string& file, LoadedPatterns* out) {
  LoadedPatterns fresh;
  ReadPatterns(content, file, &fresh);
  for (auto& pattern : fresh.patterns) {
    const auto same = std::find_if(out->patterns.begin(), out->patterns.end(),
                                   [&](const auto& other) { return other->id == pattern->id; });
    if (!pattern->id.empty() && same != out->patterns.end()) {
      fresh.faults.push_back(
          FaultLine(file, pattern->lines.id, "id '" + pattern->id + "' is used already at " + (*same)->origin));
      continue;
    }
    if (ValidatePattern(pattern.get(), &fresh.faults) && ProveExamples(*pattern, &fresh.faults))
      out->patterns.push_back(std::move(pattern));
  }
  out->faults.insert(out->faults.end(), fresh.faults.begin(), fresh.faults.end());
}

Status LoadPatternDirectory(const std::string& dir, const std::string& shown, LoadedPatterns* out) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::path> files;
  fs::recursive_directory_iterator at(dir, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().extension() != ".toml" || !at->is_regular_file(error)) continue;
    files.push_back(at->path());
  }
  if (error) return {ErrorCode::kPattern, "cannot read the folder '" + dir + "': " + error.message()};
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const std::string name = (fs::path(shown) / file.lexically_relative(dir)).generic_string();
    if (!stream.good() && !stream.eof()) return {ErrorCode::kPattern, "cannot read '" + name + "'"};
    LoadPatternText(content, name, out);
  }
  return Status::Ok();
}

}  // namespace maske::match
