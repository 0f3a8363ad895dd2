// The manual page, in the macros of man(7). Text is escaped so that a hyphen can be copied as one.
#include <string>

#include "cli/help.h"
#include "tools/describe/describe.h"

namespace maske::cli {
namespace {

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool line_begins = out.empty() || out.back() == '\n';
    if (line_begins && (c == '.' || c == '\'')) out.append("\\&");
    if (c == '\\') {
      out.append("\\e");
    } else if (c == '-') {
      out.append("\\-");
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string OneLine(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\n') c = ' ';
  }
  return out;
}

std::string WithoutIndent(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != '\n')) out.push_back(c);
  }
  return out;
}

void Section(std::string_view title, std::string* out) { out->append(".SH ").append(title).append("\n"); }

// -o, --output FILE
std::string Heading(const Flag& flag) {
  std::string out;
  if (flag.letter != 0) out.append("\\fB\\-").append(1, flag.letter).append("\\fR, ");
  out.append("\\fB\\-\\-").append(Escaped(flag.name)).append("\\fR");
  if (flag.value.empty()) return out;
  if (!ArgumentMayBeLeftOut(flag)) out.push_back(' ');
  return out.append("\\fI").append(Escaped(flag.value)).append("\\fR");
}

std::string Owners(const Flag& flag) {
  if (flag.commands == kAll) return "all commands";
  std::vector<std::string_view> owners;
  for (const CommandInfo& command : Commands()) {
    if (Has(command, flag)) owners.push_back(command.name);
  }
  return Joined(owners, ", ");
}

void Lines(std::string_view text, std::string* out) {
  out->append(".nf\n").append(Escaped(text));
  if (out->back() != '\n') out->push_back('\n');
  out->append(".fi\n");
}

}  // namespace

std::string ManualPage(std::string_view version) {
  std::string out = ".\\\" Made by tools/describe from the table of flags (cli/flags.cc).\n.TH MASKE 1 \"\" \"maske ";
  out.append(version).append("\" \"User Commands\"\n");
  Section("NAME", &out);
  out.append("maske \\- mask personal data in text, and put it back\n");
  Section("SYNOPSIS", &out);
  for (const CommandInfo& command : Commands()) Lines(WithoutIndent(command.usage), &out);
  Section("DESCRIPTION", &out);
  out.append(
      "Finds names, addresses, numbers and secrets of persons in a text and writes placeholders such as [PERSON_1] in\n"
      "their places, so that the text can be given away; puts the originals back into the answer. Reads standard "
      "input\n"
      "or files, writes standard output, works in bounded memory. A file called \\- is standard input.\n");
  Section("COMMANDS", &out);
  for (const CommandInfo& command : Commands()) {
    out.append(".TP\n\\fB").append(Escaped(command.name)).append("\\fR\n");
    out.append(Escaped(OneLine(command.summary))).append(".\n").append(Escaped(OneLine(command.details))).append("\n");
  }
  Section("OPTIONS", &out);
  out.append("The commands that an option belongs to stand behind it.\n");
  for (const Flag& flag : Flags()) {
    out.append(".TP\n").append(Heading(flag)).append("\n");
    out.append(Escaped(OneLine(flag.help))).append(".\n(").append(Escaped(Owners(flag))).append(")\n");
  }
  Section("FILES", &out);
  out.append(
      ".TP\n\\fImaske.toml\\fR\noptions of the folder that maske is called in. The keys are the names of the options,\n"
      "at the top for all commands, in a table such as [detect] for one.\n");
  Section("ENVIRONMENT", &out);
  out.append(
      ".TP\n\\fBMASKE_CONFIG\\fR\nthe file to read options from instead of \\fImaske.toml\\fR; empty: none.\n"
      ".TP\n\\fBNO_COLOR\\fR\nno colours, when it is set and not empty.\n");
  Section("EXIT STATUS", &out);
  out.append(Escaped(StatusHelp()));
  Section("EXAMPLES", &out);
  Lines(
      "maske < letter.txt\n"
      "maske --map names.json letter.txt > safe.txt\n"
      "your-ai-tool < safe.txt | maske restore --map names.json\n"
      "maske detect --text letter.txt",
      &out);
  return out;
}

}  // namespace maske::cli
