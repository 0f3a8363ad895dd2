// The manual page and the completions say what the table of flags says: each is rendered or loaded by the program that it
// is for, and asked. A shell that is not there is skipped, by name.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <set>
#include <sstream>
#include <string>

#include "cli/flags.h"

namespace maske::cli {
namespace {

constexpr std::string_view kFolder = MASKE_DESCRIPTIONS;

// What a command line prints, standard error included.
std::string Shell(const std::string& line) {
  std::string said;
  FILE* pipe = ::popen(("{ " + line + "\n} 2>&1").c_str(), "r");
  if (pipe == nullptr) return "cannot run";
  std::array<char, 4096> buffer{};
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe)) said.append(buffer.data(), n);
  const int how = ::pclose(pipe);
  return WIFEXITED(how) && WEXITSTATUS(how) == 0 ? said : said + "\nended with " + std::to_string(how);
}

bool Installed(const std::string& program) { return Shell("command -v " + program + " > /dev/null").empty(); }

std::string File(std::string_view name) { return std::string(kFolder) + "/" + std::string(name); }

std::set<std::string> Lines(const std::string& text) {
  std::set<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

std::set<std::string> LongOptions(const CommandInfo& command) {
  std::set<std::string> options;
  for (const Flag& flag : Flags()) {
    if ((flag.commands & command.bit) != 0) options.insert("--" + std::string(flag.name));
  }
  return options;
}

std::set<std::string> CommandNames() {
  std::set<std::string> names;
  for (const CommandInfo& command : Commands()) names.insert(std::string(command.name));
  return names;
}

TEST(ManualPage, RendersWithoutAWarningAndNamesEveryFlag) {
  if (!Installed("man")) GTEST_SKIP() << "man is not installed";
  EXPECT_EQ(Shell("LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l " + File("maske.1") + " > /dev/null"), "");
  // Wide, so that no line is broken inside an option.
  const std::string page = Shell("LC_ALL=C.UTF-8 MANWIDTH=2000 man -l " + File("maske.1") + " | col -b");
  for (const Flag& flag : Flags()) {
    std::string heading = flag.letter == 0 ? "" : "-" + std::string(1, flag.letter) + ", ";
    heading.append("--").append(flag.name);
    if (!flag.value.empty()) heading.append(ArgumentMayBeLeftOut(flag) ? "" : " ").append(flag.value);
    EXPECT_NE(page.find("       " + heading), std::string::npos) << heading;
    EXPECT_NE(page.find(flag.help.substr(0, flag.help.find('\n'))), std::string::npos) << heading;
  }
  for (const CommandInfo& command : Commands()) {
    EXPECT_NE(page.find("       " + std::string(command.name)), std::string::npos);
    EXPECT_NE(page.find(command.summary), std::string::npos) << command.name;
  }
}

// What bash offers for words, the last of which is typed just now.
std::string AskBash(const std::string& words) {
  return Shell("bash --norc -uc 'source " + File("maske.bash") + "; COMP_WORDS=(" + words +
               "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _maske; printf \"%s\\n\" \"${COMPREPLY[@]}\"'");
}

TEST(BashCompletion, OffersTheOptionsOfTheCommand) {
  for (const CommandInfo& command : Commands()) {
    EXPECT_EQ(Lines(AskBash("maske " + std::string(command.name) + " --")), LongOptions(command)) << command.name;
  }
  EXPECT_EQ(Lines(AskBash("maske --")), LongOptions(CommandOf(kMask)));
}

TEST(BashCompletion, OffersArgumentsOneOfAListAfterTheOther) {
  EXPECT_EQ(AskBash("maske detect --offsets \"\""), "byte\ncodepoint\nutf16\n");
  EXPECT_EQ(AskBash("maske detect --offsets = u"), "utf16\n");
  EXPECT_EQ(AskBash("maske --types EMAIL,IBA"), "EMAIL,IBAN\n");
  EXPECT_EQ(AskBash("maske --types = EMAIL,IBA"), "EMAIL,IBAN\n");
  EXPECT_EQ(AskBash("maske --map " + File("maske.f")), File("maske.fish") + "\n");
  EXPECT_EQ(AskBash("maske patterns chec"), "check\nchecks\n");
  EXPECT_EQ(AskBash("maske rest"), "restore\n");
}

// The specifications that the function hands to zsh's _arguments for words.
std::set<std::string> AskZsh(const std::string& words) {
  return Lines(
      Shell("zsh -fc 'fpath=(" + std::string(kFolder) +
            " $fpath); autoload -Uz compinit; compinit -u -D; [[ $_comps[maske] == _maske ]] || print unknown; "
            "_arguments() { print -rl -- \"$@\" }; _describe() { print -rl -- $commands }; words=(" +
            words + "); CURRENT=${#words}; _maske'"));
}

TEST(ZshCompletion, LoadsAndOffersTheOptionsOfTheCommand) {
  if (!Installed("zsh")) GTEST_SKIP() << "zsh is not installed";
  for (const CommandInfo& command : Commands()) {
    std::set<std::string> offered;
    for (const std::string& spec : AskZsh("maske " + std::string(command.name) + " --")) {
      const std::size_t begin = spec.find("--", spec.starts_with("(") ? spec.find(')') : 0);
      if (begin == std::string::npos) continue;
      offered.insert(spec.substr(begin, spec.find_first_of("[=", begin) - begin));
    }
    EXPECT_EQ(offered, LongOptions(command)) << command.name;
  }
  EXPECT_TRUE(AskZsh("maske detect --offsets")
                  .contains("--offsets=[count offsets in byte (default), codepoint or utf16]:"
                            "offsets:(byte codepoint utf16)"));
  const std::set<std::string> first = AskZsh("maske r");
  for (const CommandInfo& command : Commands()) {
    EXPECT_TRUE(first.contains(std::string(command.name) + ":" + std::string(command.summary))) << command.name;
  }
}

// What fish offers for a line, without the descriptions.
std::set<std::string> AskFish(const std::string& line) {
  return Lines(
      Shell("fish --no-config -c 'source " + File("maske.fish") + "; complete -C \"" + line + "\"' | sed 's/\\t.*//'"));
}

TEST(FishCompletion, OffersTheOptionsOfTheCommand) {
  if (!Installed("fish")) GTEST_SKIP() << "fish is not installed";
  for (const CommandInfo& command : Commands()) {
    EXPECT_EQ(AskFish("maske " + std::string(command.name) + " --"), LongOptions(command)) << command.name;
  }
  EXPECT_EQ(AskFish("maske detect --offsets "), (std::set<std::string>{"byte", "codepoint", "utf16"}));
  EXPECT_TRUE(AskFish("maske --types EMAIL,").contains("EMAIL,IBAN"));
  EXPECT_EQ(AskFish("maske patterns l"), std::set<std::string>{"list"});
  const std::set<std::string> first = AskFish("maske ");
  for (const std::string& name : CommandNames()) EXPECT_TRUE(first.contains(name)) << name;
}

}  // namespace
}  // namespace maske::cli
