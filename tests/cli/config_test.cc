// Options from a file: which file, what wins, what may stand in it, and how every fault is said.
#include "cli/config.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

// Sets MASKE_CONFIG while it lives.
class Environment {
 public:
  explicit Environment(const char* file) { ::setenv("MASKE_CONFIG", file, 1); }
  ~Environment() { ::unsetenv("MASKE_CONFIG"); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
};

constexpr std::string_view kMail = "an anna@example.org\n";

TEST(Config, IsReadFromOneOfThreePlaces) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({}, kMail).out, "an [EMAIL_1]\n");
  ws.Write("maske.toml", "labels = 'de'\n");
  EXPECT_EQ(ws.Run({}, kMail).out, "an [E-MAIL_1]\n");
  ws.Write("other.toml", "types = ['IBAN']\n");
  EXPECT_EQ(ws.Run({"--config", "other.toml"}, kMail).out, kMail);
  const Environment environment("other.toml");
  EXPECT_EQ(ws.Run({}, kMail).out, kMail);
  EXPECT_EQ(ws.Run({"--config", "maske.toml"}, kMail).out, "an [E-MAIL_1]\n");
  const Environment none("");
  EXPECT_EQ(ws.Run({}, kMail).out, "an [EMAIL_1]\n");
}

TEST(Config, TheCommandLineWins) {
  const Workspace ws;
  ws.Write("maske.toml", "labels = 'de'\ntypes = ['IBAN']\nthreshold = 1.0\n");
  EXPECT_EQ(ws.Run({"--labels", "en", "--types", "EMAIL", "--threshold", "0.5"}, kMail).out, "an [EMAIL_1]\n");
  EXPECT_EQ(ws.Run({"--types", "EMAIL", "--threshold", "0.5"}, kMail).out, "an [E-MAIL_1]\n");
}

TEST(Config, ACommandsTableSaysMoreThanTheTop) {
  const Workspace ws;
  ws.Write("maske.toml", "stats = true\n[mask]\nstats = false\n[detect]\nformat-out = 'table'\n");
  EXPECT_EQ(ws.Run({}, kMail).err, "");
  const Outcome detect = ws.Run({"detect"}, kMail);
  EXPECT_NE(detect.err.find("findings"), std::string::npos) << detect;
  EXPECT_NE(detect.out.find("START"), std::string::npos) << detect;
}

TEST(Config, EveryKindOfValue) {
  const Workspace ws;
  ws.Write("maske.toml", "types = 'IBAN,EMAIL'\nthreshold = 1\nscope = \"session\"\nbinary = true\n");
  EXPECT_EQ(ws.Run({}, kText).out, ws.Run({"--config", "/dev/null", "--threshold", "1"}, kText).out);
  ws.Write("maske.toml", "types = ['IBAN', 'EMAIL']\nthreshold = 0.25\n");
  EXPECT_EQ(ws.Run({}, kText).out, kMasked);
}

TEST(Config, PathsAreSeenFromItsFolder) {
  const Workspace ws;
  ws.Write("project/maske.toml", "map = 'm.json'\n");
  ASSERT_EQ(ws.Run({"--config", "project/maske.toml"}, kMail).status, 0);
  EXPECT_TRUE(ws.Exists("project/m.json"));
  ws.Write("project/maske.toml", "map = '" + ws.Path("n.json") + "'\n");
  ASSERT_EQ(ws.Run({"--config", "project/maske.toml"}, kMail).status, 0);
  EXPECT_TRUE(ws.Exists("n.json"));
}

TEST(Config, HelpNeedsNone) {
  const Workspace ws;
  ws.Write("maske.toml", "= broken");
  EXPECT_EQ(ws.Run({"--help"}).status, 0);
  EXPECT_EQ(ws.Run({"--version"}).status, 0);
}

struct Fault {
  std::string text;
  std::string said;
};

