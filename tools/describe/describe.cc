// maske_describe FOLDER VERSION: writes maske.1, maske.bash, _maske and maske.fish into FOLDER, from the table of flags.
// Runs on the machine that builds; status 1 when a file cannot be written.
#include "tools/describe/describe.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "base/types.h"

namespace maske::cli {

std::vector<std::string_view> SplitAtCommas(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    words.push_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return words;
}

std::vector<std::string_view> KnownArguments(const Flag& flag) {
  if (flag.argument != Argument::kTypes) return SplitAtCommas(flag.choices);
  std::vector<std::string_view> names;
  for (const TypeInfo& type : BuiltinTypes()) names.push_back(type.name);
  return names;
}

bool IsList(const Flag& flag) { return flag.value.find(',') != std::string_view::npos; }

std::string_view FirstLine(std::string_view help) { return help.substr(0, help.find('\n')); }

std::string Joined(const std::vector<std::string_view>& words, std::string_view between) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : between).append(word);
  return text;
}

bool Has(const CommandInfo& command, const Flag& flag) { return (flag.commands & command.bit) != 0; }

namespace {

bool WriteFile(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) std::fprintf(stderr, "cannot write %s\n", path.c_str());
  return static_cast<bool>(file);
}

}  // namespace
}  // namespace maske::cli

int main(int argc, char** argv) {
  using namespace maske::cli;  // NOLINT(google-build-using-namespace): the one place
  if (argc != 3) {
    std::fputs("maske_describe FOLDER VERSION\n", stderr);
    return 2;
  }
  const std::string folder = std::string(argv[1]) + "/";
  const bool done = WriteFile(folder + "maske.1", ManualPage(argv[2])) &&
                    WriteFile(folder + "maske.bash", BashCompletion()) &&
                    WriteFile(folder + "_maske", ZshCompletion()) && WriteFile(folder + "maske.fish", FishCompletion());
  return done ? 0 : 1;
}
