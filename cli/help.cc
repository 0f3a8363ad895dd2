#include "cli/help.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace maske::cli {
namespace {

constexpr std::string_view kStatuses =
    "Exit status: 0 done; 1 --fail-on found some; 2 wrong usage or configuration; 3 an input could\n"
    "not be read or is damaged; 4 an output could not be written; 5 internal failure. With 2 to 5\n"
    "nothing undecided went out and no file was replaced.\n";

// "  LEFT      first line\n            next line\n"
void AppendEntry(std::string_view left, std::size_t width, std::string_view lines, std::string* out) {
  out->append("  ").append(left).append(width > left.size() ? width - left.size() : 0, ' ').append("  ");
  while (true) {
    const std::size_t newline = lines.find('\n');
    out->append(lines.substr(0, newline)).push_back('\n');
    if (newline == std::string_view::npos) return;
    lines.remove_prefix(newline + 1);
    out->append(width + 4, ' ');
  }
}

std::string LeftOf(const Flag& flag) {
  std::string left = flag.letter == 0 ? std::string("    ") : std::string("-") + flag.letter + ", ";
  left.append("--").append(flag.name);
  if (!flag.value.empty()) left.append(ArgumentMayBeLeftOut(flag) ? "" : " ").append(flag.value);
  return left;
}

void AppendOptions(CommandBit command, std::string* out) {
  std::size_t width = 0;
  for (const Flag& flag : Flags()) {
    if ((flag.commands & command) != 0) width = std::max(width, LeftOf(flag).size());
  }
  for (const Flag& flag : Flags()) {
    if ((flag.commands & command) != 0) AppendEntry(LeftOf(flag), width, flag.help, out);
  }
}

}  // namespace

std::string GeneralHelp() {
  std::string text =
      "maske masks personal data in text before it leaves the house, and puts it back in the answer.\n\n"
      "  maske < letter.txt                     masked text\n"
      "  maske --map m.json < letter.txt        ... and a map to restore from\n"
      "  maske restore --map m.json < answer    the originals back\n"
      "  maske detect letter.txt                what would be masked\n\nCommands:\n";
  std::size_t width = 0;
  for (const CommandInfo& command : Commands()) width = std::max(width, command.name.size());
  for (const CommandInfo& command : Commands()) AppendEntry(command.name, width, command.summary, &text);
  text.append("\nOptions of mask (for the others: maske COMMAND --help):\n");
  AppendOptions(kMask, &text);
  text.append("\nA file called - is standard input.\n").append(kStatuses);
  return text;
}

std::string CommandHelp(CommandBit command) {
  const CommandInfo& info = CommandOf(command);
  std::string text = "Usage: ";
  text.append(info.usage).append("\n\n").append(info.details).append("\n\nOptions:\n");
  AppendOptions(command, &text);
  text.append("\n").append(kStatuses);
  return text;
}

std::string_view StatusHelp() { return kStatuses; }

}  // namespace maske::cli