TEST(Config, EveryFaultIsSaidWithItsLine) {
  const std::vector<Fault> faults{
      {"typse = ['EMAIL']\n", "maske.toml:1: unknown key typse (did you mean types?)"},
      {"\n\nlabel = 'de'\n", "maske.toml:3: unknown key label (did you mean labels?)"},
      {"[masc]\nstats = true\n", "maske.toml:1: unknown key masc (did you mean mask?)"},
      {"[mask]\nstat = true\n", "maske.toml:2: unknown key stat (did you mean stats?)"},
      {"[mask]\noffsets = 'byte'\n", "maske.toml:2: offsets is no option of mask"},
      {"[detect]\nqqq = 1\n", "maske.toml:2: unknown key qqq; docs/configuration.md"},
      {"output = 'x'\n", "maske.toml:1: output is given on the command line only"},
      {"in-place = true\n", "maske.toml:1: in-place is given on the command line only"},
      {"config = 'x'\n", "maske.toml:1: config is given on the command line only"},
      {"help = true\n", "maske.toml:1: help is given on the command line only"},
      {"stats = 'yes'\n", "maske.toml:1: stats takes true or false"},
      {"stats = 1\n", "maske.toml:1: stats takes true or false"},
      {"labels = 'fr'\n", "maske.toml:1: labels takes en or de, not \"fr\""},
      {"labels = true\n", "maske.toml:1: labels needs its value: LANG"},
      {"labels = ''\n", "maske.toml:1: labels needs its value: LANG"},
      {"labels = ['de']\n", "maske.toml:1: labels takes one value, not a list"},
      {"types = [\n'EMAIL',\nfalse]\n", "maske.toml:3: types needs its value: A,B"},
      {"labels = 'de'\nlabels = 'en'\n", "maske.toml:2: "},
      {"types = ['EMAIL'\n", "maske.toml:"},
      {"= 1\n", "maske.toml:1: "},
      {"types = ['EMIAL']\n", "--types: there is no type \"EMIAL\" (did you mean EMAIL?)"},
      {"threshold = 7\n", "--threshold takes a number from 0 to 1 such as 0.5, not \"7\""},
  };
  for (const Fault& fault : faults) {
    const Workspace ws;
    ws.Write("maske.toml", fault.text);
    const Outcome run = ws.Run({}, kMail);
    EXPECT_EQ(run.status, 2) << fault.text << run;
    EXPECT_EQ(run.out, "") << fault.text;
    EXPECT_NE(run.err.find(fault.said), std::string::npos) << fault.text << run;
    EXPECT_NE(run.err.find("maske.toml"), std::string::npos) << fault.text << run;
  }
}

TEST(Config, SaysAllFaultsAtOnce) {
  const Workspace ws;
  ws.Write("maske.toml", "typse = 1\nlabels = 'fr'\n");
  const std::string said = ws.Run({}, kMail).err;
  EXPECT_NE(said.find("maske.toml:1: "), std::string::npos) << said;
  EXPECT_NE(said.find("maske.toml:2: "), std::string::npos) << said;
}

TEST(Config, AFileThatIsNotThere) {
  const Workspace ws;
  EXPECT_EQ(ws.Run({"--config", "no.toml"}, kMail).err,
            "maske: cannot read the configuration no.toml: No such file or directory\n");
  EXPECT_EQ(ws.Run({"--config", "."}, kMail).status, 2);
  const Environment environment("no.toml");
  EXPECT_EQ(ws.Run({}, kMail).status, 2);
}

// The words of every option are read from a file as from the command line.
TEST(Config, KnowsEveryOption) {
  const Workspace ws;
  for (const Flag& flag : Flags()) {
    const std::string choice(flag.choices.substr(0, flag.choices.find(',')));
    const std::string any = flag.id == FlagId::kStyle ? "braces" : "0";  // hint takes it, and looks at it
    const std::string value = flag.value.empty() ? "true" : "'" + (choice.empty() ? any : choice) + "'";
    ws.Write("maske.toml", std::string(flag.name) + " = " + value + "\n");
    const std::string said = ws.Run({"hint"}).err;
    EXPECT_EQ(said.empty(), MayBeConfigured(flag.id)) << flag.name << said;
  }
}

}  // namespace
}  // namespace maske::cli
