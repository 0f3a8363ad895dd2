// --help, --version, hint: what they show, and that help and table of flags agree.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/flags.h"
#include "cli/harness.h"

namespace maske::cli {
namespace {

TEST(Help, NamesEveryCommand) {
  const Workspace ws;
  const Outcome run = ws.Run({"--help"});
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.err, "");
  for (const CommandInfo& command : Commands()) {
    EXPECT_NE(run.out.find("\n  " + std::string(command.name) + " "), std::string::npos) << command.name;
  }
  EXPECT_EQ(ws.Run({"-h"}).out, run.out);
}

TEST(Help, OfACommandNamesItsOptionsAndNoOthers) {
  const Workspace ws;
  for (const CommandInfo& command : Commands()) {
    const Outcome run = ws.Run({std::string(command.name), "--help"});
    EXPECT_EQ(run.status, 0) << run;
    EXPECT_TRUE(run.out.starts_with("Usage: maske ")) << run;
    for (const Flag& flag : Flags()) {
      const std::string between = ArgumentMayBeLeftOut(flag) ? "" : " ";
      const std::string shown = "--" + std::string(flag.name) + between + std::string(flag.value);
      const std::string begin = "--" + std::string(flag.name) + (between.empty() ? "[" : " ");
      EXPECT_EQ(run.out.find("  " + begin) != std::string::npos || run.out.find(", " + begin) != std::string::npos,
                (flag.commands & command.bit) != 0)
          << command.name << " " << flag.name;
      if ((flag.commands & command.bit) == 0) continue;
      EXPECT_NE(run.out.find(shown), std::string::npos) << shown;
    }
  }
}

TEST(Help, EveryFlagOfTheTableIsParsed) {
  const Workspace ws;
  for (const CommandInfo& command : Commands()) {
    for (const Flag& flag : Flags()) {
      if ((flag.commands & command.bit) == 0) continue;
      std::vector<std::string> words{std::string(command.name), "--" + std::string(flag.name)};
      if (ArgumentMayBeLeftOut(flag)) words.back().append("=x");
      const std::string_view choice = flag.choices.substr(0, flag.choices.find(','));
      if (!flag.value.empty() && !ArgumentMayBeLeftOut(flag)) words.emplace_back(choice.empty() ? "EMAIL" : choice);
      if (flag.id != FlagId::kHelp) words.emplace_back("--help");
      EXPECT_EQ(ws.Run(words).status, 0) << command.name << " " << flag.name;
    }
  }
}

TEST(Help, FitsATerminal) {
  const Workspace ws;
  for (const CommandInfo& command : Commands()) {
    for (const std::string& text : {ws.Run({std::string(command.name), "--help"}).out, ws.Run({"--help"}).out}) {
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        EXPECT_LE(end - at, 100U) << text.substr(at, end - at);
        at = end + 1;
      }
    }
  }
}

TEST(Version, NamesItselfAndIcu) {
  const Workspace ws;
  const Outcome run = ws.Run({"--version"});
  EXPECT_EQ(run.status, 0);
  EXPECT_TRUE(run.out.starts_with("maske ")) << run;
  EXPECT_NE(run.out.find("\nICU "), std::string::npos) << run;
  EXPECT_NE(run.out.find("\nmodel "), std::string::npos) << run;
  for (const std::string_view what : {"\npatterns ", "\nlexicons "}) {
    const std::size_t at = run.out.find(what);
    ASSERT_NE(at, std::string::npos) << run;
    const std::string hash = run.out.substr(at + what.size(), run.out.find('\n', at + 1) - at - what.size());
    EXPECT_EQ(hash.size(), 16U) << run;
    EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), std::string::npos) << run;
  }
}

TEST(Licences, NamesTheSourcesOfTheDataInside) {
  const Workspace ws;
  const Outcome run = ws.Run({"--licences"});
  EXPECT_EQ(run.status, 0);
  for (const std::string_view source : {"Apache License, Version 2.0", "GeoNames", "Insee", "given_names.tsv"}) {
    EXPECT_NE(run.out.find(source), std::string::npos) << source;
  }
}

TEST(Hint, SpeaksTwoLanguages) {
  const Workspace ws;
  EXPECT_NE(ws.Run({"hint"}).out.find("[PERSON_1]"), std::string::npos);
  EXPECT_NE(ws.Run({"hint", "--labels", "de"}).out.find("Platzhalter"), std::string::npos);
}

}  // namespace
}  // namespace maske::cli
