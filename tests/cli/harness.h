// Runs the built command as a user would: in a folder of its own that vanishes with the test, with arguments and
// standard input, and gives back what came out, what was said and how it ended.
#ifndef MASKE_TESTS_CLI_HARNESS_H_
#define MASKE_TESTS_CLI_HARNESS_H_

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "own_folder.h"

namespace maske::cli {

struct Outcome {
  int status = -1;  // exit status, or -1 when a signal ended it
  int signal = 0;
  std::string out;
  std::string err;
  long peak_kib = 0;  // largest resident set
  double cpu_ms = 0;  // processor time, in user and kernel mode
};
std::ostream& operator<<(std::ostream& stream, const Outcome& outcome);

// How a run differs from the plain one.
struct RunOptions {
  std::vector<std::size_t> pieces;     // lengths of the writes to standard input; the rest follows in one
  std::string stdout_path;             // standard output goes here instead of to the test
  bool append = false;                 // … at its end
  std::size_t close_output_after = 0;  // closes the reading end after so many bytes (0: never)
  bool close_output = false;           // starts with standard output closed
  bool close_input = false;            // starts with standard input closed
  int signal_after_output = 0;         // sent once something came out; standard input then stays open
  std::function<void()> before_end;    // called when all of standard input is written, before it is closed
  std::size_t repeat_input = 1;        // standard input is the text so many times
};

class Workspace {
 public:
  Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  [[nodiscard]] std::string Path(std::string_view name) const;
  void Write(std::string_view name, std::string_view bytes) const;
  [[nodiscard]] std::string Read(std::string_view name) const;  // fails the test when it cannot
  [[nodiscard]] bool Exists(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> Names() const;  // everything in the folder, hidden files too, sorted
  [[nodiscard]] unsigned Mode(std::string_view name) const;

  [[nodiscard]] Outcome Run(const std::vector<std::string>& arguments, std::string_view input = "",
                            const RunOptions& options = {}) const;

 private:
  const OwnFolder own_{"cli"};
  const std::string folder_ = own_.path().string();
};

// Seeded numbers, the same everywhere (SplitMix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t Next();
  std::size_t Below(std::size_t limit) { return static_cast<std::size_t>(Next() % limit); }

 private:
  std::uint64_t state_;
};

// Several lines with two e-mail addresses and an IBAN, and what masking makes of them.
inline constexpr std::string_view kText =
    "Bitte an anna@example.org, sonst an ben@example.com.\n"
    "Konto DE89 3704 0044 0532 0130 00, nochmals anna@example.org\n";
inline constexpr std::string_view kMasked =
    "Bitte an [EMAIL_1], sonst an [EMAIL_2].\n"
    "Konto [IBAN_1], nochmals [EMAIL_1]\n";

}  // namespace maske::cli

#endif  // MASKE_TESTS_CLI_HARNESS_H_
